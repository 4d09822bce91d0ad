import { middleX, middleY } from '../../../model/geometry.ts';
import type { Word } from '../../../model/page.ts';
import type { PageColumns } from '../page-areas.ts';
import { latticeBox } from '../lattice.ts';
import { tableConfidence } from './accept.ts';
import { restOfTable, withCarriedSide } from './carried.ts';
import { chunkedLines, type ChunkedLine } from './chunks.ts';
import { columnEdges } from './column-edges.ts';
import { carriedColumns, isDrawing, isHeaded, PAGE_HEADER, sistersOf, type Hints } from './hints.ts';
import { withHeadedSide } from './headed-side.ts';
import { lastRowAlone, withHeadBand } from './loose-rows.ts';
import { tableRuns } from './runs.ts';
import { segmentsOf, type Running } from './segments.ts';
import { linesOfSisters, type Sister } from './sisters.ts';
import { tablesOfStack } from './stacked-tables.ts';
import { edgesWithin, stacksOf } from './stacks.ts';
import { alignedTable, type AlignedTable } from './table.ts';
import { titledHeader } from './titled.ts';
import { twinsOf, type Twins } from './twins.ts';
import { unevenColumns } from './uneven-columns.ts';

function tablesOfRuns(words: readonly Word[], hints: Hints): AlignedTable[] {
  const lines = chunkedLines(words);
  const widest = Math.max(0, ...lines.map((line) => (line.chunks.at(-1)?.box[2] ?? 0) - (line.chunks[0]?.box[0] ?? 0)));
  const found = tableRuns(lines, widest, hints).map((run) => withHeadBand(run, lines, hints.bands));
  const { rest, runs } = withRest(lines, found, hints);
  const alone = rest !== null || hints.expected === null ? null : lastRowAlone(lines, hints.expected.xs);
  return (alone !== null && !runs.some((run) => run.includes(alone)) ? [[alone], ...runs] : runs).flatMap((run): AlignedTable[] => {
    const inside = run.flatMap((line) => line.chunks.flatMap((chunk) => chunk.words));
    const reach = { left: Math.min(...inside.map((word) => word.box[0])) - 1, right: Math.max(...inside.map((word) => word.box[2])) + 1 };
    const isRest = run === rest;
    const carried = (isRest ? hints.expected?.xs : null) ?? carriedColumns(inside, { ...reach, isOpen: true }, hints);
    const [left, right] = [carried[0] ?? reach.left, carried.at(-1) ?? reach.right];
    const [top, bottom] = [Math.min(...run.map((line) => line.top)), Math.max(...run.map((line) => line.bottom))];
    const horizontal = edgesWithin(hints.horizontal, left, right, top - 6, bottom + 6);
    const wide = horizontal.filter((edge) => edge.to - edge.from > 0.5 * (right - left));
    const bands = hints.bands.filter((band) => band.top >= top - 8 && band.bottom <= bottom + 8 && band.right > left && band.left < right);
    const columns =
      carried.length > 0 ? carried.slice(1, -1) : columnEdges(inside, { left, right, horizontal, bands }, sistersOf(inside, hints));
    const header = titledHeader(lines, lines.findIndex((line) => run.includes(line)) - 1, hints.bands);
    const table = alignedTable({ words: inside, left, right, horizontal, columns, ...(header > 0 ? { headerLines: header } : {}) });
    if (table === null) return [];
    const confidence = isRest
      ? REST_CONFIDENCE
      : tableConfidence(table, {
          edges: Math.min(1, wide.length),
          fills: Math.min(1, bands.length),
          isHeaded: isHeaded(table, hints.header),
          isCarried: carried.length > 0,
          isTitled: header > 0,
          isLast: !lines.some((line) => line.top > bottom && line.chunks.length > 1),
        });
    return confidence === 0 || isDrawing(hints, latticeBox(table.lattice)) ? [] : [{ ...table, lattice: { ...table.lattice, confidence } }];
  });
}

/** How sure it is that lines set as those of the table on the page before are its rest. */
const REST_CONFIDENCE = 0.85;

/** The runs of lines, with the rest of the table of the page before as one of them, or as the beginning of the run that holds more than it. */
function withRest(
  lines: readonly ChunkedLine[],
  runs: readonly (readonly ChunkedLine[])[],
  hints: Hints,
): { readonly rest: readonly ChunkedLine[] | null; readonly runs: readonly (readonly ChunkedLine[])[] } {
  const { expected, linesAbove } = hints;
  const rest = expected === null ? [] : restOfTable(lines, expected, hints);
  const [first] = rest;
  if (first === undefined || linesAbove(first.top) > PAGE_HEADER) return { rest: null, runs };
  const own = new Set(rest);
  const others = runs.filter((run) => !run.some((line) => own.has(line)));
  const holdsMore = runs.some((run) => run.some((line) => own.has(line)) && run.some((line) => !own.has(line)));
  if (!holdsMore) return { rest, runs: [rest, ...others] };
  const begun = runs.filter((run) => !others.includes(run)).flat();
  // A text alone on its line over the run is the title of what follows, no row that a page break cut; but for one that figures stand half beside.
  const isBeside = (line: ChunkedLine): boolean => rest.some((other) => other !== line && other.top < line.bottom && other.top > line.top);
  const told = rest.filter((line) => line.chunks.length > 1 || begun.includes(line) || isBeside(line));
  return { rest: null, runs: [[...told, ...begun.filter((line) => !own.has(line))], ...others] };
}

/** Tables of one part of a page: first those that edges or bands bound above and below, then those of alignment alone. */
function tablesOfPart(words: readonly Word[], hints: Hints): AlignedTable[] {
  const found: AlignedTable[] = [];
  let left: readonly Word[] = words;
  const take = (tables: readonly AlignedTable[]): void => {
    for (const table of tables) {
      const taken = new Set(table.lines.flatMap((line) => line.cells.flatMap((cell) => cell?.words ?? [])));
      found.push(table);
      left = left.filter((word) => !taken.has(word));
    }
  };
  const stacks = stacksOf(hints.horizontal);
  for (const stack of stacks) take(tablesOfStack(withHeadedSide(withCarriedSide(stack, left, hints.expected), left), left, hints));
  take(tablesOfRuns(left, hints));
  return found;
}

/** The hints of one side of two tables that stand beside each other. */
function hintsBeside(hints: Hints, twins: Twins, isLeft: boolean): Hints {
  const clip = <Part extends { readonly from: number; readonly to: number }>(edge: Part): Part[] => {
    const own = isLeft ? { ...edge, to: Math.min(edge.to, twins.cut) } : { ...edge, from: Math.max(edge.from, twins.cut) };
    return own.to - own.from > 1 ? [own] : [];
  };
  const isBeside = (y: number): boolean => y > twins.top - EDGE_NEAR && y < twins.bottom + EDGE_NEAR;
  return {
    ...hints,
    header: twins.headers[isLeft ? 0 : 1],
    sisters: [],
    expected: null,
    horizontal: hints.horizontal.filter((edge) => isBeside(edge.at)).flatMap(clip),
    vertical: hints.vertical.filter((edge) => edge.at < twins.cut === isLeft),
    bands: hints.bands
      .filter((band) => isBeside(band.top) && isBeside(band.bottom))
      .flatMap((band) =>
        clip({ ...band, from: band.left, to: band.right }).map(({ from, to, ...own }) => ({
          ...own,
          left: from,
          right: to,
          splits: own.splits.filter((x) => x > from && x < to),
        })),
      ),
  };
}

/** A border stands this close to the text it borders, in points. */
const EDGE_NEAR = 14;

/** What a document prints more than once. */
export interface Repeated {
  /** Header lines (see `repeatedHeaders`); a table never runs over one. */
  readonly headers: ReadonlySet<string>;
  /** The tables under them. */
  readonly sisters: readonly Sister[];
  /** On the page at hand. */
  readonly running: Running;
}

/** Tables found by alignment, and where the page is set in two columns that are read one after the other, top to bottom. */
export interface AlignedTables {
  readonly tables: readonly AlignedTable[];
  readonly columns: readonly PageColumns[];
}

/**
 * Tables of text that stands in no drawn grid, top to bottom. Tables side by side under one line of headers, and those of two columns of a page, are read each by itself.
 */
export function alignedTables(
  words: readonly Word[],
  drawn: Omit<Hints, 'header' | 'sisters' | 'linesAbove'>,
  lines: readonly ChunkedLine[],
  repeated: Repeated,
): AlignedTables {
  const linesAbove = (y: number): number => lines.filter((line) => line.bottom > repeated.running.head && line.bottom < y).length;
  const hints: Hints = { ...drawn, linesAbove, header: null, sisters: [] };
  const found: AlignedTable[] = [];
  const columns: PageColumns[] = [];
  let left = words;
  const page = { lines, horizontal: hints.horizontal, bands: hints.bands };
  const uneven = unevenColumns(page);
  for (const twins of [...twinsOf(page), ...uneven]) {
    const inside = left.filter(({ box }) => middleY(box) > twins.top && middleY(box) < twins.bottom);
    const sides = [true, false].map((isLeft) =>
      tablesOfPart(
        inside.filter(({ box }) => middleX(box) < twins.cut === isLeft),
        hintsBeside(hints, twins, isLeft),
      ),
    );
    if (sides.some((side) => side.length === 0)) continue;
    found.push(...sides.flat());
    if (uneven.includes(twins)) columns.push(twins);
    const taken = new Set(sides.flat().flatMap((table) => table.words.flat()));
    left = left.filter((word) => !taken.has(word));
  }
  const rest = found.length === 0 ? lines : chunkedLines(left);
  return {
    tables: [...found, ...tablesOfSegments(left, hints, rest, repeated)],
    columns: columns.sort((a, b) => a.top - b.top),
  };
}

function tablesOfSegments(
  words: readonly Word[],
  hints: Hints,
  lines: readonly ChunkedLine[],
  { headers, sisters, running }: Repeated,
): AlignedTable[] {
  const segments = segmentsOf({ lines, horizontal: hints.horizontal, bands: hints.bands }, headers, running);
  if (segments.length === 1) return tablesOfPart(words, hints);
  return segments.flatMap((segment) =>
    tablesOfPart(
      words.filter((word) => middleY(word.box) >= segment.top && middleY(word.box) < segment.bottom),
      {
        ...hints,
        // The head of the page is no rest of a table.
        expected: segment.bottom <= running.head ? null : hints.expected,
        header: segment.header,
        sisters: linesOfSisters(segment, sisters),
        horizontal: hints.horizontal.filter((edge) => edge.at > segment.top - 1 && edge.at < segment.bottom + 1),
        bands: hints.bands.filter((band) => band.top > segment.top - 2 && band.bottom < segment.bottom + 2),
      },
    ),
  );
}
