import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/stages/classify/evidence.ts';
import { classifyLigne, type LigneClass } from '../../src/stages/classify/lignes.ts';
import { accountedFor, sureness } from '../../src/stages/classify/sureness.ts';
import { labelledLines } from '../bench/mapping/labelled.ts';
import { reliability } from '../bench/mapping/score.ts';

const alone = (description: string): LigneClass => classifyLigne({ axeText: null, actionText: null, description, section: null });

test('an answer is surer the clearer its words were weighed, the more of them it accounts for, and the likelier the text is an action', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, fc.boolean(), (all, some, other, isTextAlone) => {
      const [less, more] = [Math.min(some, other), Math.max(some, other)];
      const of = (weighed: number, accounted: number, likelihood: number): number =>
        sureness({ weighed, accounted, likelihood, isTextAlone, isSentence: false });
      expect(of(all, more, 0)).toBeGreaterThanOrEqual(of(all, less, 0));
      expect(of(more, all, 0)).toBeGreaterThanOrEqual(of(less, all, 0));
      expect(of(all, all, more)).toBeGreaterThanOrEqual(of(all, all, less));
      expect(of(all, some, -99)).toBeGreaterThan(0);
      expect(of(all, some, 99)).toBeLessThan(1);
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

test('what there is, is counted or is referred to is no action, however many words it shares with one that is done', () => {
  const read = (description: string): string | null =>
    classifyLigne({ axeText: null, actionText: null, description, section: null, isPriced: false }).action;
  expect(read('Réparation des portes de hall vandalisées')).toBe('3.4');
  expect(read('Dégradations des portes de hall constatées en mars')).toBeNull();
  expect(read('Collecte supplémentaire des encombrants')).toBe('4.1');
  expect(read('Insuffisance de la collecte des encombrants')).toBeNull();
  expect(read('Tonnage des encombrants collectés')).toBeNull();
  expect(read('Voir la fiche « chantiers éducatifs »')).toBeNull();
});

test('charges that are passed on are none either, even priced', () => {
  const read = (description: string): string | null =>
    classifyLigne({ axeText: null, actionText: null, description, section: null, isPriced: true }).action;
  expect(read('Nettoyage supplémentaire des parties communes')).toBe('3.1');
  expect(read('Contrat de nettoyage des parties communes, charges récupérables')).toBeNull();
});

test('the confidence of a band is about its share right, distractors counted as wrong', () => {
  const judged = [...labelledLines('tune'), ...labelledLines('held_out')].map((line) => ({
    line,
    result: classifyLigne({ ...line, section: null }),
  }));
  for (const { from, lines, meanConfidence, right } of reliability(judged).filter((band) => band.from >= 0.7 && band.lines >= 20))
    expect(right, `band from ${String(from)}, ${String(lines)} lines`).toBeGreaterThan(meanConfidence - 0.05);
});
