import type { NonEmpty } from './collections.ts';
import type { Box } from './geometry.ts';

/** One way to read a place on the page. `cost` is 0 for the surest reading and grows with doubt (natural units: −ln of a probability). */
export interface Reading {
  readonly text: string;
  readonly cost: number;
}

/** Which way the text runs as displayed, in degrees clockwise from left-to-right. */
export type Direction = 0 | 90 | 180 | 270;

/**
 * A run of characters without white space, as a reader sees it. Native text has exactly one reading; OCR may have several, and then a whole number with its
 * unit is one word, no-break spaces inside.
 */
export interface Word {
  readonly box: Box;
  readonly readings: NonEmpty<Reading>;
  /** Height of the font in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly direction: Direction;
  /** A line is drawn through it. */
  readonly struck?: boolean | undefined;
  /** The side of the page runs through it: what lies beyond is not printed. */
  readonly cut?: boolean | undefined;
}

/** A drawn straight line, horizontal (`y0 = y1` but for its thickness) or vertical, whatever the producer drew it with. */
export interface Rule {
  readonly orientation: 'horizontal' | 'vertical';
  /** The ink's box: as thick as the line is. */
  readonly box: Box;
}

/** A filled rectangle large enough to be a background (header band, zebra stripe). `shade` is its luminance, 0 black to 1 white. */
export interface Fill {
  readonly box: Box;
  readonly shade: number;
}

/** Where the words of a page come from. */
export type PageSource = 'texte' | 'ocr' | 'mixte';

/**
 * Why a page gave no usable words: it shows something that is no text (a photo, handwriting), nothing at all, characters without meaning; it is damaged; or
 * the recognition of its picture failed.
 */
export type PageDefect = 'page_sans_texte' | 'page_blanche' | 'texte_sans_unicode' | 'page_illisible' | 'reconnaissance_echouee';

/** How a scanned page lay before it was put straight: degrees clockwise by which it was turned, in quarters and then by a small angle about its middle. */
export interface Lay {
  readonly turn: 0 | 90 | 180 | 270;
  readonly tilt: number;
}

/** One page as displayed (rotation applied): what every later stage sees, whether native text or OCR made it. */
export interface Page {
  /** Counted from 1. */
  readonly number: number;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly source: PageSource;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
  /** `null` when the words can be used. */
  readonly defect: PageDefect | null;
  /** Set on a page that was put straight: its size and everything on it are as it lies then, not as displayed. */
  readonly lay?: Lay | undefined;
}

/** The surest text of a word. */
export function wordText(word: Word): string {
  return word.readings[0].text;
}
