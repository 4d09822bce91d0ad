import type { Component } from '../pixels/components.ts';
import type { PixelBox } from '../pixels/picture.ts';
import type { PixelRule } from '../rules/find-rules.ts';

/** Fewer pixels are no figure. */
const LEAST = 40;
/** A figure is so high and so wide in pixels, and not much wider than high. */
const [LOWEST, HIGHEST] = [14, 90] as const;
const [NARROWEST, WIDE] = [3, 1.4] as const;
/** What stands this near the middle of a line of the table is a piece of it, pixels. */
const ON_RULE = 7;

/** Ink of the shape of a figure that no box holds: taken for dirt or for a piece of a line, it may yet be one. */
export function unreadInk(components: readonly Component[], boxes: readonly PixelBox[], rules: readonly PixelRule[]): PixelBox[] {
  return components.filter((each) => {
    const [wide, high] = [each.x1 - each.x0, each.y1 - each.y0];
    if (each.ink < LEAST || high < LOWEST || high > HIGHEST || wide < NARROWEST || wide > WIDE * high) return false;
    const [x, y] = [(each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2];
    if (boxes.some(({ x0, x1, y0, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)) return false;
    return !rules.some(({ orientation, x0, x1, y0, y1 }) =>
      orientation === 'vertical'
        ? Math.abs((x0 + x1) / 2 - x) <= ON_RULE && y >= y0 - ON_RULE && y <= y1 + ON_RULE
        : Math.abs((y0 + y1) / 2 - y) <= ON_RULE && x >= x0 - ON_RULE && x <= x1 + ON_RULE,
    );
  });
}
