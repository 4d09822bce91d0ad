import type { Decimal } from 'decimal.js';
import type { ReconciledAmount, ReconciledLine, ReconciledTotal } from './reconciled.ts';
import type { ColumnTotal, RowCell } from './row-equations.ts';
import { rowAgreements, rowFindings, type RowFinding } from './row-identities.ts';

export interface ReconciledCell extends RowCell {
  readonly of: ReconciledAmount;
}

function cents(value: Decimal): bigint {
  return BigInt(value.times(100).toFixed(0));
}

function cellOf(amount: ReconciledAmount): ReconciledCell {
  const { id, column, base, taxe, doubt } = amount.draft;
  const { rubrique, header: colonne, periode } = column;
  const centimes = amount.amount === null ? null : cents(amount.amount);
  return { id, rubrique, colonne, periode, base, taxe, centimes, texte: amount.text, isDoubtful: doubt !== null, of: amount };
}

const cellsOf = (lines: readonly ReconciledLine[]): ReconciledCell[][] => lines.map(({ amounts }) => amounts.map(cellOf));

const grandOf = (totals: readonly ReconciledTotal[]): ColumnTotal[] =>
  totals
    .filter(({ scope }) => scope.portee === 'programme')
    .map(({ scope: { column }, declared }) => ({
      colonne: column.header,
      rubrique: column.rubrique,
      periode: column.periode,
      centimes: cents(declared),
    }));

/** The rows of a programme whose figures disagree with each other. */
export function reconciledRows(
  lines: readonly ReconciledLine[],
  totals: readonly ReconciledTotal[],
): readonly RowFinding<ReconciledCell>[] {
  return rowFindings(cellsOf(lines), grandOf(totals));
}

/** The amounts of each row that add up. */
export function agreeingRows(
  lines: readonly ReconciledLine[],
  totals: readonly ReconciledTotal[],
): readonly (readonly ReconciledAmount[])[] {
  return rowAgreements(cellsOf(lines), grandOf(totals)).map((cells) => cells.map(({ of }) => of));
}
