import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/facts.ts';
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
