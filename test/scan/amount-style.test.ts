import { describe, expect, it } from 'vitest';
import { inPageStyle } from '../../src/stages/recognise/reading/amount-style.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

const BOX = { x0: 0, y0: 0, x1: 100, y1: 20 };

function amount(text: string): ReadLine {
  return { box: BOX, words: [], numbers: [{ text, cost: 0.01 }], direction: 0, stroke: 3 };
}

const CENTS = ['13 344.00 €', '6 672.50 €', '97 500,00 €', '-143.00 €', '0.00 €'].map(amount);
const readings = (line: ReadLine | undefined): string[] => (line?.numbers ?? []).map(({ text }) => text);

describe('amounts of a page that writes cents', () => {
  it.each([
    ['1334400 €', '13 344,00 €'],
    ['50000 €', '500,00 €'],
    ['-331100 €', '-3 311,00 €'],
    ['2 800 00 €', '2 800,00 €'],
    ['19,500 00 €', '19 500,00 €'],
  ])('%s may have lost its mark, and keeps what was seen', (seen, meant) => {
    expect(readings(inPageStyle([...CENTS, amount(seen)]).at(-1))).toEqual([meant, seen]);
  });

  it('though years stand there too, and noughts without their mark', () => {
    const others = ['2026', '2026', '2024', '000 €', '000 €'].map(amount);
    const styled = inPageStyle([...CENTS, ...others, amount('1334400 €')]);
    expect(readings(styled.at(-1))).toEqual(['13 344,00 €', '1334400 €']);
    expect(readings(styled.at(-2))).toEqual(['0,00 €', '000 €']);
    expect(readings(styled[CENTS.length])).toEqual(['2026']);
  });

  const beside = (text: string): ReadLine => ({ ...amount(text), box: { ...BOX, x0: 300, x1: 400 } });

  it.each([
    ['2381390', '23 813,90'],
    ['24 000 00', '24 000,00'],
    ['30 002 00 EUR', '30 002,00 EUR'],
  ])('%s is one of its column', (seen, meant) => {
    expect(readings(inPageStyle([...CENTS, amount(seen)]).at(-1))[0]).toBe(meant);
  });

  it.each(['93008', '59 350'])('%s beside the columns of amounts stays as it is', (seen) => {
    expect(readings(inPageStyle([...CENTS, beside(seen)]).at(-1))).toEqual([seen]);
  });

  it('what recognisers said counts as it would with its mark', () => {
    const said = ['142000 €', '1400 00 €', '1400 C0 €'];
    const [first] = readings(inPageStyle([...CENTS, { ...amount('142000 €'), said }]).at(-1));
    expect(first).toBe('1 400,00 €');
  });

  it.each(['13 344 €', '3116 €', '2025', '50 %', '1 452 logements'])('%s stays as it is', (seen) => {
    expect(readings(inPageStyle([...CENTS, amount(seen)]).at(-1))).toEqual([seen]);
  });

  it('nothing changes where the page writes whole amounts as well', () => {
    const whole = ['12 000 €', '8 500 €', '700 €'].map(amount);
    expect(readings(inPageStyle([...CENTS, ...whole, amount('1334400 €')]).at(-1))).toEqual(['1334400 €']);
  });
});
