import type { Box } from '../../src/model/geometry.ts';
import type { Direction, Fill, Page, Rule, Word } from '../../src/model/page.ts';

/** Width of one character in the drawn words, in ems. */
const CHARACTER = 0.5;

/** What a page of a test holds; the rest takes usual values. */
export interface Drawing {
  readonly words?: readonly Word[];
  readonly rules?: readonly Rule[];
  readonly fills?: readonly Fill[];
  readonly number?: number;
  readonly width?: number;
  readonly height?: number;
}

export function page(drawing: Drawing): Page {
  return {
    number: drawing.number ?? 1,
    width: drawing.width ?? 595,
    height: drawing.height ?? 842,
    source: 'texte',
    words: drawing.words ?? [],
    rules: drawing.rules ?? [],
    fills: drawing.fills ?? [],
    defect: null,
  };
}

/** Style of words. */
export interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly direction?: Direction;
}

/** The words of one line that starts at (x, y top). */
export function textAt(x: number, y: number, text: string, style: Style = {}): Word[] {
  const size = style.size ?? 10;
  const words: Word[] = [];
  let start = x;
  for (const part of text.split(' ')) {
    const width = part.length * CHARACTER * size;
    if (part !== '') {
      words.push({
        box: [start, y, start + width, y + size],
        readings: [{ text: part, cost: 0 }],
        size,
        bold: style.bold ?? false,
        direction: style.direction ?? 0,
      });
    }
    start += width + 0.28 * size;
  }
  return words;
}

/** Width of a line of text as {@link textAt} sets it. */
export function widthOf(text: string, size = 10): number {
  const parts = text.split(' ');
  return parts.reduce((sum, part) => sum + part.length * CHARACTER * size, 0) + (parts.length - 1) * 0.28 * size;
}

/** A line of text that ends at x. */
export function textEndingAt(x: number, y: number, text: string, style: Style = {}): Word[] {
  return textAt(x - widthOf(text, style.size ?? 10), y, text, style);
}

export function horizontal(y: number, from: number, to: number, thickness = 0.5): Rule {
  return { orientation: 'horizontal', box: [from, y - thickness / 2, to, y + thickness / 2] };
}

export function vertical(x: number, from: number, to: number, thickness = 0.5): Rule {
  return { orientation: 'vertical', box: [x - thickness / 2, from, x + thickness / 2, to] };
}

/** The four sides of a box. */
export function frame([x0, y0, x1, y1]: Box, thickness = 0.5): Rule[] {
  return [
    horizontal(y0, x0, x1, thickness),
    horizontal(y1, x0, x1, thickness),
    vertical(x0, y0, y1, thickness),
    vertical(x1, y0, y1, thickness),
  ];
}
