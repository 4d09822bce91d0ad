import { cut, type Picture, type PixelBox } from '../pixels/picture.ts';
import { scale } from '../pixels/scale.ts';

/** A line's ink is laid on this many rows of pixels, with so much white around it. */
export const INK_ROWS = 20;
export const WHITE = 4;
/** Rows of the whole picture. */
export const ROWS = INK_ROWS + 2 * WHITE;
/** A line wider than this (pixels of the picture) is no number. */
export const WIDEST = 400;
const PAPER = 250;

/** A line as the network takes it: `ROWS` rows of `width` values, 0 paper to 1 the line's darkest ink. */
export interface LinePicture {
  readonly width: number;
  readonly data: Float32Array;
}

/** The line in `box` (pixels of the page) at the network's size; `null` where it is low, or wider than `widest` is then (a number's, unless told). */
export function linePicture(page: Picture, box: PixelBox, widest = WIDEST): LinePicture | null {
  const step = (box.y1 - box.y0) / INK_ROWS;
  if (!(step > 0.2)) return null;
  const margin = WHITE * step;
  const around = {
    x0: Math.floor(box.x0 - margin),
    x1: Math.ceil(box.x1 + margin),
    y0: Math.floor(box.y0 - margin),
    y1: Math.ceil(box.y1 + margin),
  };
  const width = Math.round((around.x1 - around.x0) / step);
  if (width > widest || width < 2 * WHITE) return null;
  const small = scale(onPaper(page, around), width, ROWS);
  return { width, data: darkness(small) };
}

/** What is inside `box`, paper where the page ends. */
function onPaper(page: Picture, box: PixelBox): Picture {
  if (box.x0 >= 0 && box.y0 >= 0 && box.x1 <= page.width && box.y1 <= page.height) return cut(page, box, 0);
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const data = new Uint8Array(width * height).fill(PAPER);
  for (let y = Math.max(0, box.y0); y < Math.min(page.height, box.y1); y++)
    for (let x = Math.max(0, box.x0); x < Math.min(page.width, box.x1); x++)
      data[(y - box.y0) * width + x - box.x0] = page.data[y * page.width + x] ?? PAPER;
  return { width, height, data };
}

function darkness({ data }: Picture): Float32Array {
  let darkest = PAPER - 1;
  for (let at = 0; at < data.length; at++) darkest = Math.min(darkest, data[at] ?? PAPER);
  const out = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++) out[at] = Math.max(0, PAPER - (data[at] ?? PAPER)) / (PAPER - darkest);
  return out;
}
