import { describe, expect, it } from 'vitest';
import { classifyLigne } from '../../src/stages/classify/lignes.ts';
import { kindOfSentence } from '../../src/stages/classify/sentence.ts';

const alone = (description: string) => classifyLigne({ axeText: null, actionText: null, description, section: null }).action;

describe('what a sentence is about', () => {
  it.each([
    'Nous enlevons les matelas laissés dans les halls',
    'Les halls de la tour Verte ont été repeints au printemps',
    'L’organisme soutient une troupe de théâtre installée dans la résidence',
    'Une société de ménage intervient le dimanche dans les halls',
  ])('a deed: %s', (text) => {
    expect(kindOfSentence(text)).toBe('geste');
  });

  it.each([
    'La convention prend effet à compter de sa signature',
    'Le maire assure que les halls seront nettoyés',
    'Je vous prie de trouver ci-joint le bilan',
    'Les travaux n’ont pas été réalisés',
    'La formation du personnel fait partie des axes du cadre national',
  ])('talk: %s', (text) => {
    expect(kindOfSentence(text)).toBe('parole');
  });

  it('is none where nothing is conjugated', () => {
    expect(kindOfSentence('Enlèvement des encombrants à la demande des locataires')).toBeNull();
  });
});

it('files a sentence that tells a deed, in any form of its verb', () => {
  expect(alone('Nous enlevons chaque semaine les encombrants laissés dans les halls')).toBe('4.1');
  expect(alone('Les tags des halls ont été effacés à trois reprises')).toBe('3.2');
});

it('tells by two terms that stand apart what neither tells', () => {
  const told = (description: string) =>
    classifyLigne({ axeText: 'Tranquillité résidentielle', actionText: null, description, section: null }).action;
  expect(told('Un vigile passe la nuit entière, du lundi au dimanche, sur le chantier')).toBe('5.3');
});
