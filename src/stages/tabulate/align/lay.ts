import { at } from '../lattice.ts';
import { isValue } from '../text/value.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';
import { mostAlike } from './most-alike.ts';

/** A line of a table with its texts put into columns. */
export interface LaidLine {
  readonly line: ChunkedLine;
  /** One entry a column; a text over several columns stands in its first. */
  readonly cells: readonly (Chunk | null)[];
  /** Texts over several columns: first and last column. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Texts that begin within this of each other begin at one x, in points. */
const SAME_START = 1.2;
/** Share of a column's texts that must begin together, or be values, for the column to be one of that kind. */
const MOSTLY = 0.6;
/** White between words of one text, in ems, at most. */
const WORD_GAP = 0.45;

/** Nothing of an amount comes behind its cents or its currency: figures there are another amount. */
const AMOUNT_END = /\d[.,]\d{2}$|€$/u;

/** What may stand behind an amount in its cell: its unit, its tax, its time. */
const BEHIND_AMOUNT = /^(?:euros?|eur|k|ht|ttc|net|brut|par|pour|an|mois|x)$/iu;

/** Whether a word begins the text of the next column: behind a whole amount another one, or words behind nothing but a value. */
function isOfNext(text: string, word: string): boolean {
  if (AMOUNT_END.test(text) && /^[(-]?\d/u.test(word)) return true;
  return (/€$/u.test(text) || /^[-–—]$/u.test(text)) && isValue(text) && /^\p{L}/u.test(word) && !BEHIND_AMOUNT.test(word);
}

/** Two pieces of text as one. */
export function joinChunks(a: Chunk | null, b: Chunk): Chunk {
  if (a === null) return b;
  return {
    box: [Math.min(a.box[0], b.box[0]), Math.min(a.box[1], b.box[1]), Math.max(a.box[2], b.box[2]), Math.max(a.box[3], b.box[3])],
    text: `${a.text} ${b.text}`,
    words: [...a.words, ...b.words],
  };
}

/** For each column, the x where most of its texts begin, or most that are no values: the lines of its heading; `null` where they do not begin together. */
function startsOf(lines: readonly ChunkedLine[], xs: readonly number[]): (number | null)[] {
  return xs.slice(0, -1).map((from, column) => {
    const to = at(xs, column + 1);
    const own = lines.flatMap((line) => line.chunks.filter((chunk) => chunk.box[0] >= from - 2 && chunk.box[2] <= to + 2));
    const together = (texts: readonly Chunk[]): number | null => {
      const best = mostAlike(
        texts.map((chunk) => chunk.box[0]),
        SAME_START,
      );
      return best !== null && best.count >= Math.max(3, MOSTLY * texts.length) ? best.at : null;
    };
    return together(own) ?? together(own.filter(({ text }) => !isValue(text)));
  });
}

/** A text of a line and the columns it reaches into, first and last. */
interface Piece {
  readonly chunk: Chunk;
  readonly from: number;
  readonly to: number;
}

/** Texts beside each other share no column: one that reaches a little into the column of its neighbour does not stand in it. */
function apart(pieces: readonly Piece[]): Piece[] {
  const placed: Piece[] = [];
  pieces.forEach((piece, index) => {
    const before = placed.at(-1)?.to ?? -1;
    const after = pieces[index + 1]?.from ?? Infinity;
    const from = Math.min(piece.to, Math.max(piece.from, before + 1));
    placed.push({ ...piece, from, to: Math.max(from, Math.min(piece.to, after - 1)) });
  });
  return placed;
}

/** How much the white between words of one text, set by one hand, may differ, in ems. */
const SAME_WHITE = 0.03;

/** A word in small letters behind a space like those between the words before it: it goes on with their sentence, though it begins where the texts of a column do. */
function goesOn(words: Chunk['words'], word: Chunk['words'][number], size: number): boolean {
  const white = words.slice(1).map((own, index) => own.box[0] - at(words, index).box[2]);
  const last = words.at(-1);
  return (
    last !== undefined &&
    white.length >= 2 &&
    /^\p{Ll}/u.test(word.readings[0].text) &&
    white.every((own) => Math.abs(own - (word.box[0] - last.box[2])) <= SAME_WHITE * size)
  );
}

function layLine(line: ChunkedLine, xs: readonly number[], starts: readonly (number | null)[]): LaidLine {
  const columns = xs.length - 1;
  const pieces: Piece[] = [];
  const columnAt = (x: number): number => {
    let column = 0;
    while (column < columns - 1 && x >= at(xs, column + 1)) column += 1;
    return column;
  };
  for (const chunk of line.chunks) {
    let piece: Chunk | null = null;
    let from = 0;
    let to = 0;
    const flush = (): void => {
      if (piece !== null) pieces.push({ chunk: piece, from, to });
    };
    for (const word of chunk.words) {
      const own: Chunk = { box: word.box, text: word.readings[0].text, words: [word] };
      const slack = Math.min(1.5, 0.2 * (word.box[2] - word.box[0]));
      const [first, last] = [columnAt(word.box[0] + slack), columnAt(word.box[2] - slack)];
      const gap: number = piece === null ? 0 : word.box[0] - (piece as Chunk).box[2];
      // Behind a word that runs over the edge itself, a word where others begin stands there by chance, unless white parts them.
      const isFree = (column: number): boolean => column > to || gap >= WORD_GAP * line.size;
      const begins: boolean =
        line.chunks.length > 1 &&
        !goesOn((piece as Chunk | null)?.words ?? [], word, line.size) &&
        starts.some((x, column) => x !== null && column > from && isFree(column) && Math.abs(word.box[0] - x) <= SAME_START);
      const isNext: boolean = piece !== null && first > to && isOfNext((piece as Chunk).text, own.text);
      const keeps: boolean =
        piece !== null && !begins && !isNext && (first === to || (first < last && first <= to) || gap < WORD_GAP * line.size);
      if (keeps) {
        piece = joinChunks(piece, own);
        to = Math.max(to, last);
      } else {
        flush();
        piece = own;
        from = first;
        to = last;
      }
    }
    flush();
  }
  const cells: (Chunk | null)[] = Array.from({ length: columns }, () => null);
  const laid = apart(pieces);
  for (const { chunk, from } of laid) cells[from] = joinChunks(cells[from] ?? null, chunk);
  return { line, cells, spans: laid.filter(({ from, to }) => to > from).map(({ from, to }) => ({ from, to })) };
}

/**
 * Puts the chunks of lines into columns; a chunk whose words all keep clear of a column edge is cut there, and so is one that leaves hardly any white
 * where the texts of the next column begin.
 */
export function layLines(lines: readonly ChunkedLine[], xs: readonly number[]): LaidLine[] {
  const starts = startsOf(lines, xs);
  return lines.map((line) => layLine(line, xs, starts));
}

/** The text of a line in a column; `''` where it has none. */
export function textIn(line: LaidLine, column: number): string {
  return line.cells[column]?.text ?? '';
}

/** For each column whether most of its entries are values; `fromFirst`: of those from its first value on, where nobody knows yet how many lines its heading has. */
export function valueColumns(lines: readonly LaidLine[], columns: number, fromFirst = false): boolean[] {
  return Array.from({ length: columns }, (_, column) => {
    const texts = lines.flatMap((entry) => {
      const text = textIn(entry, column);
      return text === '' || entry.spans.some((span) => span.from === column) ? [] : [text];
    });
    const values = texts.filter(isValue).length;
    const heads = fromFirst ? texts.findIndex(isValue) : 0;
    return values >= 2 && values >= MOSTLY * (texts.length - heads);
  });
}
