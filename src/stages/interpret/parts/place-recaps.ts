import { readCount } from '../../../french/numbers.ts';
import type { Heading } from '../../../model/draft.ts';
import { amountsOf, isLine, isStated, isTotal, loneText, type Entry, type TotalEntry } from '../entries.ts';
import { quartierName, sameName } from '../heading-values.ts';
import type { Segment } from '../segment.ts';
import { acrossTotal, heldByFirst, withStated } from './over-all.ts';
import { isNamedTotal } from './part-titles.ts';

/** A summary that names fewer programmes may be lines that only sound alike. */
const FEWEST = 2;

/** Whether a row names the place or the landlord of a programme and nothing else. */
export function names(text: string, { quartier, codeQp, bailleur }: Heading): boolean {
  const name = quartierName(text) ?? text;
  const isPlace = quartier !== null && (sameName(name, quartier) || sameName(`quartier ${name}`, quartier));
  return isPlace || (bailleur !== null && sameName(text, bailleur)) || (codeQp !== null && text.includes(codeQp));
}

interface Recap {
  readonly table: number;
  readonly rows: ReadonlyMap<Entry, Segment>;
}

/** "Total Les Aulnes 412 logements": the dwellings that a column beside the name counts. */
const DWELLINGS = /[\s,;:(–—-]+(\d{1,3}(?:[ .\u00a0\u202f]\d{3})*|\d+)\s*(?:logements?|logts?|lgts?)\.?\)?$/iu;

function withoutDwellings(label: string | null): string | null {
  return label === null ? null : label.replace(DWELLINGS, '');
}

/** The heading with the dwellings that its row of the summary counts, where it tells none itself. */
function withDwellings(segment: Segment, rows: readonly Entry[]): Segment {
  const counts = rows.filter(isTotal).map(({ label }) => DWELLINGS.exec(label ?? '')?.[1]);
  const [count] = counts;
  if (count === undefined || segment.heading.logements !== null) return segment;
  return { ...segment, heading: { ...segment.heading, logements: readCount(count) } };
}

/** The programmes that a row names: by the only text of a line, or all that a label says beside « total ». */
function namedBy(entry: Entry, segments: readonly Segment[]): readonly Segment[] {
  if (isTotal(entry)) {
    const label = withoutDwellings(entry.label);
    return segments.filter(({ heading }) => isNamedTotal(label, heading.quartier) || isNamedTotal(label, heading.bailleur));
  }
  const text = loneText(entry.line);
  return text === null ? [] : segments.filter(({ heading }) => names(text, heading));
}

/** The last table of a document, when each of its lines names another of the programmes before it, or its totals name two of them. */
function recapOf(segments: readonly Segment[]): Recap | null {
  const last = segments.at(-1);
  const table = last?.entries.at(-1)?.table;
  if (last === undefined || table === undefined || segments.length < FEWEST) return null;
  const rows = new Map<Entry, Segment>();
  for (const entry of last.entries.filter((own) => own.table === table)) {
    const [only, another] = namedBy(entry, segments);
    const isOfOne = only !== undefined && another === undefined;
    if (isOfOne && ![...rows.values()].includes(only)) rows.set(entry, only);
    else if (isLine(entry) || isOfOne) return null;
  }
  const hasOthers = last.entries.some((entry) => isLine(entry) && entry.table !== table);
  return rows.size >= FEWEST && hasOthers ? { table, rows } : null;
}

function totalOf(entry: Entry): TotalEntry {
  return {
    kind: 'total',
    id: isLine(entry) ? `t-${entry.line.id}` : entry.id,
    label: isLine(entry) ? loneText(entry.line) : entry.label,
    says: { reach: 'programme', section: null, sure: true },
    sure: true,
    amounts: amountsOf(entry).filter(isStated),
    asLine: null,
    section: null,
    axeText: null,
    table: entry.table,
  };
}

/**
 * "Les Aulnes | 12 000 €", "Total Les Aulnes | 12 000 €" below all programmes: each row is the total of the programme that it names, and one that names none or several is over them;
 * never lines or totals of the last programme.
 */
export function foldPlaceRecaps(segments: readonly Segment[]): readonly Segment[] {
  const recap = recapOf(segments);
  if (recap === null) return segments;
  const last = segments.at(-1);
  const ofSeveral = (last?.entries ?? []).filter(isTotal).filter((entry) => entry.table === recap.table && !recap.rows.has(entry));
  const details = segments.map((segment): Segment =>
    segment === last ? { ...segment, entries: segment.entries.filter((entry) => entry.table !== recap.table) } : segment,
  );
  const across = ofSeveral.flatMap((total) => {
    const named = namedBy(total, details);
    return total.amounts.filter(isStated).map((amount) => acrossTotal(total.label, amount, named.length === 0 ? details : named));
  });
  const told = details.map((segment, index): Segment => {
    const own = [...recap.rows].filter(([, named]) => named === segments[index]);
    return withStated(
      withDwellings(
        segment,
        own.map(([entry]) => entry),
      ),
      own.map(([entry]) => totalOf(entry)),
    );
  });
  return heldByFirst(told, across);
}
