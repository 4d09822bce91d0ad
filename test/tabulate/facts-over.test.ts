import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { withoutFactsOver } from '../../src/stages/tabulate/align/facts-over.ts';
import { textAt } from './draw.ts';

const line = (y: number, ...texts: readonly string[]) => texts.flatMap((text, column) => textAt(50 + 90 * column, y, text));

const FACTS = [...textAt(140, 94, 'TERRES DU'), ...line(100, 'Organisme :', '', 'Logements :', '397'), ...textAt(140, 106, 'NORD HABITAT')];
const rows = (...cells: readonly string[]) => [...line(130, 'Médiation', ...cells), ...line(145, 'Gardiens', ...cells)];
const topsOf = (words: ReturnType<typeof line>): readonly number[] => withoutFactsOver(chunkedLines(words)).map(({ top }) => top);

test('facts side by side in more columns than the rows under them are no rows', () => {
  expect(topsOf([...FACTS, ...line(112, 'Année :', '2024', 'Ville :', 'Lens'), ...rows('', '', '', '46 693 €')])).toEqual([130, 145]);
});

test('facts that are a text each, and the title under them, are no rows', () => {
  const facts = [...line(88, 'Exercice :2024', '', 'Commune : Lens'), ...line(100, 'Organisme : Logis', '', 'Nb de logts :48')];
  const title = textAt(140, 112, 'Annexe 2', { bold: true });
  expect(topsOf([...facts, ...title, ...rows('11 000 €')])).toEqual([130, 145]);
  expect(topsOf([...rows('11 000 €'), ...line(160, 'Total :1 000 €', '', 'Reste : 500 €')])).toEqual([130, 145, 160]);
});

test('one label alone, or labels over a table of as many columns, stay with the rows', () => {
  expect(topsOf([...line(100, 'Total :', '46 693 €'), ...rows('11 000 €')])).toEqual([100, 130, 145]);
  expect(topsOf([...line(100, 'Année :', '2024', 'Ville :', 'Lens'), ...rows('1 000 €', '2 000 €', '3 000 €')])).toEqual([100, 130, 145]);
});
