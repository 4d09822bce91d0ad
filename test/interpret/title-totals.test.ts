import { expect, it } from 'vitest';
import { repeatsTitle } from '../../src/stages/interpret/title-totals.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';

const title = (text: string): Piece => ({ text, place: { page: 1, box: [50, 60, 300, 70] }, size: 10, bold: true });

it.each([
  ['Total moyens dédiés', 'Partie A : moyens dédiés', true],
  ['Total des actions propres au quartier', 'B – Actions propres au quartier', true],
  ['Total Les Coteaux', 'Programme d’actions – Les Coteaux', false],
  ['Total moyens', 'Partie A : moyens dédiés', false],
  ['Total A', 'Partie A : moyens dédiés', false],
])('« %s » under « %s »', (label, text, repeats) => {
  expect(repeatsTitle(label, [title(text)])).toBe(repeats);
});
