import { isValue } from '../text/value.ts';
import { at } from '../lattice.ts';
import type { ColumnBand, RowLine } from './rows.ts';

/** Steps that differ by less than this share of a line are the same. */
const SAME_STEP = 0.12;
/** From baseline to baseline, in font sizes: no text is set closer, and lines of one text hardly further apart. */
const LEAST_LEADING = 0.95;
const MOST_LEADING = 1.65;
/** Lines closer than this share of a line stand beside each other: cells centred beside longer ones, where white between lines tells nothing. */
const BESIDE = 0.75;
/** Share of the lines that may stand so. */
const FEW = 0.06;

const middle = (line: RowLine): number => (line.top + line.bottom) / 2;

/** Distances between the lines of each column that follow each other, in points. */
function stepsInColumns(lines: readonly RowLine[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const own = lines.filter((line) => (line.cells[column] ?? null) !== null);
    return own.slice(1).map((line, index) => middle(line) - middle(at(own, index)));
  }).flat();
}

/** Distance between the lines of one text as most texts of the table are set, in points; `null` when no text has several lines. */
export function leadingOf(lines: readonly RowLine[], columns: number): number | null {
  const size = Math.max(...lines.map((line) => line.size));
  const steps = stepsInColumns(lines, columns)
    .filter((step) => step >= LEAST_LEADING * size && step <= MOST_LEADING * size)
    .sort((a, b) => a - b);
  const least = steps[0];
  if (least === undefined) return null;
  const alike = steps.filter((step) => step <= (1 + SAME_STEP) * least);
  return alike.length < 2 ? null : at(alike, alike.length >> 1);
}

/** Whether a line can only be a further paragraph of the texts above: no value, and nothing in the first column. */
function isFurtherText(lines: readonly RowLine[], columns: readonly ColumnBand[]): boolean {
  const filled = columns.flatMap((_, index) => lines.flatMap((line) => ((line.cells[index] ?? null) === null ? [] : [index])));
  const values = lines.some((line) => columns.some((column, index) => column.values && isValue(line.cells[index]?.text ?? '')));
  return !values && new Set(filled).size === 1 && !filled.includes(0);
}

/**
 * Rows set apart by more white than the lines of one text, as the indices of their lines; `null` where the white tells nothing. White as high as a line
 * inside a text parts its paragraphs, not rows.
 */
export function rowsByWhite(lines: readonly RowLine[], columns: readonly ColumnBand[], leading: number): number[][] | null {
  const steps = lines.map((line, index) => (index === 0 ? Infinity : middle(line) - middle(at(lines, index - 1))));
  const beside = steps.filter((step) => step < BESIDE * leading).length;
  if (beside > FEW * lines.length) return null;
  const blocks: number[][] = [];
  steps.forEach((step, index) => {
    if (step > (1 + SAME_STEP) * leading || blocks.length === 0) blocks.push([index]);
    else blocks.at(-1)?.push(index);
  });
  const isSure = (block: readonly number[]): boolean =>
    !isFurtherText(
      block.map((index) => at(lines, index)),
      columns,
    );
  const between = blocks
    .slice(1)
    .filter(isSure)
    .map((block) => at(steps, at(block, 0)))
    .sort((a, b) => a - b);
  if (between.length === 0) return null;
  const usual = at(between, between.length >> 1);
  const rows: number[][] = [];
  for (const block of blocks) {
    const step = at(steps, at(block, 0));
    const isParagraph = Math.abs(step - 2 * leading) <= SAME_STEP * leading && !isSure(block);
    const isLikeRows = Math.abs(step - usual) <= SAME_STEP * leading && Math.abs(usual - 2 * leading) > SAME_STEP * leading;
    const last = rows.at(-1);
    if (last !== undefined && isParagraph && !isLikeRows) last.push(...block);
    else rows.push([...block]);
  }
  return rows;
}
