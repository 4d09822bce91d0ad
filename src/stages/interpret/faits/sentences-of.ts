import { clean, fold } from '../../../french/text.ts';
import type { Piece } from '../heading-piece.ts';
import { paragraphs } from '../paragraphs.ts';

export interface Sentence {
  readonly text: string;
  /** Without accents or punctuation: old OCR layers lose both. */
  readonly folded: string;
  readonly piece: Piece;
  /** The sentence before it in its paragraph. */
  readonly before: Sentence | null;
}

const LONGEST = 600;

/** The sentences of running text and of cells, in reading order. */
export function sentencesOf(pieces: readonly Piece[]): Sentence[] {
  return paragraphs(pieces).flatMap((piece) => {
    let before: Sentence | null = null;
    return clean(piece.text)
      .split(/(?<=[.;!?])\s+(?=[\p{Lu}«–-])/u)
      .filter((text) => text.length > 5 && text.length <= LONGEST)
      .map((text) => (before = { text, folded: fold(text), piece, before }));
  });
}
