import type { Component } from '../pixels/components.ts';
import { areAlike, isBlot } from './blots.ts';
import { letterBeneath } from './letter-beneath.ts';
import { hangsFrom } from './tall-marks.ts';
import { usualHeights } from './usual-heights.ts';

/** A run of letters on one line with no wide white in it. */
export interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  readonly parts: Component[];
  /** Height of its letters, capitals rather than small ones. */
  high: number;
}

/** White that parts two pieces, in heights of their letters, and at least so many pixels. */
const GAP_IN_HEIGHTS = 0.95;
const LEAST_GAP = 28;
/** What is lower than this share of the letters around is no letter: a dot, a dash, an accent. */
const BODY = 0.5;
/** Taller than so many usual letters, ink does not say where its line begins and ends. */
const TALL = 1.6;
/** A dot, a dash or an accent belongs to letters this near, in heights of theirs. */
const BESIDE = 0.6;
const ABOVE = 0.45;
const CLOSE = 0.18;
const HANGING = 0.3;
/** Small ink at the end of a piece and this far from it is dirt, in heights. */
const ASTRAY = 0.35;
const TINY = 0.32;
/** Dots of a bold colon are larger. */
const COLON = 0.42;

const heightOf = ({ y0, y1 }: { readonly y0: number; readonly y1: number }): number => y1 - y0;

/** Chains letters to what stands just left of them at the same height: each column of text by itself, whatever stands beside it. */
export function piecesOf(components: readonly Component[]): Piece[] {
  const usual = usualHeights(components);
  const small: Component[] = [];
  const pieces: Piece[] = [];
  let open: Piece[] = [];
  const colons = colonDots(components, usual);
  const isLetter = (each: Component): boolean => heightOf(each) >= BODY * usual(each);
  const beneath = letterBeneath(components.filter(isLetter));
  const accents = new Map<Component, Component>();
  for (const each of components) {
    const letter = isLetter(each) ? null : beneath(each, usual(each));
    if (letter !== null) accents.set(letter, each);
  }
  const over = new Set(accents.values());
  for (const each of [...components].sort((a, b) => a.x0 - b.x0)) {
    const high = usual(each);
    open = open.filter((piece) => each.x0 - piece.x1 <= reach(piece));
    if (over.has(each)) continue;
    if (!isLetter(each)) {
      const isMark = colons.has(each) || each.x1 - each.x0 > 1.4 * heightOf(each);
      const isNear = (piece: Piece): boolean =>
        each.x0 - piece.x1 <= (isMark || isNextDot(each, piece) ? reach(piece) : BESIDE * piece.high);
      const own = open.find((piece) => isNear(piece) && isOnLine(each, piece));
      if (own === undefined) small.push(each);
      else {
        add(own, each, false);
        hang(own, each);
      }
      continue;
    }
    let best: Piece | null = null;
    let most = 0.5;
    for (const piece of open) {
      const shared = Math.min(piece.y1, each.y1) - Math.max(piece.y0, each.y0);
      const share = shared / Math.min(heightOf(piece), heightOf(each));
      if (share > most) [best, most] = [piece, share];
    }
    if (best === null && open.some((piece) => hangsFrom(each, piece))) small.push(each);
    else if (best === null) {
      best = { x0: each.x0, y0: each.y0, x1: each.x1, y1: each.y1, parts: [each], high: Math.min(heightOf(each), TALL * high) };
      pieces.push(best);
      open.push(best);
    } else add(best, each, heightOf(each) <= TALL * high);
  }
  for (const piece of pieces)
    for (const letter of [...piece.parts]) {
      const accent = accents.get(letter);
      if (accent !== undefined) addOver(piece, accent);
    }
  return joined(attach(small, pieces)).flatMap(trimmed);
}

/** The two dots of colons, which French sets a space away from the word: one above the other, less than a letter apart. */
function colonDots(components: readonly Component[], usual: (each: Component) => number): Set<Component> {
  const small = components.filter((each) => heightOf(each) < COLON * usual(each)).sort((a, b) => a.x0 - b.x0);
  const dots = new Set<Component>();
  for (const [index, each] of small.entries())
    for (let next = index + 1; next < small.length; next++) {
      const other = small[next];
      if (other === undefined || other.x0 >= each.x1) break;
      const white = Math.max(other.y0 - each.y1, each.y0 - other.y1);
      const alike = Math.min(other.x1, each.x1) - other.x0 >= 0.6 * Math.max(other.x1 - other.x0, each.x1 - each.x0);
      if (!alike || white < TINY * 0.5 * usual(each) || white > 0.8 * usual(each)) continue;
      dots.add(each);
      dots.add(other);
    }
  return dots;
}

/** The dots of leaders and of the points before them are parts of one line, whatever white is between. */
function isNextDot(each: Component, { parts }: Piece): boolean {
  const last = parts.at(-1);
  return last !== undefined && isBlot(each) && isBlot(last) && areAlike(each, last);
}

function reach({ high }: Piece): number {
  return Math.max(LEAST_GAP, GAP_IN_HEIGHTS * high);
}

function isOnLine(each: Component, { y0, y1 }: Piece): boolean {
  const middle = (each.y0 + each.y1) / 2;
  return middle > y0 + 0.15 * (y1 - y0) && middle < y1;
}

function add(piece: Piece, each: Component, tells: boolean): void {
  piece.parts.push(each);
  piece.x0 = Math.min(piece.x0, each.x0);
  piece.x1 = Math.max(piece.x1, each.x1);
  if (!tells) return;
  piece.y0 = Math.min(piece.y0, each.y0);
  piece.y1 = Math.max(piece.y1, each.y1);
  piece.high = Math.max(piece.high, heightOf(each));
}

/** The tail of a comma reaches below its line. */
function hang(piece: Piece, { y1 }: Component): void {
  if (y1 - piece.y1 < HANGING * piece.high) piece.y1 = Math.max(piece.y1, y1);
}

function addOver(piece: Piece, accent: Component): void {
  add(piece, accent, false);
  piece.y0 = Math.min(piece.y0, accent.y0);
}

/** Accents, dots and dashes join the nearest letters; what is near none are pieces of their own. */
function attach(small: readonly Component[], pieces: readonly Piece[]): Piece[] {
  const lone: Piece[] = [];
  for (const each of small) {
    let best: Piece | null = null;
    let nearest = Infinity;
    for (const piece of pieces) {
      const aside = Math.max(0, each.x0 - piece.x1, piece.x0 - each.x1);
      const above = Math.max(0, piece.y0 - each.y1, each.y0 - piece.y1);
      if (aside > BESIDE * piece.high || above > ABOVE * piece.high) continue;
      const distance = aside + 2 * above;
      if (distance < nearest) [best, nearest] = [piece, distance];
    }
    if (best === null) lone.push({ x0: each.x0, y0: each.y0, x1: each.x1, y1: each.y1, parts: [each], high: heightOf(each) });
    else {
      const inside = each.y1 > best.y0 && each.y0 < best.y1;
      // An accent stands close over its letter; a speck above must not stretch the line, which tells the size of its letters.
      if (inside || isOverLetter(each, best)) best.y0 = Math.min(best.y0, each.y0);
      add(best, each, false);
      if (inside) hang(best, each);
    }
  }
  return [...pieces, ...lone];
}

function isOverLetter({ x0, x1, y1 }: Component, { parts, high }: Piece): boolean {
  return parts.some((part) => part.x0 < x1 && part.x1 > x0 && Math.abs(part.y0 - y1) < CLOSE * high);
}

/** Joins pieces that dots and dashes between them have brought together. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const before = out.find((other) => {
      if (piece.x0 - other.x1 > Math.max(LEAST_GAP, GAP_IN_HEIGHTS * Math.max(piece.high, other.high))) return false;
      const shared = Math.min(piece.y1, other.y1) - Math.max(piece.y0, other.y0);
      return shared > 0.5 * Math.min(heightOf(piece), heightOf(other)) && shared > 0.35 * Math.max(heightOf(piece), heightOf(other));
    });
    if (before === undefined) out.push(piece);
    else {
      before.parts.push(...piece.parts);
      before.x1 = Math.max(before.x1, piece.x1);
      before.y0 = Math.min(before.y0, piece.y0);
      before.y1 = Math.max(before.y1, piece.y1);
      before.high = Math.max(before.high, piece.high);
    }
  }
  return out;
}

/** Dirt at both ends of a piece is dropped: what is small, no dash, and stands away from the letters. */
function trimmed(piece: Piece): Piece[] {
  const parts = [...piece.parts].sort((a, b) => a.x0 - b.x0);
  const isTiny = ({ x0, x1, y0, y1 }: Component): boolean =>
    Math.max(x1 - x0, y1 - y0) < TINY * piece.high || (y1 - y0 < TINY * piece.high && x1 - x0 < 1.6 * (y1 - y0));
  // The two dots of a colon stand one above the other.
  const isColon = (each: Component): boolean =>
    parts.some((other) => other !== each && isTiny(other) && other.x0 < each.x1 && other.x1 > each.x0);
  for (;;) {
    const [first, second] = parts;
    if (first === undefined || second === undefined || !isTiny(first) || isColon(first) || second.x0 - first.x1 < ASTRAY * piece.high)
      break;
    parts.shift();
  }
  for (;;) {
    const last = parts.at(-1);
    const right = Math.max(...parts.slice(0, -1).map((part) => part.x1));
    if (last === undefined || parts.length < 2 || !isTiny(last) || isColon(last) || last.x0 - right < ASTRAY * piece.high) break;
    parts.pop();
  }
  if (parts.length === piece.parts.length) return [piece];
  const x0 = Math.min(...parts.map((part) => part.x0));
  const x1 = Math.max(...parts.map((part) => part.x1));
  const inside = parts.filter((part) => heightOf(part) <= TALL * piece.high);
  const y0 = Math.max(piece.y0, Math.min(...inside.map((part) => part.y0)));
  const y1 = Math.min(piece.y1, Math.max(...inside.map((part) => part.y1)));
  return [{ ...piece, x0, x1, y0: Number.isFinite(y0) ? y0 : piece.y0, y1: Number.isFinite(y1) ? y1 : piece.y1, parts }];
}
