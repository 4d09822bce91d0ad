import type { NonEmpty } from '../../../model/collections.ts';
import type { TextLine } from '../../../model/grid.ts';
import { wordText, type Reading, type Word } from '../../../model/page.ts';
import { joinLines } from './join-lines.ts';
import { printedLines } from './lines.ts';
import { combineReadings } from './readings.ts';
import { glueOf, toTextLine } from './text-line.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The text of a cell: its printed lines, its readings, and whether it is bold throughout. */
export interface CellText {
  readonly lines: readonly TextLine[];
  readonly readings: NonEmpty<Reading>;
  readonly bold: boolean;
  readonly struck?: boolean;
  readonly cut?: boolean;
}

const EMPTY: CellText = { lines: [], readings: [{ text: '', cost: 0 }], bold: false };

/** A line is drawn through all words with figures, and there are some. */
function isStruck(words: readonly Word[]): boolean {
  const figures = words.filter((word) => /\d/u.test(wordText(word)));
  return figures.length > 0 && figures.every(({ struck }) => struck === true);
}

/** Puts the words of one cell into lines and text. */
export function cellTextOf(words: readonly Word[], page: number, vocabulary: Vocabulary): CellText {
  if (words.length === 0) return EMPTY;
  const lines = printedLines(words);
  const inOrder = lines.flatMap((line) => line.words);
  const glue = lines.map(glueOf);
  const join = (texts: readonly string[]): string => {
    let next = 0;
    const printed = glue.map((spaces) => spaces.map((space) => space + (texts[next++] ?? '')).join(''));
    return joinLines(printed, vocabulary);
  };
  return {
    lines: lines.map((line) => toTextLine(line, page)),
    readings: combineReadings(inOrder, join),
    bold: words.every((word) => word.bold),
    ...(isStruck(words) ? { struck: true } : {}),
    ...(words.some((word) => word.cut === true && /\d/u.test(wordText(word))) ? { cut: true } : {}),
  };
}
