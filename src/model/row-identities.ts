import {
  claimed,
  claimedOrPossible,
  columnKey,
  isNamedTotal,
  totalKey,
  type ColumnTotal,
  type Identity,
  type RowCell,
} from './row-equations.ts';

/**
 * A row whose figures disagree. `ecart`: the document contradicts itself; `arrondi`: rounding each figure as it is printed explains the difference; `desaccord`: the headings
 * say that these add up, but the rows do not bear it out, or no heading says so and one row alone does not add up.
 */
export interface RowFinding<Cell extends RowCell> {
  readonly kind: 'ecart' | 'arrondi' | 'desaccord';
  /** Index of the line. */
  readonly line: number;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  readonly sum: bigint;
}

/** Whether a row would hold if its difference had the other sign. */
function holdsTurned<Cell extends RowCell>({ whole, parts, sum }: Checked<Cell>): boolean {
  const by = parts.at(-1)?.centimes ?? 0n;
  return parts.length > 1 && whole.centimes === sum - 2n * by;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Half of the last digit that a figure prints, in cents. */
function halfDigit({ texte, centimes }: RowCell): bigint {
  const printed = /-?\d[\d\s\u00a0\u202f.']*(?:,\d+)?/u.exec(texte)?.[0] ?? '';
  const decimals = /[.,](\d{1,2})(?!\d)/u.exec(printed)?.[1]?.length ?? 0;
  const units = Number(printed.replace(/[.,]\d{1,2}(?!\d)/u, '').replace(/\D/gu, ''));
  const euros = Number(absolute(centimes ?? 0n)) / 100;
  const unit = units > 0 && euros / units >= 900_000 ? 1_000_000 : units > 0 && euros / units >= 900 ? 1_000 : 1;
  return BigInt(Math.floor((unit * 100) / 2 / 10 ** decimals));
}

interface Checked<Cell> {
  readonly line: number;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  readonly sum: bigint;
  readonly agrees: 'oui' | 'arrondi' | 'non';
  /** At least two parts are something: one alone agrees by being repeated. */
  readonly tells: boolean;
}

function check<Cell extends RowCell>({ whole: at, parts: of }: Identity, line: number, row: readonly Cell[]): Checked<Cell>[] {
  const whole = row[at];
  const cells = of.flatMap((index) => row[index] ?? []);
  const parts = cells.filter(({ centimes }) => centimes !== null);
  if (whole === undefined || whole.centimes === null || parts.length === 0 || [whole, ...cells].some(({ isDoubtful }) => isDoubtful))
    return [];
  const sum = parts.reduce((all, { centimes }) => all + (centimes ?? 0n), 0n);
  const gap = absolute(whole.centimes - sum);
  const slack = [whole, ...parts].reduce((all, cell) => all + halfDigit(cell), 0n);
  const agrees = gap === 0n ? 'oui' : gap <= slack ? 'arrondi' : 'non';
  return [{ line, whole, parts, sum, agrees, tells: whole.centimes !== 0n && parts.filter(({ centimes }) => centimes !== 0n).length >= 2 }];
}

/** From so many rows on, one that does not add up is an exception to what the others show. */
const FEWEST_ROWS = 4;
const FEWEST_FIGURES = 3;

/** Whether what the rows and the grand totals show bears the identity out. */
function isBorneOut<Cell extends RowCell>(
  identity: Identity,
  columns: readonly RowCell[],
  checked: readonly Checked<Cell>[],
  totals: ReadonlyMap<string, bigint>,
): boolean {
  const telling = checked.filter(({ tells }) => tells);
  const holding = telling.filter(({ agrees }) => agrees !== 'non');
  const declared = (index: number): bigint | undefined => {
    const cell = columns[index];
    return cell === undefined ? undefined : totals.get(totalKey(cell));
  };
  const parts = identity.parts.map(declared);
  const grand = parts.reduce<bigint>((all, value) => all + (value ?? 0n), 0n);
  const isGrand = parts.filter((value) => value !== undefined && value !== 0n).length >= 2 && declared(identity.whole) === grand;
  switch (identity.by) {
    case 'mots':
      return isGrand || (holding.length > 0 && holding.length * 2 >= telling.length);
    case 'financements':
      return isGrand || (holding.length >= 2 && holding.length * 3 >= telling.length * 2);
    case 'differences': {
      // A minus is sooner lost than found: the rows that have one tell which way round it is. Without any, a column may print how large differences are and no more.
      const [held, turned] = [holding, telling.filter((row) => row.agrees === 'non' && holdsTurned(row))];
      const negative = (rows: readonly Checked<Cell>[]): number => rows.filter(({ parts }) => (parts.at(-1)?.centimes ?? 0n) < 0n).length;
      return negative(held) >= 2 && negative(held) > negative(turned) && (held.length + turned.length) * 3 >= telling.length * 2;
    }
    case 'rangees':
      return (
        telling.length >= FEWEST_ROWS &&
        holding.length === telling.length - 1 &&
        checked.filter(({ agrees }) => agrees === 'non').length === 1 &&
        new Set(holding.map(({ sum }) => sum)).size >= FEWEST_FIGURES
      );
  }
}

interface CheckedIdentity<Cell extends RowCell> {
  readonly identity: Identity;
  readonly checked: readonly Checked<Cell>[];
  /** What the rows and the grand totals show bears it out. */
  readonly isSure: boolean;
}

type TableRows<Cell extends RowCell> = readonly { readonly line: number; readonly cells: readonly Cell[] }[];

/** What the columns of one table may say of each other, held against its rows. */
function identitiesOf<Cell extends RowCell>(
  rows: TableRows<Cell>,
  totals: ReadonlyMap<string, bigint>,
  among: (columns: readonly RowCell[]) => readonly Identity[],
): CheckedIdentity<Cell>[] {
  const columns = rows[0]?.cells ?? [];
  if (new Set(columns.map(columnKey)).size < columns.length || columns.length < 3) return [];
  return among(columns).map((identity) => {
    const checked = rows.flatMap(({ line, cells }) => check(identity, line, cells));
    return { identity, checked, isSure: isBorneOut(identity, columns, checked, totals) };
  });
}

/** The rows of one table that what its columns say of each other does not hold for. */
function findingsOf<Cell extends RowCell>(rows: TableRows<Cell>, totals: ReadonlyMap<string, bigint>): RowFinding<Cell>[] {
  const columns = rows[0]?.cells ?? [];
  const found = new Map<string, RowFinding<Cell>>();
  for (const { identity, checked, isSure } of identitiesOf(rows, totals, claimedOrPossible)) {
    if (!isSure && identity.by !== 'mots') continue;
    const isTotal = identity.by !== 'rangees' || isNamedTotal(columns[identity.whole]?.colonne ?? '');
    const broken = checked.filter(({ agrees }) => (isSure ? agrees !== 'oui' : agrees === 'non'));
    for (const { line, whole, parts, sum, agrees } of isSure ? broken : broken.slice(0, 1)) {
      const kind = agrees === 'arrondi' ? 'arrondi' : isSure && isTotal ? 'ecart' : 'desaccord';
      if (!found.has(whole.id)) found.set(whole.id, { kind, line, whole, parts, sum });
    }
  }
  return [...found.values()];
}

function tablesOf<Cell extends RowCell>(lines: readonly (readonly Cell[])[]): TableRows<Cell>[] {
  const tables = new Map<string, { readonly line: number; readonly cells: readonly Cell[] }[]>();
  lines.forEach((cells, line) => {
    const key = cells.map(columnKey).join('\n');
    const rows = tables.get(key);
    if (rows === undefined) tables.set(key, [{ line, cells }]);
    else rows.push({ line, cells });
  });
  return [...tables.values()];
}

const totalsByKey = (columnTotals: readonly ColumnTotal[]): ReadonlyMap<string, bigint> =>
  new Map([...columnTotals].reverse().map((total) => [totalKey(total), total.centimes]));

/** Every row of a programme whose figures disagree, in the order of its lines. */
export function rowFindings<Cell extends RowCell>(
  lines: readonly (readonly Cell[])[],
  columnTotals: readonly ColumnTotal[],
): readonly RowFinding<Cell>[] {
  const totals = totalsByKey(columnTotals);
  return tablesOf(lines)
    .flatMap((rows) => findingsOf(rows, totals))
    .sort((a, b) => a.line - b.line);
}

/** The figures of each row that add up exactly, as their headings say and the other rows of the table bear out: each says what the others are. */
export function rowAgreements<Cell extends RowCell>(
  lines: readonly (readonly Cell[])[],
  columnTotals: readonly ColumnTotal[],
): readonly (readonly Cell[])[] {
  const totals = totalsByKey(columnTotals);
  return tablesOf(lines)
    .flatMap((rows) => identitiesOf(rows, totals, claimed))
    .filter(({ isSure }) => isSure)
    .flatMap(({ checked }) => checked.filter(({ agrees }) => agrees === 'oui').map(({ whole, parts }) => [whole, ...parts]));
}
