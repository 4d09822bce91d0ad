import type { TextLine, UnsureFigure } from '../../../model/grid.ts';
import { wordText } from '../../../model/page.ts';
import { toReading } from './frame.ts';
import type { PrintedLine } from './lines.ts';

/** Words that touch (less than this many ems between them) are printed as one and joined without a space. */
const TOUCHING = 0.04;

/** What stands between the words of a line: `glue[i]` before word i; a space, or nothing where the words touch. */
export function glueOf(line: PrintedLine): string[] {
  let end: number | null = null;
  return line.words.map((word) => {
    const frame = toReading(word.box, line.direction);
    const touches = end !== null && frame[0] - end < TOUCHING * line.size && frame[0] - end > -0.3 * line.size;
    const glue = end === null || touches ? '' : ' ';
    end = frame[2];
    return glue;
  });
}

/** A figure that costs more is in doubt, though nobody read it otherwise. */
const DOUBT = 0.2;

function unsureOf(line: PrintedLine): readonly UnsureFigure[] {
  return line.words.flatMap(({ box, readings }) =>
    /\d/u.test(readings[0].text) && (readings.length > 1 || (readings[0].cost >= DOUBT && /\d.*\d/u.test(readings[0].text)))
      ? [{ box, readings }]
      : [],
  );
}

/** A printed line as the model's value. */
export function toTextLine(line: PrintedLine, page: number): TextLine {
  const glue = glueOf(line);
  const unsure = unsureOf(line);
  return {
    ...(unsure.length > 0 ? { unsure } : {}),
    place: { page, box: line.box },
    text: line.words.map((word, index) => (glue[index] ?? '') + wordText(word)).join(''),
    size: line.size,
    bold: line.words.length > 0 && line.words.every((word) => word.bold),
    direction: line.direction,
  };
}
