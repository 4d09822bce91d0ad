import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/model/page.ts';
import type { PixelBox } from '../../src/stages/recognise/pixels/picture.ts';
import { amountsByColumn } from '../../src/stages/recognise/reading/amounts-by-column.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';
import { likelierWords } from '../../src/stages/recognise/reading/likelier.ts';
import { isLegible } from '../../src/stages/recognise/legible.ts';

const boxAt = (row: number, x0 = 100, x1 = 180): PixelBox => ({ x0, x1, y0: 40 * row, y1: 40 * row + 18 });

/** A line of one word at this confidence; `number`: it is one, as sure as its cost says. */
function lineOf(text: string, box: PixelBox, confidence: number, cost: number | null = null): ReadLine {
  const words = text === '' ? [] : [{ text, confidence, box }];
  return { box, words, numbers: cost === null ? null : [{ text, cost }], direction: 0, stroke: 2 };
}

const column = ['1000 €', '8100 €', '15500 €'].map((text, row) => lineOf(text, boxAt(row), 80, 0.01));
const amount: Reading[] = [{ text: '2600 €', cost: 0.6 }];
const readings = (line: ReadLine | undefined): readonly string[] => (line?.numbers ?? []).map(({ text }) => text);

describe('a guess in a column of numbers', () => {
  it('is the number that is seen there, as doubtful as one voice makes it', () => {
    const guess = lineOf('meo', boxAt(3), 20);
    const read = amountsByColumn([...column, guess], () => amount)[3];
    expect(readings(read)).toEqual(['2600 €']);
    expect(read?.numbers?.[0].cost).toBeGreaterThan(0.6);
  });

  it('is asked for where nothing was seen at all', () => {
    expect(readings(amountsByColumn([...column, lineOf('', boxAt(3), 0)], () => amount)[3])).toEqual(['2600 €']);
  });

  it('is nought where a sign or two surely look like it', () => {
    const nought: Reading[] = [{ text: '0 €', cost: 0.3 }];
    expect(readings(amountsByColumn([...column, lineOf('oc', boxAt(3, 150, 180), 92)], () => nought)[3])).toEqual(['0 €']);
    expect(readings(amountsByColumn([...column, lineOf('pm', boxAt(3, 150, 180), 92)], () => [{ text: '0 €', cost: 0.8 }])[3])).toEqual([]);
  });

  it.each([
    ['stands in no such column', lineOf('meo', boxAt(3, 400, 480), 20)],
    ['is a sure word', lineOf('Total', boxAt(3), 92)],
    ['is long', lineOf('renforcement du nettoyage', boxAt(3), 20)],
    ['is larger print', { ...lineOf('meo', boxAt(3), 20), box: { ...boxAt(3), y1: 160 } }],
  ])('stays what it is where it %s', (_, line) => {
    expect(amountsByColumn([...column, line], () => amount)[3]).toBe(line);
  });

  it('stays what it is where the reader of numbers sees none, or hardly one', () => {
    const guess = lineOf('meo', boxAt(3), 20);
    expect(amountsByColumn([...column, guess], () => [])[3]).toBe(guess);
    expect(amountsByColumn([...column, guess], () => [{ text: '2600 €', cost: 1.5 }])[3]).toBe(guess);
  });
});

describe('a page on which every word is a guess', () => {
  const guesses = Array.from({ length: 20 }, (_, row) => lineOf('mzrte', boxAt(row, 300, 380), 12));

  it('is print where amounts are likely', () => {
    const sure = Array.from({ length: 12 }, (_, row) => lineOf(`${String(1000 + row)} €`, boxAt(row), 30, 0.6));
    expect(isLegible([...guesses, ...sure])).toBe(true);
  });

  it('is none where they are not', () => {
    const unsure = Array.from({ length: 12 }, (_, row) => lineOf(`${String(1000 + row)} €`, boxAt(row), 30, 1.2));
    expect(isLegible([...guesses, ...unsure])).toBe(false);
  });
});

describe('the likelier of two readings of a line', () => {
  const words = (text: string, confidence: number): { text: string; confidence: number; box: PixelBox }[] =>
    text.split(' ').map((word, at) => ({ text: word, confidence, box: boxAt(0, 100 * at, 100 * at + 80) }));
  const knows = (word: string): boolean => ['renforcement', 'du', 'nettoyage'].includes(word);
  const likelier = (first: [string, number], other: [string, number]): string =>
    likelierWords(words(...first), words(...other), knows)
      .map(({ text }) => text)
      .join(' ');

  it('has words of the language', () => {
    expect(likelier(['Rertocemnt da netoyge', 40], ['renforcement du nettoyage', 60])).toBe('renforcement du nettoyage');
    expect(likelier(['renforcement du nettoyage', 60], ['Rertocemnt da netoyge', 95])).toBe('renforcement du nettoyage');
  });

  it('is put right word by word', () => {
    expect(likelier(['renforcement du netoyge', 70], ['Rertocemnt du nettoyage', 60])).toBe('renforcement du nettoyage');
  });

  it('is the one that is believed where both are names', () => {
    expect(likelier(['Vmci', 30], ['Vinci', 95])).toBe('Vinci');
    expect(likelier(['Vinci', 60], ['Vmci', 65])).toBe('Vinci');
  });

  it('leaves numbers to those who read them', () => {
    expect(likelier(['renforcement 12', 50], ['renforcement nettoyage', 70]).split(' ')[1]).toBe('12');
  });

  it('keeps the numbers of a line that is taken whole', () => {
    expect(likelier(['Rertocemnt da 366€', 30], ['renforcement du 366e', 80])).toBe('renforcement du 366€');
  });

  it('is anything where nothing was seen', () => {
    expect(likelierWords([], words('Vinci', 60), knows)).toHaveLength(1);
    expect(likelier(['Vinci', 60], ['', 0])).toBe('Vinci');
  });
});
