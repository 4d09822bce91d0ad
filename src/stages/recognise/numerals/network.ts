import { ROWS, type LinePicture } from './line-picture.ts';

/** One convolution with its normalisation folded in: `weights[out][in][row][column]`, then a bias for each output. */
export interface Convolution {
  readonly inputs: number;
  readonly outputs: number;
  readonly high: number;
  readonly wide: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The six layers, first to last. */
export type Layers = readonly [Convolution, Convolution, Convolution, Convolution, Convolution, Convolution];

/** Values of several channels over a picture: channel by channel, row by row. */
interface Planes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** For each step from left to right (two pixels), −ln of the share each class has: `classes` values a step, class 0 being "no sign here". */
export interface Steps {
  readonly count: number;
  readonly classes: number;
  readonly costs: Float32Array;
}

/** What the network sees on a line. Convolutions over the picture, halved in width once and in height twice, then along the line alone. */
export function stepsOf([one, two, three, four, five, six]: Layers, line: LinePicture): Steps {
  const first = convolved(one, { channels: 1, height: ROWS, width: line.width, data: line.data }, true);
  const second = convolved(two, pooled(first, 2), true);
  const third = convolved(three, pooled(second, 1), true);
  const fourth = convolved(four, third, true);
  const last = convolved(six, convolved(five, fourth, true), false);
  return costsOf(last);
}

/** Rows outside count as nothing but for a kernel as high as the picture, which lies on it once. Negative sums are cut to 0 where `cut`. */
function convolved({ inputs, outputs, high, wide, weights, bias }: Convolution, from: Planes, cut: boolean): Planes {
  const isWhole = high === from.height;
  const height = isWhole ? 1 : from.height;
  const { width } = from;
  const top = isWhole ? 0 : high >> 1;
  const side = wide >> 1;
  const length = inputs * high * wide;
  const out = new Float32Array(outputs * height * width);
  const around = new Float32Array(length * width);
  for (let y = 0; y < height; y++) {
    gather(around, from, y - top, side, high, wide);
    for (let channel = 0; channel < outputs; channel += 2)
      sumPair(around, width, length, { weights, bias, channel, out, step: height * width, to: (channel * height + y) * width });
  }
  if (cut) for (let at = 0; at < out.length; at++) if ((out[at] ?? 0) < 0) out[at] = 0;
  return { channels: outputs, height, width, data: out };
}

/** Two output channels of one row: `out` at `to` for the first, `step` further for the second. */
interface Pair {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly channel: number;
  readonly out: Float32Array;
  readonly step: number;
  readonly to: number;
}

/** The sums of two channels at each place of a row; two places at once, so that each value and weight that is fetched is used twice. */
function sumPair(around: Float32Array, width: number, length: number, { weights, bias, channel, out, step, to }: Pair): void {
  const first = bias[channel] ?? 0;
  const second = bias[channel + 1] ?? 0;
  const own = channel * length;
  for (let x = 0; x < width; x += 2) {
    const isLast = x + 1 === width;
    const next = isLast ? 0 : length;
    let a = first;
    let b = second;
    let c = first;
    let d = second;
    for (let at = own, place = x * length, end = own + length; at < end; at++, place++) {
      const one = weights[at] ?? 0;
      const two = weights[at + length] ?? 0;
      const here = around[place] ?? 0;
      const beside = around[place + next] ?? 0;
      a += one * here;
      b += two * here;
      c += one * beside;
      d += two * beside;
    }
    out[to + x] = a;
    out[to + step + x] = b;
    if (isLast) continue;
    out[to + x + 1] = c;
    out[to + step + x + 1] = d;
  }
}

/** For each place of a row what lies under a kernel there, in the order of its weights. */
function gather(into: Float32Array, from: Planes, top: number, side: number, high: number, wide: number): void {
  const { channels, height, width, data } = from;
  const length = channels * high * wide;
  into.fill(0);
  let at = 0;
  for (let channel = 0; channel < channels; channel++)
    for (let row = 0; row < high; row++) {
      const y = top + row;
      for (let column = 0; column < wide; column++, at++) {
        if (y < 0 || y >= height) continue;
        const start = (channel * height + y) * width + column - side;
        for (let x = Math.max(0, side - column), end = Math.min(width, width + side - column); x < end; x++)
          into[x * length + at] = data[start + x] ?? 0;
      }
    }
}

/** The largest value of each square of two rows and `across` columns. */
function pooled({ channels, height, width, data }: Planes, across: 1 | 2): Planes {
  const [high, wide] = [height >> 1, Math.ceil(width / across)];
  const out = new Float32Array(channels * high * wide);
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++) {
        let most = -Infinity;
        for (let dy = 0; dy < 2; dy++)
          for (let dx = 0; dx < across && x * across + dx < width; dx++)
            most = Math.max(most, data[(channel * height + 2 * y + dy) * width + x * across + dx] ?? 0);
        out[(channel * high + y) * wide + x] = most;
      }
  return { channels, height: high, width: wide, data: out };
}

function costsOf({ channels, width, data }: Planes): Steps {
  const costs = new Float32Array(channels * width);
  for (let x = 0; x < width; x++) {
    let most = -Infinity;
    for (let channel = 0; channel < channels; channel++) most = Math.max(most, data[channel * width + x] ?? 0);
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += Math.exp((data[channel * width + x] ?? 0) - most);
    const whole = most + Math.log(sum);
    for (let channel = 0; channel < channels; channel++) costs[x * channels + channel] = whole - (data[channel * width + x] ?? 0);
  }
  return { count: width, classes: channels, costs };
}
