import { isValue } from '../text/value.ts';
import { at } from '../lattice.ts';
import type { Chunk } from './chunks.ts';
import type { RowLine } from './rows.ts';

/** From baseline to baseline, in font sizes: no text is set closer, and lines of one text hardly further apart. */
const LEAST = 0.9;
const MOST = 1.8;
/** Steps that differ by less than this share are the same. */
export const SAME_STEP = 0.1;
/** So many are tried, the closest first: the lines of one text are closer than rows. */
const TRIED = 3;

/** Distance from one text of a column to the next below it, in font sizes (`size` in points). */
export function stepBetween(above: Chunk, below: Chunk, size: number): number {
  return (below.box[1] + below.box[3] - above.box[1] - above.box[3]) / 2 / Math.max(1, size);
}

/** A distance (in font sizes) that may be the leading of the texts of a table. */
export interface Leading {
  readonly step: number;
  /** −ln of the share of its steps among these and all shorter ones: few texts are set closer than their leading. */
  readonly cost: number;
}

/** Distances that may be the leading of the texts of a table: ascending. */
export function leadingCandidates(lines: readonly RowLine[], columns: number): Leading[] {
  const steps = Array.from({ length: columns }, (_, column) => {
    const own = lines.flatMap(({ cells, size }) => {
      const chunk = cells[column] ?? null;
      return chunk === null ? [] : [{ chunk, size }];
    });
    return own.slice(1).flatMap(({ chunk, size }, index) => {
      const above = at(own, index);
      return isValue(above.chunk.text) && isValue(chunk.text) ? [] : [stepBetween(above.chunk, chunk, Math.max(size, above.size))];
    });
  })
    .flat()
    .filter((step) => step >= LEAST && step <= MOST)
    .sort((a, b) => a - b);
  const candidates: Leading[] = [];
  for (let from = 0; from < steps.length && candidates.length < TRIED;) {
    let to = from;
    while (to < steps.length && at(steps, to) <= (1 + SAME_STEP / 2) * at(steps, from)) to += 1;
    candidates.push({ step: at(steps, (from + to) >> 1), cost: Math.log(to / (to - from)) });
    from = to;
  }
  return candidates;
}
