import { WORKING_DPI, type PagePicture } from './page-pictures.ts';
import { label, paintOut } from './pixels/components.ts';
import type { Picture } from './pixels/picture.ts';
import { scale } from './pixels/scale.ts';
import { skewOf } from './pixels/skew.ts';
import { threshold } from './pixels/threshold.ts';
import { rotate } from './pixels/turn.ts';

/** Turning by less than this (degrees) would only blur. */
const STRAIGHT = 0.04;
const INK = 0.82;

export interface Straight {
  readonly picture: Picture;
  /** Degrees clockwise by which the page was turned. */
  readonly tilt: number;
}

/** The page at the working resolution, specks dropped, lines level. */
export function straighten({ picture: drawn, dpi }: PagePicture): Straight {
  const picture = { ...drawn, data: Uint8Array.from(drawn.data) };
  const ink = threshold(picture, INK, Math.round((36 * dpi) / WORKING_DPI));
  const largest = Math.max(2, Math.round(6 * (dpi / WORKING_DPI) ** 2));
  paintOut(label(ink), (each) => each.ink <= largest, ink, picture.data, 255);
  const tilt = skewOf(ink);
  const factor = WORKING_DPI / dpi;
  const scaled = scale(picture, Math.round(picture.width * factor), Math.round(picture.height * factor));
  return Math.abs(tilt) < STRAIGHT ? { picture: scaled, tilt: 0 } : { picture: rotate(scaled, tilt), tilt };
}
