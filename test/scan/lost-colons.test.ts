import { describe, expect, it } from 'vitest';
import { withLostColons } from '../../src/stages/recognise/reading/lost-colons.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

function line(text: string, beside?: string): ReadLine {
  const words = text.split(' ').map((own, at) => ({ text: own, confidence: 90, box: { x0: 100 * at, y0: 0, x1: 100 * at + 80, y1: 30 } }));
  return {
    box: { x0: 0, y0: 0, x1: 1000, y1: 30 },
    words,
    numbers: null,
    direction: 0,
    stroke: 4,
    ...(beside === undefined ? {} : { beside }),
  };
}

const textsOf = (lines: readonly ReadLine[]): string[] => lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('labels of a page', () => {
  const known = [
    line('Montant : 500 €'),
    line('Montant : 700 €'),
    line('Axe du référentiel : Sur-entretien'),
    line('Axe du référentiel : Animation'),
  ];

  it('that lost their colon have it back, also where their value was read apart', () => {
    const lost = [line('Montant 900 €'), line('Montant', 'Montant 7.000 €'), line('Axe du référentiel Tranquillité')];
    expect(textsOf(withLostColons([...known, ...lost])).slice(known.length)).toEqual([
      'Montant : 900 €',
      'Montant :',
      'Axe du référentiel : Tranquillité',
    ]);
  });

  it('that lost their colon have it back before a value that was taken for a line of its own', () => {
    const value = { ...line('7.000 €'), box: { x0: 1020, y0: 0, x1: 1200, y1: 30 } };
    expect(textsOf(withLostColons([...known, line('Montant'), value])).at(-2)).toBe('Montant :');
  });

  it('stay as they are where nothing stands right of them, or other words do, or hardly any line has the colon', () => {
    const others = [line('Montant'), line('Montants prévus'), line('Remarques : aucune'), line('Remarques diverses')];
    expect(textsOf(withLostColons([...known, ...others])).slice(known.length)).toEqual(textsOf(others));
  });
});
