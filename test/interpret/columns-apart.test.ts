import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type TableSpec } from '../support/grids.ts';
import { hypothesesOf, programmeOf, totalsOf } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADING = 'Plaine Habitat – Quartier : La Forge – Programme 2024-2025';

function page(year: string, nettoyage: string, tags: string, total: string): TableSpec {
  return rows(
    ['Axe', 'Action', `Prévisionnel ${year}`],
    ['Sur-entretien', 'Renforcement nettoyage', nettoyage],
    ['Sur-entretien', 'Effacement de tags', tags],
    ['Total', LEFT, total],
  );
}

const FIRST = page('2024', '800 €', '200 €', '1 000 €');
const SECOND = page('2025', '700 €', '100 €', '800 €');

describe('a table whose further columns stand on the next page', () => {
  it('is one table: each line has the amounts of both pages, each total its own column', () => {
    const programme = programmeOf(TITLE, HEADING, FIRST, NEW_PAGE, HEADING, SECOND);
    expect(programme.lines.map(({ amounts }) => amounts.map(({ readings: [{ text }] }) => text))).toEqual([
      ['800 €', '700 €'],
      ['200 €', '100 €'],
    ]);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['1000.00', 'programme', 2],
      ['800.00', 'programme', 2],
    ]);
  });

  it('is one table too where only the amounts are printed there, at the heights of their rows', () => {
    const bare = rows(['Prévisionnel 2025', 'Prévisionnel 2026'], ['700 €', '600 €'], ['100 €', '50 €'], ['800 €', '700 €']);
    const programme = programmeOf(TITLE, HEADING, FIRST, NEW_PAGE, TITLE, HEADING, bare);
    expect(programme.lines.map(({ amounts }) => amounts.map(({ readings: [{ text }] }) => text))).toEqual([
      ['800 €', '700 €', '600 €'],
      ['200 €', '100 €', '50 €'],
    ]);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['1000.00', 'programme'],
      ['800.00', 'programme'],
      ['700.00', 'programme'],
    ]);
  });

  it('is another one where the text over it says something else', () => {
    const [best] = hypothesesOf(TITLE, HEADING, FIRST, NEW_PAGE, 'Plaine Habitat – Quartier : Les Tilleuls – Programme 2025', SECOND);
    expect(best?.value.programmes.map(({ lines }) => lines.length)).toEqual([2, 2]);
  });
});
