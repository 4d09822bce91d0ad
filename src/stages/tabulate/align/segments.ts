import type { Edge } from '../rules/edges.ts';
import { isFigure, isValue, isYears } from '../text/value.ts';
import { bandAround, type Band } from './bands.ts';
import type { Chunk, ChunkedLine } from './chunks.ts';
import { at } from '../lattice.ts';
import { isWrapped } from './runs.ts';
import { isKeyWithValue } from './sheets.ts';
import { firstUnderTableRule } from './table-rules.ts';

/** The text of a page outside drawn grids, with what is drawn around it. */
export interface OpenText {
  /** Top to bottom. */
  readonly lines: readonly ChunkedLine[];
  readonly horizontal: readonly Edge[];
  readonly bands: readonly Band[];
}

/** A part of a page from one header row to the next. */
export interface Segment {
  /** y of its upper and lower end; infinite at the ends of the page. */
  readonly top: number;
  readonly bottom: number;
  /** The text of the header it begins with; `null` before the first. */
  readonly header: string | null;
  /** The texts of its header line, letters and digits only, and where they begin. */
  readonly names: readonly string[];
  readonly starts: readonly number[];
}

/** The y (points) under the running head of a page and over its running foot: lines that a neighbouring page prints in the same place; infinite where there is none. */
export interface Running {
  readonly head: number;
  readonly foot: number;
}

const NOTHING_RUNNING: Running = { head: -Infinity, foot: Infinity };

/** Lines of one header are no further apart than this, in ems. */
const IN_HEADER = 0.45;
/** A heading above a table has at most so many lines, no further apart than this (ems). */
const MOST_LINES = 3;
const ABOVE = 2.5;
/** White left above a heading when the page is cut there, in ems: the border of a title row stays with it. */
const MARGIN = 0.45;

/** Text this much larger than a table's, or this far (points) to its left, does not stand in it. */
const LARGER = 1.08;
const OUTDENT = 1.5;

const middle = (line: ChunkedLine): number => (line.top + line.bottom) / 2;

/** Letters and digits only, so that texts cut in different places are the same. */
export function bareText(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => chunk.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')).join('');
}

/** Whether an edge runs over the beginning of a line. */
const isOver = (edge: Edge, line: ChunkedLine): boolean => edge.from <= (line.chunks[0]?.box[0] ?? 0) + 2;

/** Whether the lines set as close as those of one row, with no rule between them, hold a value: a row of the body. */
function isBesideValue({ lines, horizontal }: OpenText, index: number): boolean {
  const isParted = (upper: number): boolean =>
    horizontal.some(
      (edge) => edge.at > middle(at(lines, upper)) && edge.at < middle(at(lines, upper + 1)) && isOver(edge, at(lines, upper + 1)),
    );
  const isClose = (upper: number): boolean =>
    at(lines, upper + 1).top - at(lines, upper).bottom <= IN_HEADER * at(lines, upper).size && !isParted(upper);
  let [from, to] = [index, index];
  while (from > 0 && isClose(from - 1)) from -= 1;
  while (to + 1 < lines.length && isClose(to)) to += 1;
  return lines.slice(from, to + 1).some((line) => line.chunks.some((chunk) => isFigure(chunk.text)));
}

/** The unit of amounts that their column was too narrow for: the end of a row of totals, as often as it comes again. */
const UNIT = /^\W*(?:k?€|eur|euros?|ht|ttc)\W*$/iu;

/** Lines with several texts this close above (ems) make a line a row among rows. */
const AMONG = 3.5;

/** Whether a line stands under another row: a rule beside it parts rows there, it does not set a header apart. */
function isAmongRows(line: ChunkedLine, lines: readonly ChunkedLine[]): boolean {
  return lines.some(
    (other) => other.chunks.length > 1 && middle(other) < middle(line) - 0.5 * line.size && line.top - other.bottom < AMONG * line.size,
  );
}

/** The heading of a column of numbers, in words hardly: "n°". */
const NUMBERS = /^n ?[°ºo]\.?$/iu;

const isWords = (text: string): boolean => NUMBERS.test(text) || (/\p{L}{2}/u.test(text) && !isValue(text));

/** Whether a line could head columns by its texts: several of words, years perhaps, no amounts. */
function namesColumns({ chunks }: ChunkedLine, atLeast: number): boolean {
  if (chunks.every((chunk) => UNIT.test(chunk.text)) || chunks.some((chunk) => /:$/u.test(chunk.text))) return false;
  const named = chunks.filter((chunk) => isWords(chunk.text));
  return named.length >= atLeast && chunks.every((chunk) => isWords(chunk.text) || isYears(chunk.text));
}

/** A header that nothing sets apart has so many texts of words, and a document prints it so often. */
const PLAIN_NAMES = 3;
const PLAIN_TIMES = 3;

/** What a line says if it could head columns though nothing but its coming again sets it apart. */
function plainHeadingText(page: OpenText, index: number): string | null {
  const line = at(page.lines, index);
  return namesColumns(line, PLAIN_NAMES) && !isBesideValue(page, index) ? bareText(line.chunks) : null;
}

/** What a line says if it could head columns: several texts, years perhaps, no amounts, set apart by weight, a fill or a rule. */
export function headingText(page: OpenText, index: number): string | null {
  const { lines, horizontal, bands } = page;
  const line = at(lines, index);
  if (!namesColumns(line, 2) || isKeyWithValue(line)) return null;
  const near = (edge: Edge): boolean => Math.max(line.top - edge.at, edge.at - line.bottom) < line.size && isOver(edge, line);
  if (
    !line.bold &&
    ((bandAround(line, bands) === undefined && (!horizontal.some(near) || isAmongRows(line, lines))) || isBesideValue(page, index))
  )
    return null;
  return bareText(line.chunks);
}

/** Whether the texts of a line are those of a header line (see `Segment.header`). */
export function isHeader(texts: readonly (Chunk | null)[], header: string): boolean {
  return bareText(texts.flatMap((text) => text ?? [])) === header;
}

const namesOf = ({ chunks }: ChunkedLine): string[] => chunks.map((chunk) => bareText([chunk]));

/** Whether two headers name the same columns, one of many in other words: "Contenu" in the table of one section, "Échéancier" in that of the other. */
export function isAlmostSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const same = one.filter((name, index) => name === other[index]).length;
  return same === one.length || same >= Math.max(PLAIN_NAMES, one.length - 1);
}

/** The header lines that a document prints more than once: they begin a table each time, and its columns are the same. */
export function repeatedHeaders(pages: readonly OpenText[]): Set<string> {
  const seen = new Set<string>();
  const headers: { readonly names: readonly string[]; readonly text: string }[] = [];
  const repeated = new Set<string>();
  for (const page of pages) {
    for (let index = 0; index < page.lines.length; index += 1) {
      const text = headingText(page, index);
      const again = text ?? plainHeadingText(page, index);
      if (again === null) continue;
      headers.push({ names: namesOf(at(page.lines, index)), text: again });
      if (text !== null && seen.has(text)) repeated.add(again);
      if (text !== null) seen.add(text);
    }
  }
  for (const { names, text } of headers) {
    const times = headers.filter((other) => other.text === text || isAlmostSame(names, other.names)).length;
    if (times >= PLAIN_TIMES) repeated.add(text);
  }
  return repeated;
}

/** Whether a line above a header is a heading, not the last line of the table above; `leftmost`: where the texts of tables begin. */
function isHeading(line: ChunkedLine, header: ChunkedLine, leftmost: number): boolean {
  const [only, more] = line.chunks;
  if (only === undefined || more !== undefined || !isWords(only.text)) return false;
  return line.bold || line.size > LARGER * header.size || only.box[0] < leftmost - OUTDENT;
}

/** White (ems) between the rows of one header. */
const HEADER_ROWS = 1.8;

/** Headings of groups of columns in the row above a header ("Bilan 2021-2022 | Bilan 2023-2025"), whatever is drawn between them. */
function isGroupRow(above: ChunkedLine, line: ChunkedLine, header: ChunkedLine): boolean {
  return (
    header.bold &&
    above.bold &&
    above.chunks.length > 1 &&
    line.top - above.bottom <= HEADER_ROWS * line.size &&
    above.chunks.every(({ text }) => !/:$/u.test(text) && (isYears(text) || isWords(text)))
  );
}

/** How many lines right above line `index` are a row of headings of groups: one, or two where the rest of one of them has a line of its own ("Prévisionnel" over "2024"). */
function groupRows(lines: readonly ChunkedLine[], index: number, header: ChunkedLine): 0 | 1 | 2 {
  const [row, rest, line] = [lines[index - 2], lines[index - 1], lines[index]];
  if (rest === undefined || line === undefined) return 0;
  if (isGroupRow(rest, line, header)) return 1;
  const isNear = row !== undefined && rest.bold && line.top - rest.bottom <= HEADER_ROWS * line.size && isWrapped(rest, row);
  return isNear && isGroupRow(row, rest, header) ? 2 : 0;
}

/** Whether a line is a further line of a text in a row above it, other than the first of the row ("Sous total | 30 700 €" over "Concertation et"). */
function goesOnInRow(lines: readonly ChunkedLine[], index: number): boolean {
  const [only] = at(lines, index).chunks;
  let row = index;
  while (row > 0 && at(lines, row).chunks.length === 1 && at(lines, row).top - at(lines, row - 1).bottom <= IN_HEADER * at(lines, row).size)
    row -= 1;
  const own = at(lines, row).chunks.findIndex((chunk) => only !== undefined && Math.abs(chunk.box[0] - only.box[0]) <= OUTDENT);
  const values = at(lines, row).chunks.slice(own + 1);
  return (
    own >= 0 &&
    values.length > 0 &&
    values.every((chunk) => isValue(chunk.text)) &&
    (only?.box[0] ?? 0) > OUTDENT + Math.min(...lines.map((line) => line.chunks[0]?.box[0] ?? Infinity))
  );
}

/** The y where the table headed by line `index` begins, its heading included. */
function startOf(page: OpenText, index: number, leftmost: number): number {
  const { lines, horizontal, bands } = page;
  const header = at(lines, index);
  const band = bandAround(header, bands);
  let first = index;
  for (; first > 0; first -= 1) {
    const [above, line] = [at(lines, first - 1), at(lines, first)];
    const isParted = horizontal.some((edge) => edge.at > middle(above) && edge.at < middle(line));
    const isInBand = band !== undefined && middle(above) > band.top;
    if (!isInBand && (isParted || band !== undefined || line.top - above.bottom > IN_HEADER * line.size)) break;
  }
  const ungrouped = first;
  for (let rows = groupRows(lines, first, header); rows > 0; rows = groupRows(lines, first, header)) first -= rows;
  first = firstUnderTableRule(lines, first, horizontal);
  let start = first;
  for (; start > 0 && first - start < MOST_LINES; start -= 1) {
    const [above, line] = [at(lines, start - 1), at(lines, start)];
    // A rule over a heading ends the table above, whatever its last row says.
    const isOverHeading = (edge: Edge): boolean => isOver(edge, line) || isOver(edge, header);
    const isUnderRule =
      start < first && horizontal.some((edge) => edge.at > middle(above) && edge.at < middle(line) && isOverHeading(edge));
    if (isUnderRule || !isHeading(above, header, leftmost) || line.top - above.bottom > ABOVE * line.size || goesOnInRow(lines, start - 1))
      break;
  }
  const top = at(lines, start).top;
  if (start < first) return top - MARGIN * at(lines, start).size;
  const edges = horizontal.filter((edge) => edge.at < top + 1 && edge.at > top - 1.5 * header.size).map((edge) => edge.at);
  // The groups over a header may stand in a band of their own.
  const around = first < ungrouped ? bandAround(at(lines, first), bands) : band;
  return Math.max(around?.top ?? -Infinity, ...edges, top - 1.5 * header.size);
}

/**
 * The header line that a document repeats, as line `index` prints it: by itself, or with the line that begins at half its height, for a heading of two lines beside headings of one stands
 * now on a line with these, now not. `null` where there is none.
 */
function headerAt(
  page: OpenText,
  index: number,
  headers: ReadonlySet<string>,
): { readonly text: string; readonly line: ChunkedLine } | null {
  const text = headingText(page, index) ?? plainHeadingText(page, index);
  if (text === null) return null;
  const [line, next] = [at(page.lines, index), page.lines[index + 1]];
  if (headers.has(text)) return { text, line };
  if (next === undefined || next.top >= line.bottom) return null;
  const both = { ...line, chunks: [...line.chunks, ...next.chunks].sort((a, b) => a.box[0] - b.box[0]) };
  return headers.has(bareText(both.chunks)) ? { text: bareText(both.chunks), line: both } : null;
}

/** Whether line `index` is a further line of the header whose line so far ends at `bottom`: what stands between, as close as the lines of one text and as bold, holds no value. */
function goesOnInHeader({ lines }: OpenText, { bottom, header }: { bottom: number; header: string }, index: number): boolean {
  const line = at(lines, index);
  const first = lines.findIndex((other) => other.bottom >= bottom);
  if (first === -1 || first >= index || !line.bold || bareText(line.chunks) === header) return false;
  return lines.slice(first, index).every((own, place) => {
    const next = at(lines, first + place + 1);
    return own.bold && next.top - own.bottom <= IN_HEADER * own.size && own.chunks.every(({ text }) => !isFigure(text) || isYears(text));
  });
}

/** Cuts a page above each header that the document repeats, top to bottom, and at its running lines; one segment when there is none. */
export function segmentsOf(page: OpenText, headers: ReadonlySet<string>, { head, foot }: Running = NOTHING_RUNNING): Segment[] {
  const leftmost = Math.min(...page.lines.flatMap((line) => (line.chunks.length > 1 ? (line.chunks[0]?.box[0] ?? []) : [])));
  const cuts: { y: number; header: string; names: string[]; starts: number[]; bottom: number }[] = [];
  page.lines.forEach((_, index) => {
    const found = headerAt(page, index, headers);
    // What the head of a page repeats heads no table.
    if (found === null || middle(found.line) < head) return;
    const { text, line } = found;
    const last = cuts.at(-1);
    if (last !== undefined && (line.top - last.bottom <= IN_HEADER * line.size || goesOnInHeader(page, last, index))) {
      last.bottom = line.bottom;
      return;
    }
    const starts = line.chunks.map((chunk) => chunk.box[0]);
    cuts.push({ y: startOf(page, index, leftmost), header: text, names: namesOf(line), starts, bottom: line.bottom });
  });
  const end = cuts[0]?.y ?? foot;
  const parts = head < end && Number.isFinite(head) ? [-Infinity, head, end] : [-Infinity, end];
  const plain = (top: number, bottom: number): Segment => ({ top, bottom, header: null, names: [], starts: [] });
  return [
    ...parts.slice(1).map((bottom, index) => plain(at(parts, index), bottom)),
    ...cuts.map(({ y, header, names, starts }, index): Segment => ({ top: y, bottom: cuts[index + 1]?.y ?? foot, header, names, starts })),
    ...(foot < Infinity ? [plain(foot, Infinity)] : []),
  ];
}
