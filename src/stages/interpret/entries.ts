import type { AmountDraft, LineDraft } from '../../model/draft.ts';
import type { Section } from '../../model/vocabulary.ts';
import type { TotalLabel } from './labels.ts';

/** What a programme is made of, in reading order, before totals know what they cover. */
export interface LineEntry {
  readonly kind: 'line';
  readonly line: LineDraft;
  /** The section whose title stood open where it is printed; a box ticked in the line itself opens none. Absent: the line's own. */
  readonly under?: Section | null;
  /** Counts the tables of the document; lines of one table share it. */
  readonly table: number;
  /** A sheet of its own: a summary may say its amounts again. */
  readonly from?: 'fiche' | undefined;
}

export interface TotalEntry {
  readonly kind: 'total';
  readonly id: string;
  readonly label: string | null;
  readonly says: TotalLabel | null;
  /** Surely a total; else the same row may be a line. */
  readonly sure: boolean;
  readonly amounts: readonly AmountDraft[];
  readonly asLine: LineDraft | null;
  /** What stood open where it is printed. */
  readonly section: Section | null;
  readonly axeText: string | null;
  readonly table: number;
  /** What it repeats, where that is known and no question of its label or place. */
  readonly covers?: readonly LineEntry[];
  /** An action above the rows that detail it: it ends no group of lines. */
  readonly ofDetails?: boolean;
  /** Its label is the title of the part that its table is. */
  readonly isOfPart?: boolean;
  /** Told above the table whose lines it sums: it ends no group of them, wherever the table is cut. */
  readonly isOver?: boolean;
}

/** The titled section that a line is printed under: what totals below it may be about. */
export function printedUnder(entry: LineEntry): Section | null {
  return entry.under === undefined ? entry.line.section : entry.under;
}

export type Entry = LineEntry | TotalEntry;

export function isLine(entry: Entry): entry is LineEntry {
  return entry.kind === 'line';
}

export function isTotal(entry: Entry): entry is TotalEntry {
  return entry.kind === 'total';
}

/** Whether a figure can be read in an amount's cell at all. */
export function isStated(amount: AmountDraft): boolean {
  return amount.readings.some((reading) => reading.amount !== null);
}

/** The amounts of a line or of a total. */
export function amountsOf(entry: Entry): readonly AmountDraft[] {
  return isLine(entry) ? entry.line.amounts : entry.amounts;
}

/** The only text of a line, when it has one: what a summary row shows beside its amounts. */
export function loneText(line: LineDraft): string | null {
  const texts = new Set([line.axeText, line.actionText, line.description].filter((text) => text !== null));
  return texts.size === 1 ? ([...texts][0] ?? null) : null;
}
