import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type Row } from '../support/grids.ts';
import { programmeOf, totalsOf, values } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADER: Row = ['Actions', 'Précisions', 'Dépense prévue'];

function sum(axe: string, amount: string): Row {
  return [axe, LEFT, amount];
}

/** Three axes with their sums above their lines, the third one wrong as the page states it. */
const TABLE: readonly Row[] = [
  sum('3. Sur-entretien', '1 500 €'),
  ['Effacement de tags et graffitis', 'Peinture des halls', '800 €'],
  ['Renforcement nettoyage', 'Lavage des parkings', '700 €'],
  sum('4. Gestion des déchets, encombrants / épaves', '900 €'),
  ['Gestion des encombrants', 'Deux débarras', '500 €'],
  ['Enlèvement des épaves', 'Quatre véhicules', '400 €'],
  sum('5. Tranquillité résidentielle', '1 000 €'),
  ['Surveillance des chantiers', 'Rondes de nuit', '600 €'],
  ['Vidéosurveillance (fonctionnement)', 'Trois caméras', '400 €'],
];
const WRONG: readonly Row[] = [
  sum('7. Animation, lien social, vivre ensemble', '350 €'),
  ['Soutien aux actions favorisant le « vivre ensemble »', 'Fête de quartier', '250 €'],
  ['Actions d’insertion (chantiers jeunes, chantiers d’insertion)', 'Un chantier', '350 €'],
];

describe('rows of axes that state the sum of the lines under them', () => {
  it('are totals, whatever one of them states, where the others add up', () => {
    const table = rows(HEADER, sum('TOTAL DU PROGRAMME', '3 750 €'), ...TABLE, ...WRONG);
    const programme = programmeOf(TITLE, 'Bailleur : Plaine Habitat', 'Année : 2026', table);
    expect(programme.lines.flatMap(values)).toEqual(['800.00', '700.00', '500.00', '400.00', '600.00', '400.00', '250.00', '350.00']);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['3750.00', 'programme'],
      ['1500.00', 'axe'],
      ['900.00', 'axe'],
      ['1000.00', 'axe'],
      ['350.00', 'axe'],
    ]);
  });

  it('hold for the lines of the next page too, which repeats no header', () => {
    const [first, rest] = [rows(HEADER, ...TABLE, ...WRONG.slice(0, 2)), rows(...WRONG.slice(2))];
    const programme = programmeOf(TITLE, 'Bailleur : Plaine Habitat', 'Année : 2026', first, NEW_PAGE, rest);
    expect(programme.lines.map(({ axeText }) => axeText).slice(-2)).toEqual([WRONG[0]?.[0], WRONG[0]?.[0]]);
    expect(programme.lines).toHaveLength(8);
  });

  it('are told by each table alone where the next section tells the same axes again', () => {
    const table = rows(HEADER, ...TABLE);
    const programme = programmeOf(
      TITLE,
      'Bailleur : Plaine Habitat',
      'Année : 2026',
      'Actions spécifiques',
      table,
      NEW_PAGE,
      'Renforcement des moyens de droit commun',
      rows(...TABLE),
    );
    expect(programme.lines).toHaveLength(12);
  });
});
