import { hiddenPlace } from '../drawings/crossed.ts';
import type { Bits, PixelBox, Picture } from '../pixels/picture.ts';
import type { PixelRule } from '../rules/find-rules.ts';
import type { ReadLine } from '../reading/read-boxes.ts';
import { DISPUTED } from '../reading/votes.ts';
import { glyphsOf } from './glyphs.ts';

/** Ink this near a number, in heights of its line, and as high as it but for so much may be a figure of it. */
const BESIDE = 1;
const AS_HIGH = [0.6, 1.3] as const;
/** Signs lower than figures; and one that is several pieces of ink. */
const LOW = /[\s.,'’*_–—-]/gu;
const PARTED = /%/u;

/**
 * Numbers beside or within which there is ink that no sign of theirs stands for: they may have a figure more, however many recognisers agree, and are no longer
 * sure; nor are those that lost ink, or may have lost a whole figure, with a stroke drawn through them. `unread`: ink of the shape of figures that nobody read; `gone`: pixels of
 * what was drawn, and taken away.
 */
export function doubtedByInk(
  lines: readonly ReadLine[],
  page: Picture,
  unread: readonly PixelBox[],
  rules: readonly PixelRule[],
  gone: Bits | null = null,
): readonly ReadLine[] {
  return lines.map((line) => {
    const [only, another] = line.numbers ?? [];
    if (only === undefined || another !== undefined || only.cost >= DISPUTED || line.direction !== 0) return line;
    const inside = !PARTED.test(only.text) && glyphsOf(page, line.box).tall > only.text.replace(LOW, '').length;
    const beside = unread.some((ink) => isOf(line, ink) && !rules.some((rule) => parts(rule, line.box, ink)));
    const hidden = gone === null ? null : hiddenPlace(gone, line.box, highOf(line));
    const isHidden = hidden !== null && !rules.some((rule) => parts(rule, line.box, hidden));
    return inside || beside || isHidden || line.isCrossed === true ? { ...line, numbers: [{ text: only.text, cost: DISPUTED }] } : line;
  });
}

function highOf({ box, letter }: ReadLine): number {
  return letter ?? box.y1 - box.y0;
}

function isOf(line: ReadLine, ink: PixelBox): boolean {
  const { box } = line;
  const high = highOf(line);
  const shared = Math.min(box.y1, ink.y1) - Math.max(box.y0, ink.y0);
  const share = (ink.y1 - ink.y0) / high;
  const white = Math.max(box.x0 - ink.x1, ink.x0 - box.x1);
  return share >= AS_HIGH[0] && share <= AS_HIGH[1] && shared >= 0.7 * (ink.y1 - ink.y0) && white <= BESIDE * high;
}

/** Whether an upright line of the table stands between the two. */
function parts({ orientation, x0, x1, y0, y1 }: PixelRule, box: PixelBox, ink: PixelBox): boolean {
  const x = (x0 + x1) / 2;
  return orientation === 'vertical' && x > Math.min(box.x1, ink.x1) && x < Math.max(box.x0, ink.x0) && y0 < ink.y1 && y1 > ink.y0;
}
