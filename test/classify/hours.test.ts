import { expect, test } from 'vitest';
import { sayHours } from '../../src/stages/classify/hours.ts';
import { classifyLigne } from '../../src/stages/classify/lignes.ts';

test.each([
  ['Rondes de 20 h à 4 h', 'Rondes de la nuit'],
  ['présence 17h-23h30', 'présence en soirée'],
  ['de 18 h à minuit', 'de en soirée'],
  ['de 18 à 22 h', 'de en soirée'],
  ['ouvert de 7 h à 20 h', 'ouvert de 7 h à 20 h'],
  ['7 h à 22 h', '7 h à 22 h'],
  ['bâtiments 2 à 9', 'bâtiments 2 à 9'],
  ['entrées 18 à 22 hautes', 'entrées 18 à 22 hautes'],
])('%s: %s', (text, said) => {
  expect(sayHours(text)).toBe(said);
});

test('mediators of the evening are a device of tranquillity, those of the day are not', () => {
  const read = (description: string): string | null =>
    classifyLigne({ axeText: null, actionText: null, description, section: null }).action;
  expect(read('Médiateurs de 19 h à 1 h sur le quartier')).toBe('5.1');
  expect(read('Médiateurs de 9 h à 17 h sur le quartier')).not.toBe('5.1');
});
