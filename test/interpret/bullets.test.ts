import { expect, it } from 'vitest';
import { bulletOf } from '../../src/stages/interpret/listes/bullets.ts';

it.each([
  ['4 - Gestion des déchets', '1-', 4],
  ['4.- Gestion des déchets', '1-', 4],
  ['4. - Gestion des déchets', '1-', 5],
  ['4. Gestion des déchets', '1.', 3],
  ['4) Gestion des déchets', '1)', 3],
  ['– Rondes de nuit', '–', 2],
])('what opens a line: %s', (text, kind, length) => {
  expect(bulletOf(text)).toEqual({ kind, length });
});

it('a figure is none', () => {
  expect(['4.5 Rondes', '12 500 €', '2024-2027 Halls'].map(bulletOf)).toEqual([null, null, null]);
});
