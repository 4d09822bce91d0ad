/** A cell to score: inclusive row and column ranges, and its text. */
export interface ScoredCell {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly text: string;
}

/** Text as it is compared: letters and digits only; a cell of punctuation alone keeps a mark that it is not blank. */
export function comparable(text: string): string {
  const bare = text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
  return bare === '' && text.trim() !== '' ? '·' : bare;
}

/**
 * The adjacency relations of a table (ICDAR 2013): each cell with text and its nearest neighbour with text to the right and below, in every
 * row or column it spans; blank cells are skipped over. One entry per pair of cells and direction.
 */
export function adjacencyRelations(cells: readonly ScoredCell[]): string[] {
  const filled = cells.map((cell) => ({ ...cell, text: comparable(cell.text) })).filter((cell) => cell.text !== '');
  const at = new Map<string, number>();
  let rows = 0;
  let columns = 0;
  filled.forEach((cell, index) => {
    rows = Math.max(rows, cell.lastRow + 1);
    columns = Math.max(columns, cell.lastColumn + 1);
    for (let row = cell.row; row <= cell.lastRow; row += 1) {
      for (let column = cell.column; column <= cell.lastColumn; column += 1) at.set(`${String(row)},${String(column)}`, index);
    }
  });
  const pairs = new Map<string, string>();
  filled.forEach((cell, index) => {
    for (let row = cell.row; row <= cell.lastRow; row += 1) {
      for (let column = cell.lastColumn + 1; column < columns; column += 1) {
        const other = at.get(`${String(row)},${String(column)}`);
        if (other === undefined) continue;
        pairs.set(`h${String(index)}-${String(other)}`, `→ ${cell.text} | ${filled[other]?.text ?? ''}`);
        break;
      }
    }
    for (let column = cell.column; column <= cell.lastColumn; column += 1) {
      for (let row = cell.lastRow + 1; row < rows; row += 1) {
        const other = at.get(`${String(row)},${String(column)}`);
        if (other === undefined) continue;
        pairs.set(`v${String(index)}-${String(other)}`, `↓ ${cell.text} | ${filled[other]?.text ?? ''}`);
        break;
      }
    }
  });
  return [...pairs.values()];
}

/** How two lists of relations agree. */
export interface Agreement {
  readonly expected: number;
  readonly found: number;
  readonly right: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Compares relations as multisets. */
export function agreement(expected: readonly string[], found: readonly string[]): Agreement {
  const left = new Map<string, number>();
  for (const relation of expected) left.set(relation, (left.get(relation) ?? 0) + 1);
  const extra: string[] = [];
  let right = 0;
  for (const relation of found) {
    const count = left.get(relation) ?? 0;
    if (count > 0) {
      left.set(relation, count - 1);
      right += 1;
    } else {
      extra.push(relation);
    }
  }
  const missing = [...left].flatMap(([relation, count]) => Array.from({ length: count }, () => relation));
  return { expected: expected.length, found: found.length, right, missing, extra };
}

/** Precision, recall and their harmonic mean; nothing expected and nothing found is perfect. */
export function scores(result: Agreement): { precision: number; recall: number; f1: number } {
  const precision = result.found === 0 ? (result.expected === 0 ? 1 : 0) : result.right / result.found;
  const recall = result.expected === 0 ? 1 : result.right / result.expected;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
