import type { Heading } from '../../model/draft.ts';
import { amountsOf, isStated } from './entries.ts';
import type { Segment } from './segment.ts';

/** Nothing says whose programme it is, nor where. */
function isNameless({ commune, quartier, codeQp, bailleur }: Heading): boolean {
  return commune === null && quartier === null && codeQp === null && bailleur === null;
}

/**
 * Tables that nothing names, after a programme with a name, may be its end, misread: its totals may agree without them. What they state is
 * unread of that programme, so that a person looks at both.
 */
export function withOrphans(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => {
    const next = segments[index + 1];
    if (next === undefined || isNameless(segment.heading) || !isNameless(next.heading)) return segment;
    const first = next.entries.flatMap(amountsOf).find(isStated);
    return first === undefined
      ? segment
      : { ...segment, unread: [...segment.unread, { text: first.readings[0].text, place: first.place }] };
  });
}
