import { describe, expect, it } from 'vitest';
import { withoutOthers } from '../../src/stages/recognise/boxes/around-others.ts';
import type { TextBox } from '../../src/stages/recognise/boxes/text-boxes.ts';

function box(...lines: readonly (readonly [number, number, number, number])[]): TextBox {
  const own = lines.map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1, stroke: 4 }));
  const around = {
    x0: Math.min(...own.map(({ x0 }) => x0)),
    y0: Math.min(...own.map(({ y0 }) => y0)),
    x1: Math.max(...own.map(({ x1 }) => x1)),
    y1: Math.max(...own.map(({ y1 }) => y1)),
  };
  return { ...around, lines: own, inCell: true, cell: { ...around }, mark: null, inDrawing: false };
}

describe('a box of several lines', () => {
  const angled = box([100, 0, 400, 30], [300, 50, 400, 80]);

  it('is read line by line where it lies around the text of another cell', () => {
    const inner = box([110, 50, 200, 80]);
    expect(withoutOthers([angled, inner]).map(({ y0, x0, lines }) => [x0, y0, lines.length])).toEqual([
      [100, 0, 1],
      [300, 50, 1],
      [110, 50, 1],
    ]);
  });

  it('is read at once where the others stand beside it', () => {
    const beside = box([500, 50, 600, 80]);
    expect(withoutOthers([angled, beside])).toEqual([angled, beside]);
  });
});
