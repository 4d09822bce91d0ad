import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/stages/classify/evidence.ts';
import { classifyLigne, type LigneClass } from '../../src/stages/classify/lignes.ts';
import { accountedFor, sureness } from '../../src/stages/classify/sureness.ts';
import { labelledLines } from '../bench/mapping/labelled.ts';
import { reliability } from '../bench/mapping/score.ts';

const alone = (description: string): LigneClass => classifyLigne({ axeText: null, actionText: null, description, section: null });

test('an answer is surer the clearer its words were weighed, and the more of them it accounts for', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (weighed, some, other) => {
      const [less, more] = [Math.min(some, other), Math.max(some, other)];
      expect(sureness(weighed, more)).toBeGreaterThanOrEqual(sureness(weighed, less));
      expect(sureness(more, weighed)).toBeGreaterThanOrEqual(sureness(less, weighed));
      expect(sureness(weighed, some)).toBeGreaterThan(0);
      expect(sureness(weighed, some)).toBeLessThan(1);
    }),
  );
});

test('accounts for the words of terms and of the wording that a text resembles, and for the action cell alone where it says enough', () => {
  const all = (): boolean => true;
  expect(accountedFor(null, evidenceOf('Gardiens'), all)).toBe(1);
  expect(accountedFor(null, evidenceOf('Gardiens zorblax quirimel vostrande'), all)).toBe(0.25);
  // Names of places and numbers say nothing of the action.
  expect(accountedFor(null, evidenceOf('Gardiens, 14 rue de Vostrande'), all)).toBe(1);
  expect(accountedFor(evidenceOf('Gardiens'), evidenceOf('Zorblax Quirimel Vostrande'), all)).toBe(1);
  expect(accountedFor(null, null, all)).toBe(0);
});

test('one term in a text with nothing beside it names neither an action nor an axe, unless it is all of the text', () => {
  expect(alone('Réfection de la rue des Tulipes')).toMatchObject({ axe: null, action: null, confidence: null });
  expect(alone('Nettoyage des bureaux de la direction')).toMatchObject({ axe: null, action: null });
  expect(alone('Gardiens')).toMatchObject({ axe: 1, action: '1.1' });
  expect(classifyLigne({ axeText: 'Petits travaux', actionText: null, description: 'Réfection du perron', section: null }).action).toBe(
    '8.1',
  );
});

test('an axe that the document writes needs no sureness of ours', () => {
  const told = { axeText: 'Sur-entretien', actionText: null, description: 'Zorblax quirimel', section: null };
  expect(classifyLigne(told)).toMatchObject({ axe: 3, action: null });
});

test('a text alone is less sure the more it speaks of other matters, and the fewer its words', () => {
  expect(sureness(0.97, 1, { foreign: 2, length: 3 })).toBeLessThan(sureness(0.97, 1, { foreign: 0, length: 3 }));
  expect(sureness(0.97, 1, { foreign: 0, length: 1 })).toBeLessThan(sureness(0.97, 1, { foreign: 0, length: 3 }));
  expect(alone('Gardiens').confidence).toBeLessThan(0.9);
});

test('the confidence of a band is about its share right, distractors counted as wrong', () => {
  const judged = [...labelledLines('tune'), ...labelledLines('held_out')].map((line) => ({
    line,
    result: classifyLigne({ ...line, section: null }),
  }));
  for (const { from, lines, meanConfidence, right } of reliability(judged).filter((band) => band.from >= 0.7 && band.lines >= 20))
    expect(right, `band from ${String(from)}, ${String(lines)} lines`).toBeGreaterThan(meanConfidence - 0.05);
});
