import type { Bits, Picture } from './picture.ts';

/** Half the side of the square a pixel is compared with, in pixels at 300 dpi: a few lines of text. */
const RADIUS = 36;

/** Sums over all rectangles from the top left corner, one row and one column larger than the picture. */
function integral(width: number, height: number, at: (index: number) => number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const above = y * (width + 1);
    const below = above + width + 1;
    for (let x = 0; x < width; x++) {
      row += at(y * width + x);
      sums[below + x + 1] = (sums[above + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** Ink is what is darker than `share` of the mean around it (Bradley and Roth): uneven light and grey ground do not matter. */
export function threshold({ width, height, data }: Picture, share: number, radius = RADIUS): Bits {
  const bits = new Uint8Array(width * height);
  // The sum of each column over the rows around the current one: a few kilobytes, where sums of the whole page would not fit a processor's cache.
  const columns = new Uint32Array(width);
  const addRow = (y: number): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) columns[x] = (columns[x] ?? 0) + (data[at] ?? 0);
  };
  for (let y = 0; y < Math.min(radius, height); y++) addRow(y);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(y + radius);
    const gone = (y - radius - 1) * width;
    if (gone >= 0) for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) - (data[gone + x] ?? 0);
    const high = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] ?? 0;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + radius < width) sum += columns[x + radius] ?? 0;
      if (x > radius) sum -= columns[x - radius - 1] ?? 0;
      const wide = (x + radius + 1 > width ? width : x + radius + 1) - (x < radius ? 0 : x - radius);
      if ((data[at] ?? 0) * wide * high < sum * share) bits[at] = 1;
    }
  }
  return { width, height, data: bits };
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
      let [sum, pixels] = [0, 0];
      for (const end = Math.min(width, x + STEP); x < end; x++, index++) {
        if (ink.data[index] !== 0) continue;
        sum += data[index] ?? 0;
        pixels++;
      }
      paper[row + column] = (paper[row + column] ?? 0) + sum;
      count[row + column] = (count[row + column] ?? 0) + pixels;
    }
  }
  const paperSums = integral(columns, rows, (index) => paper[index] ?? 0);
  const countSums = integral(columns, rows, (index) => count[index] ?? 0);
  const ground = new Float32Array(columns * rows);
  const mean = (column: number, row: number, reach: number): number => {
    const [x0, x1] = [Math.max(0, column - reach), Math.min(columns, column + reach + 1)];
    const [y0, y1] = [Math.max(0, row - reach), Math.min(rows, row + reach + 1)];
    const within = (sums: Float64Array): number =>
      (sums[y1 * (columns + 1) + x1] ?? 0) -
      (sums[y1 * (columns + 1) + x0] ?? 0) -
      (sums[y0 * (columns + 1) + x1] ?? 0) +
      (sums[y0 * (columns + 1) + x0] ?? 0);
    const pixels = within(countSums);
    return pixels < 40 ? (reach > 8 ? 255 : mean(column, row, reach * 2)) : within(paperSums) / pixels;
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) ground[row * columns + column] = mean(column, row, 1);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (y >> 3) * columns;
    for (let column = 0, x = 0, index = y * width; column < columns; column++) {
      const factor = 250 / Math.max(1, ground[row + column] ?? 255);
      for (const end = Math.min(width, x + STEP); x < end; x++, index++) {
        const value = (data[index] ?? 0) * factor;
        out[index] = value > 255 ? 255 : value;
      }
    }
  }
  return { width, height, data: out };
}
