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

/** Ink is what is darker than `share` of the mean around it (Bradley and Roth): uneven light and grey ground do not matter. */
export function threshold({ width, height, data }: Picture, share: number, radius = RADIUS): Bits {
  const bits = new Uint8Array(width * height);
  // Paper: no mean is lighter than white.
  const lightest = Math.ceil(255 * share);
  // The sum of each column over the rows around the current one, with as many nothings on both sides as no place need be asked for: a few kilobytes, where sums
  // of the whole page would not fit a processor's cache.
  const columns = new Int32Array(width + 2 * radius + 1);
  const own = columns.subarray(radius + 1, radius + 1 + width);
  for (let y = 0; y < Math.min(radius, height); y++) moveRow(own, data, y * width, -1);
  for (let y = 0; y < height; y++) {
    const gone = y - radius - 1;
    moveRow(own, data, y + radius < height ? (y + radius) * width : -1, gone >= 0 ? gone * width : -1);
    const high = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let sum = 0;
    for (let x = 0; x < 2 * radius + 1; x++) sum += columns[x] ?? 0;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      sum += (columns[x + 2 * radius + 1] ?? 0) - (columns[x] ?? 0);
      const grey = data[at] ?? 0;
      if (grey >= lightest) continue;
      const wide = (x + radius + 1 > width ? width : x + radius + 1) - (x < radius ? 0 : x - radius);
      if (grey * wide * high < sum * share) bits[at] = 1;
    }
  }
  return { width, height, data: bits };
}

/** Adds a row of pixels to the sums of columns and takes another one off them, by their first pixels; -1: none. */
function moveRow(columns: Int32Array, data: Uint8Array, added: number, taken: number): void {
  const width = columns.length;
  if (added < 0 && taken < 0) return;
  if (taken < 0) for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + (data[added + x] ?? 0);
  else if (added < 0) for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) - (data[taken + x] ?? 0);
  else for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + (data[added + x] ?? 0) - (data[taken + x] ?? 0);
}

/** The picture as if its paper were white everywhere: each pixel against the mean of the paper around it. */
export function flatten(picture: Picture, ink: Bits): Picture {
  const { width, height, data } = picture;
  const STEP = 8;
  const columns = Math.ceil(width / STEP);
  const rows = Math.ceil(height / STEP);
  const paper = new Float64Array(columns * rows);
  const count = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = (y >> 3) * columns;
    for (let column = 0, x = 0, index = y * width; column < columns; column++) {
      let sum = 0;
      let pixels = 0;
      for (const end = Math.min(width, x + STEP); x < end; x++, index++) {
        if (ink.data[index] !== 0) continue;
        sum += data[index] ?? 0;
        pixels++;
      }
      paper[row + column] = (paper[row + column] ?? 0) + sum;
      count[row + column] = (count[row + column] ?? 0) + pixels;
    }
  }
  const ground = meansAround(integral(columns, rows, paper), integral(columns, rows, count), columns, rows);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (y >> 3) * columns;
    for (let column = 0, x = 0, index = y * width; column < columns; column++) {
      const factor = 250 / Math.max(1, ground[row + column] ?? 255);
      for (const end = Math.min(width, x + STEP); x < end; x++, index++) {
        const value = (data[index] ?? 0) * factor;
        out[index] = value > 255 ? 255 : value | 0;
      }
    }
  }
  return { width, height, data: out };
}
