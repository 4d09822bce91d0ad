import { boxAround } from '../../model/geometry.ts';
import type { Rule } from '../../model/page.ts';
import type { Glyph } from './painted.ts';
import type { Run } from './raised.ts';

/** Glyphs nearer than this part of the em are one word even across a line: text that runs over the edge of its cell. */
const ONE_WORD = 0.03;

/** Cuts runs where a drawn line passes between two of their glyphs: what stands on both sides of a cell's edge is not one word, however near. */
export function splitAtRules(runs: readonly Run[], rules: readonly Rule[]): Run[] {
  const upright = rules.filter((rule) => rule.orientation === 'vertical');
  const level = rules.filter((rule) => rule.orientation === 'horizontal');
  return runs.flatMap((run) => {
    const [first] = run.glyphs;
    const box = boxAround(run.glyphs.map((glyph) => glyph.box));
    if (first === undefined || box === null || run.glyphs.length < 2) return [run];
    const flat = first.direction === 0 || first.direction === 180;
    const crossing = (flat ? upright : level).filter(({ box: [x0, y0, x1, y1] }) => {
      const middle = flat ? (box[1] + box[3]) / 2 : (box[0] + box[2]) / 2;
      return flat ? x0 > box[0] && x1 < box[2] && y0 <= middle && y1 >= middle : y0 > box[1] && y1 < box[3] && x0 <= middle && x1 >= middle;
    });
    return crossing.length === 0
      ? [run]
      : cut(
          run,
          crossing.map((rule) => placeAlong(rule, first)),
        );
  });
}

/** Where the rule stands, measured as the glyphs' `start` and `end` are. */
function placeAlong({ box }: Rule, { direction }: Glyph): number {
  const middle = direction === 0 || direction === 180 ? (box[0] + box[2]) / 2 : (box[1] + box[3]) / 2;
  return direction === 0 || direction === 90 ? middle : -middle;
}

function cut(run: Run, places: readonly number[]): Run[] {
  const parts: Run[] = [];
  let glyphs: Glyph[] = [];
  for (const glyph of run.glyphs) {
    const last = glyphs.at(-1);
    const parted =
      last !== undefined &&
      glyph.start - last.end > ONE_WORD * glyph.em &&
      places.some((place) => place > last.end - 0.1 * glyph.em && place < glyph.start + 0.1 * glyph.em);
    if (parted) {
      parts.push({ glyphs, closed: true });
      glyphs = [];
    }
    glyphs.push(glyph);
  }
  return [...parts, { glyphs, closed: run.closed }];
}
