import { codeQpIn } from './heading-values.ts';
import { joinedLines } from './joined-lines.ts';
import { SAME_TYPE, type Piece } from './heading-piece.ts';
import { totalLabel } from './labels.ts';
import { trailingAmount } from './sentences.ts';

/** A printed line shorter than this ends its paragraph: a label with its value, a title. Characters. */
const FULL_LINE = 60;

function goesOn(above: Piece, below: Piece): boolean {
  const [x0, y0, , y1] = below.place.box;
  const [aboveX0, aboveY0, , aboveY1] = above.place.box;
  return (
    above.place.page === below.place.page &&
    Math.abs(aboveX0 - x0) < 3 &&
    y0 > aboveY0 &&
    y0 - aboveY1 < 0.8 * (y1 - y0) &&
    above.bold === below.bold &&
    Math.min(above.size, below.size) >= SAME_TYPE * Math.max(above.size, below.size)
  );
}

/** A name cut behind its hyphen goes on under it, alone, wherever its line began: "Quartier LES HAUTS DE SEINE-" over "VALLÉE". */
function isCutName(above: Piece, below: Piece): boolean {
  const [x0, y0, x1, y1] = below.place.box;
  const [aboveX0, aboveY0, aboveX1, aboveY1] = above.place.box;
  return (
    above.place.page === below.place.page &&
    /\p{L}-$/u.test(above.text) &&
    /^\p{L}[\p{L}'’-]*$/u.test(below.text) &&
    x0 > aboveX0 - 3 &&
    x1 < aboveX1 + 3 &&
    y0 > aboveY0 &&
    y0 - aboveY1 < 0.8 * (y1 - y0)
  );
}

/** The first word of a line, with the double signs that no line end parts from it and what stands right behind them: "Hlm :SEMILOG". */
const FIRST_WORD = /^\S+(?:\s[:;!?»]\S*)*/u;

/** Room (in ems) left beside a line for the first word of the next, by which a line is known not to have been broken there. */
const SPARE = 2;

function isBrokenEarly(last: Piece, next: Piece, right: number): boolean {
  const [word = ''] = FIRST_WORD.exec(next.text) ?? [];
  const [x0, , x1] = next.place.box;
  const width = ((x1 - x0) * word.length) / Math.max(1, next.text.length);
  return last.place.box[2] + width + SPARE * last.size < Math.max(right, x1);
}

/** A sentence that ends this far (share of the paragraph's width) before the right end of its lines ends the paragraph. */
const SHORT = 0.08;

function endsShort(last: Piece, right: number): boolean {
  return /[.:;]$/u.test(last.text) && last.place.box[2] < right - SHORT * (right - last.place.box[0]);
}

/** "Total des actions (A + B) : 202 594 €" says all it has to say: a title under it is none of its words. */
function isWholeTotal(last: Piece, next: Piece): boolean {
  const stated = trailingAmount(last.text);
  return stated !== null && totalLabel(stated.label) !== null && /^[\p{Lu}\d(]/u.test(next.text);
}

/** Facts of a heading beside each other in one line. */
function factsIn(text: string): readonly string[] {
  return text.split(/\s+[–—|•·-]\s+/u);
}

const FACTS = 3;
/** A fact that nothing goes on: a number of dwellings, a year. */
const WHOLE = /\b(?:logements|logts|20\d\d)$/u;

/** "Programme d'actions – Ville de Lorient – QP056002" over "Scorff Habitat – 948 logements": two lines of facts, no sentence. */
function areFacts(last: Piece, next: Piece): boolean {
  const facts = factsIn(last.text);
  const end = facts.at(-1) ?? '';
  const isWhole = codeQpIn(end) !== null || WHOLE.test(end);
  return facts.length >= FACTS && isWhole && factsIn(next.text).length > 1 && /^\p{Lu}/u.test(next.text);
}

/** Puts the lines of running text together: one under the other, each filled to the end but the last. Other pieces stay as they are. */
export function paragraphs(pieces: readonly Piece[]): Piece[] {
  const found: { text: string; last: Piece; first: Piece; right: number }[] = [];
  for (const piece of pieces) {
    const open = found.at(-1);
    const isRest =
      open !== undefined &&
      (isCutName(open.last, piece) ||
        (open.last.text.length >= FULL_LINE &&
          !endsShort(open.last, open.right) &&
          !isWholeTotal(open.last, piece) &&
          !areFacts(open.last, piece) &&
          !isBrokenEarly(open.last, piece, open.right) &&
          goesOn(open.last, piece)));
    if (open !== undefined && isRest) {
      open.text = joinedLines(open.text, piece.text);
      open.last = piece;
      open.right = Math.max(open.right, piece.place.box[2]);
    } else found.push({ text: piece.text, last: piece, first: piece, right: piece.place.box[2] });
  }
  return found.map(({ text, first, last }) => (first === last ? first : { ...first, text }));
}
