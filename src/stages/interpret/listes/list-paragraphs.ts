import { endsMidSentence } from '../../../french/mid-sentence.ts';
import { amountAlone, pricedText } from '../../../french/priced.ts';
import type { Piece } from '../heading-piece.ts';
import { joinedLines } from '../joined-lines.ts';
import { bulletOf } from './bullets.ts';
import { printedRows, type PrintedRow } from './printed-rows.ts';
import { REST_OF_THOUSANDS, withWholeAmounts } from './whole-amounts.ts';

/** A heading, an item or a sentence: lines that belong together. */
export interface ListParagraph {
  /** Without its bullet or number, and without the amounts that stand apart. */
  readonly text: string;
  readonly amounts: readonly string[];
  /** Its bullet, numbers as `1`; `null` for none. */
  readonly bullet: string | null;
  readonly rows: readonly PrintedRow[];
  readonly bold: boolean;
  readonly size: number;
  readonly x0: number;
}

/** White between two lines of one paragraph, in heights of its type, more than the closest lines of the page have. */
const LOOSE = 0.12;
/** Height of a line, in sizes of its type, at most. */
const TALLEST = 1.4;
/** Edges closer than this are one edge, points. */
const SAME_EDGE = 2.5;
/** How far the size of a line may be from that of the amount it ends, in sizes of the latter. */
const OF_ONE_SIZE = 0.3;
/** Most bulleted lines have white over them: one that has none is a wrapped line that begins with a dash. */
const MOSTLY = 0.7;

/** What only the end of an amount begins with: the rest of its digits, its unit, a bracket. */
const REST_OF_AMOUNT =
  /^(?:\d{3}(?:[\s.]\d{3})*(?:,\d+|\.\d{2})?\s?(?:k?€|eur(?:os?)?)|€|k€|eur(?:os?)?\b|ttc\b|ht\b|\/ ?an\b|par an\b|an\)|[).])/iu;
/** A text that ends with what parts words from their amount still waits for it, whatever price stands before. */
const SEPARATED = /\s[–—-]$|[:=…]$|\.{3}$/u;
/** An amount cut between its thousands: "… 5 € HT : 12" over "700 € TTC", whatever price stands before it. */
const THOUSANDS_CUT = /(?:^|[\s:(–—\p{L})»-]|[\p{L})»]\.)\d{1,3}(?:[\s.]\d{3})?$/u;
const UNIT = /^(?:k?€|eur(?:os?)?\b)/iu;
/** Words that a price of their own follows, though the amount of the item stands apart: "45 unités à" over "90,50 €". */
const AWAITS_PRICE = /\s(?:à|x|×|soit|de)$/iu;
/** The dash or colon between words and amount that a line begins with: a minus stands close to its figures. */
const PARTING_MARK = /^[–—:-]\s+(?=\d)/u;
/** The line that closes a bracket which the text above it leaves open. */
const CLOSES = /^[^(]*\)/u;
const REST_OF_UNIT = /^(?:[).]|ttc|ht\b|\/|par an)/iu;

/** A total begins a line of its own, whatever the item above lacks ("… remises en état : -" over "Soit un sous-total : 2 700 €"). */
const TOTAL_NAME = /^(?:Soit (?:un |au )?)?(?:[Ss]ous[- ]?[Tt]otal|[Tt]otal)\b.*[:\d]|^TOTAL\b|^SOUS[- ]?TOTAL\b/u;

interface Open {
  text: string;
  readonly rows: PrintedRow[];
}

class Joiner {
  private readonly right = new Map<number, number>();
  private readonly pitch: number;
  private readonly isSpaced: boolean;

  constructor(
    rows: readonly PrintedRow[],
    private readonly amountsFrom: number | null,
  ) {
    for (const row of rows) this.right.set(row.page, Math.max(this.right.get(row.page) ?? 0, row.x1));
    const gaps = rows.flatMap((row, at) => {
      const above = rows[at - 1];
      const isBelow = above !== undefined && above.page === row.page && row.y0 > above.y0 && Math.abs(above.x0 - row.x0) < 3;
      return isBelow && isLine(above) && isLine(row) && Math.abs(above.size - row.size) < 0.3 ? [(row.y0 - above.y1) / row.size] : [];
    });
    // Of a scan lines stand a little higher or lower than printed: the middle one of the closest tells, not the closest.
    const closest = Math.min(1, ...gaps.filter((gap) => gap > -0.5));
    const close = gaps.filter((gap) => gap >= closest && gap <= closest + LOOSE).sort((a, b) => a - b);
    this.pitch = close[close.length >> 1] ?? closest;
    const bulleted = rows.flatMap((row, at) => {
      const above = rows[at - 1];
      return above === undefined || above.page !== row.page || bulletOf(row.text) === null ? [] : [this.isLoose(above, row)];
    });
    this.isSpaced = bulleted.length > 2 && bulleted.filter((loose) => loose).length >= MOSTLY * bulleted.length;
  }

  private isLoose(above: PrintedRow, row: PrintedRow): boolean {
    return (row.y0 - above.y1) / row.size > this.pitch + LOOSE;
  }

  /** Whether the first word of a line had no room on the line above. */
  private isForced(above: PrintedRow, row: PrintedRow): boolean {
    const [word = ''] = row.text.split(' ');
    const width = ((row.x1 - row.x0) * word.length) / Math.max(1, row.text.length);
    const right = this.right.get(above.page) ?? 0;
    const limit = this.amountsFrom !== null && above.x1 <= this.amountsFrom + row.size ? Math.min(right, this.amountsFrom) : right;
    return above.x1 + 0.2 * row.size + width > limit - 0.6 * row.size;
  }

  /** Whether a line begins where the amounts of the list do, further right than the words over it. */
  isInColumn({ rows }: Open, { x0 }: PrintedRow): boolean {
    const words = Math.max(...rows.map((row) => row.x0));
    return this.amountsFrom !== null && Math.abs(x0 - this.amountsFrom) < SAME_EDGE && x0 > words + SAME_EDGE;
  }

  /** Whether a line goes on with the paragraph that stands open. */
  goesOn(paragraph: Open, row: PrintedRow): boolean {
    const { rows, text } = paragraph;
    const above = rows.at(-1);
    const [first] = rows;
    if (above === undefined || first === undefined) return false;
    const isOneSize = Math.abs(above.size - row.size) <= 0.3;
    // Of a scan figures and signs alone are measured a little larger or smaller than the words before them.
    const endsAmount = REST_OF_AMOUNT.test(row.text) && /\d$/u.test(text) && Math.abs(above.size - row.size) <= OF_ONE_SIZE * above.size;
    if (!isOneSize && !endsAmount) return false;
    const isNextPage = row.page === above.page + 1;
    if (!isNextPage && (row.page !== above.page || row.y0 < above.y0)) return false;
    const apart = rows.some((each) => each.amount !== null);
    if (apart && row.amount !== null) return false;
    const words = text.slice(bulletOf(text)?.length ?? 0);
    const isOpen = (words.match(/\(/gu) ?? []).length > (words.match(/\)/gu) ?? []).length;
    const closed = !isOpen && !SEPARATED.test(text) && pricedText(text)?.sure === true;
    if (THOUSANDS_CUT.test(text) && REST_OF_THOUSANDS.test(row.text)) return true;
    if (REST_OF_AMOUNT.test(row.text)) return !closed || REST_OF_UNIT.test(row.text);
    // "– 12 000 €", ": 12 000 €" under the words that its mark parts from their amount, whatever price they end with.
    if (!isNextPage && !apart && !this.isLoose(above, row) && isPartedAmount(row.text)) return true;
    if (amountAlone(row.text) !== null) {
      const isNear = isNextPage || !this.isLoose(above, row);
      // Where the amounts of the list begin, it is that of the words which left it no room, though they end with a price: "… estimé à 1 200€ HT" over "28 723,00 €".
      if (closed && !apart && isNear && this.isInColumn(paragraph, row)) return true;
      return !closed && isNear && (!apart || (AWAITS_PRICE.test(text) && Math.abs(row.x0 - above.x0) < 3));
    }
    if (TOTAL_NAME.test(row.text)) return false;
    const bullet = bulletOf(row.text);
    if (isNextPage) {
      if (closed || bullet !== null || /[.:]$/u.test(text) || above.bold !== row.bold) return false;
      // A capital that had room under a bullet on the page before begins something else: the header of the list, printed again.
      if (bulletOf(first.text) !== null && /^\p{Lu}/u.test(row.text) && !this.isForced(above, row)) return false;
      return !apart || (bulletOf(first.text) !== null && /^\p{Ll}/u.test(row.text));
    }
    if (this.isLoose(above, row)) return false;
    if (bullet !== null) return this.isSpaced && !closed && row.x0 >= first.x0 - 2 && above.bold === row.bold;
    if (row.x0 < first.x0 - 3) return false;
    if (isOpen && bullet === null && CLOSES.test(row.text)) return true;
    if (above.bold !== row.bold && !/^[\p{Ll}\d(]/u.test(row.text)) return false;
    if (closed && !/^\p{Ll}/u.test(row.text)) return false;
    // Set in under a bullet, behind a comma: its text goes on, though the amount stands beside its first line.
    const isSetIn = bulletOf(first.text) !== null && row.x0 > first.x0 + SAME_EDGE;
    if (isSetIn && endsMidSentence(text) && /^\p{Ll}/u.test(row.text)) return true;
    // Under a bullet, a line without one that states an amount is no item of its own.
    const isRest = bulletOf(first.text) !== null && !apart && !closed && (pricedText(row.text) !== null || /^[\p{Ll}(]/u.test(row.text));
    return (isRest && !isMoneyName(row.text)) || this.isForced(above, row);
  }
}

/** As high as its type: the cell of a table, whose text is a row too, touches the next. */
function isLine({ y0, y1, size }: PrintedRow): boolean {
  return y1 - y0 <= TALLEST * size;
}

/** A dash or a colon and an amount, and nothing else. */
function isPartedAmount(text: string): boolean {
  return PARTING_MARK.test(text) && /€|euro/iu.test(text) && amountAlone(text.replace(PARTING_MARK, '')) !== null;
}

/** A line that begins with what its amount is: "Coût prévisionnel : 3 000 €". */
function isMoneyName(text: string): boolean {
  return /^(?:co[ûu]ts?|montants?|budgets?|d[ée]penses?|total|soit|sous-total)\b[^:]{0,40}:?/iu.test(text);
}

/** The paragraphs of running text. Bullets, white between the lines, amounts and lines that end early part them. */
export function listParagraphs(pieces: readonly Piece[]): ListParagraph[] {
  const { pieces: whole, parts } = withWholeAmounts(pieces);
  const { rows: printed, amountsFrom } = printedRows(whole);
  const rows = printed.map((row): PrintedRow => ({ ...row, pieces: row.pieces.flatMap((piece) => parts.get(piece) ?? [piece]) }));
  const joiner = new Joiner(rows, amountsFrom);
  const found: Open[] = [];
  for (const row of rows) {
    const open = found.at(-1);
    if (open !== undefined && joiner.goesOn(open, row)) {
      // Behind a year or a count an amount of its own line stays apart: "… août 2017" over "33 813 €"; so does one below words that left it no room in its column.
      const isCutInThousands = THOUSANDS_CUT.test(open.text) && REST_OF_THOUSANDS.test(row.text);
      const isApart = (/\d$/u.test(open.text) && !isCutInThousands) || joiner.isInColumn(open, row);
      const amount = isApart ? amountAlone(row.text.replace(PARTING_MARK, '')) : null;
      // A tab of no width parts words from an amount that the line then cuts: "… enterrés3" over "000,00 €", "… et Solid’R.6" over "000 €", "… Qualimétrie3 200,00" over "€ par an".
      const isCut = REST_OF_THOUSANDS.test(row.text) || UNIT.test(row.text);
      const begun = isCut ? open.text.replace(/(?<=[\p{L})»]\.?)\d{1,3}(?:[\s.]\d{3})*(?:,\d{2})?$/u, ' $&') : open.text;
      if (amount === null) open.text = joinedLines(begun, row.text);
      open.rows.push(amount === null ? row : { ...row, amount });
    } else found.push({ text: row.text, rows: [row] });
  }
  return found.flatMap(({ text, rows: own }): ListParagraph[] => {
    const [first] = own;
    if (first === undefined) return [];
    const bullet = bulletOf(text);
    return [
      {
        text: text.slice(bullet?.length ?? 0).trim(),
        amounts: own.flatMap((row) => row.amount ?? []),
        bullet: bullet?.kind ?? null,
        rows: own,
        bold: own.every((row) => row.bold),
        size: first.size,
        x0: first.x0,
      },
    ];
  });
}
