import { rejectedFor } from '../../../model/errors.ts';

export interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colour: number;
  readonly isInterlaced: boolean;
}

export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A part of the pixels that are written together: every `dx`th from `x`, every `dy`th row from `y`. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly columns: number;
  readonly rows: number;
  readonly rowLength: number;
}

/** Adam7. */
const INTERLACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function passesOf({ width, height, depth, colour, isInterlaced }: PngHead): readonly Pass[] {
  const bits = depth * (CHANNELS[colour] ?? 1);
  return (isInterlaced ? INTERLACED : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]) => {
      const columns = Math.max(0, Math.ceil((width - x) / dx));
      return { x, y, dx, dy, columns, rows: Math.max(0, Math.ceil((height - y) / dy)), rowLength: Math.ceil((columns * bits) / 8) };
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/** Pixels of 8 bits a channel, grey or RGB, on white where the image is clear. `data`: unpacked, filtered rows of every pass; they are changed. */
export function pngPixels(
  data: Buffer,
  head: PngHead,
  palette: Buffer | null,
  clear: Buffer | null,
): { readonly isGrey: boolean; readonly pixels: Uint8Array } {
  const { width, height, depth, colour } = head;
  const channels = CHANNELS[colour] ?? 1;
  const isGrey = colour === 0 || colour === 4;
  const size = isGrey ? 1 : 3;
  const pixels = new Uint8Array(width * height * size);
  const key = clear !== null && depth <= 8 && (colour === 0 || colour === 2) ? channelsOf(clear) : null;
  const scale = colour === 3 || depth >= 8 ? 1 : 255 / (2 ** depth - 1);
  const read = sampleReader(data, depth);
  let start = 0;
  for (const pass of passesOf(head)) {
    unfilter(data, start, pass, Math.max(1, (depth * channels) >> 3));
    for (let row = 0; row < pass.rows; row++) {
      const from = start + row * (1 + pass.rowLength) + 1;
      for (let column = 0; column < pass.columns; column++) {
        const to = ((pass.y + row * pass.dy) * width + pass.x + column * pass.dx) * size;
        const first = read(from, column * channels);
        const opacity = opacityAt(from, column * channels, first);
        for (let channel = 0; channel < size; channel++) {
          const value =
            colour === 3
              ? (palette?.[first * 3 + channel] ?? 0)
              : (channel === 0 ? first : read(from, column * channels + channel)) * scale;
          pixels[to + channel] = Math.round(255 + ((value - 255) * opacity) / 255);
        }
      }
    }
    start += pass.rows * (1 + pass.rowLength);
  }
  return { isGrey, pixels };

  function opacityAt(from: number, sample: number, first: number): number {
    if (colour === 3) return clear?.[first] ?? 255;
    if (colour >= 4) return read(from, sample + channels - 1);
    return key?.every((value, channel) => read(from, sample + channel) === value) === true ? 0 : 255;
  }
}

/** The colour that counts as clear, two bytes a channel. */
function channelsOf(clear: Buffer): readonly number[] {
  return Array.from({ length: clear.length >> 1 }, (_, channel) => clear.readUInt16BE(2 * channel));
}

/** Samples of rows by their number in the row; of 16 bits, the upper 8. */
function sampleReader(data: Buffer, depth: number): (rowStart: number, sample: number) => number {
  if (depth === 8) return (start, sample) => data[start + sample] ?? 0;
  if (depth === 16) return (start, sample) => data[start + 2 * sample] ?? 0;
  const mask = 2 ** depth - 1;
  return (start, sample) => {
    const bit = sample * depth;
    return ((data[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & mask;
  };
}

/** Undoes what was done to the rows before packing. `step`: bytes between a sample and the one of the pixel before. */
function unfilter(data: Buffer, start: number, { rows, rowLength }: Pass, step: number): void {
  for (let row = 0; row < rows; row++) {
    const at = start + row * (1 + rowLength);
    const filter = data[at] ?? 0;
    if (filter > 4) throw rejectedFor('image_endommagee', `row filter ${String(filter)}`);
    if (filter === 0) continue;
    for (let index = 0; index < rowLength; index++) {
      const here = at + 1 + index;
      const left = index >= step ? (data[here - step] ?? 0) : 0;
      const above = row > 0 ? (data[here - rowLength - 1] ?? 0) : 0;
      const corner = row > 0 && index >= step ? (data[here - rowLength - 1 - step] ?? 0) : 0;
      const guess = filter === 1 ? left : filter === 2 ? above : filter === 3 ? (left + above) >> 1 : paeth(left, above, corner);
      data[here] = (data[here] ?? 0) + guess;
    }
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
