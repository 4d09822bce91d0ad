import { expect, it } from 'vitest';
import { findDate } from '../../src/french/dates.ts';

it.each([
  ['en date du 26 novembre 2024 autorisant', '2024-11-26'],
  ['le 1er mars 2023', '2023-03-01'],
  ['au 15/03/2024', '2024-03-15'],
  ['du ler aofit 2003 puis le 3 aofit 2021', '2021-08-03'],
  ['le 31 février 2024', null],
  ['avant le 30 avril', null],
])('%s', (text, expected) => {
  expect(findDate(text)).toBe(expected);
});
