import type { Fill } from '../../../model/page.ts';
import { label, paintOut } from '../pixels/components.ts';
import type { Picture } from '../pixels/picture.ts';
import { flatten, threshold } from '../pixels/threshold.ts';
import { eraseRules } from '../rules/erase-rules.ts';
import { findRules, type PixelRule } from '../rules/find-rules.ts';
import { shadedRegions } from './shades.ts';
import { regionsOf } from './regions.ts';
import { letterFilter, textBoxes, type TextBox } from './text-boxes.ts';

/** Ink is darker than this share of what is around it. */
const INK = 0.82;
const PAPER = 250;
/** Grey around ink that goes with it, in pixels. */
const FRINGE = 2;

/** What stands where on a straightened page. */
export interface PageBoxes {
  /** The page without lines, its paper white everywhere. */
  readonly clean: Picture;
  readonly rules: readonly PixelRule[];
  readonly boxes: readonly TextBox[];
  /** Cells with a ground of their own; `scale`: points a pixel. */
  fills(scale: number): Fill[];
}

export function findBoxes(picture: Picture): PageBoxes {
  const ink = threshold(picture, INK);
  const clean = flatten(picture, ink);
  const found = findRules(ink);
  const { width, height } = picture;
  const regions = regionsOf(width, height, found.rules);
  const shades = shadedRegions(picture, ink, regions);
  eraseRules(found, ink, clean);
  const labelled = label(ink);
  const isLetter = letterFilter(labelled.components);
  paintOut(labelled, (each) => !isLetter(each), ink, clean.data, PAPER, FRINGE);
  return {
    clean,
    rules: found.rules,
    boxes: textBoxes(labelled.components.filter(isLetter), regions),
    fills: (scale) =>
      shades.map(({ box, shade }) => ({ box: [box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale] as const, shade })),
  };
}
