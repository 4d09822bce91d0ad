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
}

/** So many rows at least, of as many axes, must stand over lines of their own. */
const FEWEST = 2;

function saysAxe(text: string): boolean {
  return /^\W*axe\b/iu.test(text);
}

/** Lines under a row of axe with its sum, or, `head` being null, under the bare title of an axe on which nothing is spent. */
interface Group {
  readonly head: LineEntry | null;
  readonly text: string;
  readonly key: string | null;
  readonly lines: LineEntry[];
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

/** The reading in which rows of axes are totals that precede their lines; `null` where no table looks like it. A row of axe without lines under it stays a line. */
export function headingSums(entries: readonly Entry[], knowledge: Knowledge): HeadingSums | null {
  const heads = new Map<LineEntry, string>();
  const under = new Map<LineEntry, string>();
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const lines = entries.filter((entry): entry is LineEntry => entry.kind === 'line' && entry.table === table);
    const full = (groupsOf(lines, knowledge) ?? []).filter((group) => group.lines.length > 0);
    if (full.filter(({ head }) => head !== null).length < FEWEST) continue;
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
  };
}
