import type { AmountDraft, Scope, TotalDraft } from '../../../model/draft.ts';
import { isLine, type TotalEntry } from '../entries.ts';
import { termOf } from '../scopes.ts';
import type { Segment } from '../segment.ts';

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

/** The programmes with totals over several of them, which the first holds: as it does where they are columns of one table. */
export function heldByFirst(segments: readonly Segment[], across: readonly TotalDraft[]): readonly Segment[] {
  const [first, ...others] = segments;
  if (first === undefined || across.length === 0) return segments;
  const elsewhere = others.flatMap(({ entries }) => entries.filter(isLine).flatMap(({ line }) => line.amounts));
  const held: Segment = {
    ...first,
    pages: new Set([...first.pages, ...across.map(({ place }) => place.page)]),
    across: [...(first.across ?? []), ...across],
    elsewhere: [...new Set([...(first.elsewhere ?? []), ...elsewhere])],
  };
  return [held, ...others];
}

/** A programme with totals of its own that are printed in a table of several. */
export function withStated(segment: Segment, stated: readonly TotalEntry[]): Segment {
  const pages = stated.flatMap(({ amounts }) => amounts.map(({ place }) => place.page));
  return { ...segment, entries: [...segment.entries, ...stated], pages: new Set([...segment.pages, ...pages]) };
}
