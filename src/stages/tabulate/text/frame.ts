import type { Box } from '../../../model/geometry.ts';
import type { Direction } from '../../../model/page.ts';

/**
 * The box as a reader sees it who turned the page so that the text is upright: first and third value along the line,
 * second and fourth across, growing with reading.
 */
export function toReading(box: Box, direction: Direction): Box {
  const [x0, y0, x1, y1] = box;
  switch (direction) {
    case 0:
      return box;
    case 90:
      return [y0, -x1, y1, -x0];
    case 180:
      return [-x1, -y1, -x0, -y0];
    case 270:
      return [-y1, x0, -y0, x1];
  }
}
