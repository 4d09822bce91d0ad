import type { Box } from '../../model/geometry.ts';
import { unknownFont, type FontUse } from './fonts.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What `q` saves and `Q` restores, as far as reading needs it. */
export interface GraphicsState {
  ctm: Matrix;
  /** What may still be painted, as displayed; `null` when nothing may. */
  clip: Box | null;
  /** Everything inside `clip` may be painted: no other shape narrows it further. */
  clipIsBox: boolean;
  lineWidth: number;
  /** Luminance, 0 black to 1 white; `null` for a pattern. */
  fillShade: number | null;
  strokeShade: number | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Mixed with what lies below, or seen through a soft mask. */
  blends: boolean;
  masked: boolean;
  font: FontUse;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export function initialState(ctm: Matrix, page: Box): GraphicsState {
  return {
    ctm,
    clip: page,
    clipIsBox: true,
    lineWidth: 1,
    fillShade: 0,
    strokeShade: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    blends: false,
    masked: false,
    font: unknownFont(),
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** Where the next glyph goes: the text matrix, the start of the line and the pen, both in its units. */
export class TextCursor {
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  private lineX = 0;
  private lineY = 0;

  place(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }
}

/** Relative luminance of a colour written `#rrggbb`; 0 when it is not one. */
export function luminance(colour: unknown): number {
  const parts = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour) : null;
  if (parts === null) return 0;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
