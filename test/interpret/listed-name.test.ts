import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { listedName } from '../../src/stages/interpret/quartiers/listed-name.ts';

const piece = (text: string): Piece => ({ text, place: { page: 1, box: [0, 0, 10, 10] }, size: 10, bold: false });
const pieces = ['Pierre Rollin', 'Les Chênes', 'Les Chênaies', 'Secteur Nord 1'].map(piece);
const known = new Set(['pierre rollin', 'les chenes', 'les chenaies', 'secteur nord 1']);

describe('the name over a column of a scan', () => {
  it('is the listed one that it nearly is', () => {
    expect(listedName('Pierre Roilin', known, ['Les Chênes'], pieces)).toBe('Pierre Rollin');
  });

  it.each([
    ['Les Chênas', []],
    ['Secteur Nord 2', []],
    ['Pierre Roilin', ['Pierre Rollin']],
    ['La Source', []],
  ])('%s stays as it is', (name, others) => {
    expect(listedName(name, known, others, pieces)).toBe(name);
  });
});
