import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { AmountColumn, ProgrammeDraft, Scope, TotalDraft } from '../../src/model/draft.ts';
import type { Portee } from '../../src/model/vocabulary.ts';
import { amount, line, PREVU, programme, REALISE, scope, total, type Figure } from './programmes.ts';

/** Random programmes of sections, axes and lines, whose totals are exact: of each axe, of each section, of the whole, in each column. */

const COLUMNS: readonly AmountColumn[] = [PREVU, REALISE, { ...PREVU, header: 'Montant valorisé', rubrique: 'valorise' }];

/** An amount in cents; `null` for a dash. */
type Cents = number | null;

/** Sections of axes of lines of amounts, in cents: as many amounts as columns. */
export type Amounts = readonly (readonly (readonly (readonly Cents[])[])[])[];

const cents: fc.Arbitrary<Cents> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 50_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: -1 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

export const arbitraryAmounts: fc.Arbitrary<Amounts> = fc.integer({ min: 1, max: COLUMNS.length }).chain((columns) => {
  const row = fc.array(cents, { minLength: columns, maxLength: columns });
  const axe = fc.array(row, { minLength: 1, maxLength: 4 });
  const section = fc.array(axe, { minLength: 1, maxLength: 3 });
  return fc
    .array(section, { minLength: 1, maxLength: 2 })
    .filter((sections) => sections.flat(3).some((value) => value !== null))
    .map((sections): Amounts => sections);
});

export function euros(value: number): string {
  return new Decimal(value).dividedBy(100).toFixed(2);
}

interface Cell {
  readonly id: string;
  readonly section: number;
  readonly axe: number;
  readonly column: number;
  readonly cents: Cents;
}

function cellsOf(amounts: Amounts): Cell[] {
  return amounts.flatMap((axes, section) =>
    axes.flatMap((lines, axe) =>
      lines.flatMap((values, row) =>
        values.map((value, column) => ({ id: `m${[section, axe, row, column].join('.')}`, section, axe, column, cents: value })),
      ),
    ),
  );
}

function totalOf(id: string, portee: Portee, cells: readonly Cell[], inColumn: readonly Cell[], column: AmountColumn): TotalDraft[] {
  if (!cells.some((cell) => cell.cents !== null)) return [];
  const sum = cells.reduce((all, cell) => all + (cell.cents ?? 0), 0);
  const covered: Scope = scope(
    cells.map((cell) => cell.id),
    { portee, column, columnAmounts: inColumn.map((cell) => cell.id) },
  );
  return [total(id, euros(sum), covered)];
}

/** `read`: what stands on the page in place of an amount, by id; the true figure where absent. */
export function exactProgramme(amounts: Amounts, read: ReadonlyMap<string, Figure> = new Map()): ProgrammeDraft {
  const cells = cellsOf(amounts);
  const figureOf = (cell: Cell): Figure => read.get(cell.id) ?? (cell.cents === null ? null : euros(cell.cents));
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = cell.id.slice(1, cell.id.lastIndexOf('.'));
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  const lines = [...rows.entries()].map(([id, row]) =>
    line(`l${id}`, ...row.map((cell) => amount(cell.id, figureOf(cell), COLUMNS[cell.column] ?? PREVU))),
  );
  const totals = COLUMNS.flatMap((column, index) => {
    const own = cells.filter((cell) => cell.column === index);
    const sections = [...new Set(own.map((cell) => cell.section))];
    return [
      ...sections.flatMap((section) => {
        const inSection = own.filter((cell) => cell.section === section);
        const axes = [...new Set(inSection.map((cell) => cell.axe))];
        return [
          ...axes.flatMap((axe) =>
            totalOf(
              `a${[section, axe, index].join('.')}`,
              'axe',
              inSection.filter((cell) => cell.axe === axe),
              own,
              column,
            ),
          ),
          ...totalOf(`s${[section, index].join('.')}`, 'section', inSection, own, column),
        ];
      }),
      ...totalOf(`p${String(index)}`, 'programme', own, own, column),
    ];
  });
  return programme(lines, totals);
}

/** Ids and cents of the amounts that are not dashes. */
export function statedAmounts(amounts: Amounts): readonly { readonly id: string; readonly cents: number }[] {
  return cellsOf(amounts).flatMap(({ id, cents: value }) => (value === null ? [] : [{ id, cents: value }]));
}
