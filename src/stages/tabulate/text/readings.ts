import type { NonEmpty } from '../../../model/collections.ts';
import { nonEmpty } from '../../../model/collections.ts';
import type { Reading, Word } from '../../../model/page.ts';

/** How many readings of one cell are kept. */
const KEPT = 8;

interface Choice {
  readonly texts: readonly string[];
  readonly cost: number;
}

/**
 * The surest ways to read a sequence of words, cheapest first: each word read one way, costs added. `join` makes the text of the cell from the texts
 * of its words. Native words have one reading, so a native cell has exactly one.
 */
export function combineReadings(words: readonly Word[], join: (texts: readonly string[]) => string): NonEmpty<Reading> {
  if (words.every((word) => word.readings.length === 1)) {
    const cost = words.reduce((sum, word) => sum + word.readings[0].cost, 0);
    return [{ text: join(words.map((word) => word.readings[0].text)), cost }];
  }
  let choices: Choice[] = [{ texts: [], cost: 0 }];
  for (const word of words) {
    choices = choices
      .flatMap((choice) => word.readings.map((reading) => ({ texts: [...choice.texts, reading.text], cost: choice.cost + reading.cost })))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, KEPT);
  }
  const seen = new Map<string, Reading>();
  for (const choice of choices) {
    const text = join(choice.texts);
    if (!seen.has(text)) seen.set(text, { text, cost: choice.cost });
  }
  return nonEmpty([...seen.values()]) ?? [{ text: '', cost: 0 }];
}
