import type { Bits, Picture } from '../pixels/picture.ts';
import type { PixelRule } from './find-rules.ts';

/** Rules this near each other across (pixels) are parts of one line, which may stray on its way. */
const IN_LINE = 5;
/** How far beside its known parts a line may stand between them; what is beside it is looked at this far out. Pixels. */
const STRAYED = 3;
const BESIDE = 6;
const FAR = 12;
/** A line of which no part was known is seen over so much of the way. */
const MOSTLY = 0.85;
/** Lines meet that end this far from each other. */
const MEETING = 10;
/** A stretch is looked at in blocks of so many pixels, and so many of them at least tell. */
const BLOCK = 8;
const BLOCKS = 4;
/** Left out at both ends, where the lines that cross stand. */
const ENDS = 6;
/** Blocks of a stretch are the line's where they are so much of its own contrast darker than both sides (grey levels at least); most blocks around them are. */
const SHARE = 0.25;
const LEVELS = 5;
const AROUND = 3;
const MOST_BLOCKS = 0.65;
const NEARLY_ALL = 0.85;
/** What is seen of a line in so few blocks touches its ends: a letter that stands on its way ("l") touches neither, or, in a low row, one; that one the threshold has not lost. */
const LETTER = 6;
const INKED = 0.6;
/** Blocks that may be missing before the line that it runs up to. */
const SHORT_OF = 2;
/** Fewer pixels than this, nothing leaks through. */
const LEAST = 10;
/** A table has so many lines both ways; a line so long tells how dark it is. */
const LINES = 3;
/** And where it has none upright, so many level ones. */
const LEVEL_LINES = 6;
const TELLS = 60;

/** What stands in one line, from its first part to its last. */
type Line = PixelRule[];

/**
 * Stretches of known lines that the threshold of ink lost: between two lines that cross it, the page is darker along the line than on both its sides, all
 * the way. The eye follows such a line; a cell that spans two columns shows none. `picture`: the page as it was, lines not erased; `ink`: what else stands on it.
 */
export function faintRules(picture: Picture, rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const first = faintStretches(picture, rules, ink);
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

const isLevel = ({ orientation }: PixelRule): boolean => orientation === 'horizontal';
const startOf = (rule: PixelRule): number => (isLevel(rule) ? rule.x0 : rule.y0);
const endOf = (rule: PixelRule): number => (isLevel(rule) ? rule.x1 : rule.y1);
const placeOf = (rule: PixelRule): number => (isLevel(rule) ? rule.y0 + rule.y1 : rule.x0 + rule.x1) / 2;
const lengthOf = (rule: PixelRule): number => endOf(rule) - startOf(rule);

function linesOf(rules: readonly PixelRule[]): Line[] {
  const lines: { readonly parts: PixelRule[]; last: PixelRule }[] = [];
  for (const rule of [...rules].sort((a, b) => startOf(a) - startOf(b))) {
    const aside = ({ last }: { readonly last: PixelRule }): number => Math.abs(placeOf(last) - placeOf(rule));
    const [nearest] = lines.filter((line) => aside(line) <= IN_LINE).sort((a, b) => aside(a) - aside(b));
    if (nearest === undefined) lines.push({ parts: [rule], last: rule });
    else {
      nearest.parts.push(rule);
      if (endOf(rule) > endOf(nearest.last)) nearest.last = rule;
    }
  }
  return lines.map(({ parts }) => parts);
}

/** Where a line stands at a place along it: where the nearest of its parts does. */
function placeAt(line: Line, at: number): number {
  const away = (part: PixelRule): number => Math.max(0, at - endOf(part), startOf(part) - at);
  const [nearest] = [...line].sort((a, b) => away(a) - away(b));
  return nearest === undefined ? at : placeOf(nearest);
}

/** Whether a line's parts, the gaps between them included, reach as far as `place`. */
function reaches(line: Line, place: number): boolean {
  return Math.min(...line.map(startOf)) <= place + MEETING && Math.max(...line.map(endOf)) >= place - MEETING;
}

function meets(line: Line, other: Line): boolean {
  const [own, head] = [line[0], other[0]];
  return own !== undefined && head !== undefined && reaches(line, placeOf(head)) && reaches(other, placeOf(own));
}

/** Pixels of a stretch that no part covers. */
function missingOf(parts: readonly PixelRule[], from: number, to: number): number {
  let [covered, end] = [0, from];
  for (const part of [...parts].sort((a, b) => startOf(a) - startOf(b))) {
    const start = Math.max(end, startOf(part));
    const stop = Math.min(to, endOf(part));
    if (stop > start) covered += stop - start;
    end = Math.max(end, Math.min(to, endOf(part)));
  }
  return to - from - covered;
}

/** The stretch of a line between two places, where its nearest part stands. */
function stretchOf(line: Line, from: number, to: number): PixelRule {
  const at = placeAt(line, (from + to) / 2);
  const [near, far] = [Math.floor(at) - 1, Math.ceil(at) + 1];
  const [first] = line;
  const common = { orientation: first?.orientation ?? 'horizontal', thickness: first?.thickness ?? 2 };
  return common.orientation === 'horizontal'
    ? { ...common, x0: Math.floor(from), x1: Math.ceil(to), y0: near, y1: far }
    : { ...common, x0: near, x1: far, y0: Math.floor(from), y1: Math.ceil(to) };
}

/** What of a stretch is seen to be line. */
function seenOf(picture: Picture, ink: Bits, sought: PixelRule, least: number, strayed = STRAYED): PixelRule[] {
  let best: boolean[] = [];
  let [most, place] = [0, 0];
  for (let shift = -strayed; shift <= strayed; shift++) {
    const dark = blocksOf(picture, sought, shift).map((contrast) => contrast >= least);
    const count = dark.filter(Boolean).length;
    if (count > most) [best, most, place] = [dark, count, shift];
  }
  const moved = strayed > STRAYED ? place : 0;
  const stretch: PixelRule = isLevel(sought)
    ? { ...sought, y0: sought.y0 + moved, y1: sought.y1 + moved }
    : { ...sought, x0: sought.x0 + moved, x1: sought.x1 + moved };
  const isLine = best.map((_, at) => {
    const around = best.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return around.filter(Boolean).length >= MOST_BLOCKS * around.length;
  });
  const runs: { from: number; to: number }[] = [];
  for (const [at, own] of isLine.entries()) {
    const last = runs.at(-1);
    if (!own) continue;
    if (last !== undefined && last.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  const [start, end] = [startOf(stretch), endOf(stretch)];
  return runs
    .filter(({ from, to }) => to - from >= BLOCKS && best.slice(from, to).filter(Boolean).length >= NEARLY_ALL * (to - from))
    .filter(({ from, to }) => {
      if (to - from > LETTER || (from === 0 && to === isLine.length)) return true;
      return (from === 0 || to === isLine.length) && inkAlong(ink, sought, place, from, to) < INKED;
    })
    .map(({ from, to }): PixelRule => {
      const first = from <= SHORT_OF ? start : start + ENDS + from * BLOCK;
      const last = to >= isLine.length - SHORT_OF ? end : start + ENDS + to * BLOCK;
      return isLevel(stretch) ? { ...stretch, x0: first, x1: last } : { ...stretch, y0: first, y1: last };
    });
}

/** Share of the blocks `from`…`to` of a stretch, `shift` pixels beside its place, along which there is ink. */
function inkAlong({ width, data }: Bits, rule: PixelRule, shift: number, from: number, to: number): number {
  const [along, across] = isLevel(rule) ? [1, width] : [width, 1];
  const start = Math.ceil(startOf(rule)) + ENDS;
  let inked = 0;
  const centre = (Math.round(placeOf(rule)) + shift) * across;
  for (let at = start + from * BLOCK; at < start + to * BLOCK; at++)
    if ([-2, -1, 0, 1, 2].some((aside) => data[at * along + centre + aside * across] === 1)) inked++;
  return inked / ((to - from) * BLOCK);
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** By how many grey levels each block of a stretch, `shift` pixels beside its place, is darker than the paper on both its sides. */
function blocksOf({ width, height, data }: Picture, rule: PixelRule, shift: number): number[] {
  const level = isLevel(rule);
  const [start, end, place] = [Math.ceil(startOf(rule)) + ENDS, Math.floor(endOf(rule)) - ENDS, Math.round(placeOf(rule)) + shift];
  const [along, across] = level ? [1, width] : [width, 1];
  if (place < FAR || place + FAR >= (level ? height : width) || start < 0 || end > (level ? width : height)) return [];
  const darkest = (centre: number): number => Math.min(data[centre - across] ?? 255, data[centre] ?? 255, data[centre + across] ?? 255);
  const blocks: number[] = [];
  for (let from = start; from + BLOCK <= end; from += BLOCK) {
    let [own, before, after] = [0, 0, 0];
    for (let at = from; at < from + BLOCK; at++) {
      const centre = at * along + place * across;
      own += darkest(centre);
      before += darkest(centre - BESIDE * across);
      after += darkest(centre + BESIDE * across);
    }
    blocks.push((Math.min(before, after) - own) / BLOCK);
  }
  return blocks;
}
