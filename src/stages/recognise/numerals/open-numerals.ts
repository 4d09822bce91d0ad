import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../../../model/page.ts';
import type { Picture, PixelBox } from '../pixels/picture.ts';
import { decode } from './decode.ts';
import { linePicture } from './line-picture.ts';
import { stepsOf } from './network.ts';
import { readLayers } from './weights.ts';

/**
 * Reads a line (pixels of the page) as a number: what it may say, likeliest first, with −ln of each one's probability; nothing where the line is no number or too long
 * for one. A network of our own that knows figures and the signs beside them, trained on worn print (`data/chiffres/README.md`): on pages so coarse that the recogniser
 * of text guesses, a person still reads the figures.
 */
export type NumeralReader = (page: Picture, line: PixelBox) => readonly Reading[];

/** Where the weights lie, in the nearest `data` above: sources run from `src`, the build from `dist/src`. */
const WEIGHTS = 'data/chiffres/reseau.bin';

export function openNumerals(): NumeralReader {
  const layers = readLayers(weightsFile());
  return (page, line) => {
    const picture = linePicture(page, line);
    return picture === null ? [] : numbersOf(decode(stepsOf(layers, picture)));
  };
}

/** Letters behind a number are its unit; before or amid figures they make it none, and a line most likely of letters is none whatever else it might be. */
function numbersOf(readings: readonly Reading[]): readonly Reading[] {
  const numbers = readings.map(({ text, cost }) => ({ text: text.replace(/ ?#$/u, ''), cost }));
  const isNumber = ({ text }: Reading): boolean => /\d/u.test(text) && !text.includes('#');
  const [first] = numbers;
  return first === undefined || !isNumber(first) ? [] : numbers.filter(isNumber);
}

function weightsFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, WEIGHTS);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${WEIGHTS} is missing from the installation`);
    folder = parent;
  }
}
