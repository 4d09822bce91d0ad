import { ROWS, type LinePicture } from './line-picture.ts';
import { openRow, type Row, type RowMemory } from './row.ts';

/** One convolution with its normalisation folded in: `weights[out][in][row][column]`, then a bias for each output. */
export interface Convolution {
  readonly inputs: number;
  readonly outputs: number;
  readonly high: number;
  readonly wide: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Four layers over the picture, the last of which leaves one row, and those along the line, the last of which gives the classes. */
export interface Layers {
  readonly overPicture: readonly Convolution[];
  readonly alongLine: readonly Convolution[];
}

/** For each step from left to right (two pixels), −ln of the share each class has: `classes` values a step, class 0 being "no sign here". */
export interface Steps {
  readonly count: number;
  readonly classes: number;
  readonly costs: Float32Array;
}

/** How a layer's picture is halved before the next: in height and width, in height alone. */
const HALVED: readonly (1 | 2 | null)[] = [2, 1, null, null];
const BYTES = 4;
/** Outputs and columns that are summed at once. */
const OUTPUTS = 4;
const COLUMNS = 8;
/** Columns of nothing at both ends of a row, at least as wide as half of any kernel. */
const MARGIN = 4;
const PAGE = 65_536;

/** A layer's weights in the network's memory: its biases, then for each four outputs their weights side by side. */
interface Placed extends Convolution {
  readonly biasAt: number;
  readonly weightsAt: number;
}

/** Values of several channels over a picture in the network's memory, channel by channel, row by row; `at`: the first one. Addresses in numbers of four bytes. */
interface Planes {
  readonly at: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** From a row to the next. */
  readonly stride: number;
}

/** A network that looks at lines. Convolutions over the picture, halved in width once and in height twice, then along the line alone. */
export class Network {
  readonly #row: Row;
  readonly #memory: RowMemory;
  readonly #overPicture: readonly Placed[];
  readonly #alongLine: readonly Placed[];
  /** Where weights end and values begin. */
  readonly #free: number;
  #values: Float32Array;

  constructor({ overPicture, alongLine }: Layers) {
    const { row, memory } = openRow();
    this.#row = row;
    this.#memory = memory;
    this.#values = new Float32Array(memory.buffer);
    let free = 0;
    const placed = (layer: Convolution): Placed => {
      const biasAt = free;
      const weightsAt = biasAt + layer.outputs;
      free = weightsAt + layer.weights.length;
      this.#reach(free);
      this.#values.set(layer.bias, biasAt);
      this.#place(layer, weightsAt);
      return { ...layer, biasAt, weightsAt };
    };
    this.#overPicture = overPicture.map(placed);
    this.#alongLine = alongLine.map(placed);
    this.#free = free;
  }

  /** What it sees on a line. */
  look(line: LinePicture): Steps {
    // What a layer gives is never larger than what the first one gives; layers write into two rooms in turn.
    const room = (this.#overPicture[0]?.outputs ?? 1) * ROWS * strideOf(line.width);
    const rooms = [this.#free, this.#free + room] as const;
    this.#reach(this.#free + 2 * room + MARGIN);
    let turn = 0;
    const empty = (channels: number, height: number, width: number): Planes => {
      const at = rooms[turn === 0 ? 0 : 1];
      turn = 1 - turn;
      const stride = strideOf(width);
      this.#values.fill(0, at, at + channels * height * stride + MARGIN);
      return { at: at + MARGIN, channels, height, width, stride };
    };
    let planes = empty(1, ROWS, line.width);
    for (let y = 0; y < ROWS; y++)
      this.#values.set(line.data.subarray(y * line.width, (y + 1) * line.width), planes.at + y * planes.stride);
    this.#overPicture.forEach((layer, index) => {
      const isWhole = layer.high === planes.height;
      planes = this.#convolved(layer, planes, empty(layer.outputs, isWhole ? 1 : planes.height, planes.width), true);
      const across = HALVED[index] ?? null;
      if (across === null) return;
      planes = this.#pooled(planes, empty(planes.channels, planes.height >> 1, Math.ceil(planes.width / across)), across);
    });
    this.#alongLine.forEach((layer, index) => {
      planes = this.#convolved(layer, planes, empty(layer.outputs, 1, planes.width), index < this.#alongLine.length - 1);
    });
    return this.#costsOf(planes);
  }

  #reach(end: number): void {
    const missing = end * BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    if (this.#values.buffer !== this.#memory.buffer) this.#values = new Float32Array(this.#memory.buffer);
  }

  /** Weights of four outputs side by side, as they are fetched. */
  #place({ inputs, outputs, high, wide, weights }: Convolution, to: number): void {
    const length = inputs * high * wide;
    for (let output = 0; output < outputs; output++) {
      const block = to + (output - (output % OUTPUTS)) * length + (output % OUTPUTS);
      for (let at = 0; at < length; at++) this.#values[block + at * OUTPUTS] = weights[output * length + at] ?? 0;
    }
  }

  /** Rows outside count as nothing but for a kernel as high as the picture, which lies on it once. Negative sums are cut to 0 where `cut`. */
  #convolved({ inputs, outputs, high, wide, biasAt, weightsAt }: Placed, from: Planes, to: Planes, cut: boolean): Planes {
    const top = high === from.height ? 0 : high >> 1;
    const channel = from.height * from.stride;
    for (let y = 0; y < to.height; y++) {
      const first = Math.max(0, top - y);
      const rows = Math.min(high, from.height + top - y) - first;
      const input = from.at + (y + first - top) * from.stride - (wide >> 1);
      for (let output = 0; output < outputs; output += OUTPUTS)
        this.#row(
          input * BYTES,
          from.stride * BYTES,
          channel * BYTES,
          inputs,
          rows,
          wide,
          (weightsAt + output * inputs * high * wide + first * wide * OUTPUTS) * BYTES,
          (high - rows) * wide * OUTPUTS * BYTES,
          (biasAt + output) * BYTES,
          (to.at + (output * to.height + y) * to.stride) * BYTES,
          to.height * to.stride * BYTES,
          columnsOf(to.width),
          cut ? 1 : 0,
        );
    }
    // What was summed beyond the line's end is no part of it.
    for (let row = 0; row < outputs * to.height; row++) {
      const end = to.at + row * to.stride + to.width;
      this.#values.fill(0, end, end + columnsOf(to.width) - to.width);
    }
    return to;
  }

  /** The largest value of each square of two rows and `across` columns. */
  #pooled(from: Planes, to: Planes, across: 1 | 2): Planes {
    const values = this.#values;
    for (let channel = 0; channel < to.channels; channel++)
      for (let y = 0; y < to.height; y++) {
        const upper = from.at + (channel * from.height + 2 * y) * from.stride;
        const lower = upper + from.stride;
        const out = to.at + (channel * to.height + y) * to.stride;
        for (let x = 0; x < to.width; x++) {
          const left = x * across;
          let most = Math.max(values[upper + left] ?? 0, values[lower + left] ?? 0);
          // Beyond the end of the line there is nothing, and what was cut is never less.
          if (across === 2) most = Math.max(most, values[upper + left + 1] ?? 0, values[lower + left + 1] ?? 0);
          values[out + x] = most;
        }
      }
    return to;
  }

  #costsOf({ at, channels, width, stride }: Planes): Steps {
    const values = this.#values;
    const costs = new Float32Array(channels * width);
    for (let x = 0; x < width; x++) {
      let most = -Infinity;
      for (let channel = 0; channel < channels; channel++) most = Math.max(most, values[at + channel * stride + x] ?? 0);
      let sum = 0;
      for (let channel = 0; channel < channels; channel++) sum += Math.exp((values[at + channel * stride + x] ?? 0) - most);
      const whole = most + Math.log(sum);
      for (let channel = 0; channel < channels; channel++) costs[x * channels + channel] = whole - (values[at + channel * stride + x] ?? 0);
    }
    return { count: width, classes: channels, costs };
  }
}

const columnsOf = (width: number): number => Math.ceil(width / COLUMNS) * COLUMNS;
const strideOf = (width: number): number => columnsOf(width) + MARGIN;
