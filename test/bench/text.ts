/** Comparing names and texts whatever their capitals, accents, hyphens and line ends. */

export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/œ/gu, 'oe')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function sameName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return plain(a).replaceAll(' ', '') === plain(b).replaceAll(' ', '');
}

/** Pairs of neighbouring characters, counted. */
export function bigrams(text: string): ReadonlyMap<string, number> {
  const compact = plain(text).replaceAll(' ', '');
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < compact.length; index += 1) {
    const pair = compact.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice similarity of two bags of character pairs, 0 to 1; two empty texts are alike. */
export function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let size = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    size += count;
  }
  for (const count of b.values()) size += count;
  return size === 0 ? 1 : (2 * shared) / size;
}
