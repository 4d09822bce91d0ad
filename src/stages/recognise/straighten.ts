import { WORKING_DPI, type PagePicture } from './page-pictures.ts';
import { isSideways } from './pixels/sideways.ts';
import { colonDots } from './colon-dots.ts';
import { label, paintOut, type Component } from './pixels/components.ts';
import { DARK_GROUND, paperOf, whitenEdges } from './pixels/edges.ts';
import type { Bits, Picture } from './pixels/picture.ts';
import { sampleAt } from './pixels/sample.ts';
import { scale } from './pixels/scale.ts';
import { skewOf } from './pixels/skew.ts';
import { threshold } from './pixels/threshold.ts';
import { rotate, turn } from './pixels/turn.ts';
import { smallMarks } from './small-marks.ts';

/** Turning by less than this (degrees) would only blur. */
const STRAIGHT = 0.04;
const INK = 0.82;
/** How far beside a speck a dark ground is looked for, in pixels. */
const BESIDE = 3;

/** A page as drawn, with its specks dropped, and what ink is left on it. */
export interface Swept {
  readonly picture: Picture;
  readonly light: Picture;
  readonly bilevel: boolean;
  readonly ink: Bits;
  readonly components: readonly Component[];
}

/** Drops specks while the page is still at its own resolution, where they are smallest against letters. */
export function sweep({ picture: drawn, light, bilevel = false, dpi }: PagePicture): Swept {
  const picture = { ...drawn, data: Uint8Array.from(drawn.data) };
  whitenEdges(picture);
  const ink = threshold(picture, INK, Math.round((36 * dpi) / WORKING_DPI));
  const largest = Math.max(2, Math.round(6 * (dpi / WORKING_DPI) ** 2));
  const labelled = label(ink);
  const isSmall = (each: Component): boolean => each.ink <= largest;
  const small = labelled.components.filter(isSmall);
  const colons = colonDots(small, dpi);
  const marks = smallMarks(
    small,
    labelled.components.filter((each) => !isSmall(each)),
    dpi,
  );
  const isSpeck = (each: Component): boolean => isSmall(each) && !colons.has(each) && !marks.has(each);
  const dark = DARK_GROUND * paperOf(picture.data);
  const isOnPaper = (each: Component): boolean => !isOnDark(each, picture, dark);
  paintOut(labelled, (each) => isSpeck(each) && isOnPaper(each), ink, picture.data);
  // Grain of a dark ground is no speck of paper.
  paintOut(labelled, isSpeck, ink);
  return {
    picture,
    light: light === drawn ? picture : light,
    bilevel,
    ink,
    components: labelled.components.filter((each) => !isSpeck(each)),
  };
}

/** Whether what stands around a speck is dark on every side. */
function isOnDark({ x0, y0, x1, y1 }: Component, { width, height, data }: Picture, dark: number): boolean {
  const [x, y] = [(x0 + x1) >> 1, (y0 + y1) >> 1];
  const [left, right, top, bottom] = [x0 - BESIDE, x1 + BESIDE, y0 - BESIDE, y1 + BESIDE];
  if (left < 0 || top < 0 || right >= width || bottom >= height) return false;
  return [y * width + left, y * width + right, top * width + x, bottom * width + x].every((at) => (data[at] ?? 255) < dark);
}

export interface Straight {
  readonly picture: Picture;
  /** As `PagePicture.light`, put straight like the picture, where there is ink. */
  readonly light: (ink: Bits) => Picture;
  readonly bilevel: boolean;
  /** Degrees clockwise by which the page was turned: in quarters, then by a small angle. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly tilt: number;
}

/** The page at the working resolution with its lines level: lying on its side it is turned clockwise. Whether it is upside down letters must tell. */
export function straighten({ picture, light, bilevel, ink, components }: Swept, dpi: number): Straight {
  const quarter = isSideways(components, dpi) ? 90 : 0;
  const tilt = skewOf(turn(ink, quarter));
  const isStraight = Math.abs(tilt) < STRAIGHT;
  const factor = WORKING_DPI / dpi;
  const upright = turn(picture, quarter);
  const scaled = scale(upright, Math.round(upright.width * factor), Math.round(upright.height * factor));
  const straight = isStraight ? scaled : rotate(scaled, tilt);
  return {
    picture: straight,
    light: (places) => (light === picture ? straight : sampleAt(places, turn(light, quarter), isStraight ? 0 : tilt)),
    bilevel,
    turn: quarter,
    tilt: isStraight ? 0 : Number(tilt.toFixed(3)),
  };
}
