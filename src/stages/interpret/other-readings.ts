import { readAmountCell } from '../../french/amounts.ts';
import { nonEmpty } from '../../model/collections.ts';
import type { AmountReading, ProgrammeDraft } from '../../model/draft.ts';
import type { Place } from '../../model/geometry.ts';
import type { Layout, TextLine, UnsureFigure } from '../../model/grid.ts';

/** A figure lies this near the text it is of, in points. */
const NEAR = 2;

interface Unsure extends UnsureFigure {
  readonly page: number;
}

/** The figures of lines and cells that were read in several ways. */
export function unsureFigures({ blocks }: Layout): readonly Unsure[] {
  const lines: readonly TextLine[] = blocks.flatMap((block) =>
    block.kind === 'text' ? [block.line] : block.table.cells.flatMap((cell) => cell.lines),
  );
  return lines.flatMap(({ unsure, place: { page } }) => (unsure ?? []).map((figure) => ({ ...figure, page })));
}

/**
 * A programme whose amounts in running text have all the readings of their figures, as amounts in cells of their own have: a sentence is one text, which says
 * one of them.
 */
export function withOtherReadings(programme: ProgrammeDraft, unsure: readonly Unsure[]): ProgrammeDraft {
  if (unsure.length === 0) return programme;
  const read = <Of extends { readonly place: Place; readonly readings: readonly AmountReading[] }>(amount: Of): Of => {
    const [only, another] = amount.readings;
    if (only === undefined || only.amount === null || another !== undefined || only.cost > 0) return amount;
    const said = only.amount;
    for (const { page, box, readings } of unsure) {
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      const [x0, y0, x1, y1] = amount.place.box;
      if (page !== amount.place.page || x < x0 - NEAR || x > x1 + NEAR || y < y0 - NEAR || y > y1 + NEAR) continue;
      const values = readings.map(({ text, cost }) => {
        const value = readAmountCell(text.replaceAll('\u00a0', ' '));
        return { text, cost, amount: value.kind === 'amount' ? value.value : null };
      });
      if (values[0]?.amount?.equals(said) !== true) continue;
      const own = nonEmpty(values.filter((value) => value.amount !== null));
      return own === null ? amount : { ...amount, readings: own };
    }
    return amount;
  };
  return {
    ...programme,
    lines: programme.lines.map((line) => ({ ...line, amounts: line.amounts.map(read) })),
    totals: programme.totals.map(read),
  };
}
