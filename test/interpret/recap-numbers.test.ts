import { expect, it } from 'vitest';
import { rows } from '../support/grids.ts';
import { understand, value } from '../support/understand.ts';

const OPENING = ["Programme d'actions TFPB 2026", 'Commune : Lens', 'Quartier : Les Aulnes', 'Bailleur : Artois Habitat'] as const;
const AXES = [
  ['Renforcement de la présence du personnel de proximité', 'Renforcement du gardiennage', '1 000 €'],
  ['Formation/soutien des personnels de proximité', 'Sessions de coordination', '200 €'],
  ['Gestion des déchets et des encombrants', 'Amélioration de la collecte des déchets', '50 €'],
  ['Tranquillité résidentielle', 'Vidéosurveillance', '300 €'],
  ['Concertation / sensibilisation des locataires', 'Enquête de satisfaction', '40 €'],
] as const;
const actions = rows(['Axe', 'Action', 'Montant prévu'], ...AXES);

it.each([[['Axe 1', 'Axe 2', 'Axe 4', 'Axe 5', 'Axe 6']], [['Axel', 'Axe 2', 'Axe 4', 'A5', 'Ace 6']]])(
  'a summary of axes whose numbers stand beside their names is no more lines, though they are read %s',
  (numbers) => {
    const summary = rows(['', '', 'Budget prévisionnel 2026'], ...AXES.map(([name, , amount], at) => [numbers[at] ?? '', name, amount]), [
      'TOTAL',
      '',
      '1 590 €',
    ]);
    const [programme] = understand(...OPENING, actions, summary).programmes;
    expect(programme?.lines).toHaveLength(5);
    expect(programme?.totals.map(value)).toEqual(['1000.00', '200.00', '50.00', '300.00', '40.00', '1590.00']);
  },
);
