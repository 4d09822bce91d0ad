import { kindOf, type Kind } from './line-sizes.ts';
import type { ReadLine } from './reading/read-boxes.ts';

/** Strokes so much thicker than most of the page's, letters' sizes taken into account, are bold. */
const BOLD = 1.24;
/** Sizes nearer than this to the page's usual one are taken for it: what a size is wrong by would count twice. */
const NEAR = 0.25;
/** So many letters of one kind tell how much ink is usual among them. */
const LETTERS = 40;
/** By how much tall letters fill their place more than small ones, at the least and at the most. */
const TALLER_LEAST = 1.15;
const TALLER_MOST = 1.7;

/** Two weights of one kind of letters differ by this at the least; the lighter one is print of the page where so much of the kind has it. */
const LEVELS = 1.35;
const SOME = 0.25;

interface Weighed {
  readonly weight: number;
  readonly letters: number;
}

/** The lighter ones of lines, from the lightest on, where these and the others stand clearly apart: headings and totals may be most of the capitals and figures. */
function lighter<Line extends Weighed>(lines: readonly Line[]): readonly Line[] {
  const all = lines.reduce((sum, { letters }) => sum + letters, 0);
  let passed = 0;
  const last = lines.findIndex(({ weight, letters }, index) => {
    passed += letters;
    return passed >= Math.max(LETTERS, SOME * all) && (lines[index + 1]?.weight ?? 0) >= LEVELS * weight;
  });
  return last < 0 ? lines : lines.slice(0, last + 1);
}

/**
 * Tells bold lines by their strokes, and by how much of their place is ink, against those of most of the text, figures and capitals by themselves: they fill
 * more of it. Blur makes strokes alike, and adds no ink. `usual`: the size of most of the text, in pixels like `size`.
 */
export function boldness(sizes: readonly number[], lines: readonly ReadLine[], usual: number): (line: ReadLine, size: number) => boolean {
  const weightOf = (line: ReadLine, size: number): number => {
    const em = Math.abs(size / usual - 1) <= NEAR ? usual : size;
    if (em <= 0 || line.stroke <= 0) return 0;
    return line.mass === undefined ? (line.stroke / em) ** 2 : ((line.stroke / em) * line.mass) / ((line.box.x1 - line.box.x0) * em);
  };
  const weights = lines
    .flatMap((line, index) => {
      const weight = weightOf(line, sizes[index] ?? 0);
      const letters = line.words.reduce((sum, word) => sum + word.text.length, 0);
      return weight > 0 && letters > 2 ? [{ weight, letters, kind: kindOf(line) }] : [];
    })
    .sort((a, b) => a.weight - b.weight);
  const middle = (own: readonly Weighed[]): number | null => {
    const half = own.reduce((sum, { letters }) => sum + letters, 0) / 2;
    let passed = 0;
    return own.find(({ letters }) => (passed += letters) >= half)?.weight ?? null;
  };
  const all = middle(weights) ?? Infinity;
  const of = (kind: Kind): number | null => {
    const own = lighter(weights.filter((each) => each.kind === kind));
    return own.reduce((sum, { letters }) => sum + letters, 0) < LETTERS ? null : middle(own);
  };
  const [small, tall] = [of('small'), of('tall')];
  // Where most of one kind is bold, headings or totals, the other kind tells.
  const most: Readonly<Record<Kind, number>> = {
    small: Math.min(small ?? all, (tall ?? Infinity) / TALLER_LEAST),
    tall: Math.min(tall ?? all, (small ?? Infinity) * TALLER_MOST),
  };
  const weightUsual = (line: ReadLine): number => {
    const kind = line.mass === undefined ? null : kindOf(line);
    return kind === null ? all : most[kind];
  };
  return (line, size) => weightOf(line, size) > BOLD ** 2 * weightUsual(line);
}
