import type { Component } from '../pixels/components.ts';
import type { Piece } from './pieces.ts';

/** Two lines of text share no more of their height than this; what shares more is something else. */
const SHARED = 0.45;

/**
 * Lines so tight that a letter of one touches an accent of the next reach into each other: each ends where the other begins. The side that more letters speak
 * for is right.
 */
export function partTightLines(pieces: readonly Piece[]): void {
  const byTop = [...pieces].sort((a, b) => a.y0 - b.y0);
  for (const [index, upper] of byTop.entries())
    for (let next = index + 1; next < byTop.length; next++) {
      const lower = byTop[next];
      if (lower === undefined || lower.y0 >= upper.y1) break;
      if (lower.x0 >= upper.x1 || lower.x1 <= upper.x0 || lower.y1 <= upper.y1) continue;
      if (upper.y1 - lower.y0 > SHARED * Math.min(upper.y1 - upper.y0, lower.y1 - lower.y0)) continue;
      const hanging = count(upper.parts, ({ y1 }) => y1 > lower.y0);
      const standing = count(lower.parts, ({ y0 }) => y0 < upper.y1);
      if (hanging <= standing) upper.y1 = lower.y0;
      else lower.y0 = upper.y1;
    }
}

function count(parts: readonly Component[], isSo: (part: Component) => boolean): number {
  return parts.filter(isSo).length;
}
