import { expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { withWholeWords } from '../../src/stages/interpret/whole-words.ts';

const piece = (text: string, x0: number, y0: number): Piece => ({
  text,
  place: { page: 2, box: [x0, y0, x0 + 5 * text.length, y0 + 10] },
  size: 9,
  bold: true,
});
const words = (...pieces: Piece[]): string[] => withWholeWords(pieces).map(({ text }) => text);

it('a heading that its narrow column breaks without a hyphen is whole again', () => {
  expect(words(piece('Descriptif', 100, 20), piece('Dépense', 300, 10), piece('prévisionnell', 300, 20), piece('e', 300, 30))).toEqual([
    'Descriptif',
    'Dépense',
    'prévisionnelle',
  ]);
});

it('words of their own, or of another column, stay apart', () => {
  expect(words(piece('prévisionnell', 300, 20), piece('e', 500, 30))).toHaveLength(2);
  expect(words(piece('Dépense', 300, 20), piece('prévue', 300, 30))).toHaveLength(2);
  expect(words(piece('prévisionnell', 300, 20), piece('e', 300, 60))).toHaveLength(2);
});
