/** Letters changed, added or lost from one word to the other; more than `most` count as `most + 1`. */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row[b.length] ?? most + 1, most + 1);
}

/** How many letters may be wrong in a word so long: those of the first step, longest first, that it reaches; 0 below all. */
export function lettersAllowed(length: number, steps: readonly (readonly [length: number, letters: number])[]): number {
  return steps.find(([long]) => length >= long)?.[1] ?? 0;
}
