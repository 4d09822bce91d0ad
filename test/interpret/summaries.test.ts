import { describe, expect, it } from 'vitest';
import { NEW_PAGE, rows } from '../support/grids.ts';
import { programmeOf, totalsOf } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, RONDES, TITLE } from './pages.ts';

const OPENING = [TITLE, 'Quartier : La Forge', 'Année : 2026'] as const;
const DETAIL = actions(HALLS, PARKINGS, RONDES, CAMERAS);

describe('a summary that repeats amounts', () => {
  it('by axe gives totals of the axes, never lines', () => {
    const summary = rows(
      ['Axe', 'Montant prévu'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Total', '2 500 €'],
    );
    const programme = programmeOf(...OPENING, DETAIL, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['1500.00', 'axe', 2],
      ['1000.00', 'axe', 2],
      ['2500.00', 'programme', 4],
    ]);
  });

  it('before the detail does so too', () => {
    const summary = rows(
      ['Axe', 'Montant prévu'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Total', '2 500 €'],
    );
    const programme = programmeOf(...OPENING, 'Synthèse', summary, NEW_PAGE, DETAIL);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ portee }) => portee)).toEqual(['axe', 'axe', 'programme']);
  });

  it('by section gives totals of the sections', () => {
    const summary = rows(['Section', 'Montant prévu'], ['Actions spécifiques', '800 €'], ['Renforcement du droit commun', '600 €']);
    const programme = programmeOf(
      ...OPENING,
      'Actions spécifiques',
      actions(HALLS),
      'Renforcement du droit commun',
      actions(RONDES),
      NEW_PAGE,
      'Récapitulatif',
      summary,
    );
    expect(programme.lines).toHaveLength(2);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers])).toEqual([
      ['800.00', 'section', ['Peinture des halls']],
      ['600.00', 'section', ['Rondes de nuit']],
    ]);
  });
});

describe('tables by axe that are no summaries', () => {
  it('a programme that has one line for each axe keeps its lines', () => {
    const table = rows(
      ['Axe', 'Dépense prévisionnelle'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Gestion des déchets, encombrants / épaves', '300 €'],
    );
    expect(programmeOf(...OPENING, table).lines).toHaveLength(3);
  });
});
