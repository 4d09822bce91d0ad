import type { ChunkedLine } from './chunks.ts';
import { isOfFacts as areFacts } from './intervals.ts';

/** A label of a heading, its value beside it: "Nb logements :". */
const LABEL = /^\p{Lu}.{0,60}\p{L}.{0,3}:$/u;
/** A line of facts has so many of them at least, each label with its value. */
const FEWEST = 2;
const FEWEST_TEXTS = 2 * FEWEST;
/** The facts of a heading stand on so many lines at most, those of the values that wrap with them. */
const MOST_LINES = 14;

/** Whether a line holds several labels, each with its value to its right. */
function isOfFacts({ chunks }: ChunkedLine): boolean {
  const labelled = chunks.filter(({ text }, index) => {
    const value = chunks[index + 1];
    return LABEL.test(text) && value !== undefined && !LABEL.test(value.text);
  });
  return chunks.length >= FEWEST_TEXTS && labelled.length >= FEWEST;
}

/** The same where each fact is one text ("Exercice :2024 | Commune : Lens"), with the title under them, in bold and alone: no row has such texts and no others. */
function withoutFactsInOne(run: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const facts = run.map((line) => areFacts({ lines: [line] }));
  const last = facts.slice(0, MOST_LINES).lastIndexOf(true);
  if (last < 0 || facts.slice(0, last).includes(false)) return run;
  const under = run.slice(last + 1);
  const rows = under.findIndex(({ chunks, bold }) => chunks.length > 1 || !bold);
  return rows < 0 ? run : under.slice(rows);
}

/**
 * A run of lines without the facts of the heading over it ("Organisme Hlm | … | Nb logements : | 397"): labels and values side by side in more columns than any row below has
 * are another text, however close under them the rows begin.
 */
export function withoutFactsOver(printed: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const run = withoutFactsInOne(printed);
  const last = run.slice(0, MOST_LINES).findLastIndex(isOfFacts);
  const facts = run[last];
  if (facts === undefined) return run;
  const rows = run.filter((line, index) => index > last && line.top >= facts.bottom);
  return rows.length > 0 && rows.every(({ chunks }) => chunks.length < facts.chunks.length) ? rows : run;
}
