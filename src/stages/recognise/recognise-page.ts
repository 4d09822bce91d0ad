import type { Box } from '../../model/geometry.ts';
import { wordText, type Page, type Word } from '../../model/page.ts';
import type { Recognised } from '../../model/page-schema.ts';
import { findBoxes, type PageBoxes } from './boxes/find-boxes.ts';
import { WORKING_DPI, type PagePicture } from './page-pictures.ts';
import { byOwnFigures } from './figures/own-figures.ts';
import { withGluedMinus } from './figures/glued-minus.ts';
import { doubtedByInk } from './figures/more-ink.ts';
import { turn } from './pixels/turn.ts';
import { amountsByColumn } from './reading/amounts-by-column.ts';
import { withAgreedNames } from './reading/agreed-names.ts';
import { inPageStyle } from './reading/amount-style.ts';
import { isLegible } from './legible.ts';
import { withDotThousands } from './reading/dot-thousands.ts';
import type { Lexicon } from './reading/lexicon.ts';
import { withLostColons } from './reading/lost-colons.ts';
import { BoxReader, surenessOf, type Engines } from './reading/read-boxes.ts';
import { signsInLine } from './rules/signs-in-line.ts';
import { toRule } from './rules/to-rule.ts';
import { withoutSpecks } from './specks.ts';
import { withoutStampPrint } from './stamp-print.ts';
import { straighten, sweep, type Straight } from './straighten.ts';
import { showsMore } from './unexplained-ink.ts';
import { wordsOf } from './words.ts';

/** Scans coarser than this need three readings of a number to agree. */
const POOR_DPI = 140;
/** Less ink than this many shapes is a blank page with some dirt. */
const BLANK = 6;
/** Nothing is printed so near the sides of a page, in points. */
const EDGE = 14;
/** Boxes read to tell which way up a page lies, and below which confidence it is tried the other way up. */
const SAMPLED = 5;
const DOUBTFUL = 62;

/**
 * A page read from its picture: put straight, lines found and erased, each cell read by itself. The same `Page` as a text layer gives, as it lies once
 * straight (`lay` says how it lay). `null` when the words of `native` account for everything the picture shows; words of a text layer that are seen on the
 * page are kept and only the rest is read.
 */
export async function recognisePage(native: Page, drawn: PagePicture, engines: Engines, lexicon: Lexicon): Promise<Recognised> {
  const swept = sweep(drawn);
  const said = native.source === 'texte' && native.defect === null;
  if (said && !showsMore(native, drawn, swept.components)) return null;
  const bare: Page = { ...native, width: drawn.width, height: drawn.height, source: 'ocr', words: [], rules: [], fills: [], defect: null };
  if (swept.components.length < BLANK) return { ...bare, defect: 'page_blanche' };
  let straight: Straight = said ? straighten({ ...swept, components: [] }, drawn.dpi) : straighten(swept, drawn.dpi);
  let found = findBoxes(straight);
  const poor = drawn.dpi < POOR_DPI;
  let reader = readerOf(found, engines, poor);
  if (!said && (await isUpsideDown(found, reader, engines, poor))) {
    straight = { ...upsideDown(straight), turn: straight.turn === 0 ? 180 : 270 };
    found = findBoxes(straight);
    reader = readerOf(found, engines, poor);
  }
  const gone = found.drawings?.gone ?? null;
  const numbers = doubtedByInk(
    byOwnFigures(
      amountsByColumn(await reader.readAll(found.boxes), (line) => engines.numerals(found.clean, line)),
      found.clean,
      gone,
    ),
    found.clean,
    found.unread,
    found.rules,
    gone,
  );
  const signed = inPageStyle(withDotThousands(withGluedMinus(numbers, found.clean)));
  const lines = await withAgreedNames(withLostColons(signed, lexicon), reader, lexicon);
  const scale = 72 / WORKING_DPI;
  const sideways = straight.turn % 180 !== 0;
  const rings = (found.drawings?.rings ?? []).map(({ x0, y0, x1, y1 }): Box => [x0 * scale, y0 * scale, x1 * scale, y1 * scale]);
  const onPage = isLegible(lines)
    ? wordsOf(lines, scale, lexicon, poor).filter((word) => !isOnEdge(word, sideways ? drawn.height : drawn.width))
    : [];
  const { words: read, rules } = signsInLine(
    withoutSpecks(withoutStampPrint(onPage, rings)),
    found.rules.map((rule) => toRule(rule, scale)),
  );
  const words = said ? [...native.words, ...read.filter((word) => !isSaid(word, native.words))] : read;
  return {
    ...bare,
    width: sideways ? drawn.height : drawn.width,
    height: sideways ? drawn.width : drawn.height,
    source: said ? 'mixte' : 'ocr',
    words,
    rules,
    fills: found.fills(scale),
    defect: words.length === 0 ? 'page_sans_texte' : null,
    lay: { turn: straight.turn, tilt: straight.tilt },
  };
}

/** Reads the longest lines as the page lies; where they make no sense, upside down as well. */
async function isUpsideDown({ clean, boxes }: PageBoxes, reader: BoxReader, engines: Engines, poor: boolean): Promise<boolean> {
  const longest = boxes
    .filter(({ lines, x0, x1, y0, y1 }) => lines.length === 1 && x1 - x0 > 3 * (y1 - y0))
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .slice(0, SAMPLED);
  const asItLies = surenessOf(await reader.glanceAll(longest));
  if (longest.length === 0 || asItLies >= DOUBTFUL) return false;
  const { width, height } = clean;
  const turned = longest.map((box) => {
    const back = { x0: width - box.x1, x1: width - box.x0, y0: height - box.y1, y1: height - box.y0 };
    return { ...box, ...back, lines: [{ ...back, stroke: 0 }], cell: back };
  });
  return surenessOf(await new BoxReader(turn(clean, 180), [], engines, poor).glanceAll(turned)) > asItLies + 8;
}

function readerOf({ clean, boxes, drawings }: PageBoxes, engines: Engines, poor: boolean): BoxReader {
  const lines = boxes.flatMap((box) => box.lines);
  return new BoxReader(clean, lines, engines, poor, drawings);
}

function upsideDown(straight: Straight): Straight {
  return { ...straight, picture: turn(straight.picture, 180), light: (ink) => turn(straight.light(turn(ink, 180)), 180) };
}

/** A mark that is no letter or figure and reaches into the outermost strip of the page: the edge of the sheet or of the copier's glass, or dirt. */
function isOnEdge(word: Word, width: number): boolean {
  return !/[\p{L}\d]/u.test(wordText(word)) && (word.box[0] < EDGE || word.box[2] > width - EDGE);
}

/** Whether a word of the text layer stands where this one was read. */
function isSaid({ box }: Word, words: readonly Word[]): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return words.some((word) => x > word.box[0] - 2 && x < word.box[2] + 2 && y > word.box[1] - 2 && y < word.box[3] + 2);
}
