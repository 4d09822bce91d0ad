/** A list that holds at least one value: what a stage that lists alternatives returns. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to {@link NonEmpty}; `null` when it is empty. */
export function nonEmpty<T>(values: readonly T[]): NonEmpty<T> | null {
  const [first, ...rest] = values;
  return first === undefined ? null : [first, ...rest];
}
