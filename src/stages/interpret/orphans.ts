import { fold } from '../../french/text.ts';
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
    return withFirstOf(segment, next);
  });
}

/** A programme to which the first amount that other tables state is left over. */
function withFirstOf(segment: Segment, others: Segment): Segment {
  const first = others.entries.flatMap(amountsOf).find(isStated);
  return first === undefined ? segment : { ...segment, unread: [...segment.unread, { text: first.readings[0].text, place: first.place }] };
}

const headersOf = ({ columns }: Segment): ReadonlySet<string> =>
  new Set(columns.flatMap(({ kind, header }) => (kind === null || header === '' ? [] : [fold(header)])));

/** Tables under the very headings of a programme are its own, whatever name was read over them. */
function isAlike(own: Segment, other: Segment): boolean {
  const [headers, others] = [headersOf(own), headersOf(other)];
  return others.size > 1 && [...others].every((header) => headers.has(header));
}

/**
 * Tables that are no programme by themselves, under the headings of the programme before them: their heading was misread. What they state is unread of that
 * programme. `isProgramme`: for each segment whether it is one.
 */
export function withRefused(segments: readonly Segment[], isProgramme: readonly boolean[]): readonly Segment[] {
  const kept = [...segments];
  segments.forEach((segment, index) => {
    if (isProgramme[index] === true) return;
    const owner = isProgramme.lastIndexOf(true, index);
    const own = kept[owner];
    if (own !== undefined && isAlike(own, segment)) kept[owner] = withFirstOf(own, segment);
  });
  return kept;
}
