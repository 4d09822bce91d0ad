import { expect, test } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { withoutFurniture } from '../../src/stages/interpret/listes/furniture.ts';

const page = (number: number, ...lines: readonly string[]): Piece[] =>
  lines.map((text, at) => ({
    text,
    place: { page: number, box: [50, 100 + 20 * at, 50 + 5 * text.length, 111 + 20 * at] },
    size: 10,
    bold: false,
  }));

const texts = (...pieces: readonly Piece[]): string[] => withoutFurniture(pieces, () => false).map(({ text }) => text);

test('the line of a sheet that ends two pages in a row is no foot of these', () => {
  const sheets = [
    ...page(1, 'Fiche n°1', 'Dépense prévue : 9 500 €', 'Dépense valorisée : -'),
    ...page(2, 'Fiche n°2', 'Dépense prévue : 8 500 €', 'Dépense valorisée : -'),
    ...page(3, 'Fiche n°3', 'Dépense prévue : 2 500 €', 'Taux : 100 %', 'Dépense valorisée : 2 500 €'),
    ...page(4, 'Fiche n°4', 'Dépense prévue : 2 500 €', 'Taux : 80 %', 'Dépense valorisée : 2 000 €', 'Taux retenu : 100 %'),
  ];
  expect(texts(...sheets)).toEqual(sheets.map(({ text }) => text));
});

test('a key that stands amid other pages is none of their feet either', () => {
  const sheets = [
    ...page(1, 'Fiche n°1', 'Coût : 9 500 €', 'Taux : 100 %'),
    ...page(2, 'Fiche n°2', 'Coût : 8 500 €', 'Taux : 100 %'),
    ...page(3, 'Fiche n°3', 'Coût : 2 500 €', 'Taux : 80 %', 'Suivi : trimestriel'),
  ];
  expect(texts(...sheets)).toEqual(sheets.map(({ text }) => text));
});

test('a running foot goes, whatever colon it has', () => {
  const pages = [1, 2, 3].flatMap((number) =>
    page(number, `Fiche n°${String(number)}`, 'Coût : 9 500 €', 'Programme TFPB : version finale'),
  );
  expect(texts(...pages)).not.toContain('Programme TFPB : version finale');
});
