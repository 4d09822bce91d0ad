import { expect, it } from 'vitest';
import { cellText, type Cell } from '../../src/model/grid.ts';
import { wholeFigure } from '../../src/stages/interpret/cut-totals.ts';

/** One figure of 10 points, centred in the cell of a column of this width, in rows of this height; a figure is 6 points wide. */
function cell(text: string, row: number, width: number, high: number): Cell {
  const [x0, y0] = [(width - 6 * text.length) / 2, high * row + (high - 12) / 2];
  const place = { page: 1, box: [0, high * row, width, high * row + high] as const };
  const line = {
    place: { page: 1, box: [x0, y0, width - x0, y0 + 12] as const },
    text,
    size: 10,
    bold: true,
    direction: 0 as const,
  };
  return {
    id: `p1t0r${String(row)}c0`,
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    place,
    continuations: [],
    lines: [line],
    readings: [{ text, cost: 0 }],
    bold: true,
    shaded: false,
  };
}

const whole = (above: string, below: string, width: number, high = 14): string | null => {
  const joined = wholeFigure(cell(above, 0, width, high), cell(below, 1, width, high));
  return joined === null ? null : cellText(joined);
};

it('a figure over two rows is one where its column is too narrow for it', () => {
  expect(whole('107', '266,00', 45)).toBe('107 266,00');
});

it('two totals, one under the other in a column with room for both, are two', () => {
  expect(whole('20', '509,7', 65)).toBeNull();
});

it('a figure that is whole is no half of one', () => {
  expect(whole('92,5', '509,7', 45)).toBeNull();
  expect(whole('20', '509', 45)).toBeNull();
});

it('two totals whose rows stand further apart than lines do are two', () => {
  expect(whole('33', '453,1', 30)).toBe('33 453,1');
  expect(whole('33', '453,1', 30, 20)).toBeNull();
});
