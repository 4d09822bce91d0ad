import type { Component } from '../pixels/components.ts';
import { ByPlace } from './by-place.ts';
import type { PixelRule } from './find-rules.ts';

/** Parts of one line are this near in line (pixels). */
const IN_LINE = 5;
/** From one whole part of a line to the next, and to the next crumb. */
const FURTHEST = 1200;
const NEXT_CRUMB = 200;
/** Or further, to so many crumbs in a row. */
const NEXT_ROW = 420;
const A_ROW = 4;
/** A crumb of a line: so thick at most, so long at least. What is larger both ways is something else. */
const THICKEST = 9;
const SHORTEST = 5;
const THIN = 3;
/** A letter of a word has others on both sides this near. */
const BESIDE = 12;
/** A line is taken to end this far from what stands across it. */
const CLEAR = 6;
/** A line is all crumbs where so many of them reach so far, and so much of it is ink; they meet the lines they cross this near, and letters are shorter. */
const LOST_CRUMBS = 3;
const LOST_REACH = 150;
const LOST_INK = 0.12;
const MEETING = 10;
const SHORT_OF = 45;
const LEVEL_SHORT_OF = 75;
const NO_LETTER = 45;
const LONELY = 0.6;
/** A table has so many columns; crumbs in so many of them are a level line's. */
const COLUMNS = 4;
const IN_MOST = 0.6;
/** Letters stand across no line: across one that is all crumbs no more than this share of their number. */
const CROSSED = 0.25;
/** A page with so many broken lines was copied so that others broke too. */
const BROKEN = 3;

interface Part {
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** The line's whole part; `null` for a crumb. */
  readonly rule: PixelRule | null;
  readonly crumb: Component | null;
}

export interface ContinuedRules {
  readonly rules: readonly PixelRule[];
  readonly pieces: ReadonlySet<Component>;
}

/**
 * How lines go on where a copier left crumbs of them or nothing: in line with the parts that are known, through crumbs and empty paper, as far as the next
 * part or the last crumb. `broken` and `whole`: the lines known so far.
 */
export function continuedRules(
  components: readonly Component[],
  broken: readonly PixelRule[],
  whole: readonly PixelRule[],
): ContinuedRules {
  const rules: PixelRule[] = [];
  const pieces = new Set<Component>();
  if (broken.length < BROKEN) return { rules, pieces };
  const large = components.filter(({ x0, x1, y0, y1 }) => x1 - x0 > THICKEST && y1 - y0 > THICKEST);
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const level = orientation === 'horizontal';
    const along = (box: PixelRule | Component): Pick<Part, 'place' | 'from' | 'to'> =>
      level ? { place: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 } : { place: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 };
    const known = [...broken, ...whole]
      .filter((rule) => rule.orientation === orientation)
      .map((rule): Part => ({ ...along(rule), rule, crumb: null }));
    const crumbs = components
      .filter(({ x0, x1, y0, y1 }) => (level ? y1 - y0 : x1 - x0) <= THICKEST && (level ? x1 - x0 : y1 - y0) >= SHORTEST)
      .map((crumb): Part => ({ ...along(crumb), rule: null, crumb }));
    const bodies = large.map((body) => ({ ...along(body), near: level ? body.y0 : body.x0, far: level ? body.y1 : body.x1 }));
    const ends = new ByPlace(bodies, ({ far }) => far);
    const starts = new ByPlace(bodies, ({ near }) => near);
    const isFlanked = ({ place, from, to }: Part): boolean =>
      ends.some(place - BESIDE, place, (body) => body.far > place - BESIDE && body.from < to && body.to > from) &&
      starts.some(place, place + BESIDE, (body) => body.near < place + BESIDE && body.from < to && body.to > from);
    // Slender letters stand beside others that are as slender.
    const upright = new ByPlace(
      components.filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) > THICKEST).map(along),
      ({ place }) => place,
    );
    const isLonely = (part: Part): boolean =>
      !upright.some(
        part.place - 2 * BESIDE,
        part.place + 2 * BESIDE,
        ({ place, from, to }) =>
          from < part.to && to > part.from && Math.abs(place - part.place) > IN_LINE && Math.abs(place - part.place) < 2 * BESIDE,
      );
    const crossing = [...broken, ...whole].filter((rule) => rule.orientation !== orientation);
    // What a line runs through that crosses this one is what two lines left where they meet.
    const isOfCrossing = ({ from, to, near, far }: (typeof bodies)[number]): boolean =>
      crossing.some((rule) => {
        const [start, end, middle] = level ? [rule.y0, rule.y1, (rule.x0 + rule.x1) / 2] : [rule.x0, rule.x1, (rule.y0 + rule.y1) / 2];
        return middle > from && middle < to && start < far && end > near;
      });
    const acrossOf = (place: number): typeof bodies =>
      bodies.filter((body) => body.near < place && body.far > place && !isOfCrossing(body));
    const isCrossed = (line: readonly Part[]): boolean => {
      const [from, to] = [Math.min(...line.map((part) => part.from)), Math.max(...line.map((part) => part.to))];
      const [first] = line;
      const over = first === undefined ? [] : acrossOf(first.place);
      return over.filter((body) => body.from < to && body.to > from).length > Math.max(1, CROSSED * line.length);
    };
    const taken = linesOf(known);
    const meets = ({ place, from, to }: Part): boolean =>
      crossing.some(({ x0, x1, y0, y1 }) => {
        const [near, far, start, end] = level ? [x0, x1, y0, y1] : [y0, y1, x0, x1];
        return near <= to + MEETING && far >= from - MEETING && start <= place + MEETING && end >= place - MEETING;
      });
    const mayBeLost = linesOf(crumbs).map((line) => (level ? line.filter((part) => !isFlanked(part)) : line));
    const isSeen = level ? (line: readonly Part[]): boolean => isAcross(line, crossing) : (): boolean => true;
    const lost = mayBeLost.filter(
      (line) => !line.some(isFlanked) && isSeen(line) && !isCrossed(line) && isLost(line, taken, meets, isLonely),
    );
    for (const line of [...taken, ...lost]) {
      const place = line.reduce((sum, part) => sum + part.place, 0) / line.length;
      const near = crumbs.filter((crumb) => Math.abs(crumb.place - place) <= IN_LINE);
      const across = acrossOf(place);
      const own = near.filter((crumb) => !isFlanked(crumb));
      for (const span of spansOf([...line, ...own], across)) {
        const { thickness } = span;
        const { from, to } = upTo(span, place, level, crossing, across);
        const [x0, x1] = [Math.floor(place) - 1, Math.ceil(place) + 1];
        rules.push(
          level ? { orientation, thickness, x0: from, x1: to, y0: x0, y1: x1 } : { orientation, thickness, x0, x1, y0: from, y1: to },
        );
        for (const { crumb, ...each } of near) if (crumb !== null && each.from >= from && each.to <= to) pieces.add(crumb);
      }
    }
  }
  return { rules, pieces };
}

/** A line that is all crumbs: one longer than letters or most of them by themselves, one that ends on a line that it crosses. */
function isLost(
  line: readonly Part[],
  taken: readonly (readonly Part[])[],
  meets: (part: Part) => boolean,
  isLonely: (part: Part) => boolean,
): boolean {
  const [first] = line;
  if (first === undefined || line.length < LOST_CRUMBS) return false;
  if (taken.some((other) => other.some(({ place }) => Math.abs(place - first.place) <= 2 * IN_LINE))) return false;
  const reach = Math.max(...line.map(({ to }) => to)) - Math.min(...line.map(({ from }) => from));
  const ink = line.reduce((sum, { from, to }) => sum + to - from, 0);
  const isPiece = line.some(({ from, to }) => to - from >= NO_LETTER) || line.filter(isLonely).length >= LONELY * line.length;
  return reach >= LOST_REACH && ink >= LOST_INK * reach && isPiece && line.some(meets);
}

/** Whether crumbs in one row stand in most of the columns of a table: a level line, where the same row of letters' feet or of dashes has fewer. */
function isAcross(line: readonly Part[], uprights: readonly PixelRule[]): boolean {
  const [first] = line;
  if (first === undefined) return false;
  const { place } = first;
  const met = uprights
    .filter(({ y0, y1 }) => y0 <= place + MEETING && y1 >= place - MEETING)
    .map(({ x0, x1 }) => (x0 + x1) / 2)
    .sort((a, b) => a - b)
    .filter((x, at, all) => at === 0 || x - (all[at - 1] ?? 0) > SHORT_OF);
  const columns = met.slice(1).map((to, at) => {
    const from = met[at] ?? to;
    const own = line.reduce((sum, part) => sum + Math.max(0, Math.min(part.to, to) - Math.max(part.from, from)), 0);
    return own >= LOST_INK * (to - from);
  });
  return columns.length >= COLUMNS && columns.filter(Boolean).length >= IN_MOST * columns.length;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** How far parts of one line belong together; what stands across a way without ink interrupts it. */
function spansOf(parts: readonly Part[], across: readonly Pick<Part, 'from' | 'to'>[]): Span[] {
  const spans: Span[] = [];
  let chain: Part[] = [];
  let end = -Infinity;
  const hasWhole = parts.some(({ rule }) => rule !== null);
  const close = (): void => {
    const [first] = chain;
    const known = chain.find((part) => part.rule !== null)?.rule;
    if (first === undefined || (known === undefined && hasWhole) || chain.length < 2) return;
    const thickness = known?.thickness ?? THIN;
    let from = first.from;
    const inked = (at: number): boolean => chain.some((part) => part.from <= at && part.to >= at);
    for (const body of across.filter((each) => each.from < end && each.to > first.from).sort((a, b) => a.from - b.from)) {
      if (inked((body.from + body.to) / 2)) continue;
      if (body.from - CLEAR > from) spans.push({ from, to: body.from - CLEAR, thickness: thickness });
      from = Math.max(from, body.to + CLEAR);
    }
    if (end > from) spans.push({ from, to: end, thickness: thickness });
  };
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  const isRow = (at: number, step: 1 | -1): boolean => {
    if ((sorted[at]?.rule ?? null) !== null) return true;
    let count = 1;
    for (let next = at + step; count < A_ROW; next += step, count++) {
      const [own, other] = [sorted[next - step], sorted[next]];
      if (own === undefined || other === undefined || Math.max(other.from - own.to, own.from - other.to) > NEXT_CRUMB) return false;
    }
    return true;
  };
  for (const [at, part] of sorted.entries()) {
    const last = chain.at(-1);
    const next = isRow(at, 1) && isRow(at - 1, -1) ? NEXT_ROW : NEXT_CRUMB;
    const furthest = !hasWhole || (part.rule !== null && chain.some(({ rule }) => rule !== null)) ? FURTHEST : next;
    if (last !== undefined && part.from - end > furthest) {
      close();
      chain = [];
      end = -Infinity;
    }
    chain.push(part);
    end = Math.max(end, part.to);
  }
  close();
  return spans;
}

/** A line that ends just short of one it would meet goes up to it, unless something stands between. */
function upTo(
  { from, to }: Span,
  place: number,
  level: boolean,
  crossing: readonly PixelRule[],
  across: readonly Pick<Part, 'from' | 'to'>[],
): Pick<Span, 'from' | 'to'> {
  const met = crossing
    .map(({ x0, x1, y0, y1 }) => (level ? { start: y0, end: y1, at: (x0 + x1) / 2 } : { start: x0, end: x1, at: (y0 + y1) / 2 }))
    .filter(({ start, end }) => start <= place + MEETING && end >= place - MEETING)
    .map(({ at }) => at);
  const most = level ? LEVEL_SHORT_OF : SHORT_OF;
  const isClear = (start: number, end: number): boolean => !across.some((body) => body.from < end && body.to > start);
  const ends = (at: number): boolean => met.some((other) => Math.abs(other - at) <= MEETING);
  const before = met.filter((at) => at < from && from - at <= most && isClear(at, from));
  const after = met.filter((at) => at > to && at - to <= most && isClear(to, at));
  return {
    from: ends(from) || before.length === 0 ? from : Math.max(...before),
    to: ends(to) || after.length === 0 ? to : Math.min(...after),
  };
}

/** Known parts that lie in line with each other. */
function linesOf(known: readonly Part[]): Part[][] {
  const lines: Part[][] = [];
  for (const part of [...known].sort((a, b) => a.place - b.place)) {
    const line = lines.at(-1);
    if (line !== undefined && part.place - (line[0]?.place ?? 0) <= IN_LINE) line.push(part);
    else lines.push([part]);
  }
  return lines;
}
