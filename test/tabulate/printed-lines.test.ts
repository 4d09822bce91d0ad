import { expect, it } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { printedLines } from '../../src/stages/tabulate/text/lines.ts';

function word(text: string, x: number, top: number): Word {
  return { box: [x, top, x + 4 * text.length, top + 6.84], readings: [{ text, cost: 0 }], size: 6, bold: false, direction: 0 };
}

it('a row seen a little askew beside the second line of its label is one line', () => {
  const words = [
    word('proximité', 46, 199.68),
    word('Agent', 228, 203.52),
    word('2100', 519, 203.28),
    word('-', 651, 202.86),
    word('11700', 700, 203.04),
  ];
  expect(printedLines(words).map((line) => line.words.map(({ readings }) => readings[0].text))).toEqual([
    ['proximité'],
    ['Agent', '2100', '-', '11700'],
  ]);
});
