import { cellText, type Cell } from '../../../model/grid.ts';

/** A value that stands alone in its cell: an amount, a number, a percentage, a dash. */
const VALUE = /^[-–—+(]?\s*(?:\d[\d\s.,\u00a0\u202f]*)?\s*(?:k?€|euros?|%|ht|ttc)?\s*[)]?$/iu;

function isValue(text: string): boolean {
  return text !== '' && VALUE.test(text);
}

/** Cells of a row, by column; `null` when a column of it belongs to no cell. */
function across(cells: readonly Cell[], row: number): Cell[] {
  return cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan).sort((a, b) => a.column - b.column);
}

/**
 * Whether the last row above a page break and the first below it are two halves of one row. `open`: a border is missing at the break. Both rows must have
 * the same columns, no column may have a value in both halves, and the text must go on; when unsure they stay two rows.
 */
export function isCutRow(above: readonly Cell[], lastRow: number, below: readonly Cell[], firstRow: number, open: boolean): boolean {
  const upper = across(above, lastRow);
  const lower = across(below, firstRow);
  if (upper.length !== lower.length || upper.length < 2) return false;
  if (!upper.every((cell, index) => cell.column === lower[index]?.column && cell.columnSpan === lower[index]?.columnSpan)) return false;
  let goesOn = 0;
  let starts = 0;
  let clash = false;
  let lowerText = false;
  upper.forEach((cell, index) => {
    const [first, second] = [cellText(cell), lower[index] === undefined ? '' : cellText(lower[index])];
    if (isValue(first) && isValue(second)) clash = true;
    if (second === '') return;
    lowerText = true;
    if (isValue(second)) return;
    if (first === '') starts += 1;
    else if (/^[\p{Ll}),;:.]/u.test(second) || /[-\u2010,:(/]$|[\p{L}]['’]$/u.test(first)) goesOn += 1;
    else starts += open ? 0.5 : 1;
  });
  if (clash || !lowerText) return false;
  if (open) return goesOn > 0 || starts < 1;
  const lowerValue = lower.some((cell) => isValue(cellText(cell)));
  return goesOn > 0 && starts === 0 && !lowerValue;
}
