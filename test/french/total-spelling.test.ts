import { expect, it } from 'vitest';
import { speltTotal } from '../../src/french/total-spelling.ts';

const isWord = (word: string): boolean => ['tonal', 'local'].includes(word);

it.each([
  ['TSIAL AXE 4', 'TOTAL AXE 4'],
  ['TOorAL AXE 2', 'TOTAL AXE 2'],
  ['Sous totié', 'Sous total'],
  ['SOUS-TOTAI', 'SOUS-TOTAL'],
  ['Tolal général (A + B)', 'Total général (A + B)'],
  ['Totai :', 'Total :'],
  ['se, TOTAL', 'SOUS-TOTAL'],
  ['So. total axe 2', 'Sous-total axe 2'],
])('the word of the total « %s » is put right: « %s »', (read, right) => {
  expect(speltTotal(read, isWord)).toBe(right);
});

it.each([
  'Local',
  'Coût total',
  'HLM, total des charges',
  'Tonal',
  'Locaux associatifs',
  'Total axe 3',
  'Coût axe 4',
  'Montant général',
  'Social',
  'Nettoyage des halls',
  'Sous-traitance',
  "Tota! de l'axe 3",
])('« %s » stays as it was read', (text) => {
  expect(speltTotal(text, isWord)).toBe(text);
});
