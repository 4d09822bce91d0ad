import type { ProgrammeDraft } from '../../model/draft.ts';
import type { Place } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { axeRow } from './recap.ts';

/** One axe alone may be a programme of one line. */
const FEWEST = 2;

/**
 * Programmes whose lines are all axes, in a document some pages of which look like a programme that nothing was read of (`pages`): a summary of lines that were not
 * understood. It adds up all the same, so what those pages hold is unread of that programme.
 */
export function withLinesElsewhere(
  programmes: readonly ProgrammeDraft[],
  pages: readonly Place[],
  knowledge: Knowledge,
): readonly ProgrammeDraft[] {
  if (pages.length === 0) return programmes;
  return programmes.map((programme) => {
    const isRecap = programme.lines.length >= FEWEST && programme.lines.every((line) => axeRow(line, knowledge) !== null);
    return isRecap
      ? { ...programme, unread: [...programme.unread, ...pages.map((place) => ({ text: `page ${String(place.page)}`, place }))] }
      : programme;
  });
}
