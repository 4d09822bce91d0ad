import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Convolution, Layers } from './network.ts';

/** Values are written in this many equal parts of the largest one of their output channel. */
const PARTS = 127;

/** Inputs, outputs, rows and columns of each kernel, up to where the picture is one row high. */
const TRUNK = [
  [1, 16, 3, 3],
  [16, 32, 3, 3],
  [32, 48, 3, 3],
  [48, 64, 7, 3],
] as const;

/** Outputs and width of each layer along the line; the last gives the classes. */
export type Along = readonly (readonly [outputs: number, wide: number])[];

/** The layers from their file: for each its bias and the largest weight of each output (32-bit numbers, little end first), then its weights in signed bytes. Throws where the file has another length. */
export function readLayers(file: string | URL, along: Along): Layers {
  const bytes = readFileSync(file);
  let at = 0;
  const floats = (count: number): Float32Array => Float32Array.from({ length: count }, () => bytes.readFloatLE((at += 4) - 4));
  const layerOf = (inputs: number, outputs: number, high: number, wide: number): Convolution => {
    const [bias, most] = [floats(outputs), floats(outputs)];
    const length = inputs * high * wide;
    const weights = Float32Array.from(
      { length: outputs * length },
      (_, index) => (bytes.readInt8(at++) / PARTS) * (most[Math.floor(index / length)] ?? 0),
    );
    return { inputs, outputs, high, wide, weights, bias };
  };
  const overPicture = TRUNK.map(([from, to, high, wide]) => layerOf(from, to, high, wide));
  let inputs: number = TRUNK[3][1];
  const alongLine = along.map(([outputs, wide]) => {
    const layer = layerOf(inputs, outputs, 1, wide);
    inputs = outputs;
    return layer;
  });
  if (at !== bytes.length) throw new Error(`${String(file)}: ${String(bytes.length)} bytes, ${String(at)} expected`);
  return { overPicture, alongLine };
}

/** A file of the nearest `data` above that has it: sources run from `src`, the build from `dist/src`. */
export function dataFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'data', name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`data/${name} is missing from the installation`);
    folder = parent;
  }
}
