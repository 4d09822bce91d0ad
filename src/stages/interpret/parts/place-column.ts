import { clean, fold } from '../../../french/text.ts';
import type { LineDraft } from '../../../model/draft.ts';
import { overlap } from '../../../model/geometry.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import type { Column } from '../columns.ts';
import type { Field, Piece } from '../heading-piece.ts';
import { codeQpIn, quartierName } from '../heading-values.ts';
import type { RowItem } from '../row-items.ts';
import type { TableRows } from '../table-rows.ts';

/** Headers of columns that repeat a fact of the heading beside each line. */
const FACTS: readonly { readonly field: Field; readonly header: RegExp; readonly label: string }[] = [
  { field: 'quartier', header: /^(?:nom (?:du |des |de la )?)?(?:qpv|quartiers?(?: prioritaires?)?)(?: concernes?)?$/u, label: 'Quartier' },
  { field: 'codeQp', header: /^(?:code|n|numero)(?: du| de)? (?:qpv|qp|quartier)$/u, label: 'Code QPV' },
  { field: 'bailleur', header: /^(?:bailleurs?(?: sociaux| social)?|organismes?(?: hlm| bailleurs?)?)$/u, label: 'Bailleur' },
  { field: 'commune', header: /^(?:communes?|villes?)$/u, label: 'Commune' },
  { field: 'logements', header: /^(?:nombre|nbre|nb)(?: de)? (?:logements?|logts?|lgts?|lgmts?)$/u, label: 'Nombre de logements' },
  { field: 'periode', header: /^(?:annees?|exercice|millesime)$/u, label: 'Année' },
];
/** A table with so many of them is an export: each of its lines tells whose it is. */
const EXPORT = 3;
/** What is done in several places at once is in no part. */
const SEVERAL = /^(?:tous|toutes|ensemble|les \d|\d|multi|inter)\b|\bqpv$|\bquartiers\b|[,;/]| et /u;

type LineItem = Extract<RowItem, { kind: 'line' }>;

interface FactColumn {
  readonly field: Field;
  readonly label: string;
  readonly column: Column;
  readonly cells: readonly Cell[];
}

function isLine(item: RowItem): item is LineItem {
  return item.kind === 'line';
}

/** The cell of a column that stands beside a line, whatever rows it runs over. */
function cellBeside({ place }: LineDraft, cells: readonly Cell[]): Cell | null {
  const [, y0, , y1] = place.box;
  return (
    cells.find((cell) =>
      [cell.place, ...cell.continuations].some(({ page, box }) => page === place.page && overlap(y0, y1, box[1], box[3]) > 0.5 * (y1 - y0)),
    ) ?? null
  );
}

function textBeside(line: LineDraft, { cells }: FactColumn): string {
  const cell = cellBeside(line, cells);
  return cell === null ? '' : cellText(cell);
}

function factColumns(rows: TableRows, columns: readonly Column[]): FactColumn[] {
  return columns.flatMap((column): FactColumn[] => {
    const fact = column.kind === 'montant' ? undefined : FACTS.find(({ header }) => header.test(fold(column.header)));
    const cells = rows.table.cells.filter((cell) => cell.column === column.index && cell.columnSpan === 1 && cellText(cell) !== '');
    return fact === undefined ? [] : [{ field: fact.field, label: fact.label, column, cells }];
  });
}

/** Whether a column has one cell beside each cell of the parting one, over the same rows, several of them at least once: it tells of the same places ("Bailleur | Nombre de logements", both merged). */
function isBesideParts(fact: FactColumn, parting: FactColumn): boolean {
  const isSame = (own: Cell, other: Cell): boolean => own.row === other.row && own.rowSpan === other.rowSpan;
  const heads = parting.cells.filter((cell) => fold(cellText(cell)) !== fold(parting.column.header));
  return heads.some(({ rowSpan }) => rowSpan > 1) && heads.every((cell) => fact.cells.some((own) => isSame(own, cell)));
}

/** Whether a column of codes has one code beside each name of the parting one, and another beside each other name. */
function isCodeOfParts(fact: FactColumn, parting: FactColumn, lines: readonly LineItem[]): boolean {
  if (fact.field !== 'codeQp' || parting.field !== 'quartier') return false;
  const pairs = lines.map(({ line }) => [fold(textBeside(line, parting)), codeQpIn(textBeside(line, fact)) ?? ''] as const);
  const codes = new Map(pairs);
  return pairs.every(([name, code]) => code !== '' && codes.get(name) === code) && new Set(codes.values()).size === codes.size;
}

/** The line without what these columns say beside it. `null` where the wording of the first is no part of it, or it says nothing else: a summary by place. */
function without(line: LineDraft, facts: readonly FactColumn[]): LineDraft | null {
  let { description } = line;
  const told = facts.filter(({ column }) => column.kind === 'description').map((fact) => textBeside(line, fact));
  if (told[0] !== undefined && description?.includes(told[0]) !== true) return null;
  for (const text of told) if (text !== '' && description?.includes(text) === true) description = clean(description.replace(text, ' '));
  if ((description ?? '') === '') return line.actionText === null ? null : { ...line, description: null };
  return { ...line, description };
}

interface Group {
  readonly title: string;
  readonly place: Cell['place'];
  readonly lines: LineItem[];
}

/** A name with the dwellings under it in its cell ("Plaine Habitat" over "1 104 logements"): the name, and their number. */
const WITH_DWELLINGS =
  /^(?<name>.*?\p{L}\S*)[\s,;:(–—-]+(?<count>\d{1,3}(?:[ .’'\u00a0\u202f]\d{3})*|\d+)\s*(?:logements?|logts?|lgts?)\.?\)?$/iu;

/** "QPV Les Aulnes (QP099001) – 412 logements": what columns beside the name say of the place that it names. */
function titleOf(parting: FactColumn, text: string, line: LineDraft, facts: readonly FactColumn[]): string {
  const valueOf = (field: Field): string => facts.filter((fact) => fact.field === field).map((fact) => textBeside(line, fact))[0] ?? '';
  const within = WITH_DWELLINGS.exec(text)?.groups;
  const own = within?.['name'] ?? text;
  const code = parting.field === 'quartier' ? valueOf('codeQp') : '';
  const dwellings = within?.['count'] ?? valueOf('logements');
  const name = parting.field === 'quartier' ? `QPV ${own.replace(/^(?:qpv|quartier)\s+/iu, '')}` : `Bailleur : ${own}`;
  return `${name}${code === '' ? '' : ` (${code})`}${dwellings === '' ? '' : ` – ${dwellings} logements`}`;
}

/** The lines by what the parting column says beside each, `null` where one says nothing, or several places at once. */
function groupsOf(items: readonly RowItem[], parting: FactColumn, facts: readonly FactColumn[]): ReadonlyMap<string, Group> | null {
  const groups = new Map<string, Group>();
  const others = [parting, ...facts.filter((fact) => fact !== parting)];
  for (const item of items.filter(isLine)) {
    const cell = cellBeside(item.line, parting.cells);
    const text = cell === null ? '' : cellText(cell);
    const line = without(item.line, others);
    const name = parting.field === 'quartier' ? quartierName(text) : text;
    if (cell === null || line === null || name === null || name === '' || SEVERAL.test(fold(name)) || SEVERAL.test(name)) return null;
    const key = codeQpIn(text) ?? fold(name);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { title: titleOf(parting, text, item.line, facts), place: cell.place, lines: [{ ...item, line }] });
    else group.lines.push({ ...item, line });
  }
  return groups;
}

/** Each group under a row that names it; totals stay behind the lines they follow, which only groups that are printed one after the other allow. */
function parted(items: readonly RowItem[], groups: readonly Group[]): readonly RowItem[] {
  const note = ({ title, place }: Group): RowItem => ({ kind: 'note', text: title, place });
  const first = items.findIndex(isLine);
  const last = items.findLastIndex(isLine);
  if (items.slice(first, last + 1).every(isLine)) {
    const within = groups.flatMap((group): RowItem[] => [note(group), ...group.lines]);
    return [...items.slice(0, first), ...within, ...items.slice(last + 1)];
  }
  const order = groups.flatMap(({ lines }) => lines.map(({ line }) => line.id));
  const isInOrder = items.filter(isLine).every(({ line }, at) => line.id === order[at]);
  if (!isInOrder || items.some((item) => item.kind !== 'line' && item.kind !== 'total')) return items;
  const byId = new Map(groups.flatMap((group) => group.lines.map((item) => [item.line.id, { group, item }] as const)));
  return items.flatMap((item): RowItem[] => {
    const own = isLine(item) ? byId.get(item.line.id) : undefined;
    if (own === undefined) return [item];
    return own.group.lines[0] === own.item ? [note(own.group), own.item] : [own.item];
  });
}

/**
 * The rows of a table that names the quartier, or the landlord, of each line in a column of its own: part by part, each under a row that names it; and, of an export, the facts that all
 * of its lines share, as a heading tells them. As they were where there is no such column, or it names one place.
 */
export function underTheirPlaces(
  rows: TableRows,
  columns: readonly Column[],
  items: readonly RowItem[],
): { readonly items: readonly RowItem[]; readonly facts: readonly Piece[] } {
  const found = factColumns(rows, columns);
  const isExport = found.length >= EXPORT;
  const lines = items.filter(isLine);
  const of = (field: Field): FactColumn | undefined => found.find((fact) => fact.field === field);
  const asTold = isExport ? found : [];
  const shared = asTold.flatMap((fact): Piece[] => {
    const [first, ...others] = lines.map(({ line }) => textBeside(line, fact));
    const place = lines[0] === undefined ? undefined : cellBeside(lines[0].line, fact.cells)?.place;
    if (first === undefined || first === '' || place === undefined || others.some((text) => text !== first)) return [];
    return [{ text: `${fact.label} : ${first}`, place, size: 10, bold: false, whole: true }];
  });
  // "Organisme" may stand over those who train or clean.
  const landlords = of('bailleur');
  const areLandlords = isExport || /bailleur|hlm/u.test(fold(landlords?.column.header ?? ''));
  for (const parting of [of('quartier'), areLandlords ? landlords : undefined]) {
    if (parting === undefined) continue;
    const isOfParts = (fact: FactColumn): boolean =>
      (fact.field === 'logements' && isBesideParts(fact, parting)) || isCodeOfParts(fact, parting, lines);
    const told = isExport ? found : found.filter(isOfParts);
    const groups = groupsOf(items, parting, told);
    if (groups !== null && groups.size > 1) return { items: parted(items, [...groups.values()]), facts: shared };
  }
  const own =
    shared.length === 0 ? items : items.map((item) => (isLine(item) ? { ...item, line: without(item.line, asTold) ?? item.line } : item));
  return { items: own, facts: shared };
}
