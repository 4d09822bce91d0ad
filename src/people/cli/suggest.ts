/** The candidate that takes the fewest typing mistakes to become `word`; `null` when all are too far to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const isPrefix = word.length >= 2 && candidate.toLowerCase().startsWith(word.toLowerCase());
    const effective = isPrefix ? Math.min(distance, 1) : distance;
    if (effective < bestDistance && effective <= Math.max(2, Math.ceil(candidate.length / 2))) {
      best = candidate;
      bestDistance = effective;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? (i === 0 ? j : 0);
  for (let i = 0; i <= a.length; i++) {
    const row = rows[i] ?? [];
    for (let j = 1; j <= b.length; j++) {
      if (i === 0) {
        row[j] = j;
        continue;
      }
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j] ?? Infinity, at(i - 2, j - 2) + 1);
    }
  }
  return at(a.length, b.length);
}
