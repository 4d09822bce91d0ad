import { describe, expect, it } from 'vitest';
import { withLostColons } from '../../src/stages/recognise/reading/lost-colons.ts';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

const lexicon = openLexicon();

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
    expect(textsOf(withLostColons([...known, ...lost], lexicon)).slice(known.length)).toEqual([
      'Montant : 900 €',
      'Montant :',
      'Axe du référentiel : Tranquillité',
    ]);
  });

  it('that lost their colon have it back before a value that was taken for a line of its own', () => {
    const value = { ...line('7.000 €'), box: { x0: 1020, y0: 0, x1: 1200, y1: 30 } };
    expect(textsOf(withLostColons([...known, line('Montant'), value], lexicon)).at(-2)).toBe('Montant :');
  });

  it('stay as they are where nothing stands right of them, or other words do, or hardly any line has the colon', () => {
    const others = [line('Montant'), line('Montants prévus'), line('Remarques : aucune'), line('Remarques diverses')];
    expect(textsOf(withLostColons([...known, ...others], lexicon)).slice(known.length)).toEqual(textsOf(others));
  });

  it('of a heading have it back where fields beside or over them have theirs', () => {
    const under = (text: string, y: number, beside?: string): ReadLine => ({
      ...line(text, beside),
      box: { x0: 0, y0: y, x1: 500, y1: y + 30 },
    });
    const fields = [under('Commune : Lens', 0), under('Année : 2022', 40)];
    const lost = [under('Bailleur Société immobilière du Nord', 80), under('Nb de logts', 120, 'Nb de logts 2465')];
    const others = [
      under('Commune Rurale', 400),
      under('Nom et prénom du gardien', 80),
      under('Organisme', 120),
      under('logements Vacants', 80),
    ];
    const read = textsOf(withLostColons([...fields, ...lost, ...others], lexicon));
    expect(read.slice(2, 4)).toEqual(['Bailleur : Société immobilière du Nord', 'Nb de logts :']);
    expect(read.slice(4)).toEqual(textsOf(others));
  });

  it('of a heading have it back before a value of its own box, unless that is another label', () => {
    const at = (text: string, x0: number, x1: number): ReadLine => ({ ...line(text), box: { x0, y0: 0, x1, y1: 30 } });
    const fields = [at('Exercice : 2019', 0, 200), at('Organisme : OPH', 900, 1200)];
    const read = textsOf(withLostColons([...fields, at('Ville', 300, 380), at('FLAYOSC', 400, 560)], lexicon));
    expect(read.slice(2)).toEqual(['Ville :', 'FLAYOSC']);
    expect(textsOf(withLostColons([...fields, at('Ville', 300, 380), at('Quartier', 400, 560)], lexicon)).slice(2)).toEqual([
      'Ville',
      'Quartier',
    ]);
  });
});
