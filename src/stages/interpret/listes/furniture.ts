import { amountAlone } from '../../../french/priced.ts';
import { fold } from '../../../french/text.ts';
import type { Place } from '../../../model/geometry.ts';
import { onBaseline } from '../baseline.ts';
import { isLabel } from '../heading-labels.ts';
import type { Piece } from '../heading-piece.ts';
import { isFigureCut } from './whole-amounts.ts';

const PAGE_NUMBER = /^\W*(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|de)\s*\d{1,3})?\s*[-–—]?$/iu;

/** A key, or money: what a sheet or an item says, wherever on the page it stands. */
const STATES = /:\s*$|€/u;
const KEY_AND_VALUE = /^(?<key>[^:]*\p{L}[^:]*):\s*(?<value>\S[^:]*)$/u;

/** The key of a line that has its value beside it; empty for any other line. */
function keyIn(text: string): string {
  return fold(KEY_AND_VALUE.exec(text)?.groups?.['key'] ?? '');
}

/** "Dépense valorisée TFPB : -": a key of money, and that there is none. */
function saysNone(text: string): boolean {
  const value = KEY_AND_VALUE.exec(text)?.groups?.['value'];
  return value !== undefined && amountAlone(value) !== null;
}

/** A heading begins this soon (pieces) under its title. */
const TITLE_LINES = 4;

/** The title over a heading, which says what the programme is, though another page begins with it too. An action with its cost is no label ("… de la commune : 21 000 €"). */
function isTitle(piece: Piece, own: readonly Piece[]): boolean {
  const at = own.indexOf(piece);
  return own.slice(at + 1, at + 1 + TITLE_LINES).some(({ text }) => isLabel(text) && !text.includes('€'));
}

/** So many pages in a row under one head: fewer may each begin with the same heading. */
const RUNNING = 3;

/**
 * Running heads and feet: the first or last line of several pages that says the same on each, and numbers of pages. `isHeading`: what names an axe, say, heads what
 * follows, though the part of another quartier begins a page with it too. `beside`: where the rest of the pages' content stands, tables say: a line over it is no foot.
 */
export function withoutFurniture(pieces: readonly Piece[], isHeading: (text: string) => boolean, beside: readonly Place[] = []): Piece[] {
  const byPage = new Map<number, Piece[]>();
  for (const piece of pieces) byPage.set(piece.place.page, [...(byPage.get(piece.place.page) ?? []), piece]);
  // The key beside an amount is a key on the sheet that costs nothing too.
  const keys = new Set(
    pieces
      .filter((piece) => (byPage.get(piece.place.page) ?? []).some((other) => STATES.test(other.text) && onBaseline(other, piece)))
      .map(({ text }) => fold(text)),
  );
  const edges = new Map<string, Set<number>>();
  const keyOf = (piece: Piece): string =>
    `${/\bpage\b|\d\s*\/\s*\d/iu.test(piece.text) ? fold(piece.text).replace(/\d+/gu, '#') : fold(piece.text)} ${String(Math.round(piece.place.box[1] / 4))}`;
  const atEdge = [...byPage].flatMap(([page, own]) => {
    const places = [...own.map(({ place }) => place), ...beside.filter((place) => place.page === page)];
    const top = Math.min(...places.map(({ box }) => box[1]));
    const bottom = Math.max(...places.map(({ box }) => box[3]));
    return own.filter(({ place }) => place.box[1] < top + 2 || place.box[3] > bottom - 2);
  });
  const edge = new Set(atEdge);
  const amid = pieces.filter((piece) => !edge.has(piece)).map(({ text }) => ({ key: keyIn(text), text }));
  // What is a key amid a page, with other values, is one where it happens to begin or end two pages with the same.
  const isOfSheet = (text: string): boolean => {
    const key = keyIn(text);
    return saysNone(text) || (key !== '' && !isLabel(text) && amid.some((other) => other.key === key && other.text !== text));
  };
  const outer = atEdge.filter(({ text }) => !STATES.test(text) && !keys.has(fold(text)) && !isOfSheet(text));
  for (const piece of outer) edges.set(keyOf(piece), (edges.get(keyOf(piece)) ?? new Set()).add(piece.place.page));
  const repeats = (piece: Piece): boolean => {
    const own = byPage.get(piece.place.page) ?? [];
    const on = edges.get(keyOf(piece)) ?? new Set();
    if (on.size < 2 || isTitle(piece, own)) return false;
    const isRunning = on.size >= Math.max(RUNNING, byPage.size - 1);
    return isRunning || !isHeading(piece.text) || !own.some(({ place }) => place.box[1] > piece.place.box[3]);
  };
  /** The first figures of an amount, whose rest stands on the line below, number no page. */
  const cut = new Set(pieces.filter((piece, at) => isFigureCut(pieces[at - 1], piece, pieces[at + 1])));
  const dropped = new Set(outer.filter((piece) => (PAGE_NUMBER.test(piece.text) && !cut.has(piece)) || repeats(piece)));
  return pieces.filter((piece) => !dropped.has(piece));
}
