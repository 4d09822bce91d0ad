import { readCount } from '../../../french/numbers.ts';
import { fold } from '../../../french/text.ts';
import { overlap } from '../../../model/geometry.ts';
import type { Piece } from '../heading-piece.ts';
import { codeQpIn, quartierName, sameName } from '../heading-values.ts';
import { withoutMarks } from './marks.ts';

export interface QuartierFacts {
  readonly codeQp: string | null;
  readonly logements: number | null;
}

const DWELLINGS = /\b(?:logements?|logts?|lgts?|patrimoine)\b/u;
const BARE_COUNT = /^\d[\d .\u00a0\u202f]*$/u;

function inOneRow(a: Piece, b: Piece): boolean {
  const [, a0, , a1] = a.place.box;
  const [, b0, , b1] = b.place.box;
  return a !== b && a.place.page === b.place.page && overlap(a0, a1, b0, b1) > 0.5 * Math.min(a1 - a0, b1 - b0);
}

function inOneColumn(a: Piece, b: Piece): boolean {
  const [a0, , a1] = a.place.box;
  const [b0, , b1] = b.place.box;
  return a !== b && a.place.page === b.place.page && overlap(a0, a1, b0, b1) > 0.5 * Math.min(a1 - a0, b1 - b0);
}

/** A bare number counts dwellings where a heading over its column, or at the head of its row, says so. */
function countsDwellings(piece: Piece, pieces: readonly Piece[]): boolean {
  return pieces.some(
    (head) =>
      DWELLINGS.test(fold(head.text)) &&
      readCount(head.text) === null &&
      ((inOneColumn(head, piece) && head.place.box[1] < piece.place.box[1]) ||
        (inOneRow(head, piece) && head.place.box[0] < piece.place.box[0])),
  );
}

function factsOf(mates: readonly Piece[], pieces: readonly Piece[]): QuartierFacts {
  const codeQp = mates.map((piece) => codeQpIn(piece.text)).find((code) => code !== null) ?? null;
  const logements = mates
    .filter((piece) => codeQpIn(piece.text) === null)
    .map((piece) =>
      DWELLINGS.test(fold(piece.text)) || (BARE_COUNT.test(piece.text.trim()) && countsDwellings(piece, pieces))
        ? readCount(piece.text)
        : null,
    )
    .find((count) => count !== null);
  return { codeQp, logements: logements ?? null };
}

/** What a list in running text says after the name: "La Source (QP019021, 544 logements), Les Provinces (…)". */
function listed(name: string, others: readonly string[], pieces: readonly Piece[]): QuartierFacts {
  for (const { text } of pieces) {
    const lower = text.toLowerCase();
    const at = lower.indexOf(name.toLowerCase());
    if (at < 0) continue;
    const start = at + name.length;
    const ends = others.map((other) => lower.indexOf(other.toLowerCase(), start)).filter((end) => end >= 0);
    const own = text.slice(start, Math.min(text.length, ...ends));
    const codeQp = codeQpIn(own);
    const logements = DWELLINGS.test(fold(own)) ? readCount(own.replace(/Q ?[PN] ?[0-9A-Z]{5,8}/giu, ' ')) : null;
    if (codeQp !== null || logements !== null) return { codeQp, logements };
  }
  return { codeQp: null, logements: null };
}

/** Code and dwellings of a quartier as a small table or a list beside the programme gives them. `others`: the names that end a list item. */
export function quartierFacts(name: string, others: readonly string[], pieces: readonly Piece[]): QuartierFacts {
  const naming = pieces.filter((piece) => {
    const own = quartierName(withoutMarks(piece.text));
    return own !== null && sameName(own, name);
  });
  let found: QuartierFacts = { codeQp: null, logements: null };
  const add = (more: QuartierFacts): void => {
    found = { codeQp: found.codeQp ?? more.codeQp, logements: found.logements ?? more.logements };
  };
  for (const piece of naming) {
    add(factsOf([piece], pieces));
    add(
      factsOf(
        pieces.filter((other) => inOneRow(piece, other) && other.place.box[0] > piece.place.box[0]),
        pieces,
      ),
    );
    const under = pieces.filter((other) => inOneColumn(piece, other) && other.place.box[1] > piece.place.box[1]);
    const isList = under.some((other) => others.some((name) => sameName(quartierName(withoutMarks(other.text)) ?? '', name)));
    if (!isList) add(factsOf(under, pieces));
  }
  add(listed(name, others, pieces));
  return found;
}
