/** What the library's polyfills put in place of the engine's own, in every supported Node: a `push` ten times slower, for our code as for the library's. */
const REPLACED: readonly (readonly [owner: object, name: string])[] = [
  [Array.prototype, 'push'],
  [JSON, 'stringify'],
  [JSON, 'parse'],
];

/**
 * Loads modules that replace functions of the engine by their own, and puts the engine's back. Those replaced here differ only where an array's length
 * cannot be written or a number's source is wanted, which nobody does; functions that the engine lacks stay.
 */
export async function keepingNatives<T>(load: () => Promise<T>): Promise<T> {
  const own = REPLACED.map(([owner, name]) => ({ owner, name, property: Object.getOwnPropertyDescriptor(owner, name) }));
  try {
    return await load();
  } finally {
    for (const { owner, name, property } of own) if (property !== undefined) Object.defineProperty(owner, name, property);
  }
}
