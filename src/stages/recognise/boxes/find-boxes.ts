import type { Fill } from '../../../model/page.ts';
import { label, paintOut, type Component } from '../pixels/components.ts';
import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import { flatten, threshold } from '../pixels/threshold.ts';
import { eraseDrawings, type Drawings } from '../drawings/erase-drawings.ts';
import { dottedRules } from '../rules/dotted-rules.ts';
import { eraseRules } from '../rules/erase-rules.ts';
import { brokenRules, raggedEdges, stubsOfUprights } from '../rules/broken-rules.ts';
import { crossingDebris } from '../rules/crossings.ts';
import { continuedRules } from '../rules/continued-rules.ts';
import { faintRules } from '../rules/faint-rules.ts';
import { ruleDebris } from '../rules/rule-debris.ts';
import { findRules, type PixelRule } from '../rules/find-rules.ts';
import { withoutBridgedGaps } from '../rules/white-gaps.ts';
import { bulletsOf } from './bullets.ts';
import { groundsOf } from './grounds.ts';
import { asPositive } from './negatives.ts';
import { shadedRegions } from './shades.ts';
import { regionsOf } from './regions.ts';
import { isDrawn, letterFilter } from './letters.ts';
import { eraseStamps, framesOf } from './stamps.ts';
import { textBoxes, type TextBox } from './text-boxes.ts';
import { unreadInk } from './unread-ink.ts';

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
  /** Ink of the shape of figures that is in none of them. */
  readonly unread: readonly PixelBox[];
  readonly drawings: Drawings | null;
  /** Cells with a ground of their own; `scale`: points a pixel. */
  fills(scale: number): Fill[];
}

interface Sheet {
  readonly picture: Picture;
  readonly light: (ink: Bits) => Picture;
  readonly bilevel?: boolean;
}

/** `light`: as in `Straight`; `bilevel`: as in `PagePicture`. */
export function findBoxes(sheet: Sheet): PageBoxes {
  const { picture, light, negatives, bilevel = false } = asPositive(sheet);
  const ink = threshold(picture, INK);
  const clean = flatten(picture, ink);
  const found = findRules(ink);
  const { width, height } = picture;
  const drawn = { width, height, data: Uint8Array.from(ink.data) };
  eraseRules(found, ink, clean, drawn.data);
  let labelled = label(ink);
  // Where all ink is black, what is paler is thin: stems of letters, commas and pieces of lines.
  if (!bilevel && eraseStamps(labelled, ink, clean, light)) {
    // Where a stamp ran over a line, the line looked like a part of it and stayed.
    eraseRules(found, ink, clean);
    labelled = label(ink);
  }
  const drawings = eraseDrawings(labelled, ink, clean);
  if (drawings !== null) labelled = label(ink);
  const broken = brokenRules(labelled.components);
  const continued = continuedRules(labelled.components, broken.rules, found.rules);
  const dotted = dottedRules(labelled.components);
  const seen = [...found.rules, ...broken.rules, ...continued.rules, ...dotted.rules];
  const faint = faintRules(picture, seen, ink);
  const rules = withoutBridgedGaps([...seen, ...faint], drawn);
  const isBroken = broken.rules.length + faint.length > 0;
  const isRagged = isBroken ? raggedEdges(rules) : stubsOfUprights(rules);
  const debris = isBroken ? ruleDebris(labelled, rules, width, height) : new Set<Component>();
  const crossings = crossingDebris(labelled, rules);
  const regions = regionsOf(width, height, rules, isBroken);
  const shades = shadedRegions(picture, drawn, regions);
  const grounds = [
    ...shades,
    ...[...negatives, ...groundsOf(picture, drawn)].filter(({ box }) => !shades.some((shade) => covers(shade.box, box))),
  ];
  const isSized = letterFilter(labelled.components);
  const isLetter = (each: Component): boolean =>
    isSized(each) &&
    !broken.pieces.has(each) &&
    !continued.pieces.has(each) &&
    !dotted.pieces.has(each) &&
    !debris.has(each) &&
    !crossings.has(each) &&
    !isRagged(each);
  const letters = labelled.components.filter(isLetter);
  const bullets = bulletsOf(letters, regions);
  const frames = framesOf([...(drawings?.boxes ?? []), ...labelled.components.filter((each) => !isSized(each) && isDrawn(each))]);
  const boxes = textBoxes(letters, bullets, frames, regions);
  const unread = unreadInk(labelled.components, boxes, rules);
  paintOut(labelled, (each) => !isLetter(each) || bullets.has(each), ink, clean.data, PAPER, FRINGE);
  return {
    clean,
    rules,
    boxes,
    unread,
    drawings,
    fills: (scale) =>
      grounds.map(({ box, shade }) => ({ box: [box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale] as const, shade })),
  };
}

/** Whether most of `inner` lies in `outer`. */
function covers(outer: PixelBox, inner: PixelBox): boolean {
  const wide = Math.min(outer.x1, inner.x1) - Math.max(outer.x0, inner.x0);
  const high = Math.min(outer.y1, inner.y1) - Math.max(outer.y0, inner.y0);
  return wide > 0 && high > 0 && wide * high > 0.5 * (inner.x1 - inner.x0) * (inner.y1 - inner.y0);
}
