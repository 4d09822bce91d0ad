import { fold } from '../../french/text.ts';
import type { AmountDraft } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isLine, isStated, isTotal, type Entry, type LineEntry, type TotalEntry } from './entries.ts';
import type { Piece } from './heading-piece.ts';
import { sectionTitle } from './labels.ts';
import { isNamedTotal, namedAsPrinted, namedIn } from './parts/part-titles.ts';
import { inSummary } from './recap.ts';

/** A summary of fewer groups may be lines that only sound alike. */
const FEWEST = 2;
/** Behind the name of a group its title says little more ("312 logements"): so many words. */
const MOST_WORDS = 3;

/** Lines printed together, with the titles right over them and the totals right under them. */
interface Group {
  readonly table: number;
  readonly titles: readonly string[];
  readonly lines: LineEntry[];
  readonly totals: TotalEntry[];
}

/** Titles and notes that stand before an entry, by its rank. */
export type Marks = readonly { readonly at: number; readonly piece: Piece }[];

function groupsOf(entries: readonly Entry[], marks: Marks): readonly Group[] {
  const groups: Group[] = [];
  entries.forEach((entry, index) => {
    const titles = marks.filter(({ at }) => at === index).map(({ piece }) => piece.text);
    let open = groups.at(-1);
    if (open === undefined || open.table !== entry.table || (isLine(entry) && (titles.length > 0 || open.totals.length > 0))) {
      open = { table: entry.table, titles, lines: [], totals: [] };
      groups.push(open);
    }
    if (isLine(entry)) open.lines.push(entry);
    else open.totals.push(entry);
  });
  return groups.filter(({ lines }) => lines.length > 0);
}

function isTitleOf(title: string, name: string): boolean {
  const [whole, own] = [fold(title), fold(name)];
  return whole === own || (whole.startsWith(`${own} `) && whole.slice(own.length).trim().split(' ').length <= MOST_WORDS);
}

/** The only text of a row: the title over the table is carried down as its axe at most. */
function nameOf({ line }: LineEntry): string | null {
  const { actionText, description } = line;
  return actionText !== null && description !== null ? null : (actionText ?? description);
}

function groupOf(name: string, groups: readonly Group[]): Group | null {
  const named = groups.filter(({ totals }) => totals.some(({ label }) => isNamedTotal(label, name)));
  const [only, another] = named.length > 0 ? named : groups.filter(({ titles }) => titles.some((title) => isTitleOf(title, name)));
  return only === undefined || another !== undefined ? null : only;
}

const SURE_AXE = 0.6;

/** Axes and sections have summaries of their own, whose rows are all totals. */
function isOther(name: string, knowledge: Knowledge): boolean {
  return sectionTitle(name) !== null || (knowledge.axe(name)?.confidence ?? 0) >= SURE_AXE;
}

/** The groups that the rows of a table name, one each; `null` when it is no summary of groups. */
function named(rows: readonly LineEntry[], groups: readonly Group[], knowledge: Knowledge): ReadonlyMap<LineEntry, Group> | null {
  const found = new Map<LineEntry, Group>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = name === null || isOther(name, knowledge) ? null : groupOf(name, groups);
    if (group === null || [...found.values()].includes(group)) return null;
    found.set(row, group);
  }
  return found.size < FEWEST ? null : found;
}

function columnOf(amount: AmountDraft, index: number, group: Group): AmountDraft['column'] {
  const columns = group.lines[0]?.line.amounts.map(({ column }) => column) ?? [];
  const { header, rubrique } = amount.column;
  return (
    columns.find((own) => fold(own.header) === fold(header)) ??
    columns.find((own) => own.rubrique === rubrique) ??
    columns[index] ??
    amount.column
  );
}

function stated(amount: AmountDraft): string | null {
  return amount.readings[0].amount?.toFixed(2) ?? null;
}

/** What a row of the summary says of a group that its own total does not say already. */
function asTotals(row: LineEntry, group: Group): TotalEntry[] {
  const amounts = row.line.amounts.filter(isStated).map((amount, index) => ({ ...amount, column: columnOf(amount, index, group) }));
  const told = group.totals.flatMap(({ amounts: own }) => own);
  const fresh = amounts.filter((amount) => !told.some((own) => own.column === amount.column && stated(own) === stated(amount)));
  if (fresh.length === 0) return [];
  return [
    {
      kind: 'total',
      id: `t-${row.line.id}`,
      label: nameOf(row),
      says: { reach: 'partie', section: null, sure: true },
      sure: true,
      amounts: fresh,
      asLine: null,
      section: null,
      axeText: null,
      table: row.table,
      covers: group.lines,
    },
  ];
}

/** Whether all lines of a group say a name, beside their axe, and no other line does: the cell that runs over their rows, or that each repeats. */
function isSaidBy(group: Group, name: string, groups: readonly Group[]): boolean {
  const says = ({ line }: LineEntry): boolean => ` ${fold([line.actionText, line.description].join(' '))} `.includes(` ${name} `);
  return groups.length >= FEWEST && groups.every((other) => (other === group ? other.lines.every(says) : !other.lines.some(says)));
}

/** The total of a group that its label names, by the title over the group or by what all its lines say: of these lines. What names an axe or a section is told of otherwise. */
function overItsGroup(total: TotalEntry, groups: readonly Group[], knowledge: Knowledge): TotalEntry {
  const group = groups.find(({ totals }) => totals[0] === total);
  const name = total.label === null ? null : namedIn(total.label);
  const isFree = total.says?.reach === 'inconnu' && total.covers === undefined;
  if (group === undefined || name === null || !isFree || isOther(namedAsPrinted(total.label ?? '') ?? name, knowledge)) return total;
  const isNamed = group.titles.some((title) => isTitleOf(title, name) && !isOther(title, knowledge)) || isSaidBy(group, name, groups);
  return isNamed ? { ...total, says: { reach: 'partie', section: null, sure: true }, covers: group.lines } : total;
}

/**
 * "Récapitulatif par résidence": a table whose rows name the groups of lines printed before it, by their titles or by their totals, says these totals again; its rows are no lines.
 * What it says otherwise than the group's own total is a total that disagrees.
 */
export function foldGroupRecaps(entries: readonly Entry[], marks: Marks, knowledge: Knowledge): readonly Entry[] {
  const groups = groupsOf(entries, marks);
  const rows = new Map<LineEntry, Group>();
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const own = entries.filter(isLine).filter((entry) => entry.table === table);
    const others = groups.filter((group) => group.table !== table);
    for (const [row, group] of named(own, others, knowledge) ?? []) rows.set(row, group);
  }
  const tables = new Set([...rows.keys()].map(({ table }) => table));
  return entries.flatMap((entry): Entry[] => {
    if (!tables.has(entry.table)) return [isTotal(entry) ? overItsGroup(entry, groups, knowledge) : entry];
    if (isTotal(entry)) return [inSummary(entry)];
    const group = rows.get(entry);
    return group === undefined ? [entry] : asTotals(entry, group);
  });
}
