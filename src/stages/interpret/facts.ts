import type { Place } from '../../model/geometry.ts';
import { joinedLines } from './joined-lines.ts';
import { isWholeLabel, labelHits } from './heading-labels.ts';
import { below, cutValue, inFirstRow, isEndOfText, isHeadOfColumn, isListed, isTile, rightOf, wrappedValue } from './heading-neighbours.ts';
import type { Fact, Piece } from './heading-piece.ts';
import { plausible, valueOf, withoutNextFact, withoutSentence } from './heading-values.ts';
import { withWrappedLabels } from './wrapped-labels.ts';

/** Every labelled value of a heading: "Ville : LENS", or a cell "Commune" beside a cell "LENS". */
export function labelledFacts(lines: readonly Piece[]): Fact[] {
  const pieces = withWrappedLabels(lines, isWholeLabel);
  const facts: Fact[] = [];
  const used = new Set<Piece>();
  for (const piece of pieces) {
    const hits = labelHits(piece.text);
    hits.forEach((hit, index) => {
      const { field } = hit.label;
      if (field === null || (hit.whole && isEndOfText(piece, pieces))) return;
      const next = hits[index + 1]?.at ?? piece.text.length;
      let value = hit.whole ? '' : valueOf(withoutNextFact(field, withoutSentence(field, piece.text.slice(hit.end, next))));
      let place = piece.place;
      let over: Place | undefined;
      if (value === '' && index === hits.length - 1) {
        const first = inFirstRow(below(piece, pieces), piece, pieces);
        const under = field === 'logements' && first !== null && isListed(first, pieces) ? null : first;
        const beside = isHeadOfColumn(piece, under, pieces) || isTile(piece, under, pieces) ? null : rightOf(piece, pieces);
        const neighbour = [beside, under].find((other) => other !== null && !used.has(other) && labelHits(other.text).length === 0);
        if (neighbour !== undefined && neighbour !== null) {
          const wrapped = wrappedValue(neighbour, piece, pieces);
          value = valueOf(wrapped.map((part) => part.text).reduce(joinedLines));
          place = neighbour.place;
          if (neighbour === under) over = piece.place;
          for (const part of wrapped) used.add(part);
        }
      } else if (value !== '' && index === hits.length - 1) {
        const rest = cutValue(piece, pieces);
        if (rest !== null) value = valueOf(joinedLines(piece.text.slice(hit.end).trim(), rest.text));
      }
      if (value !== '' && plausible(field, value)) facts.push({ field, value, place, ...(over === undefined ? {} : { over }) });
    });
  }
  return facts;
}
