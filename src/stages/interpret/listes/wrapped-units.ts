import type { Piece } from '../facts.ts';

/** An amount that still lacks what it is counted by. */
const OPEN_UNIT = /(?:€|eur(?:os?)?)(?: (?:ttc|ht))? ?(?:\/|par)$/iu;
const PERIOD = /^an\.?$/iu;

/** Lines that end with an amount "31 687 € /", whose "an" stands alone on the line below, made whole. */
export function withWholeUnits(pieces: readonly Piece[]): readonly Piece[] {
  const isRest = (at: number): boolean => {
    const [above, own] = [pieces[at - 1], pieces[at]];
    if (above === undefined || own === undefined || !PERIOD.test(own.text) || !OPEN_UNIT.test(above.text)) return false;
    return own.place.page > above.place.page || own.place.box[1] > above.place.box[1];
  };
  return pieces.flatMap((piece, at) => {
    const rest = pieces[at + 1];
    if (isRest(at)) return [];
    return [rest !== undefined && isRest(at + 1) ? { ...piece, text: `${piece.text} ${rest.text}` } : piece];
  });
}
