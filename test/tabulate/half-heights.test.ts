import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { edgesAtHalfHeights } from '../../src/stages/tabulate/align/half-heights.ts';
import { textAt } from './draw.ts';

/** A value at (`x`, `y`) and, in the two lines around it, the label to its right. */
const beside = (x: number, y: number, value: string, upper: string, lower: string) => [
  ...textAt(x, y, value),
  ...textAt(x + 70, y - 6, upper),
  ...textAt(x + 70, y + 6, lower),
];

const cells = [...beside(50, 100, 'Lens', 'Quartier prioritaire', 'de la ville'), ...beside(50, 140, '81', 'Montant de', "l'abattement :")];

test('texts set at half the heights of each other, side by side, stand in two columns', () => {
  const edges = edgesAtHalfHeights(chunkedLines(cells), []);
  expect(edges).toHaveLength(1);
  expect(edges[0]).toBeGreaterThan(70);
  expect(edges[0]).toBeLessThan(120);
});

test('no edge where one is known, nor where texts run over the white', () => {
  expect(edgesAtHalfHeights(chunkedLines(cells), [110])).toEqual([]);
  const titles = [160, 180, 200].flatMap((y) => textAt(50, y, 'Un texte qui court sur toute la largeur'));
  expect(edgesAtHalfHeights(chunkedLines([...cells, ...titles]), [])).toEqual([]);
});
