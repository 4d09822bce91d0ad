import type { Piece } from '../heading-piece.ts';
import { isMoney } from '../sentences.ts';
import { keyKind } from './keys.ts';
import { isUnder, withoutTabs, type Strand } from './tabbed.ts';

/** A key and the amount under it begin, or have their middle, this close to each other, in points. */
const SAME_PLACE = 4;

function isInLine({ place: { box: above } }: Piece, { place: { box: below } }: Piece): boolean {
  return Math.abs(above[0] - below[0]) < SAME_PLACE || Math.abs(above[0] + above[2] - below[0] - below[2]) < 2 * SAME_PLACE;
}

/** Amounts of sheets each under its key, in boxes side by side ("Budget prévu" over "31 500 €"). */
function boxesOf(pieces: readonly Piece[]): readonly Strand[] {
  return pieces.flatMap((piece, at): Strand[] => {
    if (keyKind(piece.text) !== 'montant' || /:\s*\S/u.test(piece.text)) return [];
    const value = pieces.slice(at + 1, at + 1 + MOST_BESIDE).find((other) => isUnder(piece, other) && isInLine(piece, other));
    if (value === undefined || !isMoney(value.text)) return [];
    return [{ text: `${piece.text.replace(/\s*:\s*$/u, '')} : ${value.text}`, pieces: [piece, value], isTabbed: true }];
  });
}

function isBefore({ pieces: [a] }: Strand, { pieces: [b] }: Strand): boolean {
  if (a === undefined || b === undefined) return false;
  return a.place.page < b.place.page || (a.place.page === b.place.page && a.place.box[1] < b.place.box[1] - 1);
}

/** So many boxes stand side by side at the most, twice as many lines. */
const MOST_BESIDE = 8;
/** One amount under a heading may be anything. */
const FEWEST = 2;

/** The lines of sheets as {@link withoutTabs} reads them, amounts in boxes as one line each with the key over them. */
export function strandsOf(pieces: readonly Piece[]): readonly Strand[] {
  const boxes = boxesOf(pieces);
  if (boxes.length < FEWEST) return withoutTabs(pieces);
  const boxed = new Set(boxes.flatMap((box) => box.pieces));
  const waiting = [...boxes];
  const strands: Strand[] = [];
  for (const strand of withoutTabs(pieces.filter((piece) => !boxed.has(piece)))) {
    while (waiting[0] !== undefined && isBefore(waiting[0], strand)) strands.push(...waiting.splice(0, 1));
    strands.push(strand);
  }
  return [...strands, ...waiting];
}
