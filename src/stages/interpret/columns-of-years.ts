import { findPeriods } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';
import type { AmountColumn } from '../../model/draft.ts';
import type { Periode } from '../../model/vocabulary.ts';
import { isStated, type LineEntry, type TotalEntry } from './entries.ts';

/** "Total 2024-2025", printed once under columns of single years: the columns that it sums. `null` where it states a figure for more than one of them. */
export function columnsOfYears(
  total: TotalEntry,
  column: AmountColumn,
  lines: readonly LineEntry[],
): { readonly columns: readonly AmountColumn[]; readonly periode: Periode } | null {
  const own = column.periode;
  if (own === null || total.label === null) return null;
  const periode = findPeriods(total.label).find(
    ({ debut, fin }) => debut <= own.debut && fin >= own.fin && fin - debut > own.fin - own.debut,
  );
  if (periode === undefined) return null;
  const isOne = (other: AmountColumn): boolean =>
    other.rubrique === column.rubrique &&
    other.taxe === column.taxe &&
    other.periode !== null &&
    other.periode.debut >= periode.debut &&
    other.periode.fin <= periode.fin;
  const columns = [...new Set(lines.flatMap(({ line }) => line.amounts.map((amount) => amount.column)))].filter(isOne);
  const spans = new Set(columns.map((other) => `${String(other.periode?.debut)}-${String(other.periode?.fin)}`));
  const stated = total.amounts.filter((amount) => isStated(amount) && isOne(amount.column));
  if (columns.length < 2 || spans.size < columns.length || stated.length > 1) return null;
  return { columns, periode: { debut: periode.debut, fin: periode.fin } };
}

/** "Total sur la période", "total des trois ans": no figure of a year. */
export function saysWholePeriod(label: string): boolean {
  const text = fold(label);
  return /\bperiode\b|\b(?:\d+|deux|trois|quatre|cinq|six) ans\b|\bpluriannuel/u.test(text) && !/\b(?:par an|annuel|moyen)/u.test(text);
}
