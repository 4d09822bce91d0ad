import { describe, expect, it } from 'vitest';
import { wordText } from '../../src/model/page.ts';
import { readOne } from './support.ts';

const FIGURE = 'BT /F1 10 Tf 100 200 Td (4 000) Tj ET';

/** The words that are struck out, and how many rules are left. */
async function struck(content: string): Promise<[readonly string[], number]> {
  const { words, rules } = await readOne({ content });
  return [words.filter((word) => word.struck === true).map(wordText), rules.length];
}

describe('a line through words', () => {
  it('strikes them out, and is no rule', async () => {
    expect(await struck(`${FIGURE} 0.7 w 100 203.5 m 126 203.5 l S`)).toEqual([['4', '000'], 0]);
    expect(await struck(`${FIGURE} 100 203 26 0.75 re f`)).toEqual([['4', '000'], 0]);
  });

  it('that goes on to the border of a cell is a rule of the table', async () => {
    expect(await struck(`${FIGURE} 0.7 w 60 203.5 m 126 203.5 l S`)).toEqual([[], 1]);
    expect(await struck(`${FIGURE} 0.7 w 100 203.5 m 200 203.5 l S`)).toEqual([[], 1]);
  });

  it('under them, over them or through a part of them strikes nothing out', async () => {
    expect(await struck(`${FIGURE} 0.7 w 100 198.6 m 126 198.6 l S`)).toEqual([[], 1]);
    expect(await struck(`${FIGURE} 0.7 w 100 209.5 m 126 209.5 l S`)).toEqual([[], 1]);
    expect(await struck(`${FIGURE} 0.7 w 100 203.5 m 103 203.5 l S`)).toEqual([[], 1]);
  });
});
