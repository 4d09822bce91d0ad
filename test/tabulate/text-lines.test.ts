import { expect, it } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { textLinesOf } from '../../src/stages/tabulate/blocks.ts';
import { textAt } from './draw.ts';

/** Words from x = 50 with the same white before each; those in capitals are bold. */
function justified(y: number, white: number, ...words: readonly string[]): Word[] {
  let x = 50;
  return words.flatMap((word) => {
    const placed = textAt(x, y, word, { bold: word === word.toUpperCase() });
    x = Math.max(...placed.map(({ box }) => box[2])) + white;
    return placed;
  });
}

const texts = (words: readonly Word[]): string[] => textLinesOf(words, 1).map(({ text }) => text);

it('a line set to both borders is one text, whatever its words weigh', () => {
  expect(texts(justified(100, 6, 'Quartier', 'du', 'LAC', 'et', 'bailleur', 'AGEN'))).toEqual(['Quartier du LAC et bailleur AGEN']);
});

it('a value in bold that stands further off than the words of its label is a text of its own', () => {
  const label = textAt(50, 100, 'Nombre de logements situés');
  const end = Math.max(...label.map(({ box }) => box[2]));
  expect(texts([...label, ...textAt(end + 6, 100, 'AGEN', { bold: true })])).toEqual(['Nombre de logements situés', 'AGEN']);
});
