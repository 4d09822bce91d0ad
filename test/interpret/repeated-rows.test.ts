import { describe, expect, it } from 'vitest';
import { rows, type Row } from '../support/grids.ts';
import { programmeOf, totalsOf, values } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADER = ['Axes', 'Actions', 'Dépense prévisionnelle'];
const HEADING = ['Ville : Lens', 'Quartier : Grande Résidence', 'Bailleur : Logis du Nord', 'Année : 2026'];

/** A programme of one table with these rows under its header. */
const tableOf = (...body: readonly Row[]): ReturnType<typeof programmeOf> => programmeOf(TITLE, ...HEADING, rows(HEADER, ...body));

describe('a row of amounts without a label', () => {
  it('is the line above once more where it says the same and a sum under its own label follows', () => {
    const programme = tableOf(
      ['Animation', 'Tournoi', '12 000 €'],
      ['Animation', 'Ménages', '10 200 €'],
      ['', '', '10 200 €'],
      ['Sous-total', '', '22 200 €'],
    );
    expect(programme.lines.map(values)).toEqual([['12000.00'], ['10200.00'], ['10200.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['22200.00']);
  });

  it('is one more line where the totals of its table are bold, and it is not', () => {
    const bold = (text: string) => ({ text, bold: true });
    const programme = tableOf(
      ['Animation', 'Tournoi', '12 000 €'],
      ['Animation', 'Ménages', '10 200 €'],
      ['', '', '10 200 €'],
      ['Animation', 'Locaux', '8 100 €'],
      ['', '', bold('40 500 €')],
    );
    expect(programme.lines.map(values)).toEqual([['12000.00'], ['10200.00'], ['10200.00'], ['8100.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['40500.00']);
  });

  it('stays a total at the foot of its table, and where it says something else', () => {
    const foot = tableOf(['Animation', 'Tournoi', '12 000 €'], ['Animation', 'Ménages', '-'], ['', '', '12 000 €']);
    expect(totalsOf(foot).map(({ stated }) => stated)).toEqual(['12000.00']);
    const other = tableOf(
      ['Animation', 'Tournoi', '12 000 €'],
      ['Animation', 'Ménages', '10 200 €'],
      ['', '', '22 200 €'],
      ['Total', '', '22 200 €'],
    );
    expect(totalsOf(other).map(({ stated }) => stated)).toEqual(['22200.00', '22200.00']);
  });

  it('stays the total of one line where its table prints others without a label, or one under each line', () => {
    const several = tableOf(
      ['Animation', 'Tournoi', '12 000 €'],
      ['', '', '12 000 €'],
      ['Sur-entretien', 'Ménages', '10 200 €'],
      ['Sur-entretien', 'Tags', '4 000 €'],
      ['', '', '14 200 €'],
      ['Total', '', '26 200 €'],
    );
    expect(several.lines.map(values)).toEqual([['12000.00'], ['10200.00'], ['4000.00']]);
    const each = tableOf(
      ['Animation', 'Tournoi', '12 000 €'],
      ['', '', '12 000 €'],
      ['Sur-entretien', 'Ménages', '10 200 €'],
      ['', '', '10 200 €'],
      ['Total', '', '22 200 €'],
    );
    expect(each.lines.map(values)).toEqual([['12000.00'], ['10200.00']]);
    expect(totalsOf(each).map(({ stated }) => stated)).toEqual(['12000.00', '10200.00', '22200.00']);
  });

  it('stays a total at the end of several lines where no sum follows that could tell', () => {
    const first = [
      ['Sur-entretien', 'Ménages', '3 000 €'],
      ['Sur-entretien', 'Tags', '4 000 €'],
      ['Total', '', '7 000 €'],
    ] as const;
    const last = [
      ['Animation', 'Tournoi', '2 500 €'],
      ['Animation', 'Jardins', '2 000 €'],
      ['', '', '2 000 €'],
    ] as const;
    const alone = programmeOf(
      TITLE,
      ...HEADING,
      rows(HEADER, ...first.map((row) => [...row])),
      rows(HEADER, ...last.map((row) => [...row])),
    );
    expect(totalsOf(alone).map(({ stated }) => stated)).toEqual(['7000.00', '2000.00']);
    const summed = programmeOf(
      TITLE,
      ...HEADING,
      rows(HEADER, ...last.map((row) => [...row])),
      rows(HEADER, ...first.map((row) => [...row])),
    );
    expect(totalsOf(summed).map(({ stated }) => stated)).toEqual(['7000.00']);
  });
});
