import type { Component } from '../pixels/components.ts';
import type { PixelRule } from './find-rules.ts';

/** A piece of a broken line: so thick at most, so long at least (pixels at 300 dpi), and so many times longer than thick. */
const THICKEST = 9;
const SHORTEST = 10;
const SLENDER = 2;
/** White between two pieces of one line, and how far the next may stand beside it. */
const GAP = 190;
const ASIDE = 4;
/** Pieces that tell where the next is expected. */
const FOLLOWED = 6;
/** A line has so many pieces, reaches so far, and so much of it is ink. */
const PIECES = 4;
const REACH = 240;
const INK = 0.28;
/** Fainter ones count where more stand in a row, nearly all by themselves, one of them longer than any dash or more of them than a row has dashes. */
const FAINT_PIECES = 6;
const FAINT_INK = 0.15;
const FAINT_LONELY = 0.8;
const NO_DASH = 36;
const NO_DASHES = 9;
/** Letters have neighbours within this many pixels; most pieces of a line have none. */
const LONELY = 9;
const MOSTLY = 0.65;
/** Ragged ink on a line: so wide across at most, its middle so near the line's. */
const RAGGED = 18;
const ON_LINE = 5;
/** What is left beside a line that is no higher than this is no letter. */
const STUB = 9;
/** Letters are no higher than this. */
const LETTER = 60;

export interface BrokenRules {
  readonly rules: readonly PixelRule[];
  /** The components that are pieces of them. */
  readonly pieces: ReadonlySet<Component>;
}

interface Stick {
  readonly component: Component;
  /** Along the line, and across it. */
  readonly from: number;
  readonly to: number;
  readonly near: number;
  readonly far: number;
}

/** Lines that a copier broke into pieces too short to be lines themselves, told by standing in one row with nothing beside them. */
export function brokenRules(components: readonly Component[]): BrokenRules {
  const neighbours = neighbourhood(components);
  const rules: PixelRule[] = [];
  const pieces = new Set<Component>();
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const level = orientation === 'horizontal';
    const sticks = components
      .map((component): Stick => {
        const { x0, x1, y0, y1 } = component;
        return level ? { component, from: x0, to: x1, near: y0, far: y1 } : { component, from: y0, to: y1, near: x0, far: x1 };
      })
      .filter(({ from, to, near, far }) => far - near <= THICKEST && to - from >= SHORTEST && to - from >= SLENDER * (far - near))
      // A slender figure 1 before others, one under the other in a column of amounts, is no piece of a line.
      .filter(({ component, from, to }) => level || to - from > LETTER || !neighbours(component, level, Math.max(LONELY, to - from)))
      .sort((a, b) => a.from - b.from);
    const rows = rowsOf(sticks).map((row) => measured(row, ({ component }) => !neighbours(component, level)));
    const take = (row: Row): void => {
      const { near, far, from, to, thickness } = row;
      const rule: PixelRule = level
        ? { orientation, thickness, x0: from, x1: to, y0: near, y1: far }
        : { orientation, thickness, x0: near, x1: far, y0: from, y1: to };
      rules.push(rule);
      for (const each of row.sticks) pieces.add(each.component);
    };
    for (const row of rows) if (isLine(row)) take(row);
  }
  for (const each of components) if (rules.some((rule) => isCrumb(each, rule))) pieces.add(each);
  return { rules, pieces };
}

interface Row {
  readonly sticks: readonly Stick[];
  readonly from: number;
  readonly to: number;
  readonly near: number;
  readonly far: number;
  readonly thickness: number;
  /** Shares of its length that is ink, and of its pieces that nothing stands beside. */
  readonly ink: number;
  readonly lonely: number;
  readonly longest: number;
}

function measured(sticks: readonly Stick[], isLonely: (stick: Stick) => boolean): Row {
  const from = Math.min(...sticks.map((each) => each.from));
  const to = Math.max(...sticks.map((each) => each.to));
  let [covered, end] = [0, -Infinity];
  for (const each of sticks) {
    covered += Math.max(0, each.to - Math.max(end, each.from));
    end = Math.max(end, each.to);
  }
  return {
    sticks,
    from,
    to,
    near: Math.min(...sticks.map((each) => each.near)),
    far: Math.max(...sticks.map((each) => each.far)),
    thickness: sticks.reduce((sum, each) => sum + each.far - each.near, 0) / sticks.length,
    ink: covered / (to - from),
    lonely: sticks.filter(isLonely).length / sticks.length,
    longest: Math.max(...sticks.map((each) => each.to - each.from)),
  };
}

function isLine({ sticks, from, to, ink, lonely, longest }: Row): boolean {
  if (to - from < REACH) return false;
  if (sticks.length >= PIECES && ink >= INK && lonely >= MOSTLY) return true;
  return sticks.length >= FAINT_PIECES && ink >= FAINT_INK && lonely >= FAINT_LONELY && (longest >= NO_DASH || sticks.length >= NO_DASHES);
}

/** Tells what hangs on a line that was copied badly: ink no wider across than a narrow letter whose middle is on the line. */
export function raggedEdges(rules: readonly PixelRule[]): (each: Component) => boolean {
  return ({ x0, x1, y0, y1 }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return rules.some((rule) =>
      rule.orientation === 'horizontal'
        ? y1 - y0 <= RAGGED && x >= rule.x0 - ASIDE && x <= rule.x1 + ASIDE && Math.abs(y - (rule.y0 + rule.y1) / 2) <= ON_LINE
        : x1 - x0 <= RAGGED && y >= rule.y0 - ASIDE && y <= rule.y1 + ASIDE && Math.abs(x - (rule.x0 + rule.x1) / 2) <= ON_LINE,
    );
  };
}

/** Tells what dirt on the edge of a whole upright line leaves of it: lower than any letter and across the line, like a dash that nobody prints there. */
export function stubsOfUprights(rules: readonly PixelRule[]): (each: Component) => boolean {
  const isRagged = raggedEdges(rules.filter(({ orientation }) => orientation === 'vertical'));
  return (each) => each.y1 - each.y0 <= STUB && isRagged(each);
}

/** Ink that lies wholly on a broken line is more of it. */
function isCrumb(each: Component, { orientation, x0, x1, y0, y1 }: PixelRule): boolean {
  const within = each.x0 >= x0 - ASIDE && each.x1 <= x1 + ASIDE && each.y0 >= y0 - ASIDE && each.y1 <= y1 + ASIDE;
  return within && (orientation === 'horizontal' ? each.y1 - each.y0 : each.x1 - each.x0) <= THICKEST + ASIDE;
}

function rowsOf(sticks: readonly Stick[]): Stick[][] {
  const rows: { sticks: Stick[]; to: number; middle: number }[] = [];
  for (const stick of sticks) {
    const middle = (stick.near + stick.far) / 2;
    const row = rows.findLast((own) => stick.from - own.to <= GAP && Math.abs(own.middle - middle) <= ASIDE);
    if (row === undefined) rows.push({ sticks: [stick], to: stick.to, middle });
    else {
      row.sticks.push(stick);
      row.to = Math.max(row.to, stick.to);
      // A line that does not lie quite level is followed as it goes.
      row.middle += (middle - row.middle) / Math.min(row.sticks.length, FOLLOWED);
    }
  }
  return rows.map((row) => row.sticks);
}

/** Whether more than crumbs stands beside a piece: left or right of an upright one, above or below a level one. */
function neighbourhood(components: readonly Component[]): (each: Component, level: boolean, reach?: number) => boolean {
  const SQUARE = 64;
  const squares = new Map<number, Component[]>();
  const key = (x: number, y: number): number => Math.floor(y / SQUARE) * 4096 + Math.floor(x / SQUARE);
  for (const each of components)
    for (let y = each.y0; y < each.y1 + SQUARE; y += SQUARE)
      for (let x = each.x0; x < each.x1 + SQUARE; x += SQUARE) {
        const at = key(Math.min(x, each.x1), Math.min(y, each.y1));
        const list = squares.get(at);
        if (list === undefined) squares.set(at, [each]);
        else if (list.at(-1) !== each) list.push(each);
      }
  return (each, level, reach = LONELY) => {
    const [dx, dy] = level ? [0, reach] : [reach, 0];
    const [x0, x1, y0, y1] = [each.x0 - dx, each.x1 + dx, each.y0 - dy, each.y1 + dy];
    for (let y = y0; y < y1 + SQUARE; y += SQUARE)
      for (let x = x0; x < x1 + SQUARE; x += SQUARE)
        for (const other of squares.get(key(Math.min(x, x1), Math.min(y, y1))) ?? [])
          if (
            other !== each &&
            (level ? other.y1 - other.y0 : other.x1 - other.x0) > THICKEST &&
            other.x0 < x1 &&
            other.x1 > x0 &&
            other.y0 < y1 &&
            other.y1 > y0
          )
            return true;
    return false;
  };
}
