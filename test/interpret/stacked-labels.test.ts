import { expect, test } from 'vitest';
import type { Box } from '../../src/model/geometry.ts';
import type { Cell } from '../../src/model/grid.ts';
import { piecesOf } from '../../src/stages/interpret/stacked-labels.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, page, textAt, vertical } from '../tabulate/draw.ts';

/** The cells of a box of two columns without row rules, with these lines 13 points apart in each. */
function cells(labels: readonly string[], values: readonly string[]): readonly Cell[] {
  const box: Box = [50, 100, 450, 110 + 13 * labels.length];
  const words = [
    ...labels.flatMap((text, at) => textAt(54, 104 + 13 * at, text)),
    ...values.flatMap((text, at) => textAt(204, 104 + 13 * at, text)),
  ];
  const [layout] = tabulate([page({ words, rules: [...frame(box), vertical(200, box[1], box[3])] })]);
  return layout.value.grids.flatMap((grid) => grid.cells);
}

test('labels one under the other in a cell meet their values in the next', () => {
  const heading = cells(['Année :', 'Ville', 'Organisme', 'Référent :'], ['2023', 'Marseille', 'Immoouest', 'Mme Dupont']);
  expect(heading).toHaveLength(2);
  expect(piecesOf(heading).map(({ text }) => text)).toEqual([
    'Année :',
    '2023',
    'Ville',
    'Marseille',
    'Organisme',
    'Immoouest',
    'Référent :',
    'Mme Dupont',
  ]);
});

test('a label whose value has several lines stays one text', () => {
  const both = cells(['Organisme', 'Hlm'], ['OPAC de Bas-', 'en-Basset']);
  expect(piecesOf(both).map(({ text }) => text)).toEqual(['Organisme Hlm', 'OPAC de Bas-en-Basset']);
  const marked = cells(['Organisme', 'Hlm :'], ['OPH Trois', 'Rivières']);
  expect(piecesOf(marked).map(({ text }) => text)).toEqual(['Organisme Hlm :', 'OPH Trois Rivières']);
  const quartier = cells(['Quartier prioritaire', 'de la ville (QPV) :'], ['RESIDENCE JEAN', 'MOULIN - QN06928M']);
  expect(piecesOf(quartier).map(({ text }) => text)).toEqual([
    'Quartier prioritaire de la ville (QPV) :',
    'RESIDENCE JEAN MOULIN - QN06928M',
  ]);
  const wrapped = cells(['Actions de', 'proximité'], ['Médiation', 'sociale']);
  expect(piecesOf(wrapped).map(({ text }) => text)).toEqual(['Actions de proximité', 'Médiation sociale']);
});
