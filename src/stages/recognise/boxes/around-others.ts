import type { PixelBox } from '../pixels/picture.ts';
import type { TextBox } from './text-boxes.ts';

function holds({ x0, x1, y0, y1 }: PixelBox, inner: PixelBox): boolean {
  const [x, y] = [(inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2];
  return x > x0 && x < x1 && y > y0 && y < y1;
}

/**
 * Boxes of a page; one of several lines around which another cell's text stands too (two cells ran into one where the line between them is lost, and lie at an angle around a
 * third) is read line by line: read as a block it would say what the others say once more.
 */
export function withoutOthers(boxes: readonly TextBox[]): TextBox[] {
  const lines = boxes.filter(({ mark }) => mark === null).flatMap((box) => box.lines.map((line) => ({ box, line })));
  return boxes.flatMap((box) => {
    const isAround =
      box.lines.length > 1 && lines.some((other) => other.box !== box && other.box.cell !== box.cell && holds(box, other.line));
    return isAround ? box.lines.map((line): TextBox => ({ ...box, ...line, lines: [line] })) : [box];
  });
}
