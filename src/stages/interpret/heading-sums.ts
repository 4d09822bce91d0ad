import { Decimal } from 'decimal.js';
import type { AmountDraft } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isStated, type Entry, type LineEntry } from './entries.ts';
import { axeRow, toTotal } from './recap.ts';
import { axeKey } from './surroundings.ts';

/** Rows that name an axe and carry its sum above its lines, read as such. */
export interface HeadingSums {
  /** The same entries, those rows being totals of the lines under them. */
  readonly entries: readonly Entry[];
  /** The amounts of those rows. */
  readonly sums: readonly AmountDraft[];
  /** Every such row says itself that it is an axe ("Axe 3 – …"). */
  readonly isNamed: boolean;
  /** Most of them state, to the cent, the sum of several lines under them: they are nothing else, whatever the others state. */
  readonly isProven: boolean;
}

/** So many rows at least, of as many axes, must stand over lines of their own. */
const FEWEST = 2;

/** One sum may be an accident; so many different ones, and most of all, are none. */
const PROVEN = 3;

/** Lines under a row of axe with its sum, or, `head` being null, under the bare title of an axe on which nothing is spent. */
interface Group {
  readonly head: LineEntry | null;
  readonly text: string;
  readonly key: string | null;
  readonly lines: LineEntry[];
}

interface HeadedGroup extends Group {
  readonly head: LineEntry;
}

function hasHead(group: Group): group is HeadedGroup {
  return group.head !== null;
}

/** Whether each figure of a row of axe is the exact sum, in its own column, of the lines under it: several of them. */
function isSum({ head, lines }: HeadedGroup): boolean {
  const stated = head.line.amounts.filter(isStated);
  return (
    lines.length > 1 &&
    stated.every(({ column, readings: [{ amount }] }) => {
      const own = lines.flatMap(({ line }) =>
        line.amounts.filter((other) => other.column === column).map(({ readings: [first] }) => first.amount),
      );
      return amount !== null && own.reduce<Decimal>((sum, one) => sum.plus(one ?? 0), new Decimal(0)).equals(amount);
    })
  );
}

function areSums(groups: readonly HeadedGroup[]): boolean {
  const exact = groups.filter(isSum);
  const different = new Set(exact.map(({ head }) => head.line.amounts.find(isStated)?.readings[0].amount?.toFixed()));
  return different.size >= PROVEN && 2 * exact.length > groups.length;
}

function saysAxe(text: string): boolean {
  return /^\W*axe\b/iu.test(text);
}

/**
 * The lines of one table in groups, each under its row of axe; `null` where lines stand under none. Where rows say "Axe 3", only these stand over others: an action may be named
 * like its axe. An axe without a sum may stand among them, not most of them: else each line tells its own axe.
 */
function groupsOf(lines: readonly LineEntry[], knowledge: Knowledge): readonly Group[] | null {
  const groups: Group[] = [];
  const rows = new Map(lines.map((entry) => [entry, entry.line.amounts.some(isStated) ? axeRow(entry.line, knowledge) : null]));
  const areNamed = [...rows.values()].filter((text) => text !== null && saysAxe(text)).length >= FEWEST;
  // The axe that the rows told last: a row of axe with its sum is none of them, and lines under it still bear the title before it.
  let told: string | null = null;
  for (const entry of lines) {
    const text = rows.get(entry) ?? null;
    const { axeText } = entry.line;
    const isToldAnew = axeText !== null && axeText !== told && (groups.length === 0 || axeText !== lines[0]?.line.axeText);
    told = axeText;
    const group = groups.at(-1);
    const key = axeKey(text, knowledge);
    if (text !== null && (areNamed ? saysAxe(text) : key !== group?.key)) {
      groups.push({ head: entry, text, key, lines: [] });
      continue;
    }
    const own = axeKey(axeText, knowledge);
    if (isToldAnew && own !== group?.key) groups.push({ head: null, text: axeText, key: own, lines: [entry] });
    else if (group === undefined) return null;
    else group.lines.push(entry);
  }
  const bare = groups.filter(({ head }) => head === null).length;
  return new Set(groups.map(({ key }) => key)).size === groups.length && bare * 2 < groups.length ? groups : null;
}

/** The lines by table, one that has no header of its own as the rest of the table above it: an axe goes on over a turned page. */
function tablesOf(entries: readonly Entry[]): readonly (readonly LineEntry[])[] {
  const lines = entries.filter((entry): entry is LineEntry => entry.kind === 'line');
  const found: LineEntry[][] = [];
  for (const table of new Set(lines.map((line) => line.table))) {
    const own = lines.filter((line) => line.table === table);
    const above = found.at(-1);
    // The very column, and not one like it: handed on where no header is printed.
    const columns = new Set(above?.flatMap(({ line }) => line.amounts.map(({ column }) => column)));
    const [first] = own.flatMap(({ line }) => line.amounts);
    if (above !== undefined && first !== undefined && columns.has(first.column)) above.push(...own);
    else found.push(own);
  }
  return found;
}

/** The groups that have lines, of each run of tables; where a run tells an axe twice, as the next section does, of each of its tables. */
function groupsByTable(entries: readonly Entry[], knowledge: Knowledge): readonly (readonly Group[])[] {
  return tablesOf(entries).flatMap((run) => {
    const joined = groupsOf(run, knowledge);
    const found =
      joined === null ? [...new Set(run.map(({ table }) => table))].map((table) => run.filter((line) => line.table === table)) : [run];
    return found.map((lines) => (joined ?? groupsOf(lines, knowledge) ?? []).filter((group) => group.lines.length > 0));
  });
}

/** The reading in which rows of axes are totals that precede their lines; `null` where no table looks like it. A row of axe without lines under it stays a line. */
export function headingSums(entries: readonly Entry[], knowledge: Knowledge): HeadingSums | null {
  const heads = new Map<LineEntry, string>();
  const groups: HeadedGroup[] = [];
  const under = new Map<LineEntry, string>();
  const found = groupsByTable(entries, knowledge);
  const areMany = (full: readonly Group[]): boolean => full.filter(hasHead).length >= FEWEST;
  groups.push(...found.filter(areMany).flatMap((full) => full.filter(hasHead)));
  const isProven = areSums(groups);
  for (const full of found) {
    // Where sums prove that rows of axes are totals, so is the only one of a table whose lines add up to it.
    const headed = full.filter(hasHead);
    if (!areMany(full) && !(isProven && headed.length > 0 && headed.every(isSum))) continue;
    for (const { head, text, lines: own } of full) {
      if (head !== null) heads.set(head, text);
      for (const line of own) under.set(line, text);
    }
  }
  if (heads.size === 0) return null;
  return {
    entries: entries.map((entry): Entry => {
      if (entry.kind === 'total') return entry;
      const label = heads.get(entry);
      if (label !== undefined) return toTotal(entry, label, entry.line.section, 'axe');
      const axeText = under.get(entry);
      return axeText === undefined ? entry : { ...entry, line: { ...entry.line, axeText } };
    }),
    sums: [...heads.keys()].flatMap(({ line }) => line.amounts.filter(isStated)),
    isNamed: [...heads.values()].every(saysAxe),
    isProven,
  };
}
