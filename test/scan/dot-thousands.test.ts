import { describe, expect, it } from 'vitest';
import { withDotThousands } from '../../src/stages/recognise/reading/dot-thousands.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

const lineOf = (text: string, row: number): ReadLine => {
  const box = { x0: 0, x1: 90, y0: 40 * row, y1: 40 * row + 20 };
  return { box, words: [{ text, confidence: 90, box }], numbers: [{ text, cost: 0.01 }], direction: 0, stroke: 2 };
};
const read = (...texts: string[]): string[] => withDotThousands(texts.map(lineOf)).map(({ numbers }) => numbers?.[0].text ?? '');
const DOTTED = ['27.859 €', '31.671 €', '15.882 €', '1.008.637 €'];

describe('amounts of a page that parts thousands by dots', () => {
  it('have dots where a comma was read before three figures', () => {
    expect(read(...DOTTED, '3,812 €', '1.003,812 €').slice(4)).toEqual(['3.812 €', '1.003.812 €']);
  });

  it('keep the commas before cents', () => {
    expect(read(...DOTTED, '812,50 €', '3.812,50 €').slice(4)).toEqual(['812,50 €', '3.812,50 €']);
  });

  it('are no ratios: numbers without a currency, or in a column with « 0,125 € »', () => {
    expect(read(...DOTTED, '34,309').at(-1)).toBe('34,309');
    expect(read(...DOTTED, '0,125 €', '1,250 €').slice(4)).toEqual(['0,125 €', '1,250 €']);
  });

  it('stay as they were read where too few have dots', () => {
    expect(read(...DOTTED.slice(1), '3,812 €')[3]).toBe('3,812 €');
  });
});
