import { boxAround } from '../../model/geometry.ts';
import type { Rule, Word } from '../../model/page.ts';
import { joinAccents } from './accents.ts';
import { atLeaders } from './leaders.ts';
import { joinRaised, type Run } from './raised.ts';
import { splitAtRules } from './split-at-rules.ts';
import { medianTracking } from './tracking.ts';
import type { Glyph } from './painted.ts';

/** A wider gap than this part of the em, beyond the text's own letter-spacing, separates two words. */
const WORD_GAP = 0.15;
/** Going back further than this part of the em starts something else. */
const STEP_BACK = 0.45;
/** Glyphs further apart across the line than this part of their size stand on two lines, or one is an exponent. */
const SAME_LINE = 0.12;
const SAME_SIZE = 0.15;
/** Glyphs nearer than this part of the em touch, whenever each was drawn. */
const TOUCHING = 0.06;

/** Words from glyphs in the order they were drawn, white space glyphs included; no word goes through one of the `rules`. */
export function wordsFrom(drawn: readonly Glyph[], rules: readonly Rule[] = []): Word[] {
  const glyphs = joinAccents(drawn);
  const tracking = medianTracking(glyphs);
  const runs: Run[] = [];
  let run: Run | null = null;
  let blank = false;
  glyphs.forEach((glyph, index) => {
    if (glyph.blank) {
      blank = true;
      return;
    }
    const last = run?.glyphs.at(-1);
    // White space that takes no room is not seen: browsers draw one for a hyphenation point they did not use.
    if (run !== null && last !== undefined && follows(last, glyph, tracking[index] ?? 0) && (!blank || isTouching(last, glyph))) {
      run.glyphs.push(glyph);
    } else {
      if (run !== null) run.closed = blank;
      run = { glyphs: [glyph], closed: false };
      runs.push(run);
    }
    blank = false;
  });
  return splitAtRules(joinRaised(joinTouching(runs)), rules).flatMap((each) => atLeaders(each.glyphs).flatMap(toWord));
}

/** Whether `next` continues the word that ends with `last`; `extra` is the letter-spacing found around them, in points. */
function follows(last: Glyph, next: Glyph, extra: number): boolean {
  if (last.direction !== next.direction || last.hidden !== next.hidden) return false;
  const size = Math.min(last.size, next.size);
  if (Math.abs(last.size - next.size) > SAME_SIZE * Math.max(last.size, next.size)) return isSmallCapital(last, next);
  if (Math.abs(last.base - next.base) > SAME_LINE * size) return false;
  const em = Math.max(last.em, next.em);
  const gap = next.start - last.end;
  return gap <= WORD_GAP * em + Math.max(extra, last.tracking, 0) && gap >= -STEP_BACK * em;
}

/** Small capitals are letters of another size on the same line, touching. Figures never: a small figure beside a number is a reference. */
function isSmallCapital(last: Glyph, next: Glyph): boolean {
  return (
    Math.min(last.size, next.size) >= 0.6 * Math.max(last.size, next.size) &&
    Math.abs(last.base - next.base) <= 0.02 * last.size &&
    isTouching(last, next) &&
    CAPITAL.test(last.text) &&
    CAPITAL.test(next.text)
  );
}

const CAPITAL = /^[\p{Lu}’']$/u;

/** Near enough to be kerning, too near for a space: in parts of the em. */
function isTouching(last: Glyph, next: Glyph): boolean {
  return Math.abs(next.start - last.end) <= TOUCHING * Math.max(last.em, next.em);
}

/** Joins runs that touch on one line though they were not drawn one after the other. */
function joinTouching(runs: readonly Run[]): Run[] {
  const starts = new Map<string, Run[]>();
  const key = (glyph: Glyph, shift: number): string =>
    `${String(glyph.direction)}|${String(Math.round(glyph.start / 2) + shift)}|${String(Math.round(glyph.base))}`;
  for (const run of runs) {
    const [first] = run.glyphs;
    if (first === undefined) continue;
    const list = starts.get(key(first, 0));
    if (list === undefined) starts.set(key(first, 0), [run]);
    else list.push(run);
  }
  const gone = new Set<Run>();
  for (const run of runs) {
    if (gone.has(run)) continue;
    for (;;) {
      const last = run.glyphs.at(-1);
      if (last === undefined || run.closed) break;
      const next = findTouching(run, last, starts, gone, key);
      if (next === null) break;
      run.glyphs.push(...next.glyphs);
      run.closed = next.closed;
      gone.add(next);
    }
  }
  return runs.filter((run) => !gone.has(run));
}

function findTouching(
  run: Run,
  last: Glyph,
  starts: ReadonlyMap<string, readonly Run[]>,
  gone: ReadonlySet<Run>,
  key: (glyph: Glyph, shift: number) => string,
): Run | null {
  const probe = { ...last, start: last.end };
  for (const shift of [0, -1, 1]) {
    for (const other of starts.get(key(probe, shift)) ?? []) {
      const [first] = other.glyphs;
      if (first === undefined || other === run || gone.has(other) || first.order === last.order) continue;
      if (isTouching(last, first) && follows(last, first, 0) && last.bold === first.bold) return other;
    }
  }
  return null;
}

function toWord(glyphs: readonly Glyph[]): Word[] {
  const text = textOf(glyphs);
  const box = boxAround(glyphs.map((glyph) => glyph.box));
  const [first] = glyphs;
  if (text === '' || box === null || first === undefined) return [];
  return [
    {
      box,
      readings: [{ text, cost: 0 }],
      size: Math.max(...glyphs.map((glyph) => glyph.size)),
      bold: glyphs.filter((glyph) => glyph.bold).length * 2 > glyphs.length,
      direction: first.direction,
    },
  ];
}

const SOFT_HYPHEN = '\u00ad';

/** A soft hyphen that takes no room inside the word is not seen; one that does, or that ends it, is a hyphen. */
function textOf(glyphs: readonly Glyph[]): string {
  return glyphs
    .map((glyph, index) => {
      if (glyph.text !== SOFT_HYPHEN) return glyph.text;
      const next = glyphs[index + 1];
      return next === undefined || next.start - glyph.start > 0.1 * glyph.em ? '-' : '';
    })
    .join('')
    .normalize('NFC')
    .trim();
}
