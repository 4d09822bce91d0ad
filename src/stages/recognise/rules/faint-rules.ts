import type { Bits, Picture } from '../pixels/picture.ts';
import type { PixelRule } from './find-rules.ts';
import { lostUprights } from './lost-uprights.ts';
import {
  BLOCK,
  BLOCKS,
  blocksOf,
  ENDS,
  endOf,
  isLevel,
  lengthOf,
  linesOf,
  MEETING,
  meets,
  middle,
  missingOf,
  placeAt,
  placeOf,
  reaches,
  seenOf,
  startOf,
  stretchOf,
  type Line,
} from './seen-lines.ts';

/** A line of which no part was known is seen over so much of the way. */
const MOSTLY = 0.85;
/** Blocks of a stretch are the line's where they are so much of its own contrast darker than both sides (grey levels at least). */
const SHARE = 0.25;
const LEVELS = 5;
/** Fewer pixels than this, nothing leaks through. */
const LEAST = 10;
/** A table has so many lines both ways; a line so long tells how dark it is. */
const LINES = 3;
/** And where it has none upright, so many level ones. */
const LEVEL_LINES = 6;
const TELLS = 60;

/**
 * Stretches of known lines that the threshold of ink lost: between two lines that cross it, the page is darker along the line than on both its sides, all
 * the way. The eye follows such a line; a cell that spans two columns shows none. `picture`: the page as it was, lines not erased; `ink`: what else stands on it.
 */
export function faintRules(picture: Picture, rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const upright = lostUprights(picture, rules, ink);
  const first = [...upright, ...faintStretches(picture, [...rules, ...upright], ink)];
  const lost = lostRules(picture, [...rules, ...first], ink);
  return [...first, ...lost, ...(lost.length === 0 ? [] : faintStretches(picture, [...rules, ...first, ...lost], ink))];
}

function faintStretches(picture: Picture, rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const level = linesOf(rules.filter(({ orientation }) => orientation === 'horizontal'));
  const upright = linesOf(rules.filter(({ orientation }) => orientation === 'vertical'));
  const found = levelStretches(
    picture,
    level.filter((line) => !upright.some((other) => meets(line, other))),
    ink,
  );
  if (level.length < LINES || upright.length < LINES) return found;
  for (const [lines, crossing] of [
    [level, upright],
    [upright, level],
  ] as const)
    for (const line of lines) {
      const contrasts = line
        .filter((part) => lengthOf(part) >= TELLS)
        .map((part) => middle(blocksOf(picture, part, 0)))
        .sort((a, b) => a - b);
      const own = contrasts[contrasts.length >> 1];
      if (own === undefined) continue;
      const met = crossing
        .flatMap((other) => {
          const [head] = other;
          if (head === undefined) return [];
          const place = placeAt(line, placeOf(head));
          return reaches(other, place) ? [placeAt(other, place)] : [];
        })
        .sort((a, b) => a - b);
      for (const [index, from] of met.entries()) {
        const to = met[index + 1];
        if (to === undefined || to - from < 2 * ENDS + BLOCKS * BLOCK || missingOf(line, from, to) < LEAST) continue;
        found.push(...seenOf(picture, ink, stretchOf(line, from, to), Math.max(LEVELS, SHARE * own)));
      }
    }
  return found;
}

/** The same in a table that has level lines only: between the parts of a line, and from there to where several lines begin or end. */
function levelStretches(picture: Picture, lines: readonly Line[], ink: Bits): PixelRule[] {
  if (lines.length < LEVEL_LINES) return [];
  const ends = lines.flatMap((line) => [Math.min(...line.map(startOf)), Math.max(...line.map(endOf))]);
  const bounds = ends.filter((at) => ends.filter((other) => Math.abs(other - at) <= MEETING).length >= LINES);
  if (bounds.length === 0) return [];
  const [leftmost, rightmost] = [Math.min(...bounds), Math.max(...bounds)];
  return lines.flatMap((line) => {
    const long = line.filter((part) => lengthOf(part) >= TELLS);
    if (long.length === 0) return [];
    const own = middle(long.map((part) => middle(blocksOf(picture, part, 0))));
    const parts = [...line].sort((a, b) => startOf(a) - startOf(b));
    const found: PixelRule[] = [];
    let end = leftmost;
    for (const next of [...parts.map(startOf), rightmost]) {
      const reached = Math.max(end, ...parts.filter((part) => startOf(part) < next).map(endOf));
      if (next - reached >= BLOCKS * BLOCK)
        found.push(...seenOf(picture, ink, stretchOf(line, reached - ENDS, next + ENDS), Math.max(LEVELS, SHARE * own)));
      end = reached;
    }
    return found;
  });
}

/** Level lines of which nothing was found: uprights begin on them, as those of columns under a heading of several do. */
function lostRules(picture: Picture, rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const level = linesOf(rules.filter(isLevel));
  const upright = linesOf(rules.filter((rule) => !isLevel(rule)));
  const contrasts = rules.filter((rule) => isLevel(rule) && lengthOf(rule) >= TELLS).map((rule) => middle(blocksOf(picture, rule, 0)));
  const least = Math.max(LEVELS, SHARE * middle(contrasts));
  const starts = upright.flatMap((line): number[] => {
    const start = Math.min(...line.map(startOf));
    const at = placeAt(line, start);
    const isMet = level.some((other) => reaches(other, at) && Math.abs(placeAt(other, at) - start) <= 2 * MEETING);
    return isMet ? [] : [start];
  });
  const found: PixelRule[] = [];
  for (const [index, start] of starts.sort((a, b) => a - b).entries()) {
    if (index > 0 && start - (starts[index - 1] ?? 0) <= MEETING) continue;
    const met = upright
      .filter((line) => reaches(line, start))
      .map((line) => ({ line, place: placeAt(line, start) }))
      .sort((a, b) => a.place - b.place);
    for (const [at, { line, place: from }] of met.entries()) {
      const next = met[at + 1];
      if (next === undefined || next.place - from < 2 * ENDS + BLOCKS * BLOCK) continue;
      const stretch: PixelRule = { orientation: 'horizontal', thickness: 2, x0: from, x1: next.place, y0: start - 1, y1: start + 1 };
      const seen = seenOf(picture, ink, stretch, least, 2 * MEETING);
      if (seen.reduce((sum, part) => sum + lengthOf(part), 0) < MOSTLY * lengthOf(stretch)) continue;
      found.push(...seen);
      for (const each of [line, next.line]) {
        const own = Math.min(...each.map(startOf));
        const [top] = seen;
        const x = placeAt(each, own);
        if (top !== undefined && own > top.y0 && own - top.y0 <= 3 * MEETING)
          found.push({
            orientation: 'vertical',
            thickness: 2,
            x0: Math.floor(x) - 1,
            x1: Math.ceil(x) + 1,
            y0: top.y0,
            y1: Math.ceil(own),
          });
      }
    }
  }
  return found;
}
