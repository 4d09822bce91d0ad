import { describe, expect, it } from 'vitest';
import { speltHeader } from '../../src/french/header-spelling.ts';

const isWord = (word: string): boolean => ['engagement', 'facturé', 'provision', 'ventilation', 'restant', 'acompte'].includes(word);

describe('a heading read from a bad print', () => {
  it.each([
    ['Plan de financersert', 'Plan de financement'],
    ['Abattemanet', 'Abattement'],
    ['MONTANT ENGATÉ', 'MONTANT ENGAGÉ'],
    ['Dépænse (vatorisée)', 'Dépense (valorisée)'],
  ])('%s has the one header word that is nearly its own', (read, printed) => {
    expect(speltHeader(read, isWord)).toBe(printed);
  });

  it('has the noun that stands before its adjective, though half of its letters are wrong', () => {
    expect(speltHeader('Déprrme totale', isWord)).toBe('Dépense totale');
    expect(speltHeader('Déprrme', isWord)).toBe('Déprrme');
  });

  it('has the year that one wrong figure hides', () => {
    expect(speltHeader('BILAN TFPB 2616', isWord)).toBe('BILAN TFPB 2016');
    expect(speltHeader('Loyers 1850', isWord)).toBe('Loyers 1850');
  });

  it.each([
    'Résidence Jean Moulin',
    'Rives de la Scarpe',
    'Les Fosses',
    'Loyers annuels',
    'Travaux réalisés',
    'Montant prévu (a + b)',
    'Engagement',
    'Facturé',
    'Provision',
    'Autofinancement',
    'Restant prévu',
    'Budget 2500',
  ])('%s stays as it is', (text) => {
    expect(speltHeader(text, isWord)).toBe(text);
  });
});
