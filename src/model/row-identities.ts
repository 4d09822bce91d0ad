import { stretchIn } from '../french/stretches.ts';
import { fold } from '../french/text.ts';
import { versionIn } from '../french/versions.ts';
import type { Summable } from './counted.ts';
import type { Periode, Rubrique } from './vocabulary.ts';

/** What columns of a table say of each other along a row: without tax + tax = with tax, years = their period, quarters = their year, initial + variation = changed,
 * (a) + (b) = (a + b), planned + difference = realised (or the other way round), parts = the whole. */

export interface RowCell extends Summable {
  /** As printed: how it is rounded. */
  readonly texte: string;
  /** It holds something that was not read as one amount. */
  readonly isDoubtful: boolean;
}

/** A grand total of a column: where the identity holds for it, the heading was understood. */
export interface ColumnTotal {
  readonly colonne: string;
  readonly rubrique: Rubrique;
  readonly periode: Periode | null;
  readonly centimes: bigint;
}

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

interface Identity {
  readonly whole: number;
  readonly parts: readonly number[];
  /** What it is claimed by: the headings, headings that may leave a part out, those of a difference, or the rows alone. */
  readonly by: 'mots' | 'financements' | 'differences' | 'rangees';
}

function spanOf(periode: Periode | null): string {
  return periode === null ? '' : `${String(periode.debut)}-${String(periode.fin)}`;
}

function totalKey({ colonne, rubrique, periode }: Pick<ColumnTotal, 'colonne' | 'rubrique' | 'periode'>): string {
  return [colonne, rubrique, spanOf(periode)].join('|');
}

function columnKey(cell: RowCell): string {
  return [totalKey(cell), cell.taxe ?? '', cell.base ?? ''].join('|');
}

const TOTAL = /^(?:total|totaux|cumul|ensemble)\b|\b(?:total|totale|totaux|globale?|cumul)\b/u;
const SHARE = /\b(?:parts?|quote part|participations?|contributions?|financements?|cofinancements?|subventions?)\b/u;
const NO_PART = /\b(?:unitaires?|moyenn?es?|ecarts?|differences?|soldes?|disponibles?|reste)\b/u;

/** Whether a heading may be that of a sum of the columns beside it. */
export function saysTotal(heading: string): boolean {
  const folded = fold(heading);
  return TOTAL.test(folded) && !NO_PART.test(folded);
}

/** Without tax + tax = with tax, where each stands once. */
function taxes(columns: readonly RowCell[]): Identity[] {
  return [...new Set(columns.map(({ periode }) => spanOf(periode)))].flatMap((span) => {
    const at = (is: (cell: RowCell) => boolean): number[] =>
      columns.flatMap((cell, index) => (spanOf(cell.periode) === span && is(cell) ? [index] : []));
    const [without, tax, withTax] = [
      at(({ taxe }) => taxe === 'ht'),
      at(({ taxe, colonne }) => taxe === null && /\btva\b/u.test(fold(colonne))),
      at(({ taxe }) => taxe === 'ttc'),
    ];
    const [ht, tva, ttc] = [without[0], tax[0], withTax[0]];
    if (without.length !== 1 || tax.length !== 1 || withTax.length !== 1) return [];
    return ht === undefined || tva === undefined || ttc === undefined ? [] : [{ whole: ttc, parts: [ht, tva], by: 'mots' as const }];
  });
}

/** The columns of one rubrique whose years together are exactly those of a period; empty unless one way alone does it. */
function tiling(columns: readonly RowCell[], whole: RowCell, rubrique: Rubrique): readonly number[] {
  const { periode, taxe } = whole;
  const parts = columns.flatMap((cell, index) =>
    cell !== whole && cell.rubrique === rubrique && cell.taxe === taxe && cell.periode !== null && spanOf(cell.periode) !== spanOf(periode)
      ? [{ index, periode: cell.periode }]
      : [],
  );
  const inside = parts
    .filter(({ periode: own }) => periode === null || (own.debut >= periode.debut && own.fin <= periode.fin))
    .sort((a, b) => a.periode.debut - b.periode.debut);
  const [first, last] = [inside[0], inside.at(-1)];
  const follows = inside.every(({ periode: own }, at) => at === 0 || own.debut === (inside[at - 1]?.periode.fin ?? 0) + 1);
  if (first === undefined || last === undefined || inside.length < 2 || !follows) return [];
  const isWhole = periode === null || (first.periode.debut === periode.debut && last.periode.fin === periode.fin);
  return isWhole ? inside.map(({ index }) => index) : [];
}

/** The years of a period, and the period; a bare total beside years. */
function periods(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (whole.base === 'an' || NO_PART.test(fold(whole.colonne))) return [];
    const isTotal = TOTAL.test(fold(whole.colonne));
    if (whole.periode === null ? !isTotal : whole.periode.debut === whole.periode.fin) return [];
    const rubriques = isTotal && whole.rubrique === 'total' ? [...new Set(columns.map(({ rubrique }) => rubrique))] : [whole.rubrique];
    const found = rubriques.map((rubrique) => tiling(columns, whole, rubrique)).filter((parts) => parts.length > 0);
    const [parts] = found;
    return parts === undefined || found.length > 1 ? [] : [{ whole: at, parts, by: 'mots' }];
  });
}

const VARIATION = /\b(?:variations?|evolutions?|ajustements?|modifications?|ecarts?|differences?)\b/u;

/** What was first decided + the variation = what it was changed to. */
function versions(columns: readonly RowCell[]): Identity[] {
  const at = (is: (cell: RowCell) => boolean): number[] => columns.flatMap((cell, index) => (is(cell) ? [index] : []));
  const [initial, variation, revised] = [
    at(({ colonne }) => versionIn(colonne) === 'initiale'),
    at(({ rubrique, colonne }) => rubrique === 'autre' && VARIATION.test(fold(colonne))),
    at(({ colonne }) => versionIn(colonne) === 'revisee'),
  ];
  const [from, by, to] = [initial[0], variation[0], revised[0]];
  if (initial.length !== 1 || variation.length !== 1 || revised.length !== 1) return [];
  return from === undefined || by === undefined || to === undefined ? [] : [{ whole: to, parts: [from, by], by: 'mots' }];
}

/** Quarters, phases or tranches of one period, each once, and its total beside them. */
function stretches(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (!saysTotal(whole.colonne) || stretchIn(whole.colonne) !== null) return [];
    const parts = columns.flatMap(({ colonne, rubrique, periode }, index) => {
      const stretch = spanOf(periode) === spanOf(whole.periode) ? stretchIn(colonne) : null;
      return stretch === null || (whole.rubrique !== 'total' && rubrique !== whole.rubrique) ? [] : [{ index, stretch, rubrique }];
    });
    const isOne =
      new Set(parts.map(({ stretch }) => stretch)).size === parts.length && new Set(parts.map(({ rubrique }) => rubrique)).size === 1;
    return parts.length < 2 || !isOne ? [] : [{ whole: at, parts: parts.map(({ index }) => index), by: 'mots' }];
  });
}

const SUM_OF = /\(?\s*\b([a-z1-9])\b\s*\)?(?:\s*\+\s*\(?\s*\b[a-z1-9]\b\s*\)?)+/iu;

/** A heading that names what it sums: « (a + b) », « (1) + (2) ». */
function letters(columns: readonly RowCell[]): Identity[] {
  const sums = columns.flatMap(({ colonne }, whole) => {
    const said = SUM_OF.exec(colonne)?.[0];
    return said === undefined ? [] : [{ whole, said: said.toLowerCase().match(/[a-z1-9]/gu) ?? [] }];
  });
  const [sum] = sums;
  if (sum === undefined || sums.length > 1) return [];
  const named = sum.said.map((letter) =>
    columns.flatMap(({ colonne }, index) =>
      index !== sum.whole && new RegExp(`\\(\\s*${letter}\\s*\\)`, 'iu').test(colonne) ? [index] : [],
    ),
  );
  return named.every((found) => found.length === 1) ? [{ whole: sum.whole, parts: named.flat(), by: 'mots' }] : [];
}

/** « Coût total », « Part bailleur », « Part ville »: headings alone do not say that no part is missing. */
function shares(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (!TOTAL.test(fold(whole.colonne)) || SHARE.test(fold(whole.colonne))) return [];
    const parts = columns.flatMap((cell, index) =>
      index !== at && spanOf(cell.periode) === spanOf(whole.periode) && SHARE.test(fold(cell.colonne)) && !NO_PART.test(fold(cell.colonne))
        ? [index]
        : [],
    );
    return parts.length < 2 ? [] : [{ whole: at, parts, by: 'financements' }];
  });
}

const DIFFERENCE = /\b(?:ecarts?|differences?)\b/u;
const RATE = /%|\btaux\b/u;

/** What was planned, what was realised and the difference of the two, which some write realised less planned and some the other way round. The difference is the last part. */
function differences(columns: readonly RowCell[]): Identity[] {
  const at = (is: (cell: RowCell) => boolean): number[] => columns.flatMap((cell, index) => (is(cell) ? [index] : []));
  const [by, anotherBy] = at(
    ({ rubrique, colonne }) => rubrique === 'autre' && DIFFERENCE.test(fold(colonne)) && !RATE.test(fold(colonne)),
  );
  const [planned, anotherPlanned] = at(({ rubrique }) => rubrique === 'prevu');
  const [realised, anotherRealised] = at(({ rubrique }) => rubrique === 'realise');
  if (by === undefined || planned === undefined || realised === undefined) return [];
  if ([anotherBy, anotherPlanned, anotherRealised].some((another) => another !== undefined)) return [];
  return [
    { whole: realised, parts: [planned, by], by: 'differences' },
    { whole: planned, parts: [realised, by], by: 'differences' },
  ];
}

/** Whether a row would hold if its difference had the other sign. */
function holdsTurned<Cell extends RowCell>({ whole, parts, sum }: Checked<Cell>): boolean {
  const by = parts.at(-1)?.centimes ?? 0n;
  return parts.length > 1 && whole.centimes === sum - 2n * by;
}

/** Wider tables have sums by accident. */
const MOST_COLUMNS = 8;

/** Any columns that may sum up to another: of its period, or of its rubrique. */
function possible(columns: readonly RowCell[]): Identity[] {
  if (columns.length > MOST_COLUMNS) return [];
  return columns.flatMap((whole, at): Identity[] => {
    // A difference has a sign of its own.
    if (NO_PART.test(fold(whole.colonne))) return [];
    const others = columns.flatMap((cell, index) => (index !== at && !NO_PART.test(fold(cell.colonne)) ? [{ cell, index }] : []));
    const found: Identity[] = [];
    for (let set = 1; set < 1 << others.length; set++) {
      const parts = others.filter((_, bit) => (set & (1 << bit)) !== 0);
      const isOne =
        parts.every(({ cell }) => spanOf(cell.periode) === spanOf(whole.periode)) ||
        parts.every(({ cell }) => cell.rubrique === whole.rubrique);
      if (parts.length >= 2 && isOne) found.push({ whole: at, parts: parts.map(({ index }) => index), by: 'rangees' });
    }
    return found;
  });
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
function identitiesOf<Cell extends RowCell>(rows: TableRows<Cell>, totals: ReadonlyMap<string, bigint>): CheckedIdentity<Cell>[] {
  const columns = rows[0]?.cells ?? [];
  if (new Set(columns.map(columnKey)).size < columns.length || columns.length < 3) return [];
  const said = [
    ...taxes(columns),
    ...periods(columns),
    ...stretches(columns),
    ...versions(columns),
    ...letters(columns),
    ...shares(columns),
    ...differences(columns),
  ];
  const wholes = new Set(said.flatMap(({ whole, by }) => (by === 'differences' ? [] : [whole])));
  return [...said, ...possible(columns).filter(({ whole }) => !wholes.has(whole))].map((identity) => {
    const checked = rows.flatMap(({ line, cells }) => check(identity, line, cells));
    return { identity, checked, isSure: isBorneOut(identity, columns, checked, totals) };
  });
}

/** The rows of one table that what its columns say of each other does not hold for. */
function findingsOf<Cell extends RowCell>(rows: TableRows<Cell>, totals: ReadonlyMap<string, bigint>): RowFinding<Cell>[] {
  const columns = rows[0]?.cells ?? [];
  const found = new Map<string, RowFinding<Cell>>();
  for (const { identity, checked, isSure } of identitiesOf(rows, totals)) {
    if (!isSure && identity.by !== 'mots') continue;
    const isTotal = identity.by !== 'rangees' || TOTAL.test(fold(columns[identity.whole]?.colonne ?? ''));
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
    tables.set(key, [...(tables.get(key) ?? []), { line, cells }]);
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
    .flatMap((rows) => identitiesOf(rows, totals))
    .filter(({ identity: { by }, isSure }) => isSure && by !== 'rangees')
    .flatMap(({ checked }) => checked.filter(({ agrees }) => agrees === 'oui').map(({ whole, parts }) => [whole, ...parts]));
}
