import { between } from './branches.ts';

/** A free end of a stroke. `heading`: degrees, the way it would go on. Pixels. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
  readonly thick: number;
}

/** A place of a stroke and its direction there, either way. */
export type Place = Omit<Tip, 'thick'>;

/** Branches that are one stroke. */
export interface Chain {
  readonly branches: readonly number[];
  /** Pixels of its middle line, and of its box, along and across. */
  readonly length: number;
  readonly extent: number;
  readonly across: number;
  readonly isRule: boolean;
  readonly tips: readonly Tip[];
  readonly course: readonly Place[];
}

/** A stroke that a line of the table has cut goes on this far behind it (pixels at 300 dpi), as much aside for each pixel, turned by so many degrees, as thick but for a share. */
const GAP = 48;
const ASIDE = 0.25;
const SLACK = 4;
const TURNED = 28;
const AS_THICK = 1.5;
/** Shorter pieces may be anything; level or upright ones, straight but for so many pixels, are strokes of letters. */
const STRAIGHT = 3;
const SHORTEST = 14;
/** One that leaves a drawn stroke as if it went on, from this near, turned by so many degrees, reaches so far in parts of what no letter's does. */
const NEAR = 14;
const LEAVING = 20;
const REACH = 0.5;

/** The drawn strokes, and the pieces in which they go on; `longest`: as letters reach. */
export function withContinued(chains: readonly Chain[], isDrawn: readonly boolean[], longest: number): readonly Chain[] {
  const drawn = chains.filter((_, index) => isDrawn[index] === true);
  const left = new Set(
    chains.filter((each, index) => isDrawn[index] !== true && each.length >= SHORTEST && each.tips.length > 0 && each.across > STRAIGHT),
  );
  for (let at = 0; at < drawn.length; at++) {
    const own = drawn[at];
    if (own === undefined) break;
    for (const other of left)
      if (own.tips.some((tip) => other.tips.some((next) => goesOn(tip, next))) || (other.extent >= REACH * longest && leaves(own, other))) {
        left.delete(other);
        drawn.push(other);
      }
  }
  return drawn;
}

function leaves({ course }: Chain, { tips }: Chain): boolean {
  return tips.some(({ x, y, heading }) =>
    course.some((place) => {
      if (Math.abs(place.x - x) > NEAR || Math.abs(place.y - y) > NEAR) return false;
      const turned = between(place.heading, heading);
      return Math.min(turned, 180 - turned) <= LEAVING;
    }),
  );
}

function goesOn(from: Tip, to: Tip): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const angle = (from.heading * Math.PI) / 180;
  const [along, aside] = [dx * Math.cos(angle) + dy * Math.sin(angle), Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle))];
  const ratio = from.thick / to.thick;
  return (
    along > -SLACK &&
    along <= GAP &&
    aside <= SLACK + ASIDE * along &&
    180 - between(from.heading, to.heading) <= TURNED &&
    ratio <= AS_THICK &&
    ratio >= 1 / AS_THICK
  );
}
