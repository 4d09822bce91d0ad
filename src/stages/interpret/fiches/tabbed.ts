import { endsMidSentence } from '../../../french/mid-sentence.ts';
import { fold } from '../../../french/text.ts';
import { readAmountCell } from '../../../french/amounts.ts';
import { matchesIn } from '../../../french/matches.ts';
import { joinedLines } from '../joined-lines.ts';
import type { Piece } from '../heading-piece.ts';
import { keyKind, sheetTitle } from './keys.ts';
import { isTitleOfForm } from './title-row.ts';

/** Text read as one line: a piece, or a key with the value that a tab sets apart from it. */
export interface Strand {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** A tab parts key and value: no sentence with a colon. */
  readonly isTabbed: boolean;
}

/** Lines of one text stand this close to each other, in heights of their type. */
const CLOSE = 0.75;

export function isUnder(above: Piece, piece: Piece): boolean {
  const gap = piece.place.box[1] - above.place.box[3];
  return piece.place.page === above.place.page && gap > -0.6 * piece.size && gap < CLOSE * piece.size;
}

export function sameLine(a: Piece, b: Piece): boolean {
  return (
    a.place.page === b.place.page &&
    Math.abs(a.place.box[3] - b.place.box[3]) < 0.6 * Math.min(a.size, b.size) &&
    b.place.box[0] >= a.place.box[2] - 2
  );
}

/** The edge that most of these share. */
function commonEdge(edges: readonly number[]): number | null {
  let best: { edge: number; count: number } | null = null;
  for (const edge of edges) {
    const count = edges.filter((other) => Math.abs(other - edge) < 4).length;
    if (best === null || count > best.count) best = { edge, count };
  }
  return best === null || best.count < 2 ? null : best.edge;
}

function isBareKey(piece: Piece): boolean {
  return keyKind(piece.text) !== null;
}

const MOST_LINES = 3;

/** A key begun with a capital: the next of the sheet, not the rest of the one above, though nothing stands beside it. */
function isWholeKey(text: string): boolean {
  return /^\p{Lu}/u.test(text) && keyKind(text) !== null;
}

/** Words that are no key and go on a text, though a line of the value stands beside them: "œuvre" under "Modalités de mise en". */
function isRest({ text }: Piece): boolean {
  return /^\p{Ll}/u.test(text) && keyKind(text) === null;
}

/** Lines of one key stand so much closer than keys do, in points: "Dépenses" over "Prévisionnelles (K€)" is one, though either might be a key. */
const CLOSER = 1;

/** The white between a key and the one above on its page. */
function whiteOver(piece: Piece, above: Piece | undefined): number {
  return above === undefined || above.place.page !== piece.place.page ? Infinity : piece.place.box[1] - above.place.box[3];
}

interface Group {
  text: string;
  readonly keys: Piece[];
  readonly values: Piece[];
}

/** How far off the beginning of a value may be reckoned, points. */
const RECKONED = 14;

/** Cuts the amount off a key that runs so close to the values that no white parts them. */
function cut(piece: Piece, valuesAt: number): readonly [Piece, Piece] | null {
  const { text, place } = piece;
  const [x0, y0, x1, y1] = place.box;
  const sign = (x1 - x0) / Math.max(1, text.length);
  const found = matchesIn(text, /\s+(?=[\d-])/gu).flatMap(({ index }) => {
    const [head, tail] = [text.slice(0, index), text.slice(index).trim()];
    const off = Math.abs(x1 - tail.length * sign - valuesAt);
    return off < RECKONED && keyKind(head) !== null && !endsMidSentence(head) && readAmountCell(tail).kind === 'amount'
      ? [{ head, tail, off }]
      : [];
  });
  const best = found.sort((a, b) => a.off - b.off)[0];
  if (best === undefined || x1 <= valuesAt) return null;
  return [
    { ...piece, text: best.head, place: { ...place, box: [x0, y0, valuesAt - 1, y1] } },
    { ...piece, text: best.tail, place: { ...place, box: [valuesAt, y0, x1, y1] } },
  ];
}

/** The keys down the left with what stands to their right, each as one line "key : value"; other pieces stay as they are. */
export function withoutTabs(printed: readonly Piece[]): readonly Strand[] {
  const single = (piece: Piece): Strand => ({ text: piece.text, pieces: [piece], isTabbed: false });
  const beside = printed.flatMap((piece, at) => {
    const next = printed.slice(at + 1, at + 3).find((other) => sameLine(piece, other));
    return next !== undefined && isBareKey(piece) && !/:\s*\S/u.test(piece.text) ? [{ piece, next }] : [];
  });
  const keysAt = commonEdge(beside.map(({ piece }) => piece.place.box[0]));
  const valuesAt = commonEdge(beside.map(({ next }) => next.place.box[0]));
  if (keysAt === null || valuesAt === null || valuesAt <= keysAt) return printed.map(single);
  // "FICHE ACTION 3" may end where values begin.
  const mayBeCut = ({ text, place }: Piece): boolean => Math.abs(place.box[0] - keysAt) < 4 && sheetTitle(text) === null;
  const pieces = printed.flatMap((piece) => (mayBeCut(piece) ? cut(piece, valuesAt) : null) ?? [piece]);
  const hasColons = beside.filter(({ piece }) => /:\s*$/u.test(piece.text)).length * 2 >= beside.length;
  const isLeft = (piece: Piece): boolean => Math.abs(piece.place.box[0] - keysAt) < 4 && piece.place.box[2] <= valuesAt + 1;
  const isRight = (piece: Piece): boolean => piece.place.box[0] >= valuesAt - 6;
  // The type of a bold key may stand a little lower than that of its value.
  const down = (a: Piece, b: Piece): number => (sameLine(a, b) || sameLine(b, a) ? 0 : a.place.box[1] - b.place.box[1]);
  const ordered = [...pieces].sort((a, b) => a.place.page - b.place.page || down(a, b) || a.place.box[0] - b.place.box[0]);
  const groups = new Map<Piece, Group>();
  const grouped = new Set<Piece>();
  const tops = new Map<number, number>();
  for (const { place } of pieces) tops.set(place.page, Math.min(tops.get(place.page) ?? Infinity, place.box[1]));
  const isFirst = ({ place }: Piece): boolean => place.box[1] < (tops.get(place.page) ?? 0) + 2;
  const rows = ordered.filter(isLeft);
  const apart = Math.min(...beside.map(({ piece }) => whiteOver(piece, rows[rows.indexOf(piece) - 1])));
  let open: Group | null = null;
  for (const piece of ordered) {
    if (isRight(piece)) {
      const last: Piece | undefined = open?.values.at(-1) ?? open?.keys[0];
      const [first] = open?.keys ?? [];
      if (open === null || last === undefined || first === undefined) continue;
      const near = isUnder(last, piece) || sameLine(last, piece) || Math.abs(first.place.box[1] - piece.place.box[1]) < piece.size;
      if (
        !(near && piece.place.page === last.place.page) &&
        !(piece.place.page === last.place.page + 1 && isFirst(piece) && !isTitleOfForm(piece.text))
      )
        continue;
      open.values.push(piece);
      grouped.add(piece);
      continue;
    }
    if (!isLeft(piece)) {
      open = null;
      continue;
    }
    const above: Piece | undefined = open?.keys.at(-1);
    const wraps =
      open !== null &&
      above !== undefined &&
      open.keys.length < MOST_LINES &&
      isUnder(above, piece) &&
      (above.bold === piece.bold || piece.text.trim() === ':') &&
      (hasColons ? !/:\s*$/u.test(open.text) : isRest(piece) || !pieces.some((other) => sameLine(piece, other))) &&
      !(isWholeKey(open.text) && isWholeKey(piece.text) && whiteOver(piece, above) > apart - CLOSER) &&
      keyKind(joinedLines(open.text, piece.text)) !== null;
    if (wraps && open !== null) {
      open.text = joinedLines(open.text, piece.text);
      open.keys.push(piece);
      grouped.add(piece);
      continue;
    }
    open = { text: piece.text, keys: [piece], values: [] };
    groups.set(piece, open);
    grouped.add(piece);
  }
  // What introduces a value on one sheet does so on another that leaves it out.
  const keys = new Set([...groups.values()].filter(({ values }) => values.length > 0).map(({ text }) => fold(text)));
  return pieces.flatMap((piece): Strand[] => {
    const group = groups.get(piece);
    if (group === undefined) return grouped.has(piece) ? [] : [single(piece)];
    const hasColon = /:\s*$/u.test(group.text);
    const isKnown = keyKind(group.text) !== null;
    const isKey = group.values.length > 0 ? hasColon || isKnown : isKnown && (hasColon || keys.has(fold(group.text)));
    if (!isKey) return [...group.keys, ...group.values].map(single);
    const value = group.values
      .map(({ text }) => text)
      .reduce(joinedLines, '')
      .trim();
    return [{ text: `${group.text.replace(/\s*:\s*$/u, '')} : ${value}`, pieces: [...group.keys, ...group.values], isTabbed: true }];
  });
}
