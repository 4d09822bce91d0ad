import type { Bits, Picture } from '../pixels/picture.ts';
import type { PixelRule } from './find-rules.ts';

/** Rules this near each other across (pixels) are parts of one line, which may stray on its way. */
const IN_LINE = 5;
/** How far beside its known parts a line may stand between them; what is beside it is looked at this far out. Pixels. */
const STRAYED = 3;
export const BESIDE = 6;
const FAR = 12;
/** Lines meet that end this far from each other. */
export const MEETING = 10;
/** A stretch is looked at in blocks of so many pixels, and so many of them at least tell. */
export const BLOCK = 8;
export const BLOCKS = 4;
/** Left out at both ends, where the lines that cross stand. */
export const ENDS = 6;
/** Most blocks around one of the line's are its own. */
const AROUND = 3;
const MOST_BLOCKS = 0.65;
const NEARLY_ALL = 0.85;
/** What is seen of a line in so few blocks touches its ends: a letter that stands on its way ("l") touches neither, or, in a low row, one; that one the threshold has not lost. */
const LETTER = 6;
const INKED = 0.6;
/** Blocks that may be missing before the line that it runs up to. */
const SHORT_OF = 2;

/** What stands in one line, from its first part to its last. */
export type Line = PixelRule[];

export const isLevel = ({ orientation }: PixelRule): boolean => orientation === 'horizontal';
export const startOf = (rule: PixelRule): number => (isLevel(rule) ? rule.x0 : rule.y0);
export const endOf = (rule: PixelRule): number => (isLevel(rule) ? rule.x1 : rule.y1);
export const placeOf = (rule: PixelRule): number => (isLevel(rule) ? rule.y0 + rule.y1 : rule.x0 + rule.x1) / 2;
export const lengthOf = (rule: PixelRule): number => endOf(rule) - startOf(rule);

export function linesOf(rules: readonly PixelRule[]): Line[] {
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
export function placeAt(line: Line, at: number): number {
  const away = (part: PixelRule): number => Math.max(0, at - endOf(part), startOf(part) - at);
  const [nearest] = [...line].sort((a, b) => away(a) - away(b));
  return nearest === undefined ? at : placeOf(nearest);
}

/** Whether a line's parts, the gaps between them included, reach as far as `place`. */
export function reaches(line: Line, place: number): boolean {
  return Math.min(...line.map(startOf)) <= place + MEETING && Math.max(...line.map(endOf)) >= place - MEETING;
}

export function meets(line: Line, other: Line): boolean {
  const [own, head] = [line[0], other[0]];
  return own !== undefined && head !== undefined && reaches(line, placeOf(head)) && reaches(other, placeOf(own));
}

/** Pixels of a stretch that no part covers. */
export function missingOf(parts: readonly PixelRule[], from: number, to: number): number {
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
export function stretchOf(line: Line, from: number, to: number): PixelRule {
  const at = placeAt(line, (from + to) / 2);
  const [near, far] = [Math.floor(at) - 1, Math.ceil(at) + 1];
  const [first] = line;
  const common = { orientation: first?.orientation ?? 'horizontal', thickness: first?.thickness ?? 2 };
  return common.orientation === 'horizontal'
    ? { ...common, x0: Math.floor(from), x1: Math.ceil(to), y0: near, y1: far }
    : { ...common, x0: near, x1: far, y0: Math.floor(from), y1: Math.ceil(to) };
}

/** What of a stretch is seen to be line. */
export function seenOf(picture: Picture, ink: Bits, sought: PixelRule, least: number, strayed = STRAYED): PixelRule[] {
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

export const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** By how many grey levels each block of a stretch, `shift` pixels beside its place, is darker than the paper on both its sides. */
export function blocksOf({ width, height, data }: Picture, rule: PixelRule, shift: number): number[] {
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
