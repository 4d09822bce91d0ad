import { describe, expect, it } from 'vitest';
import { leadingAmount, saysProgramme, totalSentence, trailingAmount } from '../../src/stages/interpret/sentences.ts';

describe('amount at the end of a line', () => {
  it.each([
    ['Total général : 12 500 € TTC', 'Total général', '12 500 € TTC'],
    ['Montant total ….. 9 300,50 €', 'Montant total', '9 300,50 €'],
    ['Total du programme = 45 k€', 'Total du programme', '45 k€'],
    ['1 200 €', '', '1 200 €'],
  ])('« %s »', (text, label, amountText) => {
    expect(trailingAmount(text)).toEqual({ label, amountText });
  });

  it.each(['Programme d’actions 2026', 'Total général', 'Quartier La Forge'])('« %s » has none', (text) => {
    expect(trailingAmount(text)).toBeNull();
  });
});

describe('sentences that state a total', () => {
  it.each([
    ['Soit un total de 18 400 € pour l’ensemble du programme', ['18 400 €']],
    ['Le montant total s’élève à 18 400 € pour 12 actions menées dans le quartier', ['18 400 €']],
    ['Le programme représente 18 400 € prévus et 17 000 € réalisés', ['18 400 €', '17 000 €']],
  ])('« %s »', (text, amounts) => {
    expect(totalSentence(text)).toEqual(amounts);
  });

  it.each([
    'Les agents coûtent 18 400 € au bailleur chaque hiver',
    'Total général : 18 400 €',
    'Soit un total de 24 € par logement pour le quartier',
    'Le total sera communiqué',
  ])('« %s » is none', (text) => {
    expect(totalSentence(text)).toBeNull();
  });
});

describe('an amount before its label', () => {
  it('« 46 110 € Total des actions (A + B) » states the total of its label', () => {
    expect(leadingAmount('46 110 € Total des actions ( A + B )')).toEqual({ label: 'Total des actions ( A + B )', amountText: '46 110 €' });
  });

  it.each(['2025 Total des actions', '24,50 € de l’heure, 12 000 € au total', '46 110 €', 'Total : 46 110 €'])(
    '« %s » has none',
    (text) => {
      expect(leadingAmount(text)).toBeNull();
    },
  );
});

describe('sentences that say what the programme costs', () => {
  it.each([
    'Le coût du programme 2025 est arrêté à',
    'Le budget prévisionnel de l’ensemble des actions est fixé à',
    'Les actions représentent',
  ])('« %s »', (label) => {
    expect(saysProgramme(label)).toBe(true);
  });

  it.each([
    'Le montant de l’abattement est estimé à',
    'L’action représente un coût de',
    'Le coût du poste est fixé à',
    'Le programme a été transmis le',
  ])('« %s » is none', (label) => {
    expect(saysProgramme(label)).toBe(false);
  });
});

describe('an amount behind the number that its words end with', () => {
  it.each([
    ['Entretien des caméras sur 5 8 577 €', '8 577 €'],
    ['Travaux dans les halls du bâtiment 2 12 500,00 € TTC', '12 500,00 € TTC'],
    ['Renforcement du nettoyage 12 500 €', '12 500 €'],
  ])('« %s »', (text, amount) => {
    expect(trailingAmount(text)?.amountText).toBe(amount);
  });
});
