import { readAmountCell } from '../../french/amounts.ts';
import { findPeriods, readBase, readTaxe, readUnit } from '../../french/periods.ts';
import type { AmountColumn } from '../../model/draft.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { NatureProgramme } from '../../model/vocabulary.ts';
import type { Band } from './bands.ts';
import { columnKind, type ColumnKind } from './header-words.ts';
import { defaultRubrique, rubriqueOf } from './rubrique.ts';
import { cellsOver, type TableRows } from './table-rows.ts';

/** What unit the figures of a column are printed in. */
export type Unit = 'euro' | 'kilo' | 'million';

/** A column understood: its kind, and for amounts what they are. `null` kind: a column without content. */
export interface Column {
  readonly index: number;
  readonly kind: ColumnKind | null;
  readonly header: string;
  readonly amount: AmountColumn | null;
  readonly unit: Unit;
}

/** The header of a column: the texts of the header cells over it, groups first, each once. A title over the whole table is left out. */
function headerPath(rows: TableRows, band: Band, column: number): { path: string; leaf: string } {
  const cells = cellsOver(rows, band.header.from, band.header.to, column).filter(
    (cell) => cellText(cell) !== '' && (cell.columnSpan < rows.columnCount || rows.columnCount === 1),
  );
  const texts = cells.map(cellText);
  return { path: texts.join(' '), leaf: texts.at(-1) ?? '' };
}

interface Content {
  readonly filled: number;
  readonly amounts: number;
  readonly withUnit: number;
  readonly years: number;
  readonly blanks: number;
}

function contentOf(rows: TableRows, band: Band, column: number): Content {
  let filled = 0;
  let amounts = 0;
  let withUnit = 0;
  let years = 0;
  let blanks = 0;
  for (const cell of cellsOver(rows, band.body.from, band.body.to, column)) {
    const text = cellText(cell);
    if (text === '' || cell.column !== column) continue;
    const reading = readAmountCell(text);
    filled++;
    if (reading.kind === 'amount') {
      if (reading.looksLikeYear && !reading.hasUnit) years++;
      else amounts++;
      if (reading.hasUnit) withUnit++;
    } else if (reading.kind === 'none') blanks++;
  }
  return { filled, amounts, withUnit, years, blanks };
}

function kindByContent(content: Content): ColumnKind | null {
  if (content.filled === 0) return null;
  if (content.amounts > 0 && (content.amounts + content.blanks) / content.filled >= 0.6) return 'montant';
  return 'description';
}

function kindOf(leaf: string, path: string, content: Content): ColumnKind | null {
  const named = (leaf === '' ? null : columnKind(leaf)) ?? (path === '' ? null : columnKind(path));
  const texts = content.filled - content.amounts - content.blanks - content.years;
  switch (named) {
    case null:
      return kindByContent(content);
    case 'montant':
      return texts > 2 && texts > content.filled * 0.7 ? 'description' : 'montant';
    case 'axe':
    case 'action':
    case 'description':
    case 'calendrier':
      return content.withUnit >= 2 && content.withUnit + content.blanks >= content.filled * 0.8 ? 'montant' : named;
    case 'tick_specifique':
    case 'tick_droit_commun':
      return content.amounts > content.filled / 2 ? 'montant' : named;
    default:
      return named;
  }
}

/** How much of a column's text names axes or actions of the référentiel. */
function recognised(rows: TableRows, band: Band, column: number, knows: (text: string) => unknown): number {
  const texts = cellsOver(rows, band.body.from, band.body.to, column)
    .filter((cell) => cell.columnSpan === 1)
    .map(cellText)
    .filter((text) => text !== '');
  return texts.length === 0 ? 0 : texts.filter((text) => knows(text) !== null).length / texts.length;
}

/** Only numbers: the rank of an axe or an action, not its wording. */
function onlyNumbers(rows: TableRows, band: Band, column: number): boolean {
  const texts = cellsOver(rows, band.body.from, band.body.to, column)
    .filter((cell) => cell.columnSpan === 1)
    .map(cellText)
    .filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^\W*(?:axe\s*)?\d{1,2}(?:[.-]\d{1,2})?\W*$/iu.test(text));
}

/** One axe and one action column at the most; a column without heading is told by its wording; what is left is description. */
function settleLabels(rows: TableRows, band: Band, kinds: (ColumnKind | null)[], named: readonly boolean[], knowledge: Knowledge): void {
  const axeLike = (text: string): unknown => knowledge.axe(text);
  const actionLike = (text: string): unknown => knowledge.action(text);
  kinds.forEach((kind, column) => {
    const others = kinds.some((other, index) => index !== column && (other === 'axe' || other === 'action' || other === 'description'));
    if (
      (kind === 'axe' || kind === 'action') &&
      others &&
      kinds.filter((other) => other === kind).length > 1 &&
      onlyNumbers(rows, band, column)
    )
      kinds[column] = 'numero';
  });
  const columnsOf = (kind: ColumnKind): number[] => kinds.flatMap((k, column) => (k === kind ? [column] : []));
  for (const [kind, knows, other] of [
    ['axe', axeLike, 'action'],
    ['action', actionLike, 'description'],
  ] as const) {
    const candidates = columnsOf(kind);
    if (candidates.length > 1) {
      const scored = candidates.map((column) => ({ column, share: recognised(rows, band, column, knows) }));
      const best = scored.reduce((a, b) => (b.share > a.share + 0.2 ? b : a));
      for (const { column } of scored) if (column !== best.column) kinds[column] = columnsOf('action').length === 0 ? other : 'description';
    } else if (candidates.length === 0) {
      const free = kinds.flatMap((k, column) => (k === 'description' && named[column] === false ? [column] : []));
      for (const column of free) {
        if (recognised(rows, band, column, knows) >= 0.5) {
          kinds[column] = kind;
          break;
        }
      }
    }
  }
}

function cellsOfHeader(rows: TableRows, band: Band, column: number): readonly Cell[] {
  return cellsOver(rows, band.header.from, band.header.to, column);
}

/** The columns of a band. `inherited` are those of an earlier part of the same table shape, for a band without header. */
export function readColumns(
  rows: TableRows,
  band: Band,
  inherited: readonly Column[] | null,
  nature: NatureProgramme | null,
  knowledge: Knowledge,
): readonly Column[] {
  const hasHeader = band.header.to >= band.header.from;
  if (!hasHeader && inherited?.length === rows.columnCount) return inherited;
  const indexes = Array.from({ length: rows.columnCount }, (_, column) => column);
  const paths = indexes.map((column) => headerPath(rows, band, column));
  const contents = indexes.map((column) => contentOf(rows, band, column));
  const kinds = indexes.map((column): ColumnKind | null => {
    const { path, leaf } = paths[column] ?? { path: '', leaf: '' };
    const content = contents[column];
    return content === undefined ? null : kindOf(leaf, path, content);
  });
  const isNamed = paths.map(({ path }) => path !== '');
  settleLabels(rows, band, kinds, isNamed, knowledge);
  const amountCount = kinds.filter((kind) => kind === 'montant').length;
  return indexes.map((index): Column => {
    const kind = kinds[index] ?? null;
    const header = paths[index]?.path ?? '';
    if (kind !== 'montant') return { index, kind, header, amount: null, unit: 'euro' };
    const rubrique = rubriqueOf(header, amountCount > 1);
    const decided = rubrique ?? defaultRubrique(nature);
    const groups = cellsOfHeader(rows, band, index).map(cellText).reverse();
    const period = groups.map((text) => findPeriods(text)[0]).find((found) => found !== undefined);
    const periode = period === undefined ? null : { debut: period.debut, fin: period.fin };
    const amount: AmountColumn = {
      header,
      rubrique: decided,
      periode,
      base: readBase(header),
      taxe: readTaxe(header),
      unit: readUnit(header) ?? 'euro',
      sure: rubrique !== null,
    };
    return { index, kind, header, amount, unit: readUnit(header) ?? 'euro' };
  });
}
