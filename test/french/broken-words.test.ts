import { describe, expect, it } from 'vitest';
import { breaksWord } from '../../src/french/broken-words.ts';

const DOCUMENT = new Set(['surentretien', 'commune', 'hebdomadaires']);

describe('a word that a narrow column breaks without a hyphen', () => {
  it.each([
    ['hebdomada', 'ires'],
    ['Surentreti', 'en'],
    ['2025/202', '8'],
  ])('goes on: %j over %j', (left, right) => {
    expect(breaksWord(left, right, DOCUMENT)).toBe(true);
  });

  it.each([
    ['Remise', 'en'],
    ['Entretien des', 'halls'],
    ['passages hebdomada', 'ires'],
  ])('does not: %j over %j', (left, right) => {
    expect(breaksWord(left, right, DOCUMENT)).toBe(false);
  });
});
