import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesIn } from '../../src/french/matches.ts';

const PATTERNS = [/\d+/gu, /\d*/gu, /(?=a)/gu, /(?<=€)/gu, /\p{L}(?<more>\d)?/gu, /^|$/gu];

it('finds what matchAll finds, empty matches and signs of two halves included, call after call', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '1', '€', ' ', '😀') }), fc.constantFrom(...PATTERNS), (text, pattern) => {
      expect(matchesIn(text, pattern)).toEqual([...text.matchAll(new RegExp(pattern.source, pattern.flags))]);
    }),
  );
});

it('refuses a pattern that would find its first match for ever', () => {
  expect(() => matchesIn('1 2', /\d/u)).toThrow(TypeError);
});
