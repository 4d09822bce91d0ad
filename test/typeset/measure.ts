import type { FontFamily } from './model.ts';

/** Widths of characters in Arial, in thousandths of the type size, by class: enough to know how high a wrapped cell must be. */
function characterWidth(character: string): number {
  if (/[ijl.,;:'’|!]/u.test(character)) return 250;
  if (/[ftrI()[\]/\-\s"]/u.test(character)) return 320;
  if (/[mwMW%@—œ…]/u.test(character)) return 900;
  if (/\p{Lu}/u.test(character)) return 700;
  return 556;
}

const FONT_FACTOR: Record<FontFamily, number> = {
  'Liberation Sans': 1,
  'Liberation Serif': 0.92,
  'Liberation Sans Narrow': 0.83,
  'DejaVu Sans': 1.15,
  'DejaVu Serif': 1.18,
  Carlito: 0.92,
  Caladea: 0.98,
};

export interface Measure {
  /** Points. */
  readonly size: number;
  /** Millimetres. */
  readonly width: number;
  readonly font: FontFamily;
  readonly bold: boolean;
}

/** Estimated width of a text on one line, in millimetres. */
export function lineWidth(text: string, measure: Omit<Measure, 'width'>): number {
  const thousandths = [...text].reduce((sum, character) => sum + characterWidth(character), 0);
  return (thousandths / 1000) * measure.size * 0.3528 * FONT_FACTOR[measure.font] * (measure.bold ? 1.08 : 1);
}

/** Estimated number of lines a text takes when wrapped: on the safe side. */
export function wrappedLines(text: string, measure: Measure): number {
  const width = Math.max(measure.width * 0.94, 3);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const length = lineWidth(`${word} `, measure);
      if (used > 0 && used + length > width) {
        lines += 1;
        used = 0;
      }
      lines += Math.floor(length / width);
      used += length % width;
    }
  }
  return lines;
}

/** Estimated height of a wrapped text, in millimetres. */
export function textHeight(text: string, measure: Measure): number {
  return wrappedLines(text, measure) * measure.size * 0.3528 * 1.22 + 0.6;
}
