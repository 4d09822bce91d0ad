import { boxOf, type Component } from './components.ts';
import { snap } from './snap.ts';

/** Edges that agree within this are the same, in points. */
const SAME_EDGE = 2;
/** Fewer rows than this may be of one height with those of another table by chance. */
const LEAST_ROWS = 3;

const levelsOf = (component: Component): number[] => snap(component.horizontal).map(({ at }) => at);

/** A single column of cells. */
function isColumn(component: Component): boolean {
  return snap(component.vertical).length === 2;
}

/** Whether every row of a column ends where one of the table beside it does, from the first to the last. */
function sharesRows(column: Component, table: Component): boolean {
  const [own, others] = [levelsOf(column), levelsOf(table)];
  const isSame = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? Infinity) - (b ?? Infinity)) <= SAME_EDGE;
  return (
    own.length > LEAST_ROWS &&
    own.every((level) => others.some((other) => isSame(level, other))) &&
    isSame(own[0], others[0]) &&
    isSame(own.at(-1), others.at(-1)) &&
    (column.box[2] < table.box[0] || column.box[0] > table.box[2])
  );
}

/**
 * Gives each column of cells back to the table beside it whose rows it has: where a merged cell between the two fills a whole page, page breaks leave none of its borders
 * above or below. Columns with nothing but columns beside them are one table.
 */
export function withLoneColumns(components: readonly Component[]): Component[] {
  const columns = new Set(components.filter(isColumn));
  const guests = new Map<Component, readonly Component[]>();
  const gone = new Set<Component>();
  for (const column of columns) {
    const isHost = (other: Component): boolean => other !== column && !gone.has(other) && sharesRows(column, other);
    const host = components.find((other) => !columns.has(other) && isHost(other)) ?? components.find(isHost);
    if (host === undefined) continue;
    guests.set(host, [...(guests.get(host) ?? []), column, ...(guests.get(column) ?? [])]);
    gone.add(column);
  }
  return components.filter((component) => !gone.has(component)).map((component) => together(component, guests.get(component) ?? []));
}

function together(own: Component, others: readonly Component[]): Component {
  if (others.length === 0) return own;
  const all = [own, ...others];
  const edges = { horizontal: all.flatMap(({ horizontal }) => horizontal), vertical: all.flatMap(({ vertical }) => vertical) };
  return { ...edges, box: boxOf(edges) };
}
