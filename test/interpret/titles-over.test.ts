import { expect, test } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { titlesOver } from '../../src/stages/interpret/titles-over.ts';

const piece = (y0: number, text: string): Piece => ({
  text,
  place: { page: 1, box: [50, y0, 50 + 6 * text.length, y0 + 12] },
  size: 10,
  bold: false,
});

test('the total of the section before is no title: the one under it is the title of the table, not half of a legend', () => {
  const title = piece(120, '1 - ACTIONS SPECIFIQUES');
  const sectionUnder = (text: string) => titlesOver([piece(60, 'A'), piece(90, text), title], [], knowledge).section;
  expect(sectionUnder('Total renforcement des moyens de droit commun 105 447 €')).toBe('actions_specifiques');
  expect(sectionUnder('(2) Renforcement des actions de droit commun')).toBeNull();
});

test('behind a list of axes the title over a table is its axe, with a sentence between as well', () => {
  const list = [piece(20, 'Axe 1'), piece(32, '31 %'), piece(44, 'Axe 3'), piece(56, '19 %'), piece(68, 'Axe 4'), piece(80, '9 %')];
  const title = piece(120, 'Axe 1 · Présence du personnel de proximité');
  const axeOf = (...pieces: readonly Piece[]) => titlesOver([...list, ...pieces], [], knowledge).axe?.text ?? null;
  expect(axeOf(title, piece(140, 'Le poste de gardien créé en 2017 a été pérennisé.'))).toBe(title.text);
  expect(axeOf(title, piece(140, 'Une autre ligne'))).toBeNull();
});

test('a title in a type of its own is no half of the legend above it', () => {
  const legend = piece(90, '(2) Renforcement des actions de droit commun');
  const title = { ...piece(120, '(1) Actions spécifiques'), bold: true, size: 11 };
  expect(titlesOver([piece(60, 'A'), legend, piece(104, 'Programme d’actions'), title], [], knowledge).section).toBe('actions_specifiques');
});

test('a bold title right over the table is its axe, though plain text above it seems to name others', () => {
  const rows = [
    piece(20, 'Concertation avec les locataires'),
    piece(60, 'Tranquillité résidentielle'),
    piece(100, 'Tranquillité résidentielle'),
  ];
  const title = piece(120, 'Animation, lien social, vivre ensemble');
  const axeOf = (last: Piece) => titlesOver([...rows, last], [], knowledge).axe?.text ?? null;
  expect(axeOf({ ...title, bold: true, size: 11 })).toBe(title.text);
  expect(axeOf(title)).not.toBe(title.text);
});
