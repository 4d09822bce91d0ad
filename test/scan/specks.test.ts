import { expect, it } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { withoutSpecks } from '../../src/stages/recognise/specks.ts';
import { withoutStampPrint } from '../../src/stages/recognise/stamp-print.ts';

function word(text: string, x: number, y: number, { size = 9, cost = 0.02 } = {}): Word {
  const box = [x, y, x + 0.5 * size * text.length, y + 1.14 * size] as const;
  return { box, readings: [{ text, cost }], size, bold: false, direction: 0 };
}
const texts = (words: readonly Word[]): string[] => words.map(({ readings }) => readings[0].text);
const print = ['Renforcement', 'du', 'gardiennage'].map((text, at) => word(text, 50 + 60 * at, 100));

it('a figure by itself, smaller than all print, is dirt; beside a word it is a mark of it, and where print is as small it is print', () => {
  expect(texts(withoutSpecks([...print, word('1', 289, 80, { size: 5 })]))).toEqual(texts(print));
  expect(texts(withoutSpecks([...print, word('2', 221, 100, { size: 5 })]))).toContain('2');
  expect(texts(withoutSpecks([...print, word('7', 400, 100)]))).toContain('7');
  const notes = ['voir', 'note', 'page'].map((text, at) => word(text, 50 + 30 * at, 300, { size: 5 }));
  expect(texts(withoutSpecks([...print, ...print, ...notes, word('1', 289, 80, { size: 5 })]))).toContain('1');
});

it('a sign by itself that nothing speaks for is dirt, but for a dash and a currency', () => {
  const signs = ['%', '-', '€'].map((text, at) => word(text, 300 + 50 * at, 120, { cost: 0.3 }));
  expect(texts(withoutSpecks([...print, ...signs]))).toEqual([...texts(print), '-', '€']);
  expect(texts(withoutSpecks([...print, word('%', 300, 120)]))).toContain('%');
});

const RING = [200, 480, 360, 570] as const;
/** Words of a line about a middle, a third of their size apart. */
function centred(line: string, middle: number, y: number, size: number): Word[] {
  const wide = line.length * 0.5 * size - (line.split(' ').length - 1) * 0.2 * size;
  let x = middle - wide / 2;
  return line.split(' ').map((text) => {
    const own = word(text, x, y, { size });
    x = own.box[2] + 0.3 * size;
    return own;
  });
}

it('a date in the middle of a ring is a stamp, and so is what stands about the same middle; print that the ring runs over stays', () => {
  const stamp = [...centred('REÇU LE', 280, 505, 11), ...centred('12 MARS 2025', 280, 525, 12)];
  const rows = [...centred('TOTAL AXE 1', 266, 492, 9), word('encombrants', 150, 525)];
  expect(texts(withoutStampPrint([...rows, ...stamp], [RING]))).toEqual(texts(rows));
  expect(withoutStampPrint([...rows, ...stamp], [])).toHaveLength(rows.length + stamp.length);
  const noDate = [...centred('REÇU LE', 280, 505, 11), ...centred('57 158 €', 280, 525, 12)];
  expect(withoutStampPrint(noDate, [RING])).toHaveLength(noDate.length);
});
