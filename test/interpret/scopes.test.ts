import { describe, expect, it } from 'vitest';
import { rows, type Item, type Row } from '../support/grids.ts';
import { programmeOf, totalsOf } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, RONDES, title, TITLE, total } from './pages.ts';

const HALLS_AND_PARKINGS = ['Peinture des halls', 'Lavage des parkings'];
const NIGHT = ['Rondes de nuit', 'Trois caméras'];

const read = (...items: readonly Item[]) => totalsOf(programmeOf(TITLE, 'Quartier : La Forge', 'Année : 2026', ...items));

describe('what a stated total covers', () => {
  it('all lines, when its label says the whole', () => {
    expect(read(actions(HALLS, PARKINGS, RONDES, total('Total général', '2 100 €')))).toEqual([
      { label: 'Total général', stated: '2100.00', portee: 'programme', covers: [...HALLS_AND_PARKINGS, 'Rondes de nuit'] },
    ]);
  });

  it('the lines of the axe just above, for a subtotal', () => {
    const totals = read(actions(HALLS, PARKINGS, total('Sous-total', '1 500 €'), RONDES, CAMERAS, total('Sous-total', '1 000 €')));
    expect(totals).toEqual([
      { label: 'Sous-total', stated: '1500.00', portee: 'axe', covers: HALLS_AND_PARKINGS },
      { label: 'Sous-total', stated: '1000.00', portee: 'axe', covers: NIGHT },
    ]);
  });

  it('the axe that its label names, wherever it is printed', () => {
    const totals = read(
      actions(
        HALLS,
        PARKINGS,
        RONDES,
        CAMERAS,
        total('Total Sur-entretien', '1 500 €'),
        total('Total Tranquillité résidentielle', '1 000 €'),
      ),
    );
    expect(totals.map(({ portee, covers }) => [portee, covers])).toEqual([
      ['axe', HALLS_AND_PARKINGS],
      ['axe', NIGHT],
    ]);
  });

  it('the lines of its section, and A + B those of both', () => {
    const totals = read(
      actions(
        title('Actions spécifiques'),
        HALLS,
        total('Total A – Actions spécifiques', '800 €'),
        title('Renforcement du droit commun'),
        PARKINGS,
        RONDES,
        total('Total B – Renforcement du droit commun', '1 300 €'),
        total('Total A + B', '2 100 €'),
      ),
    );
    expect(totals.map(({ portee, covers }) => [portee, covers])).toEqual([
      ['section', ['Peinture des halls']],
      ['section', ['Lavage des parkings', 'Rondes de nuit']],
      ['programme', ['Peinture des halls', 'Lavage des parkings', 'Rondes de nuit']],
    ]);
  });

  it('a bare mark is that of the section where there are sections, of the axe where there are none', () => {
    const sections = read(
      actions(
        title('I – Actions spécifiques'),
        HALLS,
        RONDES,
        total('Total I', '1 400 €'),
        title('II – Renforcement du droit commun'),
        PARKINGS,
        total('Total II', '700 €'),
      ),
    );
    expect(sections.map(({ portee, covers }) => [portee, covers])).toEqual([
      ['section', ['Peinture des halls', 'Rondes de nuit']],
      ['section', ['Lavage des parkings']],
    ]);
    const parts = read(actions(HALLS, RONDES, total('Total A', '1 400 €')), actions(PARKINGS, total('Total B', '700 €')));
    expect(parts.map(({ covers }) => covers)).toEqual([['Peinture des halls', 'Rondes de nuit'], ['Lavage des parkings']]);
    const GUARD: Row = ['1. Renforcement de la présence du personnel de proximité', 'Renforcement du gardiennage', 'Un gardien', '500 €'];
    const axes = read(actions(GUARD, total('Total 1', '500 €'), RONDES, CAMERAS));
    expect(axes.map(({ portee, covers }) => [portee, covers])).toEqual([['axe', ['Un gardien']]]);
  });

  it('a share of an axe is no axe: « autre »', () => {
    const totals = read(actions(HALLS, total('Sous-total', '800 €'), RONDES, total('Sous-total', '600 €'), PARKINGS));
    expect(totals[0]).toMatchObject({ portee: 'autre', covers: ['Peinture des halls'] });
    expect(totals[1]).toMatchObject({ portee: 'axe', covers: ['Rondes de nuit'] });
  });

  it('never another total', () => {
    const programme = programmeOf(
      TITLE,
      'Quartier : La Forge',
      'Année : 2026',
      actions(HALLS, PARKINGS, total('Sous-total', '1 500 €'), RONDES, total('Sous-total', '600 €'), total('Total général', '2 100 €')),
    );
    const amounts = new Set(programme.lines.flatMap((line) => line.amounts.map((amount) => amount.id)));
    const terms = programme.totals.flatMap((each) => each.scopes.flatMap((scope) => scope.value.terms));
    expect(terms.filter((id) => !amounts.has(id))).toEqual([]);
  });

  it('its own column only', () => {
    const table = rows(
      ['Axe', 'Action', 'Description', 'Coût prévu', 'Dépense réalisée'],
      ['Sur-entretien', 'Renforcement nettoyage', 'Halls', '800 €', '700 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Nuit', '600 €', '-'],
      ['Total général', '←', '←', '1 400 €', '700 €'],
    );
    const programme = programmeOf(TITLE, 'Quartier : La Forge', 'Année : 2026', table);
    const columns = programme.totals.map((each) => {
      const terms = new Set(each.scopes[0].value.terms);
      return programme.lines
        .flatMap((line) => line.amounts.filter((amount) => terms.has(amount.id)))
        .map((amount) => amount.column.rubrique);
    });
    expect(columns).toEqual([
      ['prevu', 'prevu'],
      ['realise', 'realise'],
    ]);
    expect(programme.nature).toBe('mixte');
  });

  it('is stated in text under the table as well', () => {
    expect(read(actions(HALLS, RONDES), 'Total général : 1 400 € TTC')).toEqual([
      { label: 'Total général', stated: '1400.00', portee: 'programme', covers: ['Peinture des halls', 'Rondes de nuit'] },
    ]);
  });

  it('a foot without label lists both the axe above and the whole, so that arithmetic may tell', () => {
    const programme = programmeOf(TITLE, 'Quartier : La Forge', 'Année : 2026', actions(HALLS, RONDES, CAMERAS, ['', '', '', '1 800 €']));
    const portees = programme.totals[0]?.scopes.map((scope) => scope.value.portee) ?? [];
    expect(portees).toEqual(expect.arrayContaining(['axe', 'programme']));
    const costs = programme.totals[0]?.scopes.map((scope) => scope.cost) ?? [];
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  it('of a section that only totals name: the lines above it, since the total of the other section', () => {
    const totals = read(
      actions(HALLS, PARKINGS, total('Sous-total actions spécifiques', '1 400 €'), RONDES, total('Sous-total droit commun', '700 €')),
    );
    expect(totals.map(({ portee, covers }) => [portee, covers])).toEqual([
      ['section', HALLS_AND_PARKINGS],
      ['section', ['Rondes de nuit']],
    ]);
  });

  it('of sections, in a recapitulation of totals alone: no lines', () => {
    const totals = read(
      actions(HALLS, PARKINGS, total('Sous-total actions spécifiques', '1 400 €'), total('Sous-total droit commun', '700 €')),
    );
    expect(totals.map(({ covers }) => covers)).toEqual([[], []]);
  });

  it('nothing, where it counts all years of what its column says a year', () => {
    const table = rows(
      ['Axe', 'Action', 'Dépense moyenne prévisionnelle / an pour la période 2025-2027'],
      ['Sur-entretien', 'Renforcement nettoyage', '800 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', '600 €'],
      ['Total par an', '←', '1 400 €'],
      ['Total pour la période (3 ans)', '←', '4 200 €'],
    );
    const totals = totalsOf(programmeOf(TITLE, 'Quartier : La Forge', 'Année : 2025', table));
    expect(totals.map(({ covers }) => covers.length)).toEqual([2, 0]);
  });
});
