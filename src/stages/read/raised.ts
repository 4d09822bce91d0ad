import type { Glyph } from './painted.ts';

/** Glyphs drawn one after the other that make one word; `closed` when white space follows. */
export interface Run {
  glyphs: Glyph[];
  closed: boolean;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised]),
);

/**
 * What is written raised and belongs to the word before it, with what it is raised after. A raised figure after a number or an amount is the call of a
 * note: raised it stays, or it would be a digit more.
 */
const RAISED: readonly { readonly after: RegExp; readonly raised: RegExp; readonly as?: Readonly<Record<string, string>> }[] = [
  { after: /(?:^|\D)\d{1,3}$|^[IVX]+$/u, raised: /^(?:er|ers|re|ère|e|è|es|ème|eme|ième|nd|nde|d|de|o|os|st|rd|th)$/u },
  { after: /^(?:n|N|M|Mm|Ml|D|S|Cie?)$/u, raised: /^(?:o|os|me|mes|lle|lles|r|rs|te|ie)$/u },
  { after: /(?:^|\d|\/)[kcdm]?m$/u, raised: /^[23]$/u, as: SUPERSCRIPTS },
  { after: /[\d€%)]$/u, raised: /^\d{1,2}$/u, as: SUPERSCRIPTS },
];

/** What may follow something raised within the same word. */
const TAIL = /^[.,;:)\]»’'!?%/-]+/u;

/** Joins `1` and a raised `er`, `m` and a raised `2`, and the full stop after them. */
export function joinRaised(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const more = before === undefined || before.closed ? null : continuation(before, run);
    if (before === undefined || more === null) {
      joined.push(run);
      continue;
    }
    before.glyphs.push(...more);
    before.closed = run.closed;
  }
  return joined;
}

/** The glyphs of `run` as they continue the word before it; `null` when they are a word of their own. */
function continuation(before: Run, run: Run): readonly Glyph[] | null {
  const [level] = before.glyphs;
  const last = before.glyphs.at(-1);
  const [first] = run.glyphs;
  if (level === undefined || last === undefined || first === undefined) return null;
  if (isRaised(last, first)) {
    const rule = RAISED.find(({ after, raised }) => after.test(textOf(before)) && raised.test(textOf(run)));
    return rule === undefined ? null : run.glyphs.map((glyph) => ({ ...glyph, text: rule.as?.[glyph.text] ?? glyph.text }));
  }
  return isTail(level, last, first) && TAIL.test(textOf(run)) ? run.glyphs : null;
}

function isRaised(last: Glyph, first: Glyph): boolean {
  const up = last.base - first.base;
  return (
    first.direction === last.direction &&
    first.size <= 0.85 * last.size &&
    up >= 0.1 * last.size &&
    up <= 0.7 * last.size &&
    Math.abs(first.start - last.end) <= 0.15 * last.em
  );
}

/** Back on the line that the word began on, right after what was raised. */
function isTail(level: Glyph, last: Glyph, first: Glyph): boolean {
  return (
    last.size <= 0.85 * level.size &&
    first.direction === level.direction &&
    Math.abs(first.base - level.base) <= 0.05 * level.size &&
    Math.abs(first.size - level.size) <= 0.1 * level.size &&
    Math.abs(first.start - last.end) <= 0.12 * level.em
  );
}

function textOf(run: Run): string {
  return run.glyphs.map((glyph) => glyph.text).join('');
}
