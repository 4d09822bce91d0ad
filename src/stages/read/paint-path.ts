import type { Box } from '../../model/geometry.ts';
import type { GraphicsState } from './graphics-state.ts';
import { intersect, scaleOf, type Point } from './matrix.ts';
import type { Area, Stroke } from './painted.ts';
import type { Subpath } from './path.ts';

/** Thicker painted boxes are backgrounds, not lines. */
const THICKEST_RULE = 3;
/** What is longer than this times its thickness is a line; shorter is a speck, perhaps a dot of a dotted line. */
const LINE_RATIO = 4;
const SHORTEST_LINE = 2;
const SPECK = 3.5;
/** How far, in points over its length, a straight line may lean and still be drawn upright. */
const LEAN = 0.6;
const SEEN_ALPHA = 0.05;

export interface Canvas {
  readonly strokes: Stroke[];
  readonly specks: Stroke[];
  readonly areas: Area[];
}

/** Takes every upright straight line of a stroked path. */
export function strokePath(subpaths: readonly Subpath[], state: GraphicsState, order: number, canvas: Canvas): void {
  if (state.strokeAlpha <= SEEN_ALPHA || state.clip === null) return;
  const half = (state.lineWidth * scaleOf(state.ctm)) / 2;
  for (const { lines } of subpaths) {
    for (const [a, b] of lines) {
      const box = lineBox(a, b, half);
      if (box !== null) addLine(box, state, state.strokeShade ?? 0.5, order, canvas);
    }
  }
}

function lineBox(a: Point, b: Point, half: number): Box | null {
  const dx = Math.abs(a.x - b.x);
  const dy = Math.abs(a.y - b.y);
  if (dx >= dy && dy <= LEAN && dx > 0) {
    const y = (a.y + b.y) / 2;
    return [Math.min(a.x, b.x), y - half, Math.max(a.x, b.x), y + half];
  }
  if (dx <= LEAN && dy > 0) {
    const x = (a.x + b.x) / 2;
    return [x - half, Math.min(a.y, b.y), x + half, Math.max(a.y, b.y)];
  }
  return null;
}

/** Takes thin filled boxes as lines, frames (a box with a hole) as four lines, and other filled rectangles as areas. */
export function fillPath(subpaths: readonly Subpath[], state: GraphicsState, order: number, canvas: Canvas): void {
  if (state.fillAlpha <= SEEN_ALPHA || state.clip === null) return;
  const holes = new Set<Subpath>();
  for (const outer of subpaths) {
    const hole = outer.rectangle
      ? subpaths.find((inner) => inner !== outer && inner.rectangle && surrounds(outer.box, inner.box))
      : undefined;
    if (hole === undefined || holes.has(outer)) continue;
    holes.add(outer).add(hole);
    for (const side of frameSides(outer.box, hole.box)) addBox(side, state, order, canvas, 'part');
  }
  for (const subpath of subpaths) {
    if (holes.has(subpath)) continue;
    const fills = subpath.rectangle || (!subpath.curved && isThin(subpath.box));
    addBox(subpath.box, state, order, canvas, !fills ? 'within' : subpaths.length === 1 ? 'alone' : 'part');
    if (!fills && !isThin(subpath.box)) addShape(subpath, state, order, canvas);
  }
}

/** A drawing of more corners is no background of text. */
const MOST_CORNERS = 200;

/** Notes a painted shape: white text shows on it (a title on a box with rounded corners). */
function addShape({ box, outline }: Subpath, state: GraphicsState, order: number, canvas: Canvas): void {
  const seen = state.clip === null ? null : intersect(box, state.clip);
  if (seen === null || outline.length > MOST_CORNERS) return;
  canvas.areas.push({ box: seen, shade: state.fillShade, opaque: false, picture: false, order, shape: outline });
}

/** How a painted box and what was painted compare: `alone`, all of the box and nothing else; `part` of a larger path; `within`, not all of the box. */
type Shape = 'alone' | 'part' | 'within';

/** Notes a painted box. */
export function addBox(box: Box, state: GraphicsState, order: number, canvas: Canvas, shape: Shape, picture = false): void {
  if (state.clip === null) return;
  if (isThin(box)) {
    addLine(box, state, state.fillShade ?? 0.5, order, canvas);
    return;
  }
  const seen = intersect(box, state.clip);
  if (seen === null || shape === 'within') return;
  if (isThin(seen)) {
    addLine(seen, state, state.fillShade ?? 0.5, order, canvas);
    return;
  }
  canvas.areas.push({
    box: seen,
    shade: state.fillShade,
    // Only what surely hides all that lies below: a shaped clip may let the text through that it was made to spare.
    opaque: shape === 'alone' && state.clipIsBox && state.fillAlpha >= 0.95 && !state.blends && !state.masked && state.fillShade !== null,
    picture,
    order,
  });
}

function addLine(box: Box, state: GraphicsState, shade: number, order: number, canvas: Canvas): void {
  const seen = state.clip === null ? null : intersect(box, state.clip);
  if (seen === null) return;
  const width = seen[2] - seen[0];
  const height = seen[3] - seen[1];
  const length = Math.max(width, height);
  const thickness = Math.min(width, height);
  if (length <= 0 || thickness > THICKEST_RULE) return;
  const stroke: Stroke = { box: seen, orientation: width >= height ? 'horizontal' : 'vertical', shade, order };
  if (length >= SHORTEST_LINE && length >= LINE_RATIO * thickness) canvas.strokes.push(stroke);
  else if (length <= SPECK) canvas.specks.push(stroke);
}

function isThin(box: Box): boolean {
  return Math.min(box[2] - box[0], box[3] - box[1]) <= THICKEST_RULE;
}

function surrounds(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] &&
    inner[1] >= outer[1] &&
    inner[2] <= outer[2] &&
    inner[3] <= outer[3] &&
    inner[0] - outer[0] <= THICKEST_RULE &&
    inner[1] - outer[1] <= THICKEST_RULE &&
    outer[2] - inner[2] <= THICKEST_RULE &&
    outer[3] - inner[3] <= THICKEST_RULE
  );
}

function frameSides(outer: Box, inner: Box): Box[] {
  const sides: Box[] = [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
  return sides.filter((side) => side[2] - side[0] > 0.01 && side[3] - side[1] > 0.01);
}
