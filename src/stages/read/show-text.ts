import type { Box } from '../../model/geometry.ts';
import type { Direction } from '../../model/page.ts';
import type { FontUse } from './fonts.ts';
import type { GraphicsState, TextCursor } from './graphics-state.ts';
import { apply, boxOfPoints, multiply, type Point } from './matrix.ts';
import type { Glyph } from './painted.ts';
import { characterOf } from './characters.ts';

const INVISIBLE = 3;
const FILL_AND_STROKE = 2;
const SEEN_ALPHA = 0.05;
/** From this luminance on, ink on a white page cannot be seen. */
export const WHITE = 0.98;
/** Text turned further from the page's axes than this is a stamp or a watermark, not a line of the document. */
const LARGEST_TILT = Math.tan((12 * Math.PI) / 180);

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
  readonly vmetric: readonly number[] | null;
}

/** The glyphs that one operator shows, and the pen moved past them. */
export function showText(shown: unknown, state: GraphicsState, cursor: TextCursor, order: number, emit: (glyph: Glyph) => void): void {
  if (!Array.isArray(shown) || state.fontSize === 0) return;
  const { font, fontSize, horizontalScale } = state;
  const matrix = multiply(state.ctm, cursor.matrix);
  const frame = frameOf(matrix, state);
  const hidden = isHidden(state);
  const spacing = font.vertical ? 1 : -1;
  for (const item of shown as readonly unknown[]) {
    if (typeof item === 'number') {
      advance(cursor, font, (spacing * item * fontSize) / 1000, horizontalScale);
      continue;
    }
    const glyph = item as PdfGlyph;
    const width = advanceOf(glyph, font, fontSize);
    const extra = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    if (frame !== null) {
      const from = apply(matrix, cursor.x, cursor.y + state.rise);
      const to = font.vertical
        ? apply(matrix, cursor.x, cursor.y + state.rise - width)
        : apply(matrix, cursor.x + width * horizontalScale, cursor.y + state.rise);
      const character = characterOf(glyph.unicode, glyph.originalCharCode, glyph.isSpace, font);
      if (character.text !== '') emit(place(frame, from, to, character, state, font, hidden, order));
    }
    advance(cursor, font, font.vertical ? width - extra : width + extra, horizontalScale);
  }
}

function advance(cursor: TextCursor, font: FontUse, distance: number, horizontalScale: number): void {
  if (font.vertical) cursor.y -= distance;
  else cursor.x += distance * horizontalScale;
}

function advanceOf(glyph: PdfGlyph, font: FontUse, fontSize: number): number {
  const width = font.vertical ? -(glyph.vmetric?.[0] ?? -1000) : glyph.width;
  const advanced = width * font.unit * fontSize;
  return Number.isFinite(advanced) ? advanced : 0;
}

function isHidden(state: GraphicsState): boolean {
  if (state.renderMode === INVISIBLE) return true;
  const strokes = state.renderMode === 1 || state.renderMode === 2 || state.renderMode === 5 || state.renderMode === 6;
  const fills = state.renderMode === 0 || state.renderMode === 2 || state.renderMode === 4 || state.renderMode === 6;
  return (strokes || fills) && !(strokes && state.strokeAlpha > SEEN_ALPHA) && !(fills && state.fillAlpha > SEEN_ALPHA);
}

/** How text of this state lies on the page: its direction, and displayed lengths of one unit along and up. */
interface Frame {
  readonly direction: Direction;
  readonly cos: number;
  readonly sin: number;
  readonly size: number;
  readonly em: number;
  readonly up: Point;
  readonly tracking: number;
  readonly bold: boolean;
}

/** The direction nearest to `x, y`, with its cosine and sine; `null` when it is a slanted one. */
function turnOf(x: number, y: number): Pick<Frame, 'direction' | 'cos' | 'sin'> | null {
  if (Math.abs(y) <= LARGEST_TILT * Math.abs(x) && x !== 0) return x > 0 ? RIGHT : LEFT;
  if (Math.abs(x) <= LARGEST_TILT * Math.abs(y) && y !== 0) return y > 0 ? DOWN : UP;
  return null;
}

const RIGHT = { direction: 0, cos: 1, sin: 0 } as const;
const DOWN = { direction: 90, cos: 0, sin: 1 } as const;
const LEFT = { direction: 180, cos: -1, sin: 0 } as const;
const UP = { direction: 270, cos: 0, sin: -1 } as const;

function frameOf(matrix: ReturnType<typeof multiply>, state: GraphicsState): Frame | null {
  const { fontSize, horizontalScale, font } = state;
  const sign = Math.sign(fontSize * horizontalScale) || 1;
  const along = font.vertical ? { x: -matrix[2], y: -matrix[3] } : { x: matrix[0] * sign, y: matrix[1] * sign };
  const turn = turnOf(along.x, along.y);
  if (turn === null) return null;
  const height = fontSize * font.height;
  const up = font.vertical
    ? { x: matrix[0] * Math.abs(height), y: matrix[1] * Math.abs(height) }
    : { x: matrix[2] * height, y: matrix[3] * height };
  const size = Math.sqrt(up.x * up.x + up.y * up.y);
  const length = Math.sqrt(along.x * along.x + along.y * along.y);
  const em = Math.abs(fontSize * font.height) * (font.vertical ? 1 : Math.abs(horizontalScale)) * length;
  const thickened =
    state.renderMode === FILL_AND_STROKE && state.lineWidth > 0.01 * Math.abs(fontSize) && state.strokeShade === state.fillShade;
  const { direction, cos, sin } = turn;
  return {
    direction,
    cos,
    sin,
    size,
    em,
    up,
    tracking: state.charSpacing * Math.abs(horizontalScale) * length,
    bold: font.bold || thickened,
  };
}

function place(
  frame: Frame,
  from: Point,
  to: Point,
  character: ReturnType<typeof characterOf>,
  state: GraphicsState,
  font: FontUse,
  hidden: boolean,
  order: number,
): Glyph {
  const { cos, sin, up } = frame;
  const a = from.x * cos + from.y * sin;
  const b = to.x * cos + to.y * sin;
  return {
    text: character.text,
    box: glyphBox(from, to, up, font),
    direction: frame.direction,
    start: Math.min(a, b),
    end: Math.max(a, b),
    base: from.y * cos - from.x * sin,
    size: frame.size,
    em: frame.em,
    bold: frame.bold,
    hidden,
    white: (state.renderMode === 0 || state.renderMode === 2) && state.fillShade !== null && state.fillShade >= WHITE,
    blank: character.blank,
    known: character.known,
    guessed: font.guessed,
    tracking: frame.tracking,
    order,
  };
}

function glyphBox(from: Point, to: Point, up: Point, font: FontUse): Box {
  const [high, low] = font.vertical ? [0.5, -0.5] : [font.ascent, font.descent];
  return boxOfPoints([
    { x: from.x + up.x * high, y: from.y + up.y * high },
    { x: from.x + up.x * low, y: from.y + up.y * low },
    { x: to.x + up.x * high, y: to.y + up.y * high },
    { x: to.x + up.x * low, y: to.y + up.y * low },
  ]);
}
