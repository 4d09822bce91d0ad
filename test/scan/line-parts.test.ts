import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/stages/recognise/reading/line-parts.ts';
import { isNumberLike } from '../../src/stages/recognise/reading/number-text.ts';
import type { RecognisedWord } from '../../src/stages/recognise/engine/engine.ts';

/** Words of a line 30 pixels high, 12 pixels between them unless a `|` asks for 60. */
function line(text: string): RecognisedWord[] {
  let x = 100;
  return text.split(' ').flatMap((each): RecognisedWord[] => {
    if (each === '|') {
      x += 48;
      return [];
    }
    const box = { x0: x, y0: 0, x1: x + 20 * each.length, y1: 30 };
    x = box.x1 + 12;
    return [{ text: each, confidence: 90, box }];
  });
}

const parts = (text: string): string[] =>
  partsOf({ x0: 100, y0: 0, x1: 2000, y1: 30 }, line(text), 6).map(({ words }) => words.map((word) => word.text).join(' '));

describe('the parts of a line that are confirmed by themselves', () => {
  it.each([
    ['12 500 € | 18 000 €', ['12 500 €', '18 000 €']],
    ['Total section A : 12 500 €', ['Total section A :', '12 500 €']],
    ['Nettoyage des halls : 3,812 € / an', ['Nettoyage des halls :', '3,812 €', '/ an']],
    ['Nettoyage des halls : 3.812 €/ an', ['Nettoyage des halls :', '3.812 €/', 'an']],
    ['Nettoyage des halls > 4.742 €', ['Nettoyage des halls :', '4.742 €']],
    ['SOUS-TOTAL 103 211,50 €', ['SOUS-TOTAL', '103 211,50 €']],
    ['12 500 €', ['12 500 €']],
    ['Cet axe s’élève à 22 OOB€.', ['Cet axe s’élève à', '22 OOB€.']],
    ['Total de l’axe 7 : 9 6l0 NO €', ['Total de l’axe 7 :', '9 6l0 NO €']],
    ["Total de l'axe 3.26961 €", ["Total de l'axe 3 :", '26961 €']],
    ["Total de l'axe 3. 26 961 €", ["Total de l'axe 3 :", '26 961 €']],
    ["Total de l'axe 3 . 26 961 €", ["Total de l'axe 3 :", '26 961 €']],
    ["Montant de l'axe 3.961 €", ["Montant de l'axe", '3.961 €']],
    ['Contenu : suivi à 15 € par mois', ['Contenu : suivi à 15 € par mois']],
    ['Coût 2018 :', ['Coût 2018 :']],
    ['Nombre de logements concernés : à 693', ['Nombre de logements concernés :', 'à 693']],
    ['Nombre de logements concernés: so1', ['Nombre de logements concernés:', 'so1']],
    ['Nombre de réunions : so1', ['Nombre de réunions : so1']],
    ['2022 - 2027', ['2022 - 2027']],
    ['Enlèvement de 4 épaves', ['Enlèvement de 4 épaves']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('words with a year are text, an amount with its unit is a number', () => {
    expect(['Coût 2018 :', 'axe 1', '12 500 euros HT', '1 500 €', '2022 - 2027'].map(isNumberLike)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('boxes of parts are whole pixels', () => {
    const words = line('Total 12 500 €').map((word, index) =>
      index === 1 ? { ...word, box: { ...word.box, x0: word.box.x0 + 1 } } : word,
    );
    for (const { box } of partsOf({ x0: 100, y0: 0, x1: 900, y1: 30 }, words, 6))
      expect(Number.isInteger(box.x0) && Number.isInteger(box.x1)).toBe(true);
  });
});
