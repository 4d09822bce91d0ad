import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { ROWS, type LinePicture } from '../../src/stages/recognise/learnt/line-picture.ts';
import { Network, type Convolution } from '../../src/stages/recognise/learnt/network.ts';
import { BINARY } from '../../src/stages/recognise/learnt/row.ts';
import { Random } from '../generator/random.ts';

const SOURCE = 'src/stages/recognise/learnt/row.wat';

describe('row.ts', () => {
  it('is row.wat in binary', async () => {
    const parsed = (await wabt()).parseWat(SOURCE, readFileSync(SOURCE, 'utf8'), { simd: true });
    parsed.validate();
    expect(BINARY).toBe(Buffer.from(parsed.toBinary({}).buffer).toString('base64'));
  });
});

/** A picture of several channels as nested lists: channel, row, column. */
type Picture = number[][][];

const random = new Random(7);
const value = (): number => random.next() * 2 - 1;

function layer(inputs: number, outputs: number, high: number, wide: number): Convolution {
  const weights = Float32Array.from({ length: outputs * inputs * high * wide }, () => value() / Math.sqrt(inputs * high * wide));
  return { inputs, outputs, high, wide, weights, bias: Float32Array.from({ length: outputs }, value) };
}

/** A convolution as books define it. */
function convolved({ inputs, outputs, high, wide, weights, bias }: Convolution, from: Picture, cut: boolean): Picture {
  const [height, width] = [from[0]?.length ?? 0, from[0]?.[0]?.length ?? 0];
  const isWhole = high === height;
  return Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: isWhole ? 1 : height }, (_, y) =>
      Array.from({ length: width }, (_, x) => {
        let sum = bias[output] ?? 0;
        for (let input = 0; input < inputs; input++)
          for (let row = 0; row < high; row++)
            for (let column = 0; column < wide; column++)
              sum +=
                (weights[((output * inputs + input) * high + row) * wide + column] ?? 0) *
                (from[input]?.[y + row - (isWhole ? 0 : high >> 1)]?.[x + column - (wide >> 1)] ?? 0);
        return cut ? Math.max(0, sum) : sum;
      }),
    ),
  );
}

function pooled(from: Picture, across: 1 | 2): Picture {
  return from.map((rows) =>
    Array.from({ length: rows.length >> 1 }, (_, y) =>
      Array.from({ length: Math.ceil((rows[0]?.length ?? 0) / across) }, (_, x) =>
        Math.max(
          ...[2 * y, 2 * y + 1].flatMap((row) =>
            Array.from({ length: across }, (_, column) => rows[row]?.[x * across + column] ?? -Infinity),
          ),
        ),
      ),
    ),
  );
}

describe('a network', () => {
  const overPicture = [layer(1, 4, 3, 3), layer(4, 8, 3, 3), layer(8, 4, 3, 3), layer(4, 8, 7, 3)] as const;
  const alongLine = [layer(8, 12, 1, 7), layer(12, 8, 1, 1)] as const;
  const network = new Network({ overPicture, alongLine });

  /** −ln of the shares at each step. */
  function defined(line: LinePicture): number[] {
    const rows = Array.from({ length: ROWS }, (_, y) => [...line.data.subarray(y * line.width, (y + 1) * line.width)]);
    const [one, two, three, four] = overPicture;
    const first = pooled(convolved(one, [rows], true), 2);
    const second = pooled(convolved(two, first, true), 1);
    const along = convolved(alongLine[0], convolved(four, convolved(three, second, true), true), true);
    const last = convolved(alongLine[1], along, false);
    const steps = last[0]?.[0]?.length ?? 0;
    return Array.from({ length: steps }, (_, x) => last.map((channel) => channel[0]?.[x] ?? 0)).flatMap((sums) => {
      const whole = Math.log(sums.reduce((sum, each) => sum + Math.exp(each), 0));
      return sums.map((each) => whole - each);
    });
  }

  // Widths that end at, before and behind a block of columns, wider and narrower ones in turn.
  it.each([16, 17, 40, 9, 63, 8, 33])('gives what its convolutions are defined to give on a line of %i pixels', (width) => {
    const line = { width, data: Float32Array.from({ length: width * ROWS }, () => random.next()) };
    const { costs, count } = network.look(line);
    const expected = defined(line);
    expect(count).toBe(Math.ceil(width / 2));
    expect(costs).toHaveLength(expected.length);
    costs.forEach((cost, at) => {
      expect(cost).toBeCloseTo(expected[at] ?? NaN, 3);
    });
  });
});
