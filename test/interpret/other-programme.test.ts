import { expect, it } from 'vitest';
import type { Heading } from '../../src/model/draft.ts';
import { conflicts, identityTold } from '../../src/stages/interpret/other-programme.ts';

const heading = (quartier: string, logements: number): Heading => ({
  periode: { debut: 2028, fin: 2028 },
  commune: 'Lille',
  codeInsee: '59350',
  quartier,
  codeQp: 'QP059040',
  bailleur: 'Terres du Nord Habitat',
  siren: null,
  logements,
  place: null,
});

it('one code under two names without a word in common but their article is two quartiers', () => {
  expect(conflicts(heading('Les Quatre Vents', 69), heading('Les Marronniers', 648))).toBe(true);
});

it('one code under two spellings of one name is one quartier', () => {
  expect(conflicts(heading('Les Quatre Vents', 69), heading('Quatre-Vents', 648))).toBe(false);
});

it('a sentence that counts other dwellings tells another landlord, any other title its quartier alone', () => {
  const above = { ...heading('Sellier', 2256), codeQp: null };
  const told = { ...heading('Sellier', 194), codeQp: null, bailleur: 'Plaine Habitat' };
  expect(conflicts(above, identityTold(told, above))).toBe(true);
  expect(conflicts(above, identityTold({ ...told, logements: null }, above))).toBe(false);
});
