import { lettersAllowed, lettersApart } from '../../../french/letters-apart.ts';
import { fold } from '../../../french/text.ts';
import type { Piece } from '../heading-piece.ts';
import { quartierName } from '../heading-values.ts';
import { withoutMarks } from './marks.ts';

/** Letters that may be wrong in a name of so many; shorter names are too near each other ("Cité A", "Cité B"). */
const WRONG: readonly (readonly [number, number])[] = [
  [14, 3],
  [10, 2],
  [7, 1],
];

/**
 * The name over a column of a scan as the page lists it, where that is the one listed name that is nearly it: "Pierre Roilin" over a column is "Pierre Rollin" of the list. Figures tell
 * quartiers apart ("Zone 1", "Zone 2") and are no misreading. `known`: the listed names, folded; `others`: what heads the other columns.
 */
export function listedName(name: string, known: ReadonlySet<string>, others: readonly string[], pieces: readonly Piece[]): string {
  const own = fold(name);
  const most = lettersAllowed(own.length, WRONG);
  if (most === 0 || known.has(own)) return name;
  const figures = (text: string): string => text.replace(/\D/gu, '');
  const taken = others.map(fold);
  const near = [...known].filter(
    (each) => figures(each) === figures(own) && !taken.includes(each) && lettersApart(own, each, most) <= most,
  );
  const [only, another] = near;
  if (only === undefined || another !== undefined) return name;
  return asPrinted(only, pieces) ?? name;
}

/** A listed name, folded, as the page prints it, in a cell of its own or in a list of them. */
export function asPrinted(name: string, pieces: readonly Piece[]): string | null {
  const texts = pieces.flatMap(({ text }) => [text, ...text.split(/\s*[,;:/]\s*/u)]);
  return texts.map((text) => quartierName(withoutMarks(text))).find((each) => each !== null && fold(each) === name) ?? null;
}
