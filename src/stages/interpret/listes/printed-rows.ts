import { matchesIn } from '../../../french/matches.ts';
import { amountAlone } from '../../../french/priced.ts';
import { onBaseline } from '../baseline.ts';
import type { Piece } from '../heading-piece.ts';
import { bulletOf } from './bullets.ts';

/** One printed line of running text: its words, and the amount that white or a tab sets apart on the same baseline. */
export interface PrintedRow {
  readonly text: string;
  readonly amount: string | null;
  readonly pieces: readonly Piece[];
  readonly page: number;
  readonly x0: number;
  /** Where the words end; an amount set apart is none of them. */
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
  readonly bold: boolean;
}

/** Edges closer than this are one edge, points. */
const SAME_EDGE = 2.5;
/** How far off the beginning of the last words of a line may be reckoned, points. */
const RECKONED = 7;
const FEWEST_APART = 3;
/** White (ems) between the lines of one item at most. */
const CLOSE = 0.6;

/** An amount with its currency that ends a line. */
const AT_END = /^\d{1,3}(?:[\s.]?\d{3})*(?:[.,]\d{1,2})?\s?(?:k?€|k?eur(?:os?)?)(?:\s?(?:ttc|ht|\/\s?an|par an)){0,2}$/iu;
const GLUED = /(?:\)|\p{L}[.,]?)(?<amount>\d{1,3}(?:[\s.]?\d{3})*(?:[.,]\d{2})?\s?(?:k?€|k?eur(?:os?)?))$/iu;
/** Dots that lead to an amount keep it in its line. */
const LEADERS = /\.{4}|…{2}|_{4}/u;
/** Behind these the amount of a line may begin. */
const BEGINS = /(?<=[^\d.,]|\d\s|\p{L}[.,])\d|(?<=\s)[\p{L}-]/gu;

/** Behind these comes the price of one thing. */
const PRICE_FOLLOWS = /(?:\s(?:à|a|x|×|soit|de|pour|et|par|sur)|[([])$/u;
/** How far off a stop right of the column, points. */
const AT_STOP = 3;

/** An amount cut off the words of its line. */
interface Cut {
  readonly words: string;
  readonly amount: string;
  readonly x1: number;
  /** No line below that has an amount can make the one cut off part of the words. */
  readonly sure: boolean;
}

/** The column in which the amounts of a list stand, set apart by tabs. */
class AmountColumn {
  private readonly lefts: readonly number[];
  private readonly rights: readonly number[];
  /** Some of its amounts begin alike and are longer than others, as they are only where they are set to the left. */
  private readonly isSetLeft: boolean;
  /** Right of the column: where an amount stands whose words ran over it. */
  private readonly stops: readonly number[];
  /** What a sign of an amount takes, in heights of its type. */
  private readonly sign: number;

  constructor(amounts: readonly Piece[]) {
    const shared = (edges: readonly number[]): number[] =>
      edges.filter((edge) => edges.filter((other) => Math.abs(other - edge) < SAME_EDGE).length >= FEWEST_APART);
    this.lefts = shared(amounts.map((piece) => piece.place.box[0]));
    this.rights = shared(amounts.map((piece) => piece.place.box[2]));
    this.isSetLeft = this.lefts.some((edge) => {
      const ends = amounts.flatMap(({ place: { box } }) => (Math.abs(box[0] - edge) < SAME_EDGE ? [box[2]] : []));
      return Math.max(...ends) - Math.min(...ends) >= SAME_EDGE;
    });
    const { left } = this;
    this.stops = left === null ? [] : amounts.map((piece) => piece.place.box[0]).filter((edge) => edge > left + SAME_EDGE);
    // The value of a heading may come with the box of its label: the middle of all, not their mean.
    const signs = amounts.map(({ text, size, place }) => (place.box[2] - place.box[0]) / (text.length * size)).sort((a, b) => a - b);
    this.sign = signs[Math.floor(signs.length / 2)] ?? 0.5;
  }

  /** An amount stands in the column: it begins or ends where others do. */
  holds({ place: { box } }: Piece): boolean {
    return this.off(box[0]) < SAME_EDGE || this.rights.some((edge) => Math.abs(edge - box[2]) < SAME_EDGE);
  }

  get left(): number | null {
    return this.lefts.length === 0 ? null : Math.min(...this.lefts);
  }

  /** Cuts the amount off a line that runs so close to the column that no white parts them: "…contre 1 4 500 €" is 4 500 € where the column begins there. */
  cut(piece: Piece): Cut | null {
    const { text, size } = piece;
    if (LEADERS.test(text)) return null;
    const [x0, , x1] = piece.place.box;
    // Words in place of an amount ("sans coût supplémentaire") are as wide as those before them.
    const widthOf = (amount: string): number => amount.length * (/\d/u.test(amount) ? size * this.sign : (x1 - x0) / text.length);
    const found = matchesIn(text, BEGINS).flatMap(({ index }) => {
      const amount = text.slice(index);
      const left = x1 - widthOf(amount);
      return index > 0 && (AT_END.test(amount) || (!/\d/u.test(amount) && amountAlone(amount) !== null))
        ? [{ words: text.slice(0, index).trim(), amount, x1: left, off: this.off(left), sure: /\d/u.test(amount) }]
        : [];
    });
    // The hundreds of amounts set to the right begin alike: no thousands are cut from one for it.
    const whole = this.isSetLeft ? found : found.filter(({ amount }) => !found.some((other) => isTailOf(amount, other.amount)));
    const best = whole.reduce<(typeof found)[number] | null>((a, b) => (a === null || b.off < a.off ? b : a), null);
    if (best !== null && best.off < RECKONED) return best;
    // No word begins with an amount right behind a bracket or a word: the words ran over the column, and the amount stands behind them.
    const behind = GLUED.exec(text)?.groups?.['amount'];
    const glued = this.lefts.length === 0 ? undefined : found.find(({ amount }) => amount === behind);
    if (glued !== undefined) return glued;
    const [only, another] = whole;
    if (only !== undefined && another === undefined && this.rights.some((edge) => Math.abs(edge - x1) < SAME_EDGE)) return only;
    // The words ran over the column, up to where another amount stands whose words did so too: "… par Lustra 59 21 000 €" is 21 000 € that begins there.
    const atStop = whole.find(
      ({ words, amount, x1: left }) =>
        !PRICE_FOLLOWS.test(words) && /^[1-9]/u.test(amount) && this.stops.some((edge) => Math.abs(edge - left) < AT_STOP),
    );
    return atStop === undefined ? null : { ...atStop, sure: false };
  }

  private off(left: number): number {
    return Math.min(Infinity, ...this.lefts.map((edge) => Math.abs(edge - left)));
  }
}

/** Whether an amount is the end of another, whose thousands go before it. */
function isTailOf(amount: string, other: string): boolean {
  return amount !== other && /\d/u.test(amount) && AT_END.test(other) && other.endsWith(amount);
}

function nearestLeft(piece: Piece, others: readonly Piece[]): Piece | null {
  return others
    .filter((other) => other !== piece && onBaseline(other, piece) && other.place.box[2] <= piece.place.box[0] + 1)
    .reduce<Piece | null>((best, other) => (best === null || other.place.box[2] > best.place.box[2] ? other : best), null);
}

/** Behind the amount another label stands on its line, with a value that is none: facts of a heading side by side, no item of a list. */
function isOfHeading(amount: Piece, pieces: readonly Piece[]): boolean {
  const behind = pieces
    .filter((piece) => piece.place.box[0] >= amount.place.box[2] && onBaseline(piece, amount))
    .sort((one, other) => one.place.box[0] - other.place.box[0]);
  const [label, value] = behind;
  return label !== undefined && value !== undefined && /\p{L}\s?:$/u.test(label.text) && amountAlone(value.text) === null;
}

const UNIT = /€|\beur(?:os?)?\b/iu;
/** So many texts with the unit show that amounts have it. */
const WITH_UNIT = 3;

const DWELLINGS = /\b(?:logements?|logts?)\b/iu;
/** A number of dwellings and nothing else. */
const COUNT = /^\d[\d\s]*(?:logements?|logts?)\.?$/iu;

/**
 * Beside words that count dwellings a number without the unit that amounts have (`haveUnit`) is their count; beside a count that stands alone an amount is another fact of
 * the heading, whose label has two lines.
 */
function isBesideDwellings(amount: Piece, pieces: readonly Piece[], haveUnit: boolean): boolean {
  const words = nearestLeft(amount, pieces)?.text ?? '';
  return COUNT.test(words) || (haveUnit && !UNIT.test(amount.text) && DWELLINGS.test(words));
}

/** The upper of two lines of words between which an amount is set in the middle, when both begin at one x and reach into its height. */
function linesAround(amount: Piece, words: readonly Piece[]): Piece | null {
  const [left, top, , bottom] = amount.place.box;
  const beside = words.filter(
    ({ place: { page, box } }) => page === amount.place.page && box[2] <= left + 1 && box[1] < bottom && box[3] > top,
  );
  const upper = beside.find(({ place: { box } }) => box[1] < top);
  const lower = beside.find(({ place: { box } }) => box[3] > bottom);
  const isCell = upper !== undefined && lower !== undefined && Math.abs(upper.place.box[0] - lower.place.box[0]) < SAME_EDGE;
  return isCell && beside.length === 2 ? upper : null;
}

/** An amount alone belongs to the words on its baseline, to its left, whatever order the page wrote them in; so does a bullet to those on its right. */
export function printedRows(pieces: readonly Piece[]): { readonly rows: readonly PrintedRow[]; readonly amountsFrom: number | null } {
  const amounts = pieces.filter((piece) => amountAlone(piece.text) !== null);
  const haveUnit = pieces.filter(({ text }) => UNIT.test(text)).length >= WITH_UNIT;
  const ofHeading = new Set(amounts.filter((piece) => isOfHeading(piece, pieces) || isBesideDwellings(piece, pieces, haveUnit)));
  const lone = new Set(amounts.filter((piece) => !ofHeading.has(piece)));
  const words = pieces.filter((piece) => !lone.has(piece) && !ofHeading.has(piece));
  const amountOf = new Map<Piece, Piece>();
  for (const piece of lone) {
    const left = nearestLeft(piece, words);
    if (left !== null && !amountOf.has(left)) amountOf.set(left, piece);
  }
  const column = new AmountColumn([...amountOf.values()]);
  const paired = new Set(amountOf.values());
  for (const piece of lone) {
    const upper = paired.has(piece) || !column.holds(piece) ? null : linesAround(piece, words);
    if (upper !== null && !amountOf.has(upper)) amountOf.set(upper, piece);
  }
  const taken = new Set(amountOf.values());
  const bulletTo = new Map<Piece, Piece>();
  for (const piece of words) {
    const left = nearestLeft(piece, words);
    if (left !== null && bulletOf(`${left.text} x`)?.length === left.text.length + 1) bulletTo.set(piece, left);
  }
  const bullets = new Set(bulletTo.values());
  /** The line right below that begins no item. */
  const lineBelow = (above: Piece): Piece | undefined =>
    words.find(
      ({ text, place: { page, box } }) =>
        bulletOf(text) === null &&
        page === above.place.page &&
        box[1] > above.place.box[1] &&
        box[1] - above.place.box[3] < CLOSE * above.size,
    );
  /** Lines below go on with the item and have its amount: the dash that ends the line above says none. */
  const goesOnPaid = (above: Piece): boolean => {
    const below = lineBelow(above);
    return below !== undefined && (amountOf.has(below) || goesOnPaid(below));
  };
  const rows = pieces.flatMap((piece): PrintedRow[] => {
    if (taken.has(piece) || bullets.has(piece) || ofHeading.has(piece)) return [];
    const apart = amountOf.get(piece);
    const own = apart === undefined && !lone.has(piece) ? column.cut(piece) : null;
    const cut = own?.sure === false && goesOnPaid(piece) ? null : own;
    const bullet = bulletTo.get(piece);
    const [x0, y0, x1, y1] = piece.place.box;
    return [
      {
        text: `${bullet === undefined ? '' : `${bullet.text} `}${cut?.words ?? piece.text}`,
        amount: apart?.text ?? cut?.amount ?? null,
        pieces: [...(bullet === undefined ? [] : [bullet]), piece, ...(apart === undefined ? [] : [apart])],
        page: piece.place.page,
        x0: bullet?.place.box[0] ?? x0,
        x1: cut?.x1 ?? x1,
        y0,
        y1,
        size: piece.size,
        bold: piece.bold,
      },
    ];
  });
  return { rows, amountsFrom: column.left };
}
