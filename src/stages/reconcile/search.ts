import type { ProgrammeDraft, TotalDraft } from '../../model/draft.ts';
import { chosen, Equations, type Choice, type Settled } from './equations.ts';

/** At most this many combinations of readings are weighed for one part of a programme; native text has exactly one. */
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

/** Cells that equations tie together, each with its readings' costs where there are several, and the totals among them: what is read for one says nothing of another such part. */
interface Part {
  readonly cells: readonly Uncertain[];
  readonly totals: readonly TotalDraft[];
}

function partsOf(programme: ProgrammeDraft, settled: Choice): Part[] {
  const heads = new Map<string, string>();
  const head = (id: string): string => {
    const above = heads.get(id) ?? id;
    if (above === id) return id;
    const top = head(above);
    heads.set(id, top);
    return top;
  };
  for (const total of programme.totals)
    for (const { value } of total.scopes) for (const id of [...value.terms, ...value.columnAmounts]) heads.set(head(id), head(total.id));
  const parts = new Map<string, { cells: Uncertain[]; totals: TotalDraft[] }>();
  const partOf = (id: string): { cells: Uncertain[]; totals: TotalDraft[] } => {
    const part = parts.get(head(id)) ?? { cells: [], totals: [] };
    parts.set(head(id), part);
    return part;
  };
  for (const cell of [...programme.lines.flatMap((line) => line.amounts), ...programme.totals])
    if (cell.readings.length > 1 && !settled.has(cell.id))
      partOf(cell.id).cells.push({ id: cell.id, costs: cell.readings.map((reading) => reading.cost) });
  for (const total of programme.totals) partOf(total.id).totals.push(total);
  return [...parts.values()];
}

interface State {
  readonly picks: readonly number[];
  readonly readingCost: number;
  /** Only cells from here on may still be changed, so that each combination is met once. */
  readonly from: number;
}

/** Puts a state into an open list, which has its cheapest last. */
function put(open: State[], state: State): void {
  let [from, to] = [0, open.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((open[middle]?.readingCost ?? 0) > state.readingCost) from = middle + 1;
    else to = middle;
  }
  open.splice(from, 0, state);
}

/**
 * The cheapest choice of readings and scopes that the sums allow. Each part of the programme is searched by itself, best first on the cost of the readings alone, which no sum can
 * make smaller: once it passes the best whole cost, nothing better is left. `settled`: readings that are chosen already.
 */
export function solve(programme: ProgrammeDraft, settled: Choice = new Map()): Solution {
  const equations = new Equations(programme);
  const choice = new Map(settled);
  const closed = new Map<TotalDraft, Settled>();
  let [cost, margin] = [0, Infinity];
  for (const part of partsOf(programme, settled)) {
    const own = solvePart(part, equations, settled);
    for (const [id, pick] of own.choice) choice.set(id, pick);
    part.totals.forEach((total, index) => {
      const found = own.totals[index];
      if (found !== undefined) closed.set(total, found);
    });
    cost += own.cost;
    margin = Math.min(margin, own.margin);
  }
  const sure = [...programme.lines.flatMap((line) => line.amounts), ...programme.totals].filter(
    (cell) => cell.readings.length === 1 || settled.has(cell.id),
  );
  return {
    choice,
    totals: programme.totals.map((total) => closed.get(total) ?? equations.settle(total, choice)),
    cost: cost + sure.reduce((sum, cell) => sum + chosen(cell, choice).cost, 0),
    margin,
  };
}

function solvePart({ cells, totals }: Part, equations: Equations, settled: Choice): Solution {
  const costOf = (picks: readonly number[]): number => picks.reduce((sum, pick, index) => sum + (cells[index]?.costs[pick] ?? 0), 0);
  const evaluate = (choice: Choice, readingCost: number): Omit<Solution, 'margin'> => {
    const own = totals.map((total) => equations.settle(total, choice));
    return { choice, totals: own, cost: own.reduce((sum, total) => sum + total.cost, readingCost) };
  };
  const start = cells.map(() => 0);
  const open: State[] = [{ picks: start, readingCost: costOf(start), from: 0 }];
  let best: Omit<Solution, 'margin'> | null = null;
  let second = Infinity;
  let weighed = 0;
  for (; weighed < MAX_COMBINATIONS; weighed++) {
    const state = open.pop();
    if (state === undefined || (best !== null && state.readingCost > second)) break;
    const found = evaluate(
      new Map([...settled, ...cells.map((cell, index) => [cell.id, state.picks[index] ?? 0] as const)]),
      state.readingCost,
    );
    if (best === null || found.cost < best.cost) {
      if (best !== null) second = Math.min(second, best.cost);
      best = found;
    } else second = Math.min(second, found.cost);
    for (let index = state.from; index < cells.length; index++) {
      const pick = (state.picks[index] ?? 0) + 1;
      if (pick >= (cells[index]?.costs.length ?? 0)) continue;
      const picks = state.picks.map((old, other) => (other === index ? pick : old));
      put(open, { picks, readingCost: costOf(picks), from: index });
    }
  }
  best ??= evaluate(settled, 0);
  // Giving up is no certainty: what was not weighed may be as good.
  return { ...best, margin: open.length > 0 && weighed === MAX_COMBINATIONS ? 0 : second - best.cost };
}
