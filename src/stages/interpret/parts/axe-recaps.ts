import type { AmountColumn, AmountDraft, LineDraft } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountsOf, isLine, isStated, type Entry, type LineEntry, type TotalEntry } from '../entries.ts';
import { axeRow } from '../recap.ts';
import { axeKey } from '../surroundings.ts';
import type { Segment } from '../segment.ts';
import { acrossTotal, heldByFirst, withStated } from './over-all.ts';
import { names } from './place-recaps.ts';

/** A summary over fewer programmes is the table of one. */
const FEWEST = 2;

interface Recap {
  readonly table: number;
  /** The programme that each column of the summary is headed by. */
  readonly columns: ReadonlyMap<AmountColumn, Segment>;
}

function columnsIn(lines: readonly LineEntry[]): readonly AmountColumn[] {
  return [...new Set(lines.flatMap(({ line }) => line.amounts.map(({ column }) => column)))];
}

/** The last table of a document, when its columns are headed by the programmes before it and its rows name axes and nothing else. */
function recapOf(segments: readonly Segment[], knowledge: Knowledge): Recap | null {
  const last = segments.at(-1);
  const table = last?.entries.at(-1)?.table;
  if (last === undefined || table === undefined || segments.length < FEWEST) return null;
  const own = last.entries.filter(isLine).filter((entry) => entry.table === table);
  const hasOthers = last.entries.some((entry) => isLine(entry) && entry.table !== table);
  if (own.length === 0 || !hasOthers || own.some(({ line }) => axeRow(line, knowledge) === null)) return null;
  const columns = new Map<AmountColumn, Segment>();
  for (const column of columnsIn(own)) {
    const [only, another] = segments.filter(({ heading }) => names(column.header, heading));
    if (only === undefined || another !== undefined) continue;
    if ([...columns.values()].includes(only)) return null;
    columns.set(column, only);
  }
  return columns.size >= FEWEST ? { table, columns } : null;
}

/** The column of the programme itself that a figure told elsewhere repeats: the one of the same rubrique, or its first. */
export function ownColumn(segment: Segment, column: AmountColumn): AmountColumn {
  const all = columnsIn(segment.entries.filter(isLine));
  return all.find(({ rubrique }) => rubrique === column.rubrique) ?? all[0] ?? column;
}

function totalOf(entry: Entry, label: string | null, amounts: readonly AmountDraft[], of: string): TotalEntry {
  const reach = entry.kind === 'line' ? 'axe' : 'programme';
  return {
    kind: 'total',
    id: `t-${entry.kind === 'line' ? entry.line.id : entry.id}-${of}`,
    label,
    says: { reach, section: null, sure: true },
    sure: true,
    amounts,
    asLine: null,
    section: null,
    axeText: entry.kind === 'line' ? label : null,
    table: entry.table,
  };
}

function figuresOf(entry: Entry): readonly AmountDraft[] {
  return amountsOf(entry).filter(isStated);
}

/** The lines of one axe, or all of them for `null`. */
function ofAxe(segment: Segment, axe: string | null, knowledge: Knowledge): Segment {
  const isOf = ({ axeText }: LineDraft): boolean => axe === null || axeKey(axeText, knowledge) === axeKey(axe, knowledge);
  return { ...segment, entries: segment.entries.filter((entry) => !isLine(entry) || isOf(entry.line)) };
}

/** "Sur-entretien | 37 250 € | 54 400 € | 91 650 €" under the names of the programmes before it: each figure is a total of the programme over it, and the rest totals over all; never lines of the last programme. */
export function foldAxeRecaps(segments: readonly Segment[], knowledge: Knowledge): readonly Segment[] {
  const recap = recapOf(segments, knowledge);
  const last = segments.at(-1);
  const [first] = segments;
  if (recap === null || first === undefined || last === undefined) return segments;
  const rows = last.entries.filter((entry) => entry.table === recap.table);
  const details = segments.map((segment): Segment =>
    segment === last
      ? {
          ...segment,
          entries: segment.entries.filter((entry) => entry.table !== recap.table),
          columns: segment.columns.filter(({ amount }) => amount === null || !columnsIn(rows.filter(isLine)).includes(amount)),
        }
      : segment,
  );
  const labelOf = (entry: Entry): string | null => (entry.kind === 'line' ? axeRow(entry.line, knowledge) : entry.label);
  const across = rows.flatMap((entry) => {
    const over = details.map((segment) => ofAxe(segment, entry.kind === 'line' ? labelOf(entry) : null, knowledge));
    return figuresOf(entry)
      .filter(({ column }) => !recap.columns.has(column))
      .map((amount) => acrossTotal(labelOf(entry), { ...amount, column: ownColumn(first, amount.column) }, over));
  });
  const told = details.map((segment, index): Segment => {
    const stated = rows.flatMap((entry): TotalEntry[] => {
      const own = figuresOf(entry).filter(({ column }) => recap.columns.get(column) === segments[index]);
      const amounts = own.map((amount) => ({ ...amount, column: ownColumn(segment, amount.column) }));
      return amounts.length === 0 ? [] : [totalOf(entry, labelOf(entry), amounts, String(index))];
    });
    return withStated(segment, stated);
  });
  return heldByFirst(told, across);
}
