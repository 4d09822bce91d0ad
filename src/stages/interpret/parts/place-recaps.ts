import type { AmountDraft, Heading, Scope, TotalDraft } from '../../../model/draft.ts';
import { fold } from '../../../french/text.ts';
import { isLine, isStated, isTotal, loneText, type Entry, type TotalEntry } from '../entries.ts';
import { quartierName, sameName } from '../facts.ts';
import { termOf } from '../scopes.ts';
import type { Segment } from '../segment.ts';
import { isTotalOfProgramme } from './part-titles.ts';

/** A summary that names fewer programmes may be lines that only sound alike. */
const FEWEST = 2;

/** Whether a row names the place or the landlord of a programme and nothing else. */
export function names(text: string, { quartier, codeQp, bailleur }: Heading): boolean {
  const name = quartierName(text) ?? text;
  const isPlace = quartier !== null && (sameName(name, quartier) || sameName(`quartier ${name}`, quartier));
  return isPlace || (bailleur !== null && sameName(text, bailleur)) || (codeQp !== null && text.includes(codeQp));
}

/** The total over programmes, of the same figure in each. */
export function acrossTotal(label: string | null, amount: AmountDraft, segments: readonly Segment[]): TotalDraft {
  const terms = segments.flatMap(({ entries, heading }) =>
    entries.filter(isLine).flatMap(({ line }) => termOf(line, amount.column, heading.periode)?.id ?? []),
  );
  const value: Scope = { portee: 'autre', section: null, axeText: null, terms, column: amount.column, columnAmounts: terms };
  return {
    id: `t-${amount.id}`,
    label,
    column: amount.column,
    place: amount.place,
    readings: amount.readings,
    scopes: [{ value, cost: 0, because: [{ what: 'toutes les lignes, toutes parties ensemble', cost: 0 }] }],
  };
}

interface Recap {
  readonly table: number;
  readonly rows: ReadonlyMap<Entry, Segment>;
}

/** The last table of a document, when each of its rows names another of the programmes before it. */
function recapOf(segments: readonly Segment[]): Recap | null {
  const last = segments.at(-1);
  const table = last?.entries.at(-1)?.table;
  if (last === undefined || table === undefined || segments.length < FEWEST) return null;
  const own = last.entries.filter((entry) => entry.table === table);
  const rows = new Map<Entry, Segment>();
  for (const entry of own) {
    const named = segments.filter(({ heading }) => isOf(entry, heading));
    const [only, another] = named;
    // A total that names none, or what all have, is of all.
    if (entry.kind === 'total' && (named.length === 0 || named.length === segments.length)) continue;
    if (only === undefined || another !== undefined || [...rows.values()].includes(only)) return null;
    rows.set(entry, only);
  }
  const hasOthers = last.entries.some((entry) => isLine(entry) && entry.table !== table);
  return rows.size >= FEWEST && hasOthers ? { table, rows } : null;
}

/** Whether a row is about one programme: it names its place or landlord and nothing else, or is the total of what it names. */
function isOf(entry: Entry, heading: Heading): boolean {
  if (entry.kind === 'total') return isTotalOfProgramme(entry.label, heading);
  const text = loneText(entry.line);
  return text !== null && names(text, heading);
}

const stated = ({ readings: [{ amount }] }: AmountDraft): string => amount?.toFixed(2) ?? '';

/** Whether a programme has this total already, with the same label and figures. */
function isSaid({ label, amounts }: TotalEntry, { entries }: Segment): boolean {
  return entries
    .filter(isTotal)
    .some(
      (own) =>
        label !== null &&
        fold(own.label ?? '') === fold(label) &&
        amounts.every((amount) => own.amounts.some((other) => stated(other) === stated(amount))),
    );
}

function totalOf(entry: Entry): TotalEntry {
  if (entry.kind === 'total') return { ...entry, says: { reach: 'programme', section: null, sure: true }, section: null, axeText: null };
  const { line, table } = entry;
  return {
    kind: 'total',
    id: `t-${line.id}`,
    label: loneText(line),
    says: { reach: 'programme', section: null, sure: true },
    sure: true,
    amounts: line.amounts.filter(isStated),
    asLine: null,
    section: null,
    axeText: null,
    table,
  };
}

/** "Les Aulnes | 12 000 €" below all programmes: each row is the total of the programme that it names, and the last that of all, never lines of the last programme. */
export function foldPlaceRecaps(segments: readonly Segment[]): readonly Segment[] {
  const recap = recapOf(segments);
  if (recap === null) return segments;
  const last = segments.at(-1);
  const ofAll = (last?.entries ?? []).flatMap((entry) =>
    isTotal(entry) && entry.table === recap.table && !recap.rows.has(entry) ? [entry] : [],
  );
  const details = segments.map((segment): Segment =>
    segment === last ? { ...segment, entries: segment.entries.filter((entry) => entry.table !== recap.table) } : segment,
  );
  const across = ofAll.flatMap((total) => total.amounts.filter(isStated).map((amount) => acrossTotal(total.label, amount, details)));
  return details.map((segment, index): Segment => {
    const own = [...recap.rows].filter(([, named]) => named === segments[index]).map(([entry]) => totalOf(entry));
    const withOwn = { ...segment, entries: [...segment.entries, ...own.filter((total) => !isSaid(total, segment))] };
    if (index < details.length - 1) return withOwn;
    const elsewhere = details.slice(0, -1).flatMap(({ entries }) => entries.filter(isLine).flatMap(({ line }) => line.amounts));
    return { ...withOwn, across: [...(segment.across ?? []), ...across], elsewhere: [...(segment.elsewhere ?? []), ...elsewhere] };
  });
}
