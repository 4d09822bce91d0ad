import { fours } from './fours.ts';
import type { Bits, Picture } from './picture.ts';

/** Half the side of the square a pixel is compared with, in pixels at 300 dpi: a few lines of text. */
const RADIUS = 36;
/** Fewer pixels of paper do not tell its shade; it is sought no further than so many squares away. */
const ENOUGH = 40;
const FURTHEST = 16;

/** Sums over all rectangles from the top left corner, one row and one column larger than the picture. */
function integral(width: number, height: number, values: Float64Array): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const above = y * (width + 1);
    const below = above + width + 1;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x] ?? 0;
      sums[below + x + 1] = (sums[above + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function within(sums: Float64Array, stride: number, x0: number, y0: number, x1: number, y1: number): number {
  return (sums[y1 * stride + x1] ?? 0) - (sums[y0 * stride + x1] ?? 0) - (sums[y1 * stride + x0] ?? 0) + (sums[y0 * stride + x0] ?? 0);
}

/** The mean of what stands around each place, as near as enough of it does; white where there is next to nothing. */
function meansAround(sums: Float64Array, counts: Float64Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(columns * rows);
  const stride = columns + 1;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let mean = 255;
      for (let reach = 1; reach <= FURTHEST; reach *= 2) {
        const [x0, x1] = [Math.max(0, column - reach), Math.min(columns, column + reach + 1)];
        const [y0, y1] = [Math.max(0, row - reach), Math.min(rows, row + reach + 1)];
        const pixels = within(counts, stride, x0, y0, x1, y1);
        if (pixels < ENOUGH) continue;
        mean = within(sums, stride, x0, y0, x1, y1) / pixels;
        break;
      }
      out[row * columns + column] = mean;
    }
  return out;
}

/** Ink is what is darker than `share` (more than half) of the mean around it (Bradley and Roth): uneven light and grey ground do not matter. */
export function threshold(picture: Picture, share: number, radius = RADIUS): Bits {
  const { width, height, data } = picture;
  const bits = new Uint8Array(width * height);
  // Paper: no mean is lighter than white. Four pixels are, where adding to each what it lacks carries into its highest bit, which is set already.
  const lacking = (256 - Math.ceil(255 * share)) * 0x01010101;
  const { data: rows, stride } = fours(picture);
  // Sums of each column over the rows around the current one: of a four's first and third in `ends`, of the others in `middles`, sixteen bits each.
  const ends = new Int32Array(stride);
  const middles = new Int32Array(stride);
  // The sums of these up to each column.
  const before = new Int32Array(4 * stride + 1);
  for (let y = 0; y < Math.min(radius, height); y++) moveRow(ends, middles, rows, y * stride, -1);
  for (let y = 0; y < height; y++) {
    const gone = y - radius - 1;
    moveRow(ends, middles, rows, y + radius < height ? (y + radius) * stride : -1, gone >= 0 ? gone * stride : -1);
    const high = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let isSummed = false;
    for (let four = 0, at = y * stride; four < stride; four++, at++) {
      const pixels = rows[at] ?? 0;
      if ((((pixels & 0x7f7f7f7f) + lacking) & pixels & 0x80808080) === (0x80808080 | 0)) continue;
      if (!isSummed) addUp(ends, middles, before);
      isSummed = true;
      for (let x = 4 * four, end = x + 4 < width ? x + 4 : width; x < end; x++) {
        const [x0, x1] = [x < radius ? 0 : x - radius, x + radius + 1 > width ? width : x + radius + 1];
        const sum = (before[x1] ?? 0) - (before[x0] ?? 0);
        if ((data[y * width + x] ?? 0) * (x1 - x0) * high < sum * share) bits[y * width + x] = 1;
      }
    }
  }
  return { width, height, data: bits };
}

/** Adds a row of pixels to the sums of columns and takes another one off them, by their first fours; -1: none. */
function moveRow(ends: Int32Array, middles: Int32Array, rows: Int32Array, added: number, taken: number): void {
  for (let four = 0; four < ends.length; four++) {
    const more = added < 0 ? 0 : (rows[added + four] ?? 0);
    const less = taken < 0 ? 0 : (rows[taken + four] ?? 0);
    ends[four] = (ends[four] ?? 0) + (more & 0xff00ff) - (less & 0xff00ff);
    middles[four] = (middles[four] ?? 0) + ((more >>> 8) & 0xff00ff) - ((less >>> 8) & 0xff00ff);
  }
}

function addUp(ends: Int32Array, middles: Int32Array, before: Int32Array): void {
  let sum = 0;
  for (let four = 0, x = 1; four < ends.length; four++, x += 4) {
    const [end, middle] = [ends[four] ?? 0, middles[four] ?? 0];
    sum += end & 0xffff;
    before[x] = sum;
    sum += middle & 0xffff;
    before[x + 1] = sum;
    sum += end >>> 16;
    before[x + 2] = sum;
    sum += middle >>> 16;
    before[x + 3] = sum;
  }
}

/** Side of the squares whose paper is measured by itself, two fours wide. */
const SQUARE = 8;
/** What paper comes out as. */
const PAPER = 250;

/** The picture as if its paper were white everywhere: each pixel against the mean of the paper around it. */
export function flatten(picture: Picture, ink: Bits): Picture {
  const { width, height, data } = picture;
  const { data: rows, stride } = fours(picture);
  const { data: inks } = fours(ink);
  const columns = Math.ceil(width / SQUARE);
  const down = Math.ceil(height / SQUARE);
  const paper = new Float64Array(columns * down);
  const count = new Float64Array(columns * down);
  // Of the squares of a row of them: their first pixels and all others, sixteen bits each, and their ink.
  const ends = new Int32Array(columns);
  const middles = new Int32Array(columns);
  const inked = new Int32Array(columns);
  for (let row = 0; row < down; row++) {
    const [top, bottom] = [SQUARE * row, Math.min(SQUARE * (row + 1), height)];
    ends.fill(0);
    middles.fill(0);
    inked.fill(0);
    for (let y = top; y < bottom; y++)
      for (let column = 0, at = y * stride, end = at + stride; column < columns; column++, at += 2) {
        const [first, second] = [inks[at] ?? 0, at + 1 < end ? (inks[at + 1] ?? 0) : 0];
        let left = rows[at] ?? 0;
        let right = at + 1 < end ? (rows[at + 1] ?? 0) : 0;
        if ((first | second) !== 0) {
          // Of bytes that are paper, all.
          left &= Math.imul(255, 0x01010101 - first);
          right &= Math.imul(255, 0x01010101 - second);
          inked[column] = (inked[column] ?? 0) + first + second;
        }
        ends[column] = (ends[column] ?? 0) + (left & 0xff00ff) + (right & 0xff00ff);
        middles[column] = (middles[column] ?? 0) + ((left >>> 8) & 0xff00ff) + ((right >>> 8) & 0xff00ff);
      }
    for (let column = 0; column < columns; column++) {
      const [end, middle, own] = [ends[column] ?? 0, middles[column] ?? 0, inked[column] ?? 0];
      const pixels = (bottom - top) * Math.min(SQUARE, width - SQUARE * column);
      paper[row * columns + column] = (end & 0xffff) + (end >>> 16) + (middle & 0xffff) + (middle >>> 16);
      count[row * columns + column] = pixels - (own & 255) - ((own >>> 8) & 255) - ((own >>> 16) & 255) - (own >>> 24);
    }
  }
  const ground = meansAround(integral(columns, down, paper), integral(columns, down, count), columns, down);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (y >> 3) * columns;
    for (let column = 0, x = 0, index = y * width; column < columns; column++) {
      const factor = PAPER / Math.max(1, ground[row + column] ?? 255);
      for (const end = Math.min(width, x + SQUARE); x < end; x++, index++) {
        const value = (data[index] ?? 0) * factor;
        out[index] = value > 255 ? 255 : value | 0;
      }
    }
  }
  return { width, height, data: out };
}
