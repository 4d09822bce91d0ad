import type { Reading } from '../../../model/page.ts';
import type { Picture, PixelBox } from '../pixels/picture.ts';
import { decode, NUMBER_SIGNS } from './decode.ts';
import { linePicture } from './line-picture.ts';
import { Network } from './network.ts';
import { dataFile, readLayers, type Along } from './weights.ts';

/**
 * Reads a line (pixels of the page) as a number: what it may say, likeliest first, with −ln of each one's probability; nothing where the line is no number or too long
 * for one. A network of our own that knows figures and the signs beside them, trained on worn print (`data/chiffres/README.md`): on pages so coarse that the recogniser
 * of text guesses, a person still reads the figures.
 */
export type NumeralReader = (page: Picture, line: PixelBox) => readonly Reading[];

const WEIGHTS = 'chiffres/reseau.bin';
const ALONG: Along = [
  [64, 5],
  [NUMBER_SIGNS.length + 1, 1],
];

export function openNumerals(): NumeralReader {
  const network = new Network(readLayers(dataFile(WEIGHTS), ALONG));
  return (page, line) => {
    const picture = linePicture(page, line);
    return picture === null ? [] : numbersOf(decode(network.look(picture), NUMBER_SIGNS));
  };
}

/** Letters behind a number are its unit; before or amid figures they make it none, and a line most likely of letters is none whatever else it might be. */
function numbersOf(readings: readonly Reading[]): readonly Reading[] {
  const numbers = readings.map(({ text, cost }) => ({ text: text.replace(/ ?#$/u, ''), cost }));
  const isNumber = ({ text }: Reading): boolean => /\d/u.test(text) && !text.includes('#');
  const [first] = numbers;
  return first === undefined || !isNumber(first) ? [] : numbers.filter(isNumber);
}
