import type { Rule } from '../../../model/page.ts';
import type { PixelRule } from './find-rules.ts';

/** A line as its middle, as thick as its ink: a slope of a pixel or two is no thickness. `scale`: points a pixel. */
export function toRule({ orientation, thickness, x0, y0, x1, y1 }: PixelRule, scale: number): Rule {
  const half = thickness / 2;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const points = (value: number): number => Math.round(value * scale * 100) / 100;
  return {
    orientation,
    box:
      orientation === 'horizontal'
        ? [points(x0), points(y - half), points(x1), points(y + half)]
        : [points(x - half), points(y0), points(x + half), points(y1)],
  };
}
