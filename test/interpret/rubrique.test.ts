import { describe, expect, it } from 'vitest';
import { rubriqueOf } from '../../src/stages/interpret/rubrique.ts';

describe('rubrique by one word of the heading', () => {
  it.each([
    ['Dépense prévisionnelle', 'prevu'],
    ['Montant prévu', 'prevu'],
    ['Coût estimé', 'prevu'],
    ['Coût de l’opération', 'prevu'],
    ['Dépense totale prévisionnelle', 'prevu'],
    ['Budget 2025', 'prevu'],
    ['Dépense totale', 'total'],
    ['Montant valorisé', 'valorise'],
    ['Dépenses réalisées', 'realise'],
    ['Montant engagé', 'realise'],
    ['Dépensé 2024', 'realise'],
    ['Montant payé', 'realise'],
    ['Dépense réelle', 'realise'],
    ['Report sur 2026', 'reporte'],
    ['Montant réaffecté', 'reporte'],
    ['Surcoût par rapport au parc hors quartier', 'surcout'],
    ['Abattement TFPB', 'abattement'],
    ['Autre financement', 'autre'],
    ['Cofinancement de la ville', 'autre'],
    ['Subvention État', 'autre'],
    ['Écart', 'autre'],
    ['Ratio en € par logement', 'autre'],
    ['Coût prévu au m²', 'autre'],
    ['€ / logement', 'autre'],
    ['Coût unitaire', 'autre'],
    ['Dépense prévue par agence', 'prevu'],
    ['Variation', 'autre'],
    ['Évolution', 'autre'],
    ['+/-', 'autre'],
    ['Montant TVA', 'autre'],
    ['Montant prévu (TVA comprise)', 'prevu'],
    ['Reste à engager', 'autre'],
    ['Restant à réaliser', 'autre'],
    ['Disponible', 'autre'],
    ['Part abattement', 'valorise'],
    ['Part retenue TFPB', 'valorise'],
    ['Part prise en compte au titre de l’abattement', 'valorise'],
    ['Bilan 2024 dont TFPB', 'valorise'],
    ['Montant imputé sur l’abattement', 'valorise'],
    ['Montant de l’abattement', 'abattement'],
  ])('« %s » is %s', (header, rubrique) => {
    expect(rubriqueOf(header, header, false)).toBe(rubrique);
  });

  it.each(['Charge du bailleur', 'Part Ville', 'Contribution de l’État'])(
    '« %s » is what a payer bears of the cost beside it',
    (header) => {
      expect(rubriqueOf(header, header, true)).toBe('autre');
    },
  );

  it.each(['2024', 'Montant', '', 'Euros', 'Engagement financier'])('« %s » names none', (header) => {
    expect(rubriqueOf(header, header, false)).toBeNull();
  });
});

describe('precedence where several words apply', () => {
  it.each([
    ['Dépenses réalisées et reportées (a + b)', 'total'],
    ['Montant valorisé reporté', 'reporte'],
    ['Dépense valorisée réalisée', 'valorise'],
    ['Dépense réalisée au titre de l’abattement', 'realise'],
    ['Montant réalisé / prévu', 'realise'],
    ['Surcoût pris sur l’abattement', 'abattement'],
    ['Surcoût prévisionnel', 'surcout'],
    ['Valorisation prévisionnelle de l’abattement', 'valorise'],
  ])('« %s » is %s', (header, rubrique) => {
    expect(rubriqueOf(header, header, true)).toBe(rubrique);
  });

  it('takes a bare « Total » for a sum only beside the columns it sums', () => {
    expect(rubriqueOf('Total', 'Total', true)).toBe('total');
    expect(rubriqueOf('Total', 'Total', false)).toBeNull();
    expect(rubriqueOf('Calendrier financier Total', 'Total', true)).toBe('total');
  });

  it('does not take the letters a and b for a sum', () => {
    expect(rubriqueOf('Dépense réalisée a) ou b)', 'Dépense réalisée a) ou b)', true)).toBe('realise');
  });
});
