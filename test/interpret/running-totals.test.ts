import { describe, expect, it } from 'vitest';
import { decided, programme as drafted } from '../support/programmes.ts';
import { LEFT, type Item, type Row, type TableSpec } from '../support/grids.ts';
import { programmeOf } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, RONDES, TITLE } from './pages.ts';

const OPENING = [TITLE, 'Quartier : La Forge', 'Année : 2026'] as const;

/** Two lines, a running total, a page break, the running total again, two more lines, the total of all. */
function table(below: string, above: string, ...last: readonly Row[]): TableSpec {
  const { rows: content, ...shape } = actions(HALLS, PARKINGS, RONDES, CAMERAS);
  const [header, first, second, ...rest] = content;
  const foot = (label: string, stated: string): Row => [label, LEFT, LEFT, stated];
  const rows = [header, first, second, foot('À reporter', below), foot('Report', above), ...rest, ...last].filter(
    (row) => row !== undefined,
  );
  return { ...shape, rows, breaks: [4] };
}

/** What the sums make of it: each total with what it states and its difference. */
function stated(...items: readonly Item[]): readonly string[] {
  const { lines, totals } = programmeOf(...items);
  return decided(drafted(lines, totals)).totals.map(
    ({ draft, declared, difference }) => `${draft.label ?? ''} ${declared.toFixed(0)} ${difference?.toFixed(0) ?? '?'}`,
  );
}

const TOTAL: Row = ['Total', LEFT, LEFT, '2 500 €'];

describe('a running total over a page break', () => {
  it('is a total at the foot of the page, said once', () => {
    expect(stated(...OPENING, table('1 500 €', '1 500 €', TOTAL))).toEqual(['Total 2500 0', 'À reporter 1500 0']);
  });

  it('is a disagreement, once, where it is wrong, though the total is right', () => {
    expect(stated(...OPENING, table('1 400 €', '1 400 €', TOTAL))).toEqual(['Total 2500 0', 'À reporter 1400 -100']);
  });

  it('carried over with another figure, it is that figure that disagrees', () => {
    expect(stated(...OPENING, table('1 500 €', '1 000 €', TOTAL))).toEqual(['Total 2500 0', 'À reporter 1500 0', 'Report 1000 -500']);
  });

  it('« Report » in the midst of a page may be money of another year', () => {
    const { rows: content, ...shape } = actions(HALLS, PARKINGS, RONDES, CAMERAS);
    expect(stated(...OPENING, { ...shape, rows: [...content, ['Report', LEFT, LEFT, '700 €'], TOTAL] })).toEqual(['Total 2500 0']);
  });
});
