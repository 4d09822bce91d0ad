import type { Component } from '../pixels/components.ts';
import type { PixelRule } from './find-rules.ts';

/** Parts of one line are this near in line (pixels). */
const IN_LINE = 5;
/** From one whole part of a line to the next, and to the next crumb. */
const FURTHEST = 1200;
const NEXT_CRUMB = 200;
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
const NO_LETTER = 45;
const LONELY = 0.6;
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
    const beside = ({ place, from, to }: Part): { readonly before: boolean; readonly after: boolean } => {
      const around = bodies.filter((body) => body.from < to && body.to > from);
      return {
        before: around.some(({ far }) => far <= place && far > place - BESIDE),
        after: around.some(({ near }) => near >= place && near < place + BESIDE),
      };
    };
    const isFlanked = (part: Part): boolean => {
      const { before, after } = beside(part);
      return before && after;
    };
    const isLonely = (part: Part): boolean => {
      const { before, after } = beside(part);
      return !before && !after;
    };
    const taken = linesOf(known);
    const crossing = [...broken, ...whole].filter((rule) => rule.orientation !== orientation);
    const meets = ({ place, from, to }: Part): boolean =>
      crossing.some(({ x0, x1, y0, y1 }) => {
        const [near, far, start, end] = level ? [x0, x1, y0, y1] : [y0, y1, x0, x1];
        return near <= to + MEETING && far >= from - MEETING && start <= place + MEETING && end >= place - MEETING;
      });
    const lost = level ? [] : linesOf(crumbs).filter((line) => !line.some(isFlanked) && isLost(line, taken, meets, isLonely));
    for (const line of [...taken, ...lost]) {
      const place = line.reduce((sum, part) => sum + part.place, 0) / line.length;
      const near = crumbs.filter((crumb) => Math.abs(crumb.place - place) <= IN_LINE);
      const across = bodies.filter((body) => body.near < place && body.far > place);
      const own = near.filter((crumb) => !isFlanked(crumb));
      for (const span of spansOf([...line, ...own], across)) {
        const { thickness } = span;
        const { from, to } = level ? span : upTo(span, place, crossing, across);
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

/** An upright line that is all crumbs: one longer than letters or most of them by themselves, one that ends on a line that it crosses. */
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
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    const last = chain.at(-1);
    const furthest = !hasWhole || (part.rule !== null && chain.some(({ rule }) => rule !== null)) ? FURTHEST : NEXT_CRUMB;
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

/** An upright line that ends just short of one it would meet goes up to it, unless something stands between. */
function upTo(
  { from, to }: Span,
  place: number,
  crossing: readonly PixelRule[],
  across: readonly Pick<Part, 'from' | 'to'>[],
): Pick<Span, 'from' | 'to'> {
  const met = crossing.filter(({ x0, x1 }) => x0 <= place + MEETING && x1 >= place - MEETING).map(({ y0, y1 }) => (y0 + y1) / 2);
  const isClear = (start: number, end: number): boolean => !across.some((body) => body.from < end && body.to > start);
  const ends = (at: number): boolean => met.some((y) => Math.abs(y - at) <= MEETING);
  const above = met.filter((y) => y < from && from - y <= SHORT_OF && isClear(y, from));
  const below = met.filter((y) => y > to && y - to <= SHORT_OF && isClear(to, y));
  return {
    from: ends(from) || above.length === 0 ? from : Math.max(...above),
    to: ends(to) || below.length === 0 ? to : Math.min(...below),
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
