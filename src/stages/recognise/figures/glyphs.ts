import { label } from '../pixels/components.ts';
import { boxOver, cut, type Picture, type PixelBox } from '../pixels/picture.ts';
import { COLUMNS, FIGURE, FOOT, ROWS, type Ink } from './frame.ts';

/** Paper around a line, in pixels, and how light it is. */
const AROUND = 2;
const PAPER = 250;
/** Fewer pixels are a speck. */
const SPECK = 6;
/** Pieces of ink over each other by this share of the narrower one are one sign. */
const OVER = 0.6;
/** Signs that reach this share of the highest one's height are figures, letters or a currency, which are this high at the least, in pixels. */
const TALL = 0.7;
const LEAST = 8;

/** The signs of a line of figures, from left to right, each in a frame that fits the line's height; `height`: of its figures, `foot`: where they stand, in pixels; `tall`: how many are as high as figures. */
export interface Glyphs {
  readonly height: number;
  readonly foot: number;
  readonly tall: number;
  readonly inks: readonly Ink[];
}

export function glyphsOf(page: Picture, line: PixelBox): Glyphs {
  const [x0, y0] = [Math.max(0, Math.floor(line.x0) - AROUND), Math.max(0, Math.floor(line.y0) - AROUND)];
  const crop = cut(page, { x0, y0, x1: Math.ceil(line.x1) + AROUND, y1: Math.ceil(line.y1) + AROUND }, 0);
  let darkest = PAPER;
  for (let at = 0; at < crop.data.length; at++) darkest = Math.min(darkest, crop.data[at] ?? PAPER);
  const limit = (PAPER + darkest) / 2;
  const bits = { ...crop, data: new Uint8Array(crop.data.length) };
  for (let at = 0; at < crop.data.length; at++) if ((crop.data[at] ?? PAPER) < limit) bits.data[at] = 1;
  const pieces = joined(label(bits).components.filter(({ ink }) => ink >= SPECK));
  const highest = Math.max(0, ...pieces.map(heightOf));
  const tall = pieces.filter((piece) => heightOf(piece) >= TALL * highest);
  const height = median(tall.map(heightOf));
  const foot = median(tall.map((piece) => piece.y1));
  const inks = height < LEAST ? [] : pieces.map((piece) => framed(crop, piece, height / FIGURE, foot, PAPER - darkest));
  return { height, foot: y0 + foot, tall: tall.length, inks };
}

const heightOf = ({ y0, y1 }: PixelBox): number => y1 - y0;

function joined(pieces: readonly PixelBox[]): PixelBox[] {
  const out: PixelBox[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = out.at(-1);
    const narrower = last === undefined ? 0 : Math.min(last.x1 - last.x0, piece.x1 - piece.x0);
    if (last === undefined || Math.min(last.x1, piece.x1) - piece.x0 < OVER * narrower) out.push(piece);
    else out[out.length - 1] = boxOver([last, piece]);
  }
  return out;
}

/** The sign in its frame: its middle in the frame's, the line's foot on the frame's. `step`: pixels a place of the frame; `black`: how much darker than paper ink is. */
function framed(crop: Picture, { x0, x1, y0, y1 }: PixelBox, step: number, foot: number, black: number): Ink {
  const [left, top] = [(x0 + x1) / 2 - (COLUMNS / 2) * step, foot - FOOT * step];
  const [firstX, lastX] = [Math.max(0, x0 - 1), Math.min(crop.width - 1, x1)];
  const out = new Float32Array(ROWS * COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    const yFrom = Math.floor(top + row * step);
    const yTo = Math.max(Math.ceil(top + row * step + step), yFrom + 1);
    for (let column = 0; column < COLUMNS; column++) {
      const xFrom = Math.floor(left + column * step);
      const xTo = Math.max(Math.ceil(left + column * step + step), xFrom + 1);
      let sum = 0;
      for (let y = Math.max(yFrom, y0 - 1); y < yTo && y <= y1; y++)
        for (let x = Math.max(xFrom, firstX); x < xTo && x <= lastX; x++)
          sum += Math.max(0, PAPER - (crop.data[y * crop.width + x] ?? PAPER));
      out[row * COLUMNS + column] = sum / ((yTo - yFrom) * (xTo - xFrom) * Math.max(1, black));
    }
  }
  return out;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
