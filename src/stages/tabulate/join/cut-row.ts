import { endsMidSentence } from '../../../french/mid-sentence.ts';
import { cellText, type Cell, type TextLine } from '../../../model/grid.ts';
import { isMoney, isTotalLabel, isTotalWord, isValue } from '../text/value.ts';

/** A row this full is a whole item; one text alone at the top of the next page, under one of its texts, is its end and no item. */
const MANY = 4;
const ENDED = /[.;:!?…)]$/u;

/** Under "Sous-total" and its sums a capital begins the title of the next rows, and so does a number before it ("7 - Animation"). */
const BEGINS_ANEW = /^(?:\d{1,2}\s*[-–.):/]+\s*)?\p{Lu}/u;

/** A time of the year, written small and yet a text of its own: "septembre 2025", "de mai à décembre". */
const TIME =
  /^(?:(?:de |d['’]|fin |début |courant )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: 20\d\d| à \p{Ll}+)?|toute l['’]année)$/u;

/** A bracket and nothing else remarks on what stands before it: "(crise sanitaire)", the mark of a note "(2)". */
const LONE_BRACKET = /^\([^()]{1,60}\)\.?$/u;

/** The end of a day's date, its year still to be said: "reçu le 9 août" over "2017.". */
const DAY_END = /\d(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/u;
const YEAR_BEGIN = /^(?:19|20)\d\d(?!\d)/u;

/** Whether a text reads as the rest of another; what a colon ends is still to be said. */
function goesOnIn(first: string, second: string): boolean {
  if (DAY_END.test(first) && YEAR_BEGIN.test(second)) return true;
  return (
    (/^[\p{Ll}),;:.]/u.test(second) && !TIME.test(second)) || endsMidSentence(first) || /\s:$/u.test(first) || LONE_BRACKET.test(second)
  );
}

/** A line lower than this share of its size shows a part of its letters only. */
const HALVED = 0.8;
/** A halved line ends this close to the break, in points. */
const AT_BREAK = 1;

const isHalved = ({ place: { box }, size }: TextLine): boolean => box[3] - box[1] < HALVED * size;

/** Whether the border at the break runs through a text: what stands beyond it is not printed. */
function isCrossed({ place: { box } }: TextLine, border: number): boolean {
  const shown = HALVED * (box[3] - box[1]);
  return border > box[3] - shown && border < box[1] + shown;
}

/**
 * A value printed on both pages, the upper part of its figures at the end of one and the rest at the beginning of the next: the break runs through it. A text may be that of
 * several rows.
 */
function isCutThrough(upper: Cell, lower: Cell | undefined): boolean {
  const [last, first] = [upper.lines.at(-1), lower?.lines[0]];
  return (
    lower !== undefined &&
    last !== undefined &&
    first !== undefined &&
    last.text === first.text &&
    isValue(last.text) &&
    (isHalved(last) || isCrossed(last, upper.place.box[3])) &&
    (isHalved(first) || isCrossed(first, lower.place.box[1])) &&
    last.place.box[3] > upper.place.box[3] - AT_BREAK &&
    first.place.box[1] < lower.place.box[1] + AT_BREAK
  );
}

/** The rest of a text may be a bare number: that of a telephone, of a street, of a note; a price too where the text waits for one ("63 unités à" over "650,50 €"). */
function isNumberInText(first: string, second: string): boolean {
  if (first === '' || isValue(first) || isTotalLabel(first) || (isMoney(second) && !endsMidSentence(first))) return false;
  return /^\(\d\)$/u.test(second) || (!ENDED.test(first) && /^\d/u.test(second));
}

/** So many other cells of a column show how its texts begin. */
const SHOWN = 3;

/** "30) Petits travaux", "8.1 Petits travaux"; "30 logements" counts. */
const NUMBERED = /^(?<part>\d{1,2}\.(?=\d))?(?<number>\d{1,2})(?:(?<=\.\d+)|\s?[.)°:–-])\s*\p{L}/u;

/** The item behind another of a numbered list ("30) …" over "31) …"). */
function isNextItem(first: string, second: string): boolean {
  const [one, next] = [NUMBERED.exec(first)?.groups, NUMBERED.exec(second)?.groups];
  return one !== undefined && next !== undefined && one['part'] === next['part'] && Number(next['number']) === Number(one['number']) + 1;
}

/** The one text of its column that begins small, under one that begins as all others do and does not end. */
function isRestAmongCapitals(cell: Cell, rest: Cell, cells: readonly Cell[]): boolean {
  const others = cells
    .filter((other) => other.column === cell.column && other.columnSpan === cell.columnSpan && other !== rest)
    .map(cellText)
    .filter((text) => /\p{L}{2}/u.test(text));
  return (
    /^\p{Ll}/u.test(cellText(rest)) &&
    !ENDED.test(cellText(cell)) &&
    others.length > SHOWN &&
    others.every((text) => !/^\p{Ll}/u.test(text))
  );
}

/** Whether an empty cell at the top of a page is the rest of the merged one that ends the page before: no other row of their column goes without a text, but for totals. */
function isEmptyRest(cell: Cell, rest: Cell, cells: readonly Cell[]): boolean {
  if (cell.rowSpan === 1 || cellText(rest) !== '') return false;
  const totals = new Set(cells.filter((other) => other !== rest && isTotalLabel(cellText(other))).map(({ row }) => row));
  const others = cells.filter(
    ({ column, columnSpan, row }) => column === cell.column && columnSpan === cell.columnSpan && !totals.has(row),
  );
  const merged = others.filter((other) => other !== cell && other.rowSpan > 1 && cellText(other) !== '');
  return merged.length > 0 && others.every((other) => other === rest || cellText(other) !== '');
}

/**
 * Merged cells that the page break cuts though it falls between two rows, each with its further part: their text goes on ("Animation, lien social, vivre-" over "ensemble"),
 * and one of them is higher than its row, or no other text of their column begins as the rest does. The text of one may have been printed above the break whole.
 */
export function cutCells(
  above: readonly Cell[],
  lastRow: number,
  below: readonly Cell[],
  firstRow: number,
): readonly (readonly [Cell, Cell])[] {
  const lower = across(below, firstRow);
  return across(above, lastRow).flatMap((cell): (readonly [Cell, Cell])[] => {
    const rest = lower.find(({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan);
    if (rest !== undefined && cellText(cell) !== '' && !isValue(cellText(cell)) && isEmptyRest(cell, rest, [...above, ...below]))
      return [[cell, rest]];
    if (rest === undefined || (cell.rowSpan === 1 && rest.rowSpan === 1 && !isRestAmongCapitals(cell, rest, [...above, ...below])))
      return [];
    const [first, second] = [cellText(cell), cellText(rest)];
    const isText = first !== '' && second !== '' && !isValue(first) && !isValue(second);
    return isText && goesOnIn(first, second) ? [[cell, rest]] : [];
  });
}

/** The cells that stand in a row, by column. */
function across(cells: readonly Cell[], row: number): Cell[] {
  return cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan).sort((a, b) => a.column - b.column);
}

/** A row of a total has one label: text in another column at the top of the next page is none of it. */
function isTotalOver(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const labels = upper.filter((cell) => cellText(cell) !== '' && !isValue(cellText(cell)));
  const [label] = labels;
  return (
    label !== undefined &&
    labels.length === 1 &&
    isTotalLabel(cellText(label)) &&
    lower.some((cell) => cell.column !== label.column && cellText(cell) !== '' && !isValue(cellText(cell)))
  );
}

/** So few words hardly say what is done. */
const FEW_WORDS = 2;
/** What the width of a line may be off by, in ems. */
const ABOUT = 0.5;

/** Whether a word or two alone had no room on the last line of the text above the break, which is set in several lines: its end, whatever letter it begins with. */
function isLastWord(cell: Cell, rest: Cell, cells: readonly Cell[]): boolean {
  const [last, first] = [cell.lines.at(-1), rest.lines[0]];
  const words = cellText(rest).split(' ');
  if (last === undefined || first === undefined || cell.lines.length < 2 || rest.lines.length > 1 || words.length > FEW_WORDS) return false;
  if (ENDED.test(last.text) || !/^\p{L}/u.test(first.text)) return false;
  const right = Math.max(
    ...cells
      .filter(({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan)
      .flatMap(({ lines }) => lines.map(({ place: { box } }) => box[2])),
  );
  const [from, , to] = first.place.box;
  const width = ((to - from) * (words[0]?.length ?? 0)) / Math.max(1, first.text.length);
  return last.place.box[2] + (0.25 + ABOUT) * last.size + width > right;
}

/** So many other rows with a value in a column show that each row has one. */
const VALUED = 4;

/** Whether a row lacks the value that the row above it and all other rows have, be it a dash: no row of its own. */
function lacksValue(upper: readonly Cell[], lower: readonly Cell[], cells: readonly Cell[]): boolean {
  return lower.some((cell, index) => {
    const above = upper[index];
    if (above === undefined || cellText(cell) !== '' || cell.columnSpan > 1 || !isValue(cellText(above))) return false;
    const others = cells.filter((other) => other !== cell && other.column === cell.column && other.columnSpan === 1).map(cellText);
    return !others.includes('') && others.filter(isValue).length >= VALUED;
  });
}

/** So many values said again may show that a row is printed on both pages. */
const SAID_AGAIN = 3;

/**
 * Whether the values of two rows are the same in all columns and a text goes on from one to the other: an office suite prints what stands in the middle of a row that the break cuts on both
 * pages. Two actions of one price, the same each year, have the same values too, but texts of their own.
 */
function saysValuesAgain(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const pairs = upper.map((cell, index) => [cellText(cell), lower[index] === undefined ? '' : cellText(lower[index])] as const);
  const valued = pairs.filter((texts) => texts.some((text) => isValue(text) && /\d/u.test(text)));
  const goesOn = pairs.some(([first, second]) => first !== '' && second !== '' && first !== second && goesOnIn(first, second));
  return goesOn && valued.length >= SAID_AGAIN && valued.every(([first, second]) => first === second);
}

/** Whether the part below the break spans rows that its neighbours do not. */
function isMergedBelow(cell: Cell | undefined, end: number): boolean {
  return cell !== undefined && cell.row + cell.rowSpan > end;
}

/**
 * Whether the last row above a page break and the first below it are two halves of one row. `open`: a border is missing at the break; `closed`: all are drawn. Both rows must have
 * the same columns, no column may have a value in both halves, and the text must go on; when unsure they stay two rows.
 * A spreadsheet prints the text of a cell that the break cuts on both pages: a text said again, without values, goes on too, and so does what the break runs through.
 */
export function isCutRow(
  above: readonly Cell[],
  lastRow: number,
  below: readonly Cell[],
  firstRow: number,
  { open, closed }: { readonly open: boolean; readonly closed: boolean },
): boolean {
  const upper = across(above, lastRow);
  const lower = across(below, firstRow);
  if (upper.length !== lower.length || upper.length < 2) return false;
  if (!upper.every((cell, index) => cell.column === lower[index]?.column && cell.columnSpan === lower[index]?.columnSpan)) return false;
  if (isTotalOver(upper, lower)) return false;
  let goesOn = 0;
  let starts = 0;
  let lowerText = false;
  let lowerValue = false;
  let lowerTexts = 0;
  let upperTexts = 0;
  let repeated = 0;
  let otherWeight = false;
  let isUnderText = false;
  if (saysValuesAgain(upper, lower)) return true;
  // What the break runs through shows it, whatever the other cells say.
  if (upper.some((cell, index) => isCutThrough(cell, lower[index]))) return true;
  // A merged cell may go on over rows that do not.
  const start = Math.max(...upper.map(({ row }) => row));
  const end = Math.min(...lower.map(({ row, rowSpan }) => row + rowSpan));
  for (const [index, cell] of upper.entries()) {
    const [first, second] = [cellText(cell), lower[index] === undefined ? '' : cellText(lower[index])];
    if (first !== '') upperTexts += 1;
    if (second === '') continue;
    lowerTexts += 1;
    isUnderText = first !== '' && !isValue(first);
    if (second === first && !isValue(first)) {
      repeated += 1;
      lowerText = true;
      continue;
    }
    if (isValue(second) && isValue(first)) return false;
    if (first !== '' && !isValue(second) && lower[index]?.bold === true && !cell.bold) otherWeight = true;
    if (isTotalWord(first) && BEGINS_ANEW.test(second) && !/^g[ée]n[ée]ral/iu.test(second)) return false;
    if (isNextItem(first, second)) return false;
    if (cell.row < start || isMergedBelow(lower[index], end)) continue;
    lowerText = true;
    if (isValue(second) && !isNumberInText(first, second)) lowerValue = true;
    else if (first !== '' && goesOnIn(first, second)) goesOn += 1;
    else starts += first === '' || ENDED.test(first) ? 1 : 0.6;
  }
  if (!lowerText) return false;
  if (repeated > 0 && !lowerValue && starts === 0) return true;
  // A bold text under a plain one is a title of the next rows.
  if (lowerTexts === 1 && otherWeight) return false;
  if (lowerTexts === 1 && !lowerValue && upperTexts >= MANY && upper.length >= MANY && goesOn + (closed ? 0 : starts) > 0) return true;
  if (lowerTexts === 1 && isUnderText && !lowerValue && lacksValue(upper, lower, [...above, ...below])) return true;
  const under = lower.findIndex((cell) => cellText(cell) !== '');
  const [cell, rest] = [upper[under], lower[under]];
  const isEnd = cell !== undefined && rest !== undefined && isLastWord(cell, rest, [...above, ...below]);
  if (lowerTexts === 1 && isUnderText && !lowerValue && !closed && isEnd && cell.column > 0) return true;
  return open ? starts < 1 && (goesOn > 0 || !lowerValue) : goesOn > 0 && starts <= 1 && !lowerValue;
}
