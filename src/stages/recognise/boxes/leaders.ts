import type { Component } from '../pixels/components.ts';
import { boxOver } from '../pixels/picture.ts';
import { isRowOfDots } from './blots.ts';
import type { Piece } from './pieces.ts';

/** A piece, and of how many dots it is made that nobody need read. */
export interface LedPiece {
  readonly piece: Piece;
  readonly leaders: number;
}

/** So many dots side by side lead the eye from a text to its amount; fewer are the text's own (« etc... »). */
const LEADERS = 4;
/** They are no higher than this share of the letters. */
const LOW = 0.35;
/** And stand on one line within this share of it; crumbs of letters that a copier broke lie anywhere between their foot and their top. */
const LEVEL = 0.15;
const UNEVEN = 3;

/** A piece of a line as the texts before and behind its leaders, and these by themselves: nobody need read them, and a recogniser sees letters in them. */
export function withLeadersApart(piece: Piece): LedPiece[] {
  const parts = [...piece.parts].sort((a, b) => a.x0 - b.x0);
  const groups: Component[][] = [];
  const dots = new Set<Component[]>();
  let text: Component[] = [];
  for (let at = 0; at < parts.length;) {
    const end = endOfDots(parts, at, piece.high);
    if (end - at < LEADERS) {
      text.push(...parts.slice(at, at + 1));
      at++;
      continue;
    }
    const row = parts.slice(at, end);
    dots.add(row);
    groups.push(text, row);
    text = [];
    at = end;
  }
  groups.push(text);
  const own = groups.filter((group) => group.length > 0);
  return own.length === 1
    ? [{ piece, leaders: isRowOfDots(piece.parts) ? piece.parts.length : 0 }]
    : own.map((group) => ({ piece: pieceOf(group, piece.high), leaders: dots.has(group) ? group.length : 0 }));
}

/** Where the row of small marks on one line that begins here ends: no text has so many on end. */
function endOfDots(parts: readonly Component[], from: number, high: number): number {
  const foot = parts[from]?.y1 ?? 0;
  const isDot = ({ y0, y1 }: Component): boolean => y1 - y0 <= LOW * high && Math.abs(y1 - foot) <= Math.max(UNEVEN, LEVEL * high);
  let end = from;
  while (end < parts.length && parts.slice(end, end + 1).every(isDot)) end++;
  return end;
}

function pieceOf(parts: readonly Component[], high: number): Piece {
  return { parts: [...parts], high, ...boxOver(parts) };
}
