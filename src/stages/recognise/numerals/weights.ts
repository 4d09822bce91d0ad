import { readFileSync } from 'node:fs';
import type { Convolution, Layers } from './network.ts';

/** Values are written in this many equal parts of the largest one of their output channel. */
const PARTS = 127;

/** Inputs, outputs, rows and columns of each kernel. */
const SHAPES = [
  [1, 16, 3, 3],
  [16, 32, 3, 3],
  [32, 48, 3, 3],
  [48, 64, 7, 3],
  [64, 64, 1, 5],
  [64, 24, 1, 1],
] as const;

/** The layers from their file: for each its bias and the largest weight of each output (32-bit numbers, little end first), then its weights in signed bytes. Throws where the file has another length. */
export function readLayers(file: string | URL): Layers {
  const bytes = readFileSync(file);
  let at = 0;
  const floats = (count: number): Float32Array => Float32Array.from({ length: count }, () => bytes.readFloatLE((at += 4) - 4));
  const layerOf = ([inputs, outputs, high, wide]: (typeof SHAPES)[number]): Convolution => {
    const [bias, most] = [floats(outputs), floats(outputs)];
    const length = inputs * high * wide;
    const weights = Float32Array.from(
      { length: outputs * length },
      (_, index) => (bytes.readInt8(at++) / PARTS) * (most[Math.floor(index / length)] ?? 0),
    );
    return { inputs, outputs, high, wide, weights, bias };
  };
  const [one, two, three, four, five, six] = SHAPES;
  const layers: Layers = [layerOf(one), layerOf(two), layerOf(three), layerOf(four), layerOf(five), layerOf(six)];
  if (at !== bytes.length) throw new Error(`${String(file)}: ${String(bytes.length)} bytes, ${String(at)} expected`);
  return layers;
}
