import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { lastHeading } from '../../src/stages/interpret/last-heading.ts';

const piece = (text: string, y: number, x = 50): Piece => ({
  text,
  place: { page: 1, box: [x, y, x + text.length * 5, y + 10] },
  size: 10,
  bold: false,
});

describe('the heading that counts for a table', () => {
  it('is the last of several quartiers', () => {
    expect(lastHeading([piece('Quartier : La Source', 60), piece('Année : 2026', 75), piece('Quartier : Les Aulnes', 200)])).toBe(2);
  });

  it('begins with what its page says before the fact that is stated again', () => {
    const onNext = (text: string, y: number): Piece => ({ ...piece(text, y), place: { ...piece(text, y).place, page: 2 } });
    const heading = [onNext('Période : 2028', 60), onNext('Commune : Lens', 75), onNext('Quartier : Les Aulnes', 90)];
    expect(lastHeading([piece('Quartier : La Source', 60), ...heading])).toBe(1);
  });

  it('is whole where a table before it lists its quartier without the code', () => {
    const list = [piece('Quartier prioritaire', 60), piece('La Source', 75)];
    expect(lastHeading([...list, piece('Programme d’actions 2026', 90), piece('Quartier : La Source (QP001003)', 105)])).toBe(0);
  });

  it('is whole where a small table tells more of the quartiers it lists', () => {
    const small = [
      piece('Quartier prioritaire', 110),
      piece('Nombre de logements', 110, 200),
      piece('La Source', 130),
      piece('226', 130, 200),
    ];
    expect(lastHeading([piece('Ville : Lens', 60), piece('Quartiers : La Source, Les Aulnes', 75), ...small])).toBe(0);
  });
});
