import { describe, expect, it } from 'vitest';
import { sectionIn, sectionTitle, totalLabel } from '../../src/stages/interpret/labels.ts';

describe('section that a title names', () => {
  it.each([
    ['Actions spécifiques', 'actions_specifiques'],
    ['I – Actions spécifiques aux quartiers', 'actions_specifiques'],
    ['Renforcement des moyens de gestion de droit commun', 'droit_commun'],
    ['2. RENFORCEMENT DU DROIT COMMUN', 'droit_commun'],
    ['A. Actions propres au quartier', 'actions_specifiques'],
    ['B. Gestion courante renforcée par rapport au reste du parc', 'droit_commun'],
  ])('« %s »', (text, section) => {
    expect(sectionTitle(text)).toBe(section);
  });

  it.each([
    'Le bailleur mène des actions spécifiques en faveur des familles du quartier, en plus de sa mission',
    'Gestion des encombrants',
    'La gestion courante renforcée par deux agents recrutés pour l’année sur les deux résidences du quartier',
    'Actions spécifiques (1) ou renforcement de droit commun (2)',
  ])('« %s » is no section title', (text) => {
    expect(sectionTitle(text)).toBeNull();
  });

  it('sees that a legend names both', () => {
    expect(sectionIn('(1) actions spécifiques (2) droit commun')).toBe('both');
  });
});

describe('how far a total reaches, by its label', () => {
  it.each([
    ['Total général', 'programme'],
    ['Ensemble', 'programme'],
    ['TOTAL DU PROGRAMME', 'programme'],
    ['Total A + B', 'programme'],
    ['Total (1) + (2)', 'programme'],
    ['Total actions spécifiques et droit commun', 'programme'],
    ['Total Renforcement des moyens de droit commun et des actions', 'programme'],
    ['Montant total', 'programme'],
    ['Total tous axes', 'programme'],
    ['Sous-total des actions spécifiques', 'section'],
    ['Total renforcement de droit commun', 'section'],
    ['Total A', 'section'],
    ['Total I + II + III + IV', 'programme'],
    ['Sous-total (B)', 'section'],
    ['Ensemble des trois quartiers', 'inconnu'],
    ['Budget de l’axe', 'axe'],
    ['Dépense prévue pour cet axe', 'axe'],
    ['TOTAL DES DEUX PARTIES', 'programme'],
    ['Ensemble des actions', 'programme'],
    ['Sous-total 1ère partie', 'section'],
    ['Total volet 2', 'section'],
    ['Total à engager', 'inconnu'],
    ['Total axe 4', 'axe'],
    ['Sous total de l’axe 2', 'axe'],
    ['Total de l’axe', 'axe'],
    ['Sous-total', 'inconnu'],
    ['S/Total', 'inconnu'],
    ['TOTAL', 'inconnu'],
    ['Cumul', 'inconnu'],
  ])('« %s » reaches: %s', (label, reach) => {
    expect(totalLabel(label)?.reach).toBe(reach);
  });

  it.each([
    '',
    'Gestion des encombrants',
    'Surcoût estimé',
    'Ensemble des halls',
    'Coût de l’axe routier',
    'Renforcement du nettoyage (A) et (B) du parking',
  ])('« %s » is no total', (label) => {
    expect(totalLabel(label)).toBeNull();
  });

  it('a long sentence that contains the word is none either', () => {
    const text = 'Reprise des peintures des halls pour un montant total estimé lors de la visite de site du mois de mars dernier';
    expect(totalLabel(text)).toBeNull();
  });
});
