import type { Box } from '../../model/geometry.ts';
import type { Fill } from '../../model/page.ts';
import type { Area, Glyph, Stroke } from './painted.ts';
import { WHITE } from './show-text.ts';

/** What a page's paint leaves to see: a later opaque area hides what it covers, and white shows only on something darker. */
export interface Backdrop {
  seesGlyph(glyph: Glyph): boolean;
  seesStroke(stroke: Stroke): boolean;
  fills(): Fill[];
}

/** A fill smaller than this in either direction is a detail, not a background. */
const SMALLEST_FILL = 3;

export function backdropOf(areas: readonly Area[]): Backdrop {
  /** The last area painted under `x, y` before `order`; `undefined` for the bare page. */
  const under = (x: number, y: number, order: number): Area | undefined =>
    areas.findLast((area) => area.order < order && contains(area.box, x, y) && isOnShape(area, x, y));
  const isWhiteUnder = (x: number, y: number, order: number): boolean =>
    (under(x, y, order)?.shade ?? (under(x, y, order) ? 0.5 : 1)) >= WHITE;
  const opaque = areas.filter((area) => area.opaque);
  // The areas come in the order they are painted in.
  const covered = (x: number, y: number, order: number): boolean => {
    for (let index = opaque.length - 1; index >= 0; index -= 1) {
      const area = opaque[index];
      if (area === undefined || area.order <= order) return false;
      if (contains(area.box, x, y)) return true;
    }
    return false;
  };
  return {
    seesGlyph: (glyph) => {
      const [x, y] = centre(glyph.box);
      if (opaque.length > 0 && covered(x, y, glyph.order)) return false;
      return !glyph.white || !isWhiteUnder(x, y, glyph.order);
    },
    seesStroke: ({ box, shade, order, orientation }) => {
      const [x, y] = centre(box);
      if (opaque.length > 0 && coversBox(opaque, box, order)) return false;
      if (shade < WHITE) return true;
      const out = (orientation === 'horizontal' ? box[3] - box[1] : box[2] - box[0]) / 2 + 0.75;
      return orientation === 'horizontal'
        ? !isWhiteUnder(x, y - out, order) || !isWhiteUnder(x, y + out, order)
        : !isWhiteUnder(x - out, y, order) || !isWhiteUnder(x + out, y, order);
    },
    fills: () =>
      areas
        .filter(
          ({ box, shade, picture, shape }) =>
            !picture &&
            shape === undefined &&
            (shade ?? 0.5) < WHITE &&
            box[2] - box[0] >= SMALLEST_FILL &&
            box[3] - box[1] >= SMALLEST_FILL,
        )
        .filter(({ box, order }) => !coversBox(opaque, box, order))
        .map(({ box, shade }) => ({ box, shade: shade ?? 0.5 })),
  };
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

/** Whether a point of its box lies on what is painted. */
function isOnShape({ shape }: Area, x: number, y: number): boolean {
  if (shape === undefined) return true;
  let inside = false;
  shape.forEach((a, index) => {
    const b = shape[(index + 1) % shape.length];
    if (b !== undefined && a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside;
  });
  return inside;
}

function coversBox(opaque: readonly Area[], box: Box, order: number): boolean {
  return opaque.some(
    (area) => area.order > order && area.box[0] <= box[0] && area.box[1] <= box[1] && area.box[2] >= box[2] && area.box[3] >= box[3],
  );
}

function centre(box: Box): [number, number] {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
