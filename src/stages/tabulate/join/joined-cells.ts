import { nonEmpty } from '../../../model/collections.ts';
import type { Cell } from '../../../model/grid.ts';
import type { Reading } from '../../../model/page.ts';
import { joinTwo } from '../text/join-lines.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

const KEPT = 8;

/** A cell and its further part on the next page as one cell; a part that only says the same again adds its place. */
export function joinCutCell(upper: Cell, lower: Cell, vocabulary: Vocabulary): Cell {
  const again = upper.readings[0].text === lower.readings[0].text;
  const readings: Reading[] = again ? [...upper.readings] : joinedReadings(upper, lower, vocabulary);
  return {
    ...upper,
    rowSpan: upper.rowSpan + lower.rowSpan - 1,
    continuations: [...upper.continuations, lower.place, ...lower.continuations],
    lines: again ? upper.lines : [...upper.lines, ...lower.lines],
    readings: nonEmpty(readings) ?? upper.readings,
    bold: lower.lines.length === 0 ? upper.bold : upper.lines.length === 0 ? lower.bold : upper.bold && lower.bold,
  };
}

function joinedReadings(upper: Cell, lower: Cell, vocabulary: Vocabulary): Reading[] {
  return upper.readings
    .flatMap((first) =>
      lower.readings.map((second) => ({ text: joinTwo(first.text, second.text, vocabulary), cost: first.cost + second.cost })),
    )
    .sort((a, b) => a.cost - b.cost)
    .slice(0, KEPT);
}

/** Cells with their columns put on other column edges: `into[i]` is the new index of edge i. */
export function withColumns(cells: readonly Cell[], into: readonly number[]): Cell[] {
  return cells.map((cell) => {
    const column = into[cell.column] ?? cell.column;
    return { ...cell, column, columnSpan: (into[cell.column + cell.columnSpan] ?? column + cell.columnSpan) - column };
  });
}
