import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import { printedLines, splitAtGaps, type PrintedLine } from '../text/lines.ts';
import { toTextLine } from '../text/text-line.ts';

/** A piece of a line between wide gaps: what could be one cell's part of the line. */
export interface Chunk {
  readonly box: Box;
  readonly text: string;
  readonly words: readonly Word[];
}

/** A line cut into chunks, left to right. */
export interface ChunkedLine {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly bold: boolean;
  readonly chunks: readonly Chunk[];
}

/** White wider than this many ems parts chunks; spaces of justified text seldom reach it. */
export const CHUNK_GAP = 0.62;

function chunkOf(piece: PrintedLine): Chunk {
  return { box: piece.box, text: toTextLine(piece, 0).text, words: piece.words };
}

/** Upright words as lines of chunks, top to bottom. */
export function chunkedLines(words: readonly Word[], gap = CHUNK_GAP): ChunkedLine[] {
  return printedLines(words.filter((word) => word.direction === 0)).map((line) => ({
    top: line.box[1],
    bottom: line.box[3],
    size: line.size,
    bold: line.words.every((word) => word.bold),
    chunks: splitAtGaps(line, gap * line.size).map(chunkOf),
  }));
}

/** How many texts run over an edge. */
export function runningOver(chunks: readonly Chunk[], edge: number): number {
  return chunks.filter(({ box }) => box[0] < edge - 1 && box[2] > edge + 1).length;
}

/** White around a column edge that shows text meant for two columns, in ems. */
const PARTED = 0.45;

/** No word stands on the edge of a column, and where a line has text on both sides of it, white parts them. */
export function isFree(words: readonly Word[], edge: number): boolean {
  return chunkedLines(words, PARTED).every(({ chunks }) => runningOver(chunks, edge) === 0);
}
