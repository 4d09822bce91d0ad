import { overlap } from '../../model/geometry.ts';
import type { Block, PageGrid, Table, TextLine } from '../../model/grid.ts';
import type { Word } from '../../model/page.ts';
import { amountStarts, splitAtAmount, whiteBeforeAmount } from './text/amount-apart.ts';
import { printedLines, splitAtGaps, splitBefore, type PrintedLine } from './text/lines.ts';
import { readingGroups } from './text-columns.ts';
import { innerStarts, splitAtColumns } from './text/aligned-starts.ts';
import { toTextLine } from './text/text-line.ts';

/** White wider than this many ems parts two pieces of text on one line. */
const WIDE_GAP = 2.5;

/** The text lines of words outside tables in reading order: top to bottom, pieces of one line from left to right, columns of running text one by one. */
export function textLinesOf(words: readonly Word[], page: number): TextLine[] {
  return readingGroups(words).flatMap((group) => {
    const lines = printedLines(group).map((line) => splitAtGaps(line, WIDE_GAP * line.size));
    const columns = innerStarts(lines);
    const amounts = amountStarts(lines);
    const pieces = lines
      .flat()
      .flatMap((piece) => splitAtColumns(piece, columns))
      .flatMap(splitTexts)
      .flatMap((piece) => splitAtAmount(piece, amounts))
      .flatMap(withAmountApart);
    return withTurnedInPlace(pieces).map((piece) => toTextLine(piece, page));
  });
}

/** Text that runs up or down the page is read with what it stands beside: before the first line below all of it. */
function withTurnedInPlace(lines: readonly PrintedLine[]): PrintedLine[] {
  const placed = lines.filter(({ direction }) => direction === 0);
  for (const line of lines.filter(({ direction }) => direction !== 0)) {
    const below = placed.findIndex((other) => other.box[1] >= line.box[3]);
    placed.splice(below === -1 ? placed.length : below, 0, line);
  }
  return placed;
}

/** White between words of two texts, set in two weights or at two heights, that no space of one text leaves, in ems. */
const TEXTS_GAP = 0.5;
/** Less white (ems) than that parts a weight from the other where it is so many times as wide as any other of the line. */
const WEIGHTS_GAP = 0.4;
const WIDER = 1.3;
const FEWEST_WHITES = 2;
/** What ends this much lower (ems) in letters of one size stands on another baseline. */
const LOWER = 0.3;

/**
 * A label in bold and the value of the one before it, set with hardly any white between ("du Grand | Nombre de logements | 13"): two texts. So is what stands at the height of
 * the second line of a cell beside one of one line, set in its middle ("Commune : Lens | : Cité 4" under "Quartier prioritaire").
 */
function splitTexts(line: PrintedLine): PrintedLine[] {
  if (line.direction !== 0) return [line];
  const whites = line.words.slice(1).map((word, index) => word.box[0] - (line.words[index]?.box[2] ?? 0));
  const cuts = line.words.flatMap((word, index) => {
    const [previous, white] = [line.words[index - 1], whites[index - 1]];
    if (previous === undefined || white === undefined) return [];
    if (previous.bold !== word.bold && isWidest(white, whites.toSpliced(index - 1, 1), line.size)) return [index];
    if (white <= TEXTS_GAP * line.size) return [];
    const isLower = previous.size === word.size && Math.abs(previous.box[3] - word.box[3]) > LOWER * word.size;
    return (previous.bold !== word.bold && !isEven(whites)) || isLower ? [index] : [];
  });
  return cuts.length === 0 ? [line] : splitBefore(line, cuts);
}

/** The spaces of a line that is set to both borders are alike, however wide: so many of them, none wider than another by this. */
const FEWEST_EVEN = 4;
const EVEN = 1.1;

function isEven(whites: readonly number[]): boolean {
  return whites.length >= FEWEST_EVEN && Math.max(...whites) < EVEN * Math.min(...whites);
}

/** White that no space of its line comes near, however narrow: "Le Foyer de la Plaine | Ville". */
function isWidest(white: number, others: readonly number[], size: number): boolean {
  return others.length >= FEWEST_WHITES && white > WEIGHTS_GAP * size && white > WIDER * Math.max(...others);
}

function withAmountApart(line: PrintedLine): PrintedLine[] {
  const white = line.direction === 0 ? whiteBeforeAmount(line) : null;
  return white === null ? [line] : splitAtGaps(line, white - 0.1);
}

interface Placed {
  readonly first: PageGrid;
  readonly table: Table;
}

/** Titles stand this close over their table, and over each other, in ems; a total in text this close under it. */
const NEAR = 3;

/** The table that another has to its left, over some of its height. */
function leftNeighbour(own: PageGrid, tables: readonly Placed[]): Table | null {
  const beside = tables.filter(
    ({ first: { box } }) =>
      box[2] <= own.box[0] + 2 &&
      overlap(box[1], box[3], own.box[1], own.box[3]) > 0.5 * Math.min(box[3] - box[1], own.box[3] - own.box[1]),
  );
  return (
    beside.reduce<Placed | null>((best, other) => (best === null || other.first.box[2] > best.first.box[2] ? other : best), null)?.table ??
    null
  );
}

/** The lines right over a table, and no wider than it: its titles. `lines` are top to bottom. */
function titlesOver({ box }: PageGrid, lines: readonly TextLine[]): TextLine[] {
  const titles: TextLine[] = [];
  let top = box[1];
  for (const line of [...lines].reverse()) {
    const [x0, , x1, y1] = line.place.box;
    if (x0 < box[0] - 2 || x1 > box[2] + 2 || y1 > top + 2) continue;
    if (top - y1 > NEAR * line.size) break;
    titles.unshift(line);
    top = line.place.box[1];
  }
  return titles;
}

/** The lines right under a table, and no wider than it. */
function linesUnder({ box }: PageGrid, lines: readonly TextLine[]): TextLine[] {
  return lines.filter(({ place, size }) => {
    const [x0, y0, x1] = place.box;
    return x0 >= box[0] - 2 && x1 <= box[2] + 2 && y0 >= box[3] - 2 && y0 - box[3] < NEAR * size;
  });
}

/** Text lines and tables of one page in reading order. `tables` are those whose first part stands on this page; of two side by side, the left comes first with all that is its own. */
export function pageBlocks(lines: readonly TextLine[], tables: readonly Placed[]): Block[] {
  let blocks: Block[] = lines.map((line) => ({ kind: 'text', line }));
  for (const { first, table } of tables) {
    const left = leftNeighbour(first, tables);
    const at = left === null ? -1 : blocks.findIndex((block) => block.kind === 'table' && block.table === left);
    if (left !== null && at >= 0) {
      const under = linesUnder(left.parts[0], lines).filter(({ place }) => place.box[3] < first.box[3]);
      const titles = titlesOver(first, lines);
      const moved = new Set([...under, ...titles]);
      const rest = (block: Block): boolean => block.kind !== 'text' || !moved.has(block.line);
      const text = (own: readonly TextLine[]): Block[] => own.map((line) => ({ kind: 'text', line }));
      blocks = [
        ...blocks.slice(0, at).filter(rest),
        { kind: 'table', table: left },
        ...text(under),
        ...text(titles),
        { kind: 'table', table },
        ...blocks.slice(at + 1).filter(rest),
      ];
      continue;
    }
    const next = blocks.findIndex(
      (block) => block.kind === 'text' && (block.line.place.box[1] + block.line.place.box[3]) / 2 > first.box[1],
    );
    blocks.splice(next === -1 ? blocks.length : next, 0, { kind: 'table', table });
  }
  return blocks;
}
