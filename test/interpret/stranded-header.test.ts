import { expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { strandedHeader } from '../../src/stages/interpret/stranded-header.ts';

const COLUMNS = [
  { x0: 34, x1: 63 },
  { x0: 63, x1: 212 },
  { x0: 212, x1: 434 },
  { x0: 434, x1: 562 },
];

function line(text: string, x0: number, x1: number): Piece {
  return { text, place: { page: 1, box: [x0, 174, x1, 184] }, size: 9, bold: true };
}

it('parts the words of a header that stand too near to be told apart by the columns under them', () => {
  const pieces = [line('Code Action', 34, 94), line('Commentaire', 211, 279), line('Échéance Montant prévisionnel (€)', 378, 561)];
  expect(strandedHeader(pieces, 1, COLUMNS)?.headings).toEqual(['Code', 'Action', 'Commentaire Échéance', 'Montant prévisionnel (€)']);
});

it('leaves a fact of the heading above the header', () => {
  const pieces = [line('Période : 2017', 34, 94), line('Action', 63, 94), line('Montant prévisionnel (€)', 434, 561)].map((piece, at) =>
    at === 0 ? { ...piece, place: { page: 1, box: [34, 162, 94, 172] as const } } : piece,
  );
  expect(strandedHeader(pieces, 1, COLUMNS)).toEqual({
    headings: ['', 'Action', '', 'Montant prévisionnel (€)'],
    lines: [pieces[2], pieces[1]],
  });
});

it('leaves a title over several columns whole', () => {
  expect(strandedHeader([line("PROGRAMME D'ACTIONS PREVISIONNEL", 230, 500)], 1, COLUMNS)).toBeNull();
});

it('tells which lines are heads of columns; a label with its value is none, though it stands in a row over them', () => {
  const above = { ...line('Période : 2017', 34, 120), place: { page: 1, box: [34, 160, 120, 170] as const } };
  const heads = [line('Action', 63, 94), line('Montant prévu', 434, 500)];
  expect(strandedHeader([above, ...heads], 1, COLUMNS)?.lines).toEqual([...heads].reverse());
});

it('takes the first line of a heading that wraps beside others, though its words head no column by themselves', () => {
  const at = (piece: Piece, y: number): Piece => {
    const [x0, , x1] = piece.place.box;
    return { ...piece, place: { page: 1, box: [x0, y, x1, y + 10] } };
  };
  const heads = [line('Axe', 34, 60), line('Action', 63, 94), line('Description', 211, 270)];
  const pieces = [...heads, at(line('Dont valorisé au', 440, 510), 169), at(line('titre de la TFPB', 440, 505), 179)];
  expect(strandedHeader(pieces, 1, COLUMNS)?.headings.at(-1)).toBe('Dont valorisé au titre de la TFPB');
});
