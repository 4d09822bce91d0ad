import { fold } from '../../french/text.ts';
import { nonEmpty } from '../../model/collections.ts';
import type { AmountColumn, AmountDraft, LineDraft, Scope, TotalDraft } from '../../model/draft.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Periode, Section } from '../../model/vocabulary.ts';
import type { LineEntry } from './entries.ts';
import { termOf } from './scopes.ts';

/** A row « À reporter » or « Report »: what it states, and the lines printed before it. */
export interface Running {
  readonly label: string;
  readonly amounts: readonly AmountDraft[];
  readonly before: readonly LineEntry[];
  readonly section: Section | null;
}

/** What it costs to read a running total as less than everything before it: of its section, of its page. */
const OF_LESS = 0.3;

/** « À reporter » at the foot of a page states a total; « Report » at the head of the next says it again. */
function isAtFoot(label: string): boolean {
  return /\b(?:a reporter|total)\b/u.test(fold(label)) && !/\bprecedente?\b/u.test(fold(label));
}

/** « Report » may also be the name of money carried from another year: at the head of a page alone it is a running total. */
function isOfPages({ label, before }: Running, page: number): boolean {
  if (isAtFoot(label)) return true;
  return before.every(({ line }) => line.place.page < page);
}

/**
 * The running totals of a programme. `lines`: as they were settled. One whose lines are not all among them (a summary folded, a part of another programme) is
 * passed over: nobody can tell what it carried.
 */
export function runningTotals(
  running: readonly Running[],
  lines: readonly LineDraft[],
  columns: { readonly amount: (draft: AmountDraft) => AmountDraft },
  periode: Periode | null,
): TotalDraft[] {
  const settled = new Map(lines.map((line) => [line.id, line]));
  return running.flatMap((row) =>
    row.amounts.flatMap((stated): TotalDraft[] => {
      const { page } = stated.place;
      const known = row.before.flatMap((entry) => settled.get(entry.line.id) ?? []);
      if (known.length === 0 || known.length < row.before.length || !isOfPages(row, page)) return [];
      const amount = columns.amount(stated);
      const inSection = known.filter(({ section }) => section === row.section);
      const onPage = known.filter(({ place }) => place.page === page);
      const scopes = [
        { of: known, cost: 0, why: 'les lignes qui le précèdent' },
        { of: inSection, cost: OF_LESS, why: 'les lignes de sa section qui le précèdent' },
        { of: onPage, cost: OF_LESS, why: 'les lignes de sa page' },
      ].flatMap(({ of, cost, why }): Hypothesis<Scope>[] => {
        const value = scopeOver(of, lines, amount.column, periode);
        return value.terms.length === 0 ? [] : [{ value, cost, because: [{ what: why, cost }] }];
      });
      const all = nonEmpty(scopes);
      if (all === null) return [];
      const { column, place, readings } = amount;
      return [{ id: `t-${amount.id}`, label: row.label, column, place, readings, scopes: all, isRunning: !isAtFoot(row.label) }];
    }),
  );
}

function scopeOver(of: readonly LineDraft[], lines: readonly LineDraft[], column: AmountColumn, periode: Periode | null): Scope {
  const ids = (some: readonly LineDraft[]): string[] => some.flatMap((line) => termOf(line, column, periode)?.id ?? []);
  return { portee: 'autre', section: null, axeText: null, terms: ids(of), column, columnAmounts: ids(lines) };
}
