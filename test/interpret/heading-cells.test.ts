import { expect, test } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { withHeadingCells } from '../../src/stages/interpret/heading-cells.ts';

const line = (text: string, x: number, y: number): Piece => ({
  text,
  place: { page: 1, box: [x, y, x + 5 * text.length, y + 10] },
  size: 10,
  bold: false,
});

const textsOf = (...pieces: readonly Piece[]): string[] => withHeadingCells(pieces).map(({ text }) => text);

test('lines above and below the height of their label are one value, beside a label of several lines too', () => {
  const heading = [
    line('LES', 300, 90),
    line('Nombre de', 50, 95),
    line('Quartier :', 200, 100),
    line('MINGUETTES', 300, 100),
    line('logements :', 50, 105),
    line('1 200', 120, 100),
    line('OUEST', 300, 110),
  ];
  expect(textsOf(...heading)).toEqual(['LES MINGUETTES OUEST', 'Nombre de logements :', 'Quartier :', '1 200']);
});

test('values under each other, each beside its label, stay apart', () => {
  const facts = ['Commune :', 'Quartier :', 'Bailleur :'].flatMap((label, row) => [
    line(label, 50, 100 + 10 * row),
    line(['Lens', 'Cité 4', 'Artois Habitat'][row] ?? '', 150, 100 + 10 * row),
  ]);
  expect(textsOf(...facts)).toEqual(facts.map(({ text }) => text));
});

test('labels under each other that would be one label in one line stay apart where each has its value', () => {
  const facts = [line('Nb de logts', 50, 100), line('1 201', 250, 100), line('Quartier :', 50, 114), line('Les Hauts de Seine', 250, 114)];
  expect(textsOf(...facts)).toEqual(facts.map(({ text }) => text));
});
