import type { Component } from '../pixels/components.ts';
import type { BrokenRules } from './broken-rules.ts';
import { ByPlace } from './by-place.ts';
import type { PixelRule } from './find-rules.ts';

/** A dot: so large at most both ways; several may run together into a dash as thick (pixels at 300 dpi). */
const LARGEST = 8;
const LONGEST = 60;
/** White between two dots of one line, and how far the next may stand beside it. */
const GAP = 16;
const ASIDE = 3;
/** A stretch of a line has so many dots, and stretches of one line this much white between them; so many dots a line has, so far it reaches, so much of it is ink. */
const STRETCH = 8;
const PARTED = 150;
const DOTS = 30;
const REACH = 240;
const INK = 0.25;
/** Dots that tell where the next is expected. */
const FOLLOWED = 12;
/** Letters are so high, and stand so near above the line under their row; so many of them tell it from dots that lead from a text to its amount. */
const [LOW, HIGH] = [14, 70];
const ABOVE = 26;
const LETTERS = 6;
/** Lines of one table begin and end this near each other. */
const SAME_END = 12;

interface Row {
  readonly dots: Component[];
  from: number;
  to: number;
  middle: number;
  ink: number;
}

/**
 * Lines drawn in dots: level ones under the texts of a row, and others as long; upright ones. Dots in one row with the text beside them lead from it to its
 * amount, and are none.
 */
export function dottedRules(components: readonly Component[]): BrokenRules {
  const rules: PixelRule[] = [];
  const pieces = new Set<Component>();
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const level = orientation === 'horizontal';
    const rows = rowsOf(components, level);
    const under = level ? rows.filter(isUnderText(components)) : rows;
    const isAsLong = (row: Row): boolean =>
      under.some((other) => Math.abs(other.from - row.from) <= SAME_END && Math.abs(other.to - row.to) <= SAME_END);
    for (const row of rows.filter(isAsLong)) {
      const [near, far] = [Math.floor(row.middle) - 1, Math.ceil(row.middle) + 1];
      const sides = level ? { x0: row.from, x1: row.to, y0: near, y1: far } : { x0: near, x1: far, y0: row.from, y1: row.to };
      rules.push({ orientation, thickness: 2, ...sides });
      for (const dot of row.dots) pieces.add(dot);
    }
  }
  return { rules, pieces };
}

function rowsOf(components: readonly Component[], level: boolean): Row[] {
  const dots = components
    .map((dot) => {
      const { x0, x1, y0, y1 } = dot;
      return level ? { dot, from: x0, to: x1, near: y0, far: y1 } : { dot, from: y0, to: y1, near: x0, far: x1 };
    })
    .filter(({ from, to, near, far }) => far - near <= LARGEST && to - from <= LONGEST)
    .sort((a, b) => a.from - b.from);
  const done: Row[] = [];
  let open: Row[] = [];
  for (const { dot, from, to, near, far } of dots) {
    const middle = (near + far) / 2;
    done.push(...open.filter((row) => from - row.to > GAP));
    open = open.filter((row) => from - row.to <= GAP);
    const row = open.findLast((own) => Math.abs(own.middle - middle) <= ASIDE);
    if (row === undefined) {
      open.push({ dots: [dot], from, to, middle, ink: to - from });
      continue;
    }
    row.dots.push(dot);
    row.ink += Math.max(0, to - Math.max(row.to, from));
    row.to = Math.max(row.to, to);
    row.middle += (middle - row.middle) / Math.min(row.dots.length, FOLLOWED);
  }
  const stretches = [...done, ...open].filter(({ dots: own, from, to, ink }) => own.length >= STRETCH && ink >= INK * (to - from));
  return joined(stretches).filter(({ dots: own, from, to }) => own.length >= DOTS && to - from >= REACH);
}

/** Stretches of one line that a letter which reaches down to it parts. */
function joined(stretches: readonly Row[]): Row[] {
  const rows: Row[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const row = rows.findLast((own) => next.from - own.to <= PARTED && Math.abs(own.middle - next.middle) <= ASIDE);
    if (row === undefined) {
      rows.push({ ...next, dots: [...next.dots] });
      continue;
    }
    row.dots.push(...next.dots);
    row.to = Math.max(row.to, next.to);
    row.middle = next.middle;
  }
  return rows;
}

/** Whether letters stand right above a row of dots, along it. */
function isUnderText(components: readonly Component[]): (row: Row) => boolean {
  const letters = new ByPlace(
    components.filter(({ y0, y1, x0, x1 }) => y1 - y0 >= LOW && y1 - y0 <= HIGH && x1 - x0 <= 2 * HIGH),
    ({ y1 }) => y1,
  );
  return ({ from, to, middle }) => {
    let count = 0;
    letters.some(middle - ABOVE, middle + LARGEST, ({ x0, x1 }) => x0 >= from && x1 <= to && ++count >= LETTERS);
    return count >= LETTERS;
  };
}
