import type { ProgrammeDraft } from '../../model/draft.ts';
import { chosen, Equations, type Choice, type Settled } from './equations.ts';

/** At most this many combinations of readings are weighed for one programme; native text has exactly one. */
const MAX_COMBINATIONS = 4000;

export interface Solution {
  readonly choice: Choice;
  readonly totals: readonly Settled[];
  readonly cost: number;
  /** How much dearer the next best combination of readings is; infinite when there is no other. */
  readonly margin: number;
}

interface Uncertain {
  readonly id: string;
  readonly costs: readonly number[];
}

function uncertainCells(programme: ProgrammeDraft): Uncertain[] {
  const cells = [...programme.lines.flatMap((line) => line.amounts), ...programme.totals];
  return cells
    .filter((cell) => cell.readings.length > 1)
    .map((cell) => ({ id: cell.id, costs: cell.readings.map((reading) => reading.cost) }));
}

function evaluate(equations: Equations, choice: Choice): { totals: Settled[]; cost: number } {
  const totals = equations.programme.totals.map((total) => equations.settle(total, choice));
  const cells = [...equations.programme.lines.flatMap((line) => line.amounts), ...equations.programme.totals];
  const reading = cells.reduce((sum, cell) => sum + chosen(cell, choice).cost, 0);
  return { totals, cost: reading + totals.reduce((sum, total) => sum + total.cost, 0) };
}

interface State {
  readonly picks: readonly number[];
  readonly readingCost: number;
  /** Only cells from here on may still be changed, so that each combination is met once. */
  readonly from: number;
}

/** Takes the cheapest state out of a small open list. */
function takeCheapest(open: State[]): State | undefined {
  let at = 0;
  open.forEach((state, index) => {
    if (state.readingCost < (open[at]?.readingCost ?? Infinity)) at = index;
  });
  return open.splice(at, 1)[0];
}

/**
 * The cheapest choice of readings and scopes that the sums allow, by best-first search on the cost of the readings alone, which no sum can
 * make smaller: once it passes the best whole cost, nothing better is left.
 */
export function solve(programme: ProgrammeDraft): Solution {
  const equations = new Equations(programme);
  const cells = uncertainCells(programme);
  const costOf = (picks: readonly number[]): number => picks.reduce((sum, pick, index) => sum + (cells[index]?.costs[pick] ?? 0), 0);
  const start = cells.map(() => 0);
  const open: State[] = [{ picks: start, readingCost: costOf(start), from: 0 }];
  let best: Omit<Solution, 'margin'> | null = null;
  let second = Infinity;
  let weighed = 0;
  for (; weighed < MAX_COMBINATIONS; weighed++) {
    const state = takeCheapest(open);
    if (state === undefined || (best !== null && state.readingCost > second)) break;
    const choice: Choice = new Map(cells.map((cell, index) => [cell.id, state.picks[index] ?? 0]));
    const { totals, cost } = evaluate(equations, choice);
    if (best === null || cost < best.cost) {
      if (best !== null) second = Math.min(second, best.cost);
      best = { choice, totals, cost };
    } else second = Math.min(second, cost);
    for (let index = state.from; index < cells.length; index++) {
      const pick = (state.picks[index] ?? 0) + 1;
      if (pick >= (cells[index]?.costs.length ?? 0)) continue;
      const picks = state.picks.map((old, other) => (other === index ? pick : old));
      open.push({ picks, readingCost: costOf(picks), from: index });
    }
  }
  if (best === null) {
    const choice: Choice = new Map();
    const { totals, cost } = evaluate(equations, choice);
    return { choice, totals, cost, margin: Infinity };
  }
  // Giving up is no certainty: what was not weighed may be as good.
  return { ...best, margin: open.length > 0 && weighed === MAX_COMBINATIONS ? 0 : second - best.cost };
}
