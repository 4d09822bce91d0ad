import { fold, words } from '../../../french/text.ts';
import type { AmountDraft, LineDraft } from '../../../model/draft.ts';
import type { Entry, LineEntry, TotalEntry } from '../entries.ts';

/** Share of a table's lines that must say again what sheets say. */
const MOSTLY = 0.7;
/** Share of the words that two wordings of one action have in common. */
const ALIKE = 0.7;

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
  return told.some((text) => textsOf(sheet).some((own) => alike(text, own)));
}

function stated(amount: AmountDraft): string | null {
  return amount.readings[0].amount?.toFixed(2) ?? null;
}

function amountLike(line: LineDraft, amount: AmountDraft): AmountDraft | null {
  const { header, rubrique } = amount.column;
  return (
    line.amounts.find((other) => fold(other.column.header) === fold(header)) ??
    (line.amounts.filter((other) => other.column.rubrique === rubrique).length === 1
      ? (line.amounts.find((other) => other.column.rubrique === rubrique) ?? null)
      : line.amounts.length === 1
        ? (line.amounts[0] ?? null)
        : null)
  );
}

/** What a summary says otherwise than the sheet it repeats: a total over that one amount, which does not agree. */
function contradictions(summary: LineEntry, sheet: LineEntry): TotalEntry[] {
  return summary.line.amounts.flatMap((amount): TotalEntry[] => {
    const own = amountLike(sheet.line, amount);
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

/** For each line of a table the sheet it repeats, each sheet once, the same amounts first; `null` when the table is no summary of sheets. */
function repeated(lines: readonly LineEntry[], sheets: readonly LineEntry[]): ReadonlyMap<LineEntry, LineEntry> | null {
  const found = new Map<LineEntry, LineEntry>();
  const taken = new Set<LineEntry>();
  const sums = (line: LineDraft): string => line.amounts.map(stated).join('|');
  for (const line of lines) {
    const free = sheets.filter((sheet) => !taken.has(sheet) && sameAction(line.line, sheet.line));
    const best = free.find((sheet) => sums(sheet.line) === sums(line.line)) ?? free[0];
    if (best === undefined) continue;
    taken.add(best);
    found.set(line, best);
  }
  return found.size > 0 && found.size >= MOSTLY * lines.length ? found : null;
}

/**
 * A summary of sheets says their amounts again: its lines are those of the sheets, put where the summary lists them so that its totals find them above; what it
 * says otherwise is shown as a total that disagrees.
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
  const moved = new Set(pairs.values());
  const columns = new Map(sheets.flatMap(({ line }) => line.amounts.map(({ column }) => [fold(column.header), column] as const)));
  const inColumn = (amount: AmountDraft): AmountDraft => ({ ...amount, column: columns.get(fold(amount.column.header)) ?? amount.column });
  const tables = new Set([...pairs.keys()].map(({ table }) => table));
  return entries.flatMap((entry): Entry[] => {
    if (entry.kind === 'total') return [tables.has(entry.table) ? { ...entry, amounts: entry.amounts.map(inColumn) } : entry];
    if (moved.has(entry)) return [];
    const sheet = pairs.get(entry);
    return sheet === undefined ? [entry] : [{ ...sheet, table: entry.table }, ...contradictions(entry, sheet)];
  });
}
