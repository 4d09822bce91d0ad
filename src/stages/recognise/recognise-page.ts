import type { Page, Rule } from '../../model/page.ts';
import { regionsOf } from './boxes/regions.ts';
import { textBoxes } from './boxes/text-boxes.ts';
import { WORKING_DPI, type PagePicture } from './page-pictures.ts';
import { label } from './pixels/components.ts';
import { straighten } from './straighten.ts';
import { flatten, threshold } from './pixels/threshold.ts';
import { BoxReader, type Engines, type ReadLine } from './reading/read-boxes.ts';
import { eraseRules } from './rules/erase-rules.ts';
import { findRules, type PixelRule } from './rules/find-rules.ts';
import { wordsOf } from './words.ts';

/** Ink is darker than this share of what is around it. */
export const INK = 0.82;
/** Scans coarser than this need three readings of a number to agree. */
const POOR_DPI = 140;

/** A page read from its picture: straightened, lines found and erased, each cell read by itself. Same `Page` as native text gives. */
export async function recognisePage(number: number, drawn: PagePicture, engines: Engines): Promise<Page> {
  const { picture } = straighten(drawn);
  const ink = threshold(picture, INK);
  const clean = flatten(picture, ink);
  const found = findRules(ink);
  eraseRules(found, ink, clean);
  const boxes = textBoxes(label(ink).components, regionsOf(picture.width, picture.height, found.rules));
  const reader = new BoxReader(clean, engines, drawn.dpi < POOR_DPI);
  const lines: ReadLine[] = [];
  for (const box of boxes) lines.push(...(await reader.read(box)));
  const scale = 72 / WORKING_DPI;
  const words = wordsOf(lines, scale);
  return {
    number,
    width: drawn.width,
    height: drawn.height,
    source: 'ocr',
    words,
    rules: found.rules.map((rule) => toRule(rule, scale)),
    fills: [],
    defect: words.length === 0 ? 'page_sans_texte' : null,
  };
}

/** A line as its middle, as thick as its ink: a slope of a pixel or two is no thickness. */
function toRule({ orientation, thickness, x0, y0, x1, y1 }: PixelRule, scale: number): Rule {
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
