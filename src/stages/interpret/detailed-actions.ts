import type { LineDraft } from '../../model/draft.ts';
import { isStated, type Entry, type LineEntry, type TotalEntry } from './entries.ts';

/** An action whose amount is detailed by the rows under it ("a) halls", "b) parkings"), each with its own. */
interface Detailed {
  readonly head: LineEntry;
  readonly details: readonly LineEntry[];
}

/** The mark before an item of an enumeration, and its rank where it has one. */
const LETTER = /^\W*([a-z])\s*[).\-–—]\s*\S/u;
const NUMBER = /^\W*(\d{1,2})\s*\)\s*\S/u;
const BULLET = /^\s*[-–—•▪*·→]\s*\S/u;
const FEWEST = 2;

type Field = 'actionText' | 'description';

function fieldOf({ actionText, description }: LineDraft): Field | null {
  if (actionText !== null && description !== null) return null;
  return actionText !== null ? 'actionText' : description !== null ? 'description' : null;
}

/** The rank that the mark of a row gives; 0 for a bullet, `null` for no mark. */
function rankOf(text: string): number | null {
  const letter = LETTER.exec(text)?.[1];
  if (letter !== undefined) return letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  return BULLET.test(text) ? 0 : null;
}

/** The rows of one table in groups: every marked row stands under an unmarked one with an amount in the same columns, letters beginning anew under each; `null` where one does not. */
function groupsOf(entries: readonly Entry[], table: number): readonly Detailed[] | null {
  const groups: { head: LineEntry; details: LineEntry[] }[] = [];
  let open: { head: LineEntry; details: LineEntry[] } | null = null;
  for (const entry of entries) {
    if (entry.table !== table) continue;
    const field = entry.kind === 'line' ? fieldOf(entry.line) : null;
    const text = entry.kind === 'line' && field !== null ? entry.line[field] : null;
    if (entry.kind !== 'line' || field === null || text === null || !entry.line.amounts.some(isStated)) {
      open = null;
      continue;
    }
    const rank = rankOf(text);
    if (rank === null) {
      open = { head: entry, details: [] };
      groups.push(open);
      continue;
    }
    if (open === null || fieldOf(open.head.line) !== field || (rank > 0 && rank !== open.details.length + 1)) return null;
    if (open.head.line.axeText !== entry.line.axeText || open.head.under !== entry.under) return null;
    open.details.push(entry);
  }
  return groups.filter(({ details }) => details.length > 0);
}

function asTotal({ head, details }: Detailed, field: Field, lines: ReadonlyMap<LineEntry, LineEntry>): TotalEntry {
  const { line } = head;
  return {
    kind: 'total',
    id: `t-${line.id}`,
    label: line[field],
    says: null,
    sure: true,
    amounts: line.amounts.filter(isStated),
    asLine: null,
    section: head.under === undefined ? line.section : head.under,
    axeText: line.axeText,
    table: head.table,
    covers: details.map((entry) => lines.get(entry) ?? entry),
    ofDetails: true,
  };
}

/** The entries in which actions detailed by the rows under them are totals of these, and these rows lines of that action; `null` where no table is such. */
export function detailedActions(entries: readonly Entry[]): readonly Entry[] | null {
  const all = [...new Set(entries.map((entry) => entry.table))].flatMap((table) => {
    const groups = groupsOf(entries, table) ?? [];
    return groups.some(({ details }) => details.length >= FEWEST) ? groups : [];
  });
  if (all.length === 0) return null;
  const lines = new Map<LineEntry, LineEntry>();
  for (const { head, details } of all) {
    const action = head.line.actionText ?? head.line.description;
    for (const entry of details) {
      const text = entry.line.actionText ?? entry.line.description;
      lines.set(entry, { ...entry, line: { ...entry.line, actionText: action, description: text } });
    }
  }
  const totals = new Map(
    all.map((group): [Entry, TotalEntry] => [group.head, asTotal(group, fieldOf(group.head.line) ?? 'actionText', lines)]),
  );
  return entries.map((entry): Entry => totals.get(entry) ?? (entry.kind === 'line' ? (lines.get(entry) ?? entry) : entry));
}
