import { expect, test } from 'vitest';
import { loadPoids, loadSignes } from '../../src/stages/classify/data.ts';
import { likelihood, signsOf, toldBy } from '../../src/stages/classify/signs.ts';
import { learnLogistic } from '../bench/mapping/logistic.ts';

test('a class is seen wherever a word of it stands, by itself where it stands first, and otherwise where it is denied', () => {
  const { classes } = loadSignes();
  expect(classes['mesure']).toContain('nombre');
  const signs = signsOf('Nombre de passages supplémentaires', false);
  expect([...signs.keys()]).toEqual(expect.arrayContaining(['tête mesure', 'classe mesure', 'classe renfort', 'sans montant']));
  expect(signs.has('tête renfort')).toBe(false);
  expect(signsOf('Salaire net de part récupérable', true).has('classe niée charges')).toBe(true);
  expect(signsOf('Salaire, part récupérable', true).has('classe charges')).toBe(true);
  expect(signsOf('Salaire', undefined).has('montant')).toBe(false);
});

test('each sign counts what it weighs, as often as it is there', () => {
  const weights = {
    base: 1,
    weights: new Map([
      ['mot nettoyag', 2],
      ['montant', 0.5],
    ]),
  };
  expect(likelihood('Nettoyage', true, weights)).toBe(3.5);
  expect(likelihood('nettoyage et nettoyage', false, weights)).toBe(3);
  expect(likelihood('…', undefined, weights)).toBe(1);
});

test('cells are one text, and one that is not there is no part of it', () => {
  expect(toldBy({ actionText: 'Tags', description: 'effacement' })).toBe('Tags : effacement');
  expect(toldBy({ actionText: null, description: 'effacement' })).toBe('effacement');
});

test('what was learnt weighs classes of words, and counts more for an answer the likelier its text is an action', () => {
  const { signes, surete } = loadPoids();
  expect(signes['tête mesure']).toBeLessThan(0);
  expect(signes['classe renfort']).toBeGreaterThan(0);
  for (const trait of [surete.pesee, surete.mots, surete.vraisemblance]) expect(trait).toBeGreaterThan(0);
});

test('learning finds what tells cases apart, the same each time', () => {
  const cases = ['a', 'b', 'a', 'b', 'a', 'b'].map((name) => ({
    seen: new Map([
      [name, 1],
      ['both', 1],
    ]),
    holds: name === 'a',
    weight: 1,
  }));
  const learnt = learnLogistic(cases, 0.1, 1);
  expect(learnt.weights.get('a')).toBeGreaterThan(1);
  expect(learnt.weights.get('b')).toBeLessThan(-1);
  expect(learnLogistic(cases, 0.1, 1)).toEqual(learnt);
  expect(learnLogistic(cases, 0.1, 4).weights.has('a')).toBe(false);
});
