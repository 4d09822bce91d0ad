import { describe, expect, it } from 'vitest';
import { messageOf } from '../support/constats.ts';
import { decided } from '../support/programmes.ts';
import type { Item } from '../support/grids.ts';
import { programmeOf } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, RONDES, TITLE, total } from './pages.ts';

const PROGRAMME: readonly Item[] = [
  TITLE,
  'Quartier : La Forge',
  'Année : 2026',
  actions(HALLS, PARKINGS, RONDES, CAMERAS, total('Total', '2 500 €')),
];

describe('money that a sentence adds to the table', () => {
  it.each([
    "À ces actions s'ajoute une enveloppe de 6 500 € pour la rénovation du local.",
    'Une somme de 6 500 €, non comprise dans le tableau, est prévue pour le local.',
    'Il convient d’ajouter 6 500 € pour la rénovation du local.',
  ])('« %s » is left over: the programme is to be read again', (sentence) => {
    const programme = programmeOf(...PROGRAMME, sentence);
    expect(decided(programme)).toMatchObject({ statut: 'a_relire', doubts: ['montants_sans_place'] });
    expect(messageOf(programme, 'montant_non_rattache')).toContain("énonce un montant qui n'est dans aucune ligne du tableau");
  });

  it.each([
    "À ces actions s'ajoutent 400 € pour trois caméras.",
    "À ces actions s'ajoute une présence renforcée des gardiens.",
    'Le montant de l’abattement s’élève à 6 500 € pour 2026.',
    'Ces actions sont menées en sus du droit commun, qui représente 6 500 € par an.',
  ])('« %s » adds nothing that the table does not hold', (sentence) => {
    expect(decided(programmeOf(...PROGRAMME, sentence)).statut).toBe('reconcilie');
  });
});
