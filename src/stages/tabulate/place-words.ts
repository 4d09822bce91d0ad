import { overlap } from '../../model/geometry.ts';
import type { Word } from '../../model/page.ts';
import type { Lattice, SpanRect } from './lattice.ts';
import { at, bandOf, latticeBox } from './lattice.ts';
import { printedLines, splitAtGaps } from './text/lines.ts';

/** Words nearer than this many ems belong to one run of text. */
const RUN_GAP = 0.6;
/** A word reaches over a border when it stands this far (points) on both sides of it. */
const OVER = 1.5;

/** The words of a lattice by cell (same order as its cells), and those that stand outside it. */
export interface PlacedWords {
  readonly byCell: readonly (readonly Word[])[];
  readonly outside: readonly Word[];
}

/** Index of the cell at each elementary (row, column). */
function cellIndex(lattice: Lattice): number[][] {
  const index: number[][] = Array.from({ length: lattice.ys.length - 1 }, () => Array.from({ length: lattice.xs.length - 1 }, () => -1));
  lattice.cells.forEach((cell, position) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) at(index, row)[column] = position;
    }
  });
  return index;
}

/** Share of a word's height that stands in the lattice at least: a line of text that a page break cuts through lies half outside. */
const INSIDE = 0.35;

function isInside(lattice: Lattice, word: Word): boolean {
  const [x0, y0, x1, y1] = latticeBox(lattice);
  const x = (word.box[0] + word.box[2]) / 2;
  return x >= x0 && x <= x1 && overlap(y0, y1, word.box[1], word.box[3]) >= INSIDE * (word.box[3] - word.box[1]);
}

/**
 * Upright text that starts in one cell and runs over its border into cells that hold nothing else on that line: office suites let long text
 * spill over empty neighbours. Returns for each spilling word the cell its run starts in.
 */
function spilled(words: readonly Word[], lattice: Lattice, cellAt: (x: number, y: number) => number): Map<Word, number> {
  const moved = new Map<Word, number>();
  for (const line of printedLines(words.filter((word) => word.direction === 0))) {
    for (const run of splitAtGaps(line, RUN_GAP * line.size)) {
      const first = run.words[0];
      if (first === undefined || run.words.length === 0) continue;
      const y = (run.box[1] + run.box[3]) / 2;
      const home = cellAt(first.box[0] + 0.5, y);
      const span: SpanRect = at(lattice.cells, home);
      const right = at(lattice.xs, span.column + span.columnSpan);
      const crosses = run.words.some((word) => word.box[0] < right - OVER && word.box[2] > right + OVER);
      if (!crosses) continue;
      const shares = (word: Word): boolean => overlap(word.box[1], word.box[3], run.box[1], run.box[3]) > 0.5 * (word.box[3] - word.box[1]);
      const touched = new Set(run.words.map((word) => cellAt((word.box[0] + word.box[2]) / 2, y)));
      const isFree = line.words.every(
        (word) => run.words.includes(word) || !shares(word) || !touched.has(cellAt((word.box[0] + word.box[2]) / 2, y)),
      );
      if (isFree) for (const word of run.words) moved.set(word, home);
    }
  }
  return moved;
}

/** What was placed last in a lattice: one is refined step by step, and most steps leave it as it is. */
const placed = new WeakMap<Lattice, { readonly words: readonly Word[]; readonly result: PlacedWords }>();

/** Puts words into cells by their centre, runs of text that spill over a border into the cell where they start. */
export function placeWords(lattice: Lattice, words: readonly Word[]): PlacedWords {
  const last = placed.get(lattice);
  if (last?.words === words) return last.result;
  const result = placeAnew(lattice, words);
  placed.set(lattice, { words, result });
  return result;
}

function placeAnew(lattice: Lattice, words: readonly Word[]): PlacedWords {
  const index = cellIndex(lattice);
  const cellAt = (x: number, y: number): number => at(at(index, bandOf(lattice.ys, y)), bandOf(lattice.xs, x));
  const inside = words.filter((word) => isInside(lattice, word));
  const home = spilled(inside, lattice, cellAt);
  const byCell: Word[][] = lattice.cells.map(() => []);
  for (const word of inside) {
    const cell = home.get(word) ?? cellAt((word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2);
    at(byCell, cell).push(word);
  }
  const taken = new Set(inside);
  return { byCell, outside: words.filter((word) => !taken.has(word)) };
}
