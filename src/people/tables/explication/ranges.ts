/** `ligne 3`, `lignes 1 à 4, 7`: numbers in ascending order, runs of three or more drawn together. */
export function ranges(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const texts = runs.flatMap(({ from, to }) =>
    to === from ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${String(from)} à ${String(to)}`],
  );
  return `ligne${numbers.length > 1 ? 's' : ''} ${texts.join(', ')}`;
}
