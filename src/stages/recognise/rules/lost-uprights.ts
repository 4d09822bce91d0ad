import type { Bits, Picture } from '../pixels/picture.ts';
import type { PixelRule } from './find-rules.ts';
import { BESIDE, BLOCK, blocksOf, endOf, isLevel, lengthOf, linesOf, MEETING, placeOf, seenOf, startOf } from './seen-lines.ts';

/** So many level lines that end together are a table's rows. */
const ROWS = 8;
/** An upright is seen where the page is so many grey levels darker than on both its sides, over so much of the table's height: amounts set right under each other are over half of it. */
const CLEAR = 8;
const MOSTLY = 0.75;
/** One block in so many tells whether it is worth looking at all of them. */
const GLANCED = 6;
const WORTH = 0.6;
/** Columns are wider than this, and a line this near a known one is that (pixels). */
const NARROWEST = 40;
const KNOWN = 12;
/** So much of the height is enough for a line to be known: what it lacks is sought along it. */
const PARTLY = 0.2;

/**
 * Upright lines of a table of which the threshold of ink lost everything: a pale line shows no more in one row than the grain of the paper, but it stands at the same
 * place in all of them. `picture`: the page as it was, lines not erased.
 */
export function lostUprights(picture: Picture, rules: readonly PixelRule[], ink: Bits): PixelRule[] {
  const level = linesOf(rules.filter(isLevel)).map((parts) => ({
    from: Math.min(...parts.map(startOf)),
    to: Math.max(...parts.map(endOf)),
    y: Math.round(parts.reduce((sum, part) => sum + placeOf(part), 0) / parts.length),
  }));
  const upright = rules.filter((rule) => !isLevel(rule));
  const done: number[] = [];
  return level.flatMap(({ to }) => {
    if (done.some((other) => Math.abs(other - to) <= 2 * MEETING)) return [];
    done.push(to);
    const rows = level.filter((line) => Math.abs(line.to - to) <= 2 * MEETING).sort((a, b) => a.y - b.y);
    const [first, last] = [rows[0], rows.at(-1)];
    if (rows.length < ROWS || first === undefined || last === undefined) return [];
    const left = Math.max(...rows.map(({ from }) => from));
    const isKnown = (x: number): boolean =>
      upright
        .filter((rule) => Math.abs(placeOf(rule) - x) <= KNOWN && startOf(rule) < last.y && endOf(rule) > first.y)
        .reduce((sum, rule) => sum + lengthOf(rule), 0) >=
      PARTLY * (last.y - first.y);
    return placesOf(picture, left + NARROWEST, to - NARROWEST, first.y, last.y)
      .filter((x) => !isKnown(x))
      .flatMap((x) => seenOf(picture, ink, uprightAt(x, first.y, last.y), CLEAR));
  });
}

const uprightAt = (x: number, y0: number, y1: number): PixelRule => ({
  orientation: 'vertical',
  thickness: 2,
  x0: x - 1,
  x1: x + 1,
  y0,
  y1,
});

/** Where between two places a line runs from top to bottom: the clearest of neighbouring ones. */
function placesOf(picture: Picture, from: number, to: number, top: number, bottom: number): number[] {
  const found: { x: number; share: number }[] = [];
  for (let x = Math.ceil(from); x < to; x++) {
    if (glance(picture, x, top, bottom) < WORTH) continue;
    const blocks = blocksOf(picture, uprightAt(x, top, bottom), 0);
    const share = blocks.filter((contrast) => contrast >= CLEAR).length / Math.max(1, blocks.length);
    if (share < MOSTLY) continue;
    const last = found.at(-1);
    if (last === undefined || x - last.x > NARROWEST) found.push({ x, share });
    else if (share > last.share) [last.x, last.share] = [x, share];
  }
  return found.map(({ x }) => x);
}

/** Share of a few short stretches in which the place is darker than both sides. */
function glance({ width, data }: Picture, x: number, top: number, bottom: number): number {
  let [seen, all] = [0, 0];
  for (let y = top; y + BLOCK <= bottom; y += GLANCED * BLOCK) {
    let [own, before, after] = [0, 0, 0];
    for (let at = y * width + x, end = (y + BLOCK) * width; at < end; at += width) {
      own += Math.min(data[at - 1] ?? 255, data[at] ?? 255, data[at + 1] ?? 255);
      before += data[at - BESIDE] ?? 255;
      after += data[at + BESIDE] ?? 255;
    }
    all++;
    if (Math.min(before, after) - own >= CLEAR * BLOCK) seen++;
  }
  return all === 0 ? 0 : seen / all;
}
