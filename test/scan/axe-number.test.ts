import { expect, it } from 'vitest';
import { withAxeNumber } from '../../src/stages/recognise/reading/axe-number.ts';

const read = (text: string): string =>
  withAxeNumber(text.split(' ').map((each) => ({ text: each, confidence: 80, box: { x0: 0, y0: 0, x1: 10 * each.length, y1: 20 } })))
    .map((word) => word.text)
    .join(' ');

it.each([
  ["Total de l'axe 3.26961 €", "Total de l'axe 3 : 26961 €"],
  ['axe 3 . 26 961 €', 'axe 3 : 26 961 €'],
  ['axe 3 .26 961 €', 'axe 3 : 26 961 €'],
  ['axe 3 26 961 €', 'axe 3 26 961 €'],
  ['Montant hors taxe 4 . 500 €', 'Montant hors taxe 4 . 500 €'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
