import { fold, words } from '../../../french/text.ts';
import type { AmountDraft, LineDraft } from '../../../model/draft.ts';
import { isStated, type Entry, type LineEntry, type TotalEntry } from '../entries.ts';

/** Share of a table's lines that must say again what sheets say. */
const MOSTLY = 0.7;
/** Share of the words that two wordings of one action have in common. */
const ALIKE = 0.7;

/** The number of the sheet before the words of its action, where one column took both. */
const NUMBER = /^\d{1,2}\s+(?=\p{L})/u;

/** The heading of the numbers of the sheets, as the lines of its cell have it. */
const HEADER_WORD = /^(?:n|no|numero)?\s*(?:de |des |de la )?(?:fiches?)?(?: actions?)?$/u;

function textsOf(line: LineDraft): readonly string[] {
  return [line.actionText, line.description].flatMap((text) => (text === null ? [] : [text]));
}

function alike(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true;
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 1 && shared >= ALIKE * Math.min(left.size, right.size);
}

function sameAction(summary: LineDraft, sheet: LineDraft): boolean {
  const told = textsOf(summary);
  return told.some((text) => textsOf(sheet).some((own) => alike(text, own) || alike(text.replace(NUMBER, ''), own)));
}

function stated(amount: AmountDraft): string | null {
  return amount.readings[0].amount?.toFixed(2) ?? null;
}

/** The amount of a sheet that one of a summary repeats: by its heading, else by its place where both have as many. */
function amountLike(summary: LineDraft, index: number, sheet: LineDraft): AmountDraft | null {
  const header = summary.amounts[index]?.column.header ?? '';
  const named = sheet.amounts.find((other) => fold(other.column.header) === fold(header));
  return named ?? (summary.amounts.length === sheet.amounts.length ? (sheet.amounts[index] ?? null) : null);
}

/** What a summary says otherwise than the sheet it repeats: a total over that one amount, which does not agree. */
function contradictions(summary: LineEntry, sheet: LineEntry): TotalEntry[] {
  return summary.line.amounts.flatMap((amount, index): TotalEntry[] => {
    const own = amountLike(summary.line, index, sheet.line);
    if (own === null || stated(amount) === null || stated(own) === null || stated(amount) === stated(own)) return [];
    return [
      {
        kind: 'total',
        id: `t-${amount.id}`,
        label: textsOf(summary.line)[0] ?? null,
        says: { reach: 'partie', section: null, sure: true },
        sure: true,
        amounts: [{ ...amount, column: own.column }],
        asLine: null,
        section: sheet.line.section,
        axeText: sheet.line.axeText,
        table: summary.table,
        covers: [sheet],
      },
    ];
  });
}

/** A row without an amount whose words sheets say whole, or that holds a lone word of the header ("N°" over "fiche"): what the cells of its table cut off another, no action. */
function isFragment({ line }: LineEntry, sheets: readonly LineEntry[]): boolean {
  if (line.amounts.some(isStated)) return false;
  const says = (text: string): boolean => sheets.some((sheet) => textsOf(sheet.line).some((own) => ` ${fold(own)} `.includes(` ${text} `)));
  return textsOf(line).every((text) => HEADER_WORD.test(fold(text)) || says(fold(text)));
}

/** For each line of a table the sheet it repeats, each sheet once, the same amounts first; `null` when the table is no summary of sheets. */
function repeated(lines: readonly LineEntry[], sheets: readonly LineEntry[]): ReadonlyMap<LineEntry, LineEntry> | null {
  const found = new Map<LineEntry, LineEntry>();
  const taken = new Set<LineEntry>();
  const sums = (line: LineDraft): string => line.amounts.map(stated).join('|');
  const take = (isLike: (line: LineEntry, sheet: LineEntry) => boolean): void => {
    for (const line of lines) {
      const best = found.has(line) ? undefined : sheets.find((sheet) => !taken.has(sheet) && isLike(line, sheet));
      if (best === undefined) continue;
      taken.add(best);
      found.set(line, best);
    }
  };
  const sameSums = (line: LineEntry, sheet: LineEntry): boolean => sums(sheet.line) === sums(line.line);
  const isAlike = (line: LineEntry, sheet: LineEntry): boolean => sameAction(line.line, sheet.line);
  take((line, sheet) => isAlike(line, sheet) && sameSums(line, sheet));
  take(isAlike);
  const whole = lines.filter((line) => found.has(line) || !isFragment(line, sheets));
  if (found.size === 0 || found.size < MOSTLY * whole.length) return null;
  // In a summary, words that a cell lost are no other action where its amounts are those of a sheet that is left.
  take(sameSums);
  return found;
}

/**
 * A summary of sheets says their amounts again: its lines are the sheets', and its totals stand under the sheets they follow in it; what it says otherwise is
 * shown as a total that disagrees.
 */
export function foldRepeats(entries: readonly Entry[]): readonly Entry[] {
  const sheets = entries.filter((entry): entry is LineEntry => entry.kind === 'line' && entry.from === 'fiche');
  if (sheets.length === 0) return entries;
  const pairs = new Map<LineEntry, LineEntry>();
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const own = entries.filter((entry): entry is LineEntry => entry.kind === 'line' && entry.table === table && entry.from !== 'fiche');
    const free = sheets.filter((sheet) => ![...pairs.values()].includes(sheet));
    for (const [line, sheet] of (own.length === 0 ? null : repeated(own, free)) ?? []) pairs.set(line, sheet);
  }
  if (pairs.size === 0) return entries;
  const columns = new Map(sheets.flatMap(({ line }) => line.amounts.map(({ column }) => [fold(column.header), column] as const)));
  const inColumn = (amount: AmountDraft): AmountDraft => ({ ...amount, column: columns.get(fold(amount.column.header)) ?? amount.column });
  const tables = new Set([...pairs.keys()].map(({ table }) => table));
  /** The totals of a summary, by the sheet under which its lines put them. */
  const under = new Map<LineEntry, TotalEntry[]>();
  const kept: Entry[] = [];
  let last: LineEntry | null = null;
  for (const entry of entries) {
    if (entry.kind === 'line' && tables.has(entry.table) && !pairs.has(entry) && entry.from !== 'fiche' && isFragment(entry, sheets))
      continue;
    const sheet: LineEntry | null = entry.kind === 'line' ? (pairs.get(entry) ?? null) : last;
    if (entry.kind === 'line' && sheet !== null) under.set(sheet, [...(under.get(sheet) ?? []), ...contradictions(entry, sheet)]);
    else if (entry.kind === 'total' && tables.has(entry.table)) {
      const total: TotalEntry = { ...entry, amounts: entry.amounts.map(inColumn), table: sheet?.table ?? entry.table };
      if (sheet === null) kept.push(total);
      else under.set(sheet, [...(under.get(sheet) ?? []), total]);
    } else kept.push(entry);
    if (tables.has(entry.table)) last = sheet;
  }
  return kept.flatMap((entry): Entry[] => (entry.kind === 'line' ? [entry, ...(under.get(entry) ?? [])] : [entry]));
}
