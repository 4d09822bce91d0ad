import type { AmountColumn, AmountDraft, Scope, TotalDraft } from '../../../model/draft.ts';
import { nonEmpty } from '../../../model/collections.ts';
import type { Hypothesis } from '../../../model/hypothesis.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountsOf, isLine, isStated, type Entry, type LineEntry, type TotalEntry } from '../entries.ts';
import { scopesOf } from '../scopes.ts';
import type { AcrossColumn } from './quartier-columns.ts';

/** What it costs that a column over all quartiers sums another figure than the likeliest. */
const OTHER_SUM = 0.3;

function idsIn(lines: readonly LineEntry[], columns: readonly AmountColumn[]): string[] {
  return lines.flatMap(({ line }) => line.amounts.filter((amount) => columns.includes(amount.column)).map((amount) => amount.id));
}

function scope(terms: readonly string[], column: AmountColumn, columnAmounts: readonly string[]): Scope {
  return { portee: 'autre', section: null, axeText: null, terms, column, columnAmounts };
}

/** The total of one line over all quartiers. */
function ofLine(entry: LineEntry, amount: AmountDraft, across: AcrossColumn, lines: readonly LineEntry[]): TotalDraft | null {
  if (!entry.line.amounts.some((own) => across.sums.some((columns) => columns.includes(own.column)))) return null;
  const scopes = across.sums.map((columns, index): Hypothesis<Scope> => {
    const cost = index === 0 ? 0 : OTHER_SUM;
    return {
      value: scope(idsIn([entry], columns), across.column, idsIn(lines, columns)),
      cost,
      because: [{ what: 'la ligne, tous quartiers ensemble', cost }],
    };
  });
  const some = nonEmpty(scopes);
  return some === null
    ? null
    : { id: `t-${amount.id}`, label: null, column: across.column, place: amount.place, readings: amount.readings, scopes: some };
}

/** The total over all quartiers of what the totals of the row are over in each. */
function ofTotal(
  entries: readonly Entry[],
  entry: TotalEntry,
  amount: AmountDraft,
  across: AcrossColumn,
  lines: readonly LineEntry[],
  knowledge: Knowledge,
): TotalDraft | null {
  const at = entries.indexOf(entry);
  const scopes = across.sums.flatMap((columns, index) => {
    const each = columns.map((column) => scopesOf(entries, at, entry, column, null, knowledge));
    const [first, ...rest] = each;
    return (first ?? []).flatMap((candidate, option): Hypothesis<Scope>[] => {
      const mates = rest.map((scopes) => scopes[option]);
      if (mates.some((mate) => mate === undefined)) return [];
      const terms = [candidate, ...mates].flatMap((mate) => mate?.value.terms ?? []);
      const cost = candidate.cost + (index === 0 ? 0 : OTHER_SUM);
      return [{ value: scope(terms, across.column, idsIn(lines, columns)), cost, because: candidate.because }];
    });
  });
  const some = nonEmpty(scopes.sort((a, b) => a.cost - b.cost));
  return some === null
    ? null
    : { id: `t-${amount.id}`, label: entry.label, column: across.column, place: amount.place, readings: amount.readings, scopes: some };
}

/** The totals that a table of quartiers states over all of them, in the columns that belong to none. */
export function acrossTotals(
  entries: readonly Entry[],
  across: ReadonlyMap<AmountColumn, AcrossColumn>,
  knowledge: Knowledge,
): TotalDraft[] {
  const lines = entries.filter(isLine);
  return entries.flatMap((entry) =>
    amountsOf(entry)
      .filter(isStated)
      .flatMap((amount): TotalDraft[] => {
        const column = across.get(amount.column);
        if (column === undefined) return [];
        const total =
          entry.kind === 'line' ? ofLine(entry, amount, column, lines) : ofTotal(entries, entry, amount, column, lines, knowledge);
        return total === null ? [] : [total];
      }),
  );
}
