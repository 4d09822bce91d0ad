import { breaksWord } from '../../french/broken-words.ts';
import { boxAround, overlap } from '../../model/geometry.ts';
import type { Piece } from './heading-piece.ts';

/** Lines of one heading follow each other this near, in sizes of type. */
const NEXT_LINE = 0.5;
const NONE: ReadonlySet<string> = new Set();

/** Pieces whose last word goes on in the line right under them, as a narrow column breaks it without a hyphen ("prévisionnell" over "e"), with that line. */
export function withWholeWords(pieces: readonly Piece[]): readonly Piece[] {
  const rests = new Map(pieces.map((piece) => [piece, restOf(piece, pieces)]));
  const taken = new Set(rests.values());
  return pieces.flatMap((piece) => {
    if (taken.has(piece)) return [];
    const rest = rests.get(piece) ?? null;
    if (rest === null) return [piece];
    const box = boxAround([piece.place.box, rest.place.box]) ?? piece.place.box;
    return [{ ...piece, text: piece.text + rest.text, place: { ...piece.place, box } }];
  });
}

function restOf(piece: Piece, pieces: readonly Piece[]): Piece | null {
  return pieces.find((other) => other !== piece && isUnder(piece, other) && breaksWord(piece.text, other.text, NONE)) ?? null;
}

function isUnder({ place, size }: Piece, below: Piece): boolean {
  const gap = below.place.box[1] - place.box[3];
  const [x0, , x1] = place.box;
  return (
    below.place.page === place.page && Math.abs(gap) <= NEXT_LINE * size && overlap(x0, x1, below.place.box[0], below.place.box[2]) > 0
  );
}
