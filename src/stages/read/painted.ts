import type { Box } from '../../model/geometry.ts';
import type { Direction } from '../../model/page.ts';
import type { Point } from './matrix.ts';

/**
 * One glyph as painted. `start` and `end` are measured along its direction and grow in reading order; `base` is measured across it and grows
 * from one line to the next. Points, as displayed.
 */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  /** Height of the font. */
  readonly size: number;
  /** Width of the font's em as displayed: `size`, unless the text is stretched or condensed. */
  readonly em: number;
  readonly bold: boolean;
  /** Nobody sees it: invisible render mode or fully transparent. */
  readonly hidden: boolean;
  readonly white: boolean;
  /** White space: separates words and is never part of one. */
  readonly blank: boolean;
  /** Its characters are known: neither a private code nor a code without meaning. */
  readonly known: boolean;
  /** Its font gives no meaning to any code, and the code was taken for the character. */
  readonly guessed: boolean;
  /** Extra room after each glyph that the document asks for (character spacing). */
  readonly tracking: number;
  /** Rank in painting order, shared with {@link Area}. */
  readonly order: number;
}

/** A straight painted line or a thin painted rectangle. */
export interface Stroke {
  readonly box: Box;
  readonly orientation: 'horizontal' | 'vertical';
  readonly shade: number;
  readonly order: number;
}

/** A painted rectangle too thick for a line. `opaque` when nothing shows through. `shade` is `null` for a pattern or a picture. */
export interface Area {
  readonly box: Box;
  readonly shade: number | null;
  readonly opaque: boolean;
  readonly picture: boolean;
  readonly order: number;
  /** The outline of a painted shape that does not fill its box: rounded corners, an arrow. A background for the text on it and nothing else. */
  readonly shape?: readonly Point[];
}

export interface Painted {
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Stroke[];
  /** Painted specks: pieces of dotted lines, perhaps. */
  readonly specks: readonly Stroke[];
  readonly areas: readonly Area[];
}
