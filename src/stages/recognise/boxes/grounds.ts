import { label } from '../pixels/components.ts';
import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';

/** Side of the squares whose paper is measured, in pixels, and of those whose lightest paper is the page's own there. */
const SQUARE = 8;
const AREA = 64;
/** Paper this much darker than the page's around it is coloured. */
const DARKER = 0.955;
/** Smallest coloured area, in squares: a line of text high, a word wide. */
const WIDE = 12;
const HIGH = 4;
/** Share of its frame that it fills. */
const SQUARED = 0.72;
/** Share of its squares that no letter stands in or beside: blur and compression darken the paper around letters, and only there. */
const BARE = 0.15;

/** A coloured area of the page: `shade` of its paper against white, 0 to 1. */
export interface Ground {
  readonly box: PixelBox;
  readonly shade: number;
}

/** Rectangles of coloured paper, with or without lines around them: header bands, every second row. */
export function groundsOf({ width, height, data }: Picture, ink: Bits): Ground[] {
  const [columns, rows] = [Math.floor(width / SQUARE), Math.floor(height / SQUARE)];
  if (columns < WIDE || rows < HIGH) return [];
  const paper = new Float32Array(columns * rows);
  const inked = new Uint8Array(columns * rows);
  const shades = new Uint8Array((SQUARE / 2) ** 2);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const corner = row * SQUARE * width + column * SQUARE;
      const bare = shadesOf(data, ink.data, width, corner, shades);
      if (bare < shades.length) inked[row * columns + column] = 1;
      // The lighter half: the blurred edges of letters are no paper.
      paper[row * columns + column] = meanOf(shades, bare, Math.max(0, meanOf(shades, bare, 0)));
    }
  const own = lightest(paper, columns, rows);
  const coloured = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const shade = paper[at] ?? -1;
      // Where letters leave no paper to measure, the squares beside tell.
      const measured = shade >= 0 ? shade : Math.max(paper[at - 1] ?? -1, paper[at - columns] ?? -1);
      if (measured >= 0 && measured < DARKER * own(column, row)) coloured[at] = 1;
    }
  const { components } = label({ width: columns, height: rows, data: coloured });
  const trimmed = (frame: PixelBox): PixelBox => {
    let { x0, y0, x1, y1 } = frame;
    const share = (fromX: number, toX: number, fromY: number, toY: number): number => {
      let count = 0;
      for (let row = fromY; row < toY; row++)
        for (let column = fromX; column < toX; column++) count += coloured[row * columns + column] ?? 0;
      return count / Math.max(1, (toX - fromX) * (toY - fromY));
    };
    while (y0 < y1 && share(x0, x1, y0, y0 + 1) < 0.5) y0++;
    while (y0 < y1 && share(x0, x1, y1 - 1, y1) < 0.5) y1--;
    while (x0 < x1 && share(x0, x0 + 1, y0, y1) < 0.5) x0++;
    while (x0 < x1 && share(x1 - 1, x1, y0, y1) < 0.5) x1--;
    return { x0, y0, x1, y1 };
  };
  return components.flatMap((component): Ground[] => {
    const { x0, y0, x1, y1 } = trimmed(component);
    const size = component.ink;
    if (x1 - x0 < WIDE || y1 - y0 < HIGH || size < SQUARED * (x1 - x0) * (y1 - y0)) return [];
    if ((x1 - x0) * (y1 - y0) > 0.6 * columns * rows) return [];
    let [sum, count, bare] = [0, 0, 0];
    for (let row = y0; row < y1; row++)
      for (let column = x0; column < x1; column++) {
        const shade = paper[row * columns + column] ?? -1;
        if (shade < 0 || coloured[row * columns + column] === 0) continue;
        sum += shade / own(column, row);
        count++;
        if (!isBesideInk(inked, columns, row * columns + column)) bare++;
      }
    const box = { x0: x0 * SQUARE, y0: y0 * SQUARE, x1: x1 * SQUARE, y1: y1 * SQUARE };
    return count === 0 || bare < BARE * (x1 - x0) * (y1 - y0) ? [] : [{ box, shade: Number((sum / count).toFixed(2)) }];
  });
}

/** Puts the shades of a square's paper, every other pixel both ways, into `shades`, as many as it returns: all of them where there is no ink. */
function shadesOf(data: Uint8Array, ink: Uint8Array, width: number, corner: number, shades: Uint8Array): number {
  let count = 0;
  for (let y = 0; y < SQUARE; y += 2)
    for (let at = corner + y * width, end = at + SQUARE; at < end; at += 2) if (ink[at] !== 1) shades[count++] = data[at] ?? 0;
  return count;
}

/** Whether ink stands in a square or in one of those around it. */
function isBesideInk(inked: Uint8Array, columns: number, at: number): boolean {
  for (const row of [-columns, 0, columns]) for (const step of [-1, 0, 1]) if (inked[at + row + step] === 1) return true;
  return false;
}

/** The mean of the first so many shades that are no darker than `least`; -1 where there are too few. */
function meanOf(shades: Uint8Array, bare: number, least: number): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < bare; at++) {
    const shade = shades[at] ?? 0;
    if (shade < least) continue;
    sum += shade;
    count++;
  }
  return count < 3 ? -1 : sum / count;
}

/** The page's own paper around a square: what the lighter tenth of a large area around it has, the light of one corner not being that of another. */
function lightest(paper: Float32Array, columns: number, rows: number): (column: number, row: number) => number {
  const [across, down] = [Math.ceil(columns / AREA), Math.ceil(rows / AREA)];
  const shades = new Float32Array(across * down);
  const own = new Float32Array(AREA * AREA);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let count = 0;
      // An area half as large again, so that one which is mostly coloured still sees the page around it.
      for (let row = Math.max(0, y * AREA - AREA / 2); row < Math.min(rows, (y + 1.5) * AREA); row += 2)
        for (let column = Math.max(0, x * AREA - AREA / 2); column < Math.min(columns, (x + 1.5) * AREA); column += 2) {
          const shade = paper[row * columns + column] ?? -1;
          if (shade >= 0) own[count++] = shade;
        }
      shades[y * across + x] = own.subarray(0, count).sort()[Math.floor(count * 0.9)] ?? 255;
    }
  const at = (x: number, y: number): number =>
    shades[Math.max(0, Math.min(down - 1, y)) * across + Math.max(0, Math.min(across - 1, x))] ?? 255;
  return (column, row) => {
    const [x, y] = [column / AREA - 0.5, row / AREA - 0.5];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - left, y - top];
    const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
    const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  };
}
