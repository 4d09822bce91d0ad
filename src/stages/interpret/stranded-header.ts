import { overlap } from '../../model/geometry.ts';
import { matchesIn } from '../../french/matches.ts';
import { fold } from '../../french/text.ts';
import { onBaseline } from './baseline.ts';
import type { Column } from './columns.ts';
import type { Extent } from './group-headings.ts';
import { columnKind, headerShare, isYears } from './header-words.ts';
import { sectionTitle } from './labels.ts';
import { isMoney } from './sentences.ts';
import type { Piece } from './heading-piece.ts';
import { withWholeWords } from './whole-words.ts';

/** White (ems) between the lines of one header, and between two rows of headings: "Axe | Action | Dépenses" over "Prévu | Valorisé". */
const IN_HEADER = 1;
const BETWEEN_ROWS = 2;
/** Share of a text's words that belong to headers. */
const HEADER_WORDS = 0.6;
/** Lines of a page footer that may stand under the header. */
const FOOTER_LINES = 2;
const LONGEST = 80;

/** A label with its value: "Période : 2017". Like an amount, it heads no column. */
const FACT = /\p{L}\s*:\s*[\p{L}\d]/u;

/** `pieces`: those of its page; the words of one printed line tell together, of which one heading may be a word of the page's own ("Fiche"). */
function isHeaderLike(piece: Piece, pieces: readonly Piece[]): boolean {
  const { text } = piece;
  if (sectionTitle(text) !== null || isMoney(text) || FACT.test(text)) return false;
  if (text.length > LONGEST || /:\s*$/u.test(text)) return false;
  if (headerShare(text) >= HEADER_WORDS || isYears(text) || /^\W*€\W*$/u.test(text)) return true;
  const line = pieces.filter((other) => other === piece || onBaseline(other, piece)).map((each) => each.text);
  return headerShare(text) > 0 && line.length > 1 && headerShare(line.join(' ')) >= HEADER_WORDS;
}

/** Whether a line of few header words begins a heading that goes on right under it, in a row with other headings: "Dont valorisé au" over "titre de la TFPB". */
function wrapsInto(piece: Piece, run: readonly Piece[]): boolean {
  const { text, size } = piece;
  if (sectionTitle(text) !== null || isMoney(text) || /:/u.test(text) || text.length > LONGEST || !isBeside(piece, run)) return false;
  const [x0, , x1, y1] = piece.place.box;
  return run.some(({ text: rest, place: { box } }) => {
    const isUnder = Math.abs(box[1] - y1) < 0.5 * size && overlap(x0, x1, box[0], box[2]) > 0.7 * Math.min(x1 - x0, box[2] - box[0]);
    return isUnder && headerShare(`${text} ${rest}`) >= HEADER_WORDS;
  });
}

/** The run of header words at the foot of a page, its footer aside: from the last such piece upwards, while the next stands near. */
function footOf(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => b.place.box[3] - a.place.box[3]);
  const start = sorted.findIndex((piece) => isHeaderLike(piece, pieces));
  if (start < 0 || start > FOOTER_LINES) return [];
  const run: Piece[] = [];
  for (const piece of sorted.slice(start)) {
    const top = Math.min(...run.map(({ place }) => place.box[1]));
    const white = isBeside(piece, pieces) ? BETWEEN_ROWS : IN_HEADER;
    if (run.length > 0 && top - piece.place.box[3] > white * piece.size) break;
    if (!isHeaderLike(piece, pieces) && !wrapsInto(piece, run)) break;
    run.push(piece);
  }
  return run.reverse();
}

/** The words of a line that runs over several columns, each where it stands as far as the length of the text tells. */
function wordsOver(piece: Piece, columns: readonly Extent[]): readonly Piece[] {
  const [x0, y0, x1, y1] = piece.place.box;
  const isOverSeveral = columns.filter((column) => overlap(column.x0, column.x1, x0, x1) > piece.size).length > 1;
  if (!isOverSeveral) return [piece];
  const perSign = (x1 - x0) / Math.max(1, piece.text.length);
  return matchesIn(piece.text, /\S+/gu).map(({ 0: text, index }): Piece => {
    const box = [x0 + index * perSign, y0, x0 + (index + text.length) * perSign, y1] as const;
    return { ...piece, text, place: { ...piece.place, box } };
  });
}

/** In one row with another: a line that stands alone is a title. */
function isBeside(piece: Piece, lines: readonly Piece[]): boolean {
  const [, y0, , y1] = piece.place.box;
  return lines.some((other) => other !== piece && overlap(y0, y1, other.place.box[1], other.place.box[3]) > 0);
}

const isOver = ({ place: { box } }: Piece, { x0, x1 }: Extent): boolean => overlap(x0, x1, box[0], box[2]) > 0.5 * (box[2] - box[0]);

/** Under a row of headings, one over each column it runs across: two of them wrap side by side ("prévisionnelle valorisée"), set too close to be told apart. */
function wrapsSeveral(piece: Piece, lines: readonly Piece[], columns: readonly Extent[]): boolean {
  const [x0, y0, x1] = piece.place.box;
  const above = lines.filter((other) => other.place.box[1] < y0 && !onBaseline(other, piece) && isBeside(other, lines));
  const under = columns.filter((column) => overlap(column.x0, column.x1, x0, x1) > piece.size);
  return under.length > 1 && under.every((column) => above.some((other) => isOver(other, column)));
}

/** The headings of columns that stood as text. */
export interface StrandedHeader {
  /** For each column its text, `''` for none. */
  readonly headings: readonly string[];
  /** The lines of text that are these headings, and nothing else. */
  readonly lines: readonly Piece[];
}

/** The columns with the outer ones open to the sides: a table without header reaches as far as its values, the headings of its last column may go on beyond ("Montant valorisé" over "-"). */
function openAtSides(columns: readonly Extent[]): readonly Extent[] {
  return columns.map(({ x0, x1 }, at) => ({ x0: at === 0 ? -Infinity : x0, x1: at === columns.length - 1 ? Infinity : x1 }));
}

function headingsIn(lines: readonly Piece[], within: readonly Extent[]): StrandedHeader | null {
  const columns = openAtSides(within);
  const isInRow = (piece: Piece): boolean => isBeside(piece, lines) || wrapsSeveral(piece, lines, columns);
  const run = lines.flatMap((piece) => (isInRow(piece) ? wordsOver(piece, columns) : [piece]));
  const headings = columns.map((column) =>
    run
      .filter((piece) => isOver(piece, column))
      .sort((a, b) => a.place.box[1] - b.place.box[1] || a.place.box[0] - b.place.box[0])
      .map(({ text }) => text)
      .join(' '),
  );
  const kinds = new Set(headings.flatMap((heading) => (heading === '' ? [] : (columnKind(heading) ?? []))));
  if (!lines.some((piece) => isBeside(piece, lines)) || kinds.size < 2 || !kinds.has('montant')) return null;
  return { headings, lines: lines.filter((piece) => isInRow(piece) || columns.some((column) => isOver(piece, column))) };
}

/**
 * The headings of a table without header whose header stands as text over it, or alone at the foot of the page before, cut off by the page break; `null`
 * when no such header stands there.
 *
 * @param pieces the text between the table before and this one.
 * @param page the page this table begins on.
 */
export function strandedHeader(pieces: readonly Piece[], page: number, columns: readonly Extent[]): StrandedHeader | null {
  const on = (number: number): readonly Piece[] => pieces.filter(({ place }) => place.page === number);
  const over = headingsIn(footOf(on(page)), columns);
  if (over !== null) return over;
  // What ends the page before may be something else that has such words.
  const before = headingsIn(footOf(withWholeWords(on(page - 1))), columns);
  return before === null ? null : { ...before, lines: [] };
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}]+/gu, '');

/** Share of the letters of a header that must be found again. */
const FOUND = 0.6;

/** Headings found in running text, as the table before words them where they are the same words: lines of narrow headings side by side may be taken one for another, and the rest of a cut word left out. */
export function inWordsOf(columns: readonly Column[], headings: readonly string[]): readonly string[] {
  const own = columns.map(({ header }) => header);
  const all = lettersOf(own.join(' '));
  const words = headings.flatMap((heading) => heading.split(/\s+/u).map(lettersOf));
  // Each of them is whole: the table before may have them in another order.
  if (headings.every((heading) => own.some((other) => lettersOf(other).includes(lettersOf(heading))))) return headings;
  const isSame = own.length === headings.length && words.every((word) => all.includes(word)) && words.join('').length >= FOUND * all.length;
  return isSame ? own : headings;
}

/** So many lines at the foot of a page, of so many letters together, show that a header began there. */
const BEGUN_LINES = 3;
const BEGUN_LETTERS = 12;

/**
 * Whether the header of these columns begins at the foot of a page: its last lines, footers aside, have no words but its own. They may be set too close to be told apart
 * ("Réalisé Montant"), or cut words ("l'abatteme" over "nt TFPB").
 */
export function isBegunAtFoot(columns: readonly Column[], pieces: readonly Piece[], page: number): boolean {
  const all = lettersOf(columns.map(({ header }) => header).join(' '));
  const isOwn = ({ text }: Piece): boolean => lettersOf(text) !== '' && text.split(/\s+/u).every((word) => all.includes(lettersOf(word)));
  const sorted = pieces.filter(({ place }) => place.page === page).sort((a, b) => b.place.box[3] - a.place.box[3]);
  const start = sorted.findIndex(isOwn);
  if (start < 0 || start > FOOTER_LINES) return false;
  const end = sorted.findIndex((piece, at) => at > start && !isOwn(piece));
  const run = sorted.slice(start, end < 0 ? undefined : end);
  return run.length >= BEGUN_LINES && lettersOf(run.map(({ text }) => text).join(' ')).length >= BEGUN_LETTERS;
}
