import { expect, test } from 'vitest';
import { withHeadedSide } from '../../src/stages/tabulate/align/headed-side.ts';
import { textAt } from './draw.ts';

/** A stripe that leaves the first column out. */
const STACK = { left: 120, right: 480, ys: [120, 140, 160, 180] };
const heads = ['Actions', 'Contenu', 'Dépense'].flatMap((head, at) => textAt(124 + 120 * at, 100, head));
const row = (y: number) => ['Nettoyage', 'Deux passages', '1 200 €'].flatMap((text, at) => textAt(124 + 120 * at, y, text));
const rows = [112, 125, 145, 165].flatMap(row);

test('merged cells without a part in the stripes beside them are the first column where it has its head among the others', () => {
  const words = [...textAt(40, 100, 'Axes'), ...heads, ...rows, ...textAt(40, 112, 'Présence du'), ...textAt(40, 125, 'personnel')];
  expect(withHeadedSide(STACK, words).left).toBe(39);
});

test('what stands left of stripes without a head, or set otherwise, is no column', () => {
  const margin = [...heads, ...rows, ...textAt(40, 112, 'A')];
  expect(withHeadedSide(STACK, margin)).toBe(STACK);
  const loose = [...textAt(40, 100, 'Axes'), ...heads, ...rows, ...textAt(55, 112, 'Présence')];
  expect(withHeadedSide(STACK, loose)).toBe(STACK);
});
