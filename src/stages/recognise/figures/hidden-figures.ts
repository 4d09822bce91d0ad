import { nonEmpty, type NonEmpty } from '../../../model/collections.ts';
import type { Reading } from '../../../model/page.ts';
import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import { numberKey } from '../reading/number-text.ts';
import type { ReadLine } from '../reading/read-boxes.ts';
import { fitSigns, type Fitted, type KnownSign, type Standing } from './hidden-signs.ts';

/** Where surely read figures stand. */
export interface Stood extends Standing {
  readonly box: PixelBox;
}

/** Figures stand in one row where their feet are this near, in heights. */
const IN_ROW = 0.5;
/** Feet are tried so many pixels up and down, heights that differ by this share. */
const MOVED = [0, -1, 1, -2, 2] as const;
const OTHER_HEIGHT = 0.06;
/** A page has so few sizes of figures. */
const SIZES = 3;
/** Signs fit where no more than this share of what is seen is not theirs. */
const FITS = 0.3;
/** What the best text costs, each place that another is further from what is seen, the furthest that counts, and what the recognisers' own readings cost beside them at least. */
const HIDDEN = 0.4;
const A_PLACE = 0.6;
const FURTHEST = 5;
const OTHERWISE = 1.5;

/** Reads the numbers that something was drawn through by the page's own figures; `null` where these do not fit. */
export function hiddenFigures(
  page: Picture,
  gone: Bits,
  signs: readonly KnownSign[],
  standings: readonly Stood[],
): (line: ReadLine) => NonEmpty<Reading> | null {
  return (line) => {
    let fitted: Fitted | null = null;
    let worst = FITS;
    for (const standing of placesOf(line, standings)) {
      const own = fitSigns(page, gone, line.box, standing, signs, { worst, further: FURTHEST / A_PLACE });
      if (errorOf(own) > worst || (fitted !== null && errorOf(own) >= errorOf(fitted))) continue;
      fitted = own;
      worst = errorOf(own);
    }
    const [first] = fitted?.guesses ?? [];
    if (fitted === null || first === undefined) return null;
    const readings = fitted.guesses.flatMap(({ text, error }): Reading[] => {
      const amount = text.replace(/(?<=\d)€/u, ' €').trim();
      const further = A_PLACE * (error - first.error);
      return numberKey(amount).valid && further <= FURTHEST ? [{ text: amount, cost: Number((HIDDEN + further).toFixed(3)) }] : [];
    });
    if (readings.length === 0) return null;
    const seen = new Set(readings.map(({ text }) => numberKey(text).key));
    const others = (line.numbers ?? [])
      .filter(({ text }) => numberKey(text).valid && !seen.has(numberKey(text).key))
      .map(({ text, cost }) => ({ text, cost: cost + OTHERWISE }));
    return nonEmpty([...unique(readings), ...others].sort((a, b) => a.cost - b.cost));
  };
}

const errorOf = ({ guesses: [first], unseen }: Fitted): number => (first === undefined ? Infinity : first.error / Math.max(1e-6, unseen));

/** The first spelling of each value. */
function unique(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ text }) => {
    const { key } = numberKey(text);
    return !seen.has(key) && seen.add(key);
  });
}

/** How high a line's figures may be and where they may stand, as figures of its row or of the page do. */
function placesOf(line: ReadLine, standings: readonly Stood[]): Standing[] {
  const middle = (line.box.y0 + line.box.y1) / 2;
  const inRow = standings.filter(({ box, height }) => Math.abs((box.y0 + box.y1) / 2 - middle) <= IN_ROW * height);
  const foot = inRow[0]?.foot ?? line.foot ?? line.box.y1;
  const sizes: number[] = [];
  const high = line.box.y1 - line.box.y0;
  const nearest = [...(inRow.length > 0 ? inRow : standings)].sort((a, b) => Math.abs(a.height - high) - Math.abs(b.height - high));
  for (const { height } of nearest)
    if (sizes.length < SIZES && !sizes.some((own) => Math.abs(own - height) <= OTHER_HEIGHT * own)) sizes.push(height);
  return sizes.flatMap((height) => MOVED.map((moved) => ({ height, foot: foot + moved })));
}
