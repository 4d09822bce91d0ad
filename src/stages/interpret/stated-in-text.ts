import { flatten } from '../../french/amounts.ts';
import { endsMidSentence } from '../../french/mid-sentence.ts';
import { findPeriods } from '../../french/periods.ts';
import { findAmounts } from '../../french/prose.ts';
import type { AmountDraft, Unread } from '../../model/draft.ts';
import { boxAround, overlap } from '../../model/geometry.ts';
import { amountUnder, headingIn } from './amount-under-label.ts';
import { amountColumns, amountOfText } from './amount-cells.ts';
import type { Column } from './columns.ts';
import { introduces, isLabel } from './heading-labels.ts';
import type { Fact, Piece } from './heading-piece.ts';
import { below, isTile } from './heading-neighbours.ts';
import { isFootReckoning, maySumAll } from './foot-reckoning.ts';
import { sectionTitle, totalLabel } from './labels.ts';
import { isOtherMoney } from './other-money.ts';
import { placeId } from './place-id.ts';
import { isFigureEnd, isFigureHead } from './wrapped-amounts.ts';
import { endsSentence, leadingAmount, looksLikeMoney, saysProgramme, totalSentence, trailingAmount } from './sentences.ts';

/** A total stated in text: the line that states it, its label (`''` for none), its amounts in the columns they stand for. */
export interface TotalInText {
  readonly piece: Piece;
  readonly label: string;
  readonly amounts: readonly AmountDraft[];
}

/**
 * What lines of text outside the tables state: totals, and, as `unread`, amounts of rows that were not seen as rows of the table above.
 *
 * @param columns those of the last table with amounts; `others`: those to ask where there is none.
 * @param facts what labels say in the text around.
 * @param isUnderTotal the table above ends with a total that may be the programme's.
 */
export function statedInText(
  pieces: readonly Piece[],
  columns: readonly Column[],
  others: readonly Column[],
  facts: readonly Fact[],
  isUnderTotal = false,
): { readonly totals: readonly TotalInText[]; readonly unread: readonly Unread[] } {
  const taken = new Set<Piece>();
  const totals: TotalInText[] = [];
  pieces.forEach((piece, at) => {
    if (taken.has(piece) && totalLabel(piece.text) !== null) return;
    const stated = statedTotal(pieces, at, columns) ?? (taken.has(piece) ? null : bareTotal(pieces, at, columns));
    stated?.amounts.forEach((amount) => taken.add(amount.piece));
    if (stated !== null && stated.amounts.length > 1) taken.add(piece);
    const rest = stated === null ? undefined : restOfLabel(pieces, at);
    if (rest !== undefined) taken.add(rest);
    const amounts = stated === null ? [] : statedAmounts(stated, columns.length > 0 ? columns : others);
    if (stated !== null && amounts.length > 0) totals.push({ piece, label: stated.label, amounts });
  });
  // "2 957" under "Logements" in a heading stands over a column of amounts by chance.
  const told = new Set(facts.map(({ place }) => place));
  const isSummed = (piece: Piece): boolean =>
    isUnderTotal || totals.some(({ piece: total, label }) => isAbove(total, piece) && maySumAll(label, totalLabel(label)));
  const isLost = (piece: Piece): boolean =>
    !taken.has(piece) &&
    !told.has(piece.place) &&
    !(isSummed(piece) && isReckonedAtFoot(piece, pieces)) &&
    !isOfOtherTile(piece, pieces) &&
    (isRowOfTable(piece, pieces, columns) ||
      isRowInOneLine(piece, columns) ||
      (amountColumns(columns).length > 0 && totalsInOneLine(piece) !== null) ||
      totals.some((total) => isAbove(piece, total.piece) && isFigureOfRow(piece, columns)));
  return { totals, unread: pieces.filter(isLost).map(({ text, place }) => ({ text, place })) };
}

/** White between the lines of one text, in ems; lines that begin within this of each other (points) begin together. */
const LEADING = 0.6;
const SAME_LEFT = 2;

interface StatedTotal {
  readonly label: string;
  readonly amounts: readonly { readonly text: string; readonly piece: Piece }[];
}

/** A line with the rest of its sentence on the line below, where that begins with the currency or in mid-sentence. */
function sentenceFrom(piece: Piece, next: Piece | undefined): string {
  const goesOn =
    next?.place.page === piece.place.page &&
    next.place.box[1] > piece.place.box[1] &&
    next.place.box[1] - piece.place.box[3] < piece.size &&
    !endsSentence(piece.text) &&
    /^(?:€|k€|euros?\b|eur\b|\p{Ll})/u.test(next.text.replace(/^EUR\b/u, 'eur'));
  return goesOn ? `${piece.text} ${next.text}` : piece.text;
}

/** "Total général : 45 000 €" in one line, or its amounts in the pieces to its right. */
function statedTotal(pieces: readonly Piece[], at: number, columns: readonly Column[]): StatedTotal | null {
  const piece = pieces[at];
  if (piece === undefined || piece.text.length > 200) return null;
  const whole = sentenceFrom(piece, pieces[at + 1]);
  const sentence = totalSentence(whole);
  if (sentence !== null) return { label: whole, amounts: sentence.map((text) => ({ text, piece })) };
  const row = totalsInOneLine(piece);
  const width = amountColumns(columns).length;
  // More amounts than columns: which stands for which nobody can tell.
  if (row !== null && width > 0) return row.amounts.length <= width ? row : null;
  const own = trailingAmount(piece.text);
  if (own !== null)
    return own.label !== '' && (totalLabel(own.label)?.sure === true || saysProgramme(own.label))
      ? { label: own.label, amounts: [{ text: own.amountText, piece }] }
      : null;
  const first = leadingAmount(piece.text);
  if (first !== null)
    return !endsSentence(first.label) && totalLabel(first.label)?.sure === true
      ? { label: first.label, amounts: [{ text: first.amountText, piece }] }
      : null;
  if (totalLabel(piece.text) === null) return null;
  const baseline = piece.place.box[3];
  const right = pieces.filter(
    (other) =>
      other.place.page === piece.place.page &&
      other.place.box[0] >= piece.place.box[2] - 2 &&
      Math.abs(other.place.box[3] - baseline) < piece.size * 0.8,
  );
  const amounts = right.flatMap((other) => {
    const stated = trailingAmount(other.text);
    if (stated === null && isInUnits(other.text, columns)) return [{ text: other.text, piece: other }];
    return stated?.label === '' ? [{ text: stated.amountText, piece: other }] : [];
  });
  if (amounts.length > 0) return { label: wholeLabel(pieces, at), amounts };
  const under = right.length === 0 || right.every((other) => totalLabel(other.text) !== null) ? amountUnder(piece, pieces) : null;
  return under === null || totalLabel(piece.text)?.sure !== true
    ? null
    : { label: piece.text, amounts: [{ text: under.text, piece: under }] };
}

/**
 * "Total général 622 358,99 € 528 859,99 €": the label of a total and several amounts with nothing between them, a row of totals printed too close to be told apart. Each
 * amount gets the part of the line that it stands on; `null` for any other line.
 */
function totalsInOneLine(piece: Piece): StatedTotal | null {
  const flat = flatten(piece.text);
  const found = findAmounts(flat);
  const [first, second] = found;
  if (first === undefined || second === undefined || found.some(({ per }) => per !== null)) return null;
  const label = flat.slice(0, first.at).replace(/[\s:]+$/u, '');
  const isRow = found.every(({ end }, index) => flat.slice(end, found[index + 1]?.at).trim() === '');
  if (!isRow || totalLabel(label)?.sure !== true) return null;
  const [x0, y0, x1, y1] = piece.place.box;
  const across = (offset: number): number => x0 + ((x1 - x0) * offset) / flat.length;
  const part = (at: number, end: number): Piece => ({ ...piece, place: { ...piece.place, box: [across(at), y0, across(end), y1] } });
  return { label, amounts: found.map(({ at, end }) => ({ text: flat.slice(at, end), piece: part(at, end) })) };
}

/** The second line of a label that breaks off in mid-sentence: it tells what the total is of, be it the name of a total by itself ("… et des" over "actions spécifiques (A + B)"). */
function restOfLabel(pieces: readonly Piece[], at: number): Piece | undefined {
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  return pieces.slice(at + 1).find(({ place, text }) => {
    const gap = place.box[1] - piece.place.box[3];
    const isBelow = place.page === piece.place.page && Math.abs(place.box[0] - piece.place.box[0]) <= SAME_LEFT;
    const isNear = isBelow && gap > -LEADING * piece.size && gap < LEADING * piece.size;
    return isNear && /^\p{Ll}/u.test(text) && (totalLabel(text) === null || endsMidSentence(piece.text));
  });
}

function wholeLabel(pieces: readonly Piece[], at: number): string {
  const [piece, rest] = [pieces[at], restOfLabel(pieces, at)];
  return [piece, rest].flatMap((part) => part?.text ?? []).join(' ');
}

/** "6,075" under amounts in millions or thousands of euros; elsewhere such a figure is no amount. */
function isInUnits(text: string, columns: readonly Column[]): boolean {
  return /^\d+,\d{1,3}$/u.test(text.trim()) && amountColumns(columns).some(({ unit }) => unit !== 'euro');
}

/** Footer and header lines that may stand between a table and its total on the next page. */
const FURNITURE_LINES = 3;

/** Most of an extent stands under a column of amounts. */
function isUnderAmounts(x0: number, x1: number, columns: readonly Column[]): boolean {
  return amountColumns(columns).some((column) => overlap(x0, x1, column.x0, column.x1) > UNDER * (x1 - x0));
}

const UNDER = 0.8;
/** A figure without groups or unit ("446186") that is too long for the number of a page, a year or a count. */
const PLAIN = /^\d{5,9}$/u;

/** A piece that is an amount and nothing else, below a column of amounts. */
function isAmountUnder(piece: Piece, columns: readonly Column[]): boolean {
  const amount = trailingAmount(piece.text);
  const [x0, , x1] = piece.place.box;
  const isMoneyThere = amount?.label === '' && (looksLikeMoney(amount.amountText) || PLAIN.test(amount.amountText));
  return isMoneyThere && findPeriods(piece.text).length === 0 && isUnderAmounts(x0, x1, columns);
}

/** An amount beside words that neither introduce it nor name a total: a row of the table, printed where its rows were not looked for. */
function isRowOfTable(piece: Piece, pieces: readonly Piece[], columns: readonly Column[]): boolean {
  if (!isAmountUnder(piece, columns)) return false;
  const onLeft = leftOf(piece, pieces);
  // Amounts of other columns beside it are no words of a row.
  if (onLeft.every((left) => isAmountUnder(left, columns))) return false;
  return !onLeft.some((left) => introduces(left.text) || totalLabel(left.text) !== null || isKey(left, pieces));
}

function leftOf({ place: { page, box } }: Piece, pieces: readonly Piece[]): Piece[] {
  return pieces.filter(
    ({ place }) =>
      place.page === page && place.box[2] <= box[0] + 2 && overlap(box[1], box[3], place.box[1], place.box[3]) > 0.3 * (box[3] - box[1]),
  );
}

/** What a foot reckons from the total over it, or beside that and nothing else: "Solde abattement | 10 200 €". */
function isReckonedAtFoot(piece: Piece, pieces: readonly Piece[]): boolean {
  if (isFootReckoning(piece.text)) return true;
  const onLeft = leftOf(piece, pieces);
  return onLeft.length > 0 && onLeft.every(({ text }) => isFootReckoning(text));
}

/** The value of a tile whose label names money that no action costs: "Montant de l'abattement" over "193 420 €". */
function isOfOtherTile(piece: Piece, pieces: readonly Piece[]): boolean {
  return pieces.some((label) => isOtherMoney(label.text) && below(label, pieces) === piece && isTile(label, piece, pieces));
}

/** Labels of a heading that begin at one border, so that what begins there too is one ("Montant de l'abattement" under "Nombre de logements"). */
const KEYS = 2;

function isKey({ place: { page, box } }: Piece, pieces: readonly Piece[]): boolean {
  const isAlike = ({ place }: Piece): boolean => place.page === page && Math.abs(place.box[0] - box[0]) < SAME_BORDER;
  return pieces.filter((piece) => isAlike(piece) && (isLabel(piece.text) || introduces(piece.text))).length >= KEYS;
}

const SAME_BORDER = 2;

/**
 * Words, and money where a column of amounts has its own: a row of the table whose texts were printed too close to be told apart. Sentences put words
 * on both sides of an amount, and between two.
 */
function isRowInOneLine({ text, place }: Piece, columns: readonly Column[]): boolean {
  const isRow = text.length <= LONGEST_ROW && /\p{L}{3}/u.test(text) && !/^\p{Ll}/u.test(text) && !endsSentence(text);
  if (!isRow || introduces(text) || totalLabel(text) !== null) return false;
  const flat = flatten(text);
  if (SIDE_BY_SIDE.test(flat)) return true;
  const [x0, , x1] = place.box;
  const at = (offset: number): number => x0 + ((x1 - x0) * offset) / flat.length;
  return findAmounts(flat).some(({ at: from, end, per }) => {
    const isOutside = (from === 0 || end === flat.length) && !/[:=(\/]\s*$/u.test(flat.slice(0, from));
    return per === null && isOutside && isUnderAmounts(at(from), at(end), columns);
  });
}

/** A row in one line is no paragraph. */
const LONGEST_ROW = 200;
/** Two figures set as amounts are, one right beside the other. */
const FIGURE = String.raw`(?:\d{1,3}(?:[ .]\d{3})+(?:,\d{2})?|\d+,\d{2}) ?(?:€|eur(?:os?)?)?`;
const SIDE_BY_SIDE = new RegExp(`(?<![\\d.,/])${FIGURE} ${FIGURE}(?![\\d/])`, 'iu');

function isAbove({ place }: Piece, total: Piece): boolean {
  return place.page === total.place.page && place.box[3] <= total.place.box[1] + 1;
}

/** The figures of a row: alone, or at the head of a line ("18 000 Sécurisation des accès"). The total below cannot agree without them, and is not to blame. */
function isFigureOfRow(piece: Piece, columns: readonly Column[]): boolean {
  const { text, place } = piece;
  if (isAmountUnder(piece, columns)) return true;
  const figure = /^\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d{2})?(?: ?€)?(?= \p{L})/u.exec(text)?.[0];
  const [x0, , x1] = place.box;
  return figure !== undefined && isUnderAmounts(x0, x0 + ((x1 - x0) * figure.length) / text.length, columns);
}

/** Amounts alone on a line right under the table, each below a column of amounts: a total without label, in a row that no rule closes. */
function bareTotal(pieces: readonly Piece[], at: number, columns: readonly Column[]): StatedTotal | null {
  const above = pieces.slice(0, at).filter((piece) => trailingAmount(piece.text)?.label !== '');
  if (above.length > FURNITURE_LINES || above.some((piece) => isLabel(piece.text) || sectionTitle(piece.text) !== null)) return null;
  const piece = pieces[at];
  const amount = piece === undefined ? null : trailingAmount(piece.text);
  if (piece === undefined || amount === null || !isAmountUnder(piece, columns) || isRowOfTable(piece, pieces, columns)) return null;
  const head = pieces[at - 1];
  if (head === undefined || !isRestOf(piece, head)) return { label: '', amounts: [{ text: amount.amountText, piece }] };
  const place = { ...piece.place, box: boxAround([head.place.box, piece.place.box]) ?? piece.place.box };
  return { label: '', amounts: [{ text: `${head.text.trim()} ${piece.text.trim()}`, piece: { ...piece, place } }] };
}

/** Whether a line is the end of the figure that its column broke over the line above ("243" over "429,45 €"). */
function isRestOf(below: Piece, above: Piece): boolean {
  const [[x0, y0, x1], [aboveX0, , aboveX1, aboveY1]] = [below.place.box, above.place.box];
  return (
    below.place.page === above.place.page &&
    overlap(x0, x1, aboveX0, aboveX1) > 0 &&
    y0 - aboveY1 <= LEADING * below.size &&
    isFigureHead(above.text.trim()) &&
    isFigureEnd(below.text.trim())
  );
}

/**
 * Gives each amount of a line of text the column it stands under; as many amounts as columns stand in their order, however wide the row's own cells
 * are; one alone may also stand for the first column.
 */
function statedAmounts(stated: StatedTotal, columns: readonly Column[]): AmountDraft[] {
  const money = amountColumns(columns);
  const [first] = money;
  if (first === undefined) return [];
  const taken = new Set<Column>();
  const ranked = [...money].sort((a, b) => a.x0 - b.x0);
  const rankOf = (piece: Piece): number => stated.amounts.filter((other) => other.piece.place.box[0] < piece.place.box[0]).length;
  return stated.amounts.flatMap(({ text, piece }, at) => {
    const [x0, , x1] = piece.place.box;
    const centre = (column: Column): number => Math.abs((column.x0 + column.x1 - x0 - x1) / 2);
    const free = money.filter((column) => !taken.has(column));
    const [next] = free;
    if (next === undefined) return [];
    const inSentence = stated.amounts.filter((other) => other.piece === piece).length > 1 || stated.label.startsWith(piece.text);
    const inOrder = stated.amounts.length === money.length ? ranked[rankOf(piece)] : undefined;
    const named = stated.amounts.length === 1 ? headingIn(stated.label, money) : undefined;
    const nearest = named ?? (inSentence ? next : (inOrder ?? free.reduce((a, b) => (centre(b) < centre(a) ? b : a))));
    taken.add(nearest);
    const told =
      named !== undefined || (!inSentence && (overlap(x0, x1, nearest.x0, nearest.x1) > 0 || stated.amounts.length === money.length));
    const amount = told ? nearest.amount : { ...nearest.amount, sure: false };
    return [amountOfText(text, `${placeId('m', piece.place)}-${String(at)}`, amount, nearest.unit, piece.place)];
  });
}
