import type { Box } from '../../../model/geometry.ts';
import { boxAround, overlap } from '../../../model/geometry.ts';
import type { Direction, Word } from '../../../model/page.ts';
import { toReading } from './frame.ts';

/** Words on one baseline, in reading order. */
export interface PrintedLine {
  readonly direction: Direction;
  /** In reading order along the line. */
  readonly words: readonly Word[];
  /** On the page. */
  readonly box: Box;
  /** As the reader sees it (see `toReading`). */
  readonly frame: Box;
  /** Font height of most of its characters, in points. */
  readonly size: number;
}

interface Placed {
  readonly word: Word;
  readonly frame: Box;
}

interface Growing {
  readonly words: Placed[];
  /** Height of the main text: superscripts do not widen it. */
  top: number;
  bottom: number;
}

/** Words smaller than this share of the usual size join lines last: superscripts must not found or widen one. */
const SMALL = 0.8;

function commonSize(words: readonly Word[]): number {
  const bySize = new Map<number, number>();
  for (const word of words) bySize.set(word.size, (bySize.get(word.size) ?? 0) + word.readings[0].text.length);
  let best = 0;
  let most = -1;
  for (const [size, count] of bySize) {
    if (count > most || (count === most && size > best)) {
      best = size;
      most = count;
    }
  }
  return best;
}

function makeLine(placed: readonly Placed[], direction: Direction): PrintedLine {
  const sorted = [...placed].sort((a, b) => a.frame[0] - b.frame[0] || a.frame[1] - b.frame[1]);
  const words = sorted.map((entry) => entry.word);
  return {
    direction,
    words,
    box: boxAround(words.map((word) => word.box)) ?? [0, 0, 0, 0],
    frame: boxAround(sorted.map((entry) => entry.frame)) ?? [0, 0, 0, 0],
    size: commonSize(words),
  };
}

function share(line: Growing, frame: Box): number {
  const height = Math.min(line.bottom - line.top, frame[3] - frame[1]);
  return height <= 0 ? 0 : overlap(line.top, line.bottom, frame[1], frame[3]) / height;
}

/** A word that shares this much more of its height with the next line stands in that one, though the line above was begun first. */
const BETTER = 0.2;

function moveToBetter(lines: readonly Growing[]): void {
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return;
    const moved = line.words.filter(({ frame }, at) => at > 0 && share(next, frame) > share(line, frame) + BETTER);
    if (moved.length === 0) return;
    line.words.splice(0, line.words.length, ...line.words.filter((entry) => !moved.includes(entry)));
    next.words.push(...moved);
  });
}

/** Lines of words that all run in `direction`, top to bottom as read. */
function linesOfOneDirection(words: readonly Word[], direction: Direction): PrintedLine[] {
  const placed = words.map((word): Placed => ({ word, frame: toReading(word.box, direction) }));
  const usual = commonSize(words);
  const main = placed.filter((entry) => entry.word.size >= SMALL * usual).sort((a, b) => a.frame[1] + a.frame[3] - b.frame[1] - b.frame[3]);
  const small = placed.filter((entry) => entry.word.size < SMALL * usual).sort((a, b) => a.frame[1] + a.frame[3] - b.frame[1] - b.frame[3]);
  const lines: Growing[] = [];
  const settle = (entry: Placed, least: number, widen: boolean): void => {
    let best: Growing | null = null;
    let bestShare = least;
    for (let index = lines.length - 1; index >= Math.max(0, lines.length - (widen ? 6 : lines.length)); index -= 1) {
      const line = lines[index];
      if (line === undefined) continue;
      const shared = share(line, entry.frame);
      if (shared > bestShare) {
        best = line;
        bestShare = shared;
      }
    }
    if (best === null) {
      lines.push({ words: [entry], top: entry.frame[1], bottom: entry.frame[3] });
      return;
    }
    best.words.push(entry);
  };
  for (const entry of main) settle(entry, 0.5, true);
  moveToBetter(lines);
  for (const entry of small) settle(entry, 0.5, false);
  return lines
    .filter((line) => line.words.length > 0)
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom)
    .map((line) => makeLine(line.words, direction));
}

/** Lines of any words: upright text first, then each other direction; each top to bottom as read. */
export function printedLines(words: readonly Word[]): PrintedLine[] {
  if (words.length > 0 && words.every((word) => word.direction === 0)) return linesOfOneDirection(words, 0);
  const directions: readonly Direction[] = [0, 90, 180, 270];
  return directions.flatMap((direction) => {
    const own = words.filter((word) => word.direction === direction);
    return own.length === 0 ? [] : linesOfOneDirection(own, direction);
  });
}

/** Splits a line where the white between two words is wider than `gap` points. */
export function splitAtGaps(line: PrintedLine, gap: number): PrintedLine[] {
  const pieces: Placed[][] = [];
  let end = -Infinity;
  for (const word of line.words) {
    const frame = toReading(word.box, line.direction);
    const piece = pieces.at(-1);
    if (piece === undefined || frame[0] - end > gap) pieces.push([{ word, frame }]);
    else piece.push({ word, frame });
    end = Math.max(end, frame[2]);
  }
  return pieces.map((piece) => makeLine(piece, line.direction));
}

/** Splits a line before the words at these places of it, in their order. */
export function splitBefore(line: PrintedLine, cuts: readonly number[]): PrintedLine[] {
  return [0, ...cuts].map((from, index) =>
    makeLine(
      line.words.slice(from, cuts[index]).map((word) => ({ word, frame: toReading(word.box, line.direction) })),
      line.direction,
    ),
  );
}
