import { readPdf } from '../../../src/stages/read/read-pages.ts';
import { findBoxes } from '../../../src/stages/recognise/boxes/find-boxes.ts';
import type { LineBox } from '../../../src/stages/recognise/boxes/text-boxes.ts';
import { linePicture, type LinePicture } from '../../../src/stages/recognise/learnt/line-picture.ts';
import { openPagePictures, WORKING_DPI } from '../../../src/stages/recognise/page-pictures.ts';
import { straighten, sweep } from '../../../src/stages/recognise/straighten.ts';
import { Random } from '../../generator/random.ts';
import { agePdf } from '../age/age-pdf.ts';
import type { Wear } from '../age/wear.ts';

/** What a line says and what the network is shown of it. */
export interface LabelledLine {
  readonly text: string;
  readonly picture: LinePicture;
}

/** How far a second cut of each line is moved at each side, in pixels. */
const MOVED = 1.6;

/** Wrecks, copies in black and white, and office scans, each as worn as such things get. */
function wearOf(random: Random): Wear {
  const between = (low: number, high: number): number => low + random.next() * (high - low);
  const common = { stamps: 0, border: false };
  return random.weighted<() => Wear>([
    [
      40,
      () => ({
        ...common,
        dpi: random.int(100, 130),
        skew: 2,
        blur: between(0.5, 1),
        noise: between(4, 13),
        shadow: between(0, 30),
        specks: between(0, 0.6),
        threshold: null,
        quality: random.int(25, 65),
      }),
    ],
    [
      35,
      () => ({
        ...common,
        dpi: random.int(130, 200),
        skew: 1.5,
        blur: between(0.3, 0.8),
        noise: between(6, 18),
        shadow: between(0, 20),
        specks: between(0, 2),
        threshold: between(125, 180),
        quality: 0,
      }),
    ],
    [
      25,
      () => ({
        ...common,
        dpi: random.int(150, 300),
        skew: 2,
        blur: between(0.2, 0.7),
        noise: between(2, 9),
        shadow: between(0, 30),
        specks: between(0, 0.5),
        threshold: null,
        quality: random.int(45, 90),
      }),
    ],
  ])();
}

interface Printed {
  readonly text: string;
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

/** The lines that the product finds on a worn scan of the first page of `pdf`, each with what is printed there; lines that are not surely the same are left out. */
export async function labelledLines(pdf: Uint8Array, seed: number, widest: number): Promise<LabelledLine[]> {
  const random = new Random(seed);
  const wear = wearOf(random);
  const { pages } = await readPdf(pdf.slice(), { maxPages: 1 });
  const scale = WORKING_DPI / 72;
  const printed = (pages[0]?.words ?? []).flatMap((word): Printed[] => {
    const [x0, y0, x1, y1] = word.box;
    return word.direction === 0 ? [{ text: word.readings[0].text, box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale] }] : [];
  });
  const pictures = await openPagePictures(await agePdf(pdf, { wear, seed, pages: 1 }));
  try {
    const { clean, boxes } = findBoxes(straighten(sweep(await pictures.draw(1)), wear.dpi));
    const side = (): number => MOVED * (2 * random.next() - 1);
    return boxes
      .flatMap((box) => box.lines)
      .flatMap((line) => {
        const text = printedAt(line, printed);
        const moved = { x0: line.x0 + side(), x1: line.x1 + side(), y0: line.y0 + side(), y1: line.y1 + side() };
        return text === null ? [] : [line, moved].flatMap((box) => labelled(text, linePicture(clean, box, widest)));
      });
  } finally {
    pictures.close();
  }
}

function labelled(text: string, picture: LinePicture | null): LabelledLine[] {
  return picture === null ? [] : [{ text, picture }];
}

function printedAt(line: LineBox, printed: readonly Printed[]): string | null {
  const middle = (line.y0 + line.y1) / 2;
  const own = printed
    .filter(({ box: [x0, y0, x1, y1] }) => {
      const x = (x0 + x1) / 2;
      return Math.abs((y0 + y1) / 2 - middle) < 0.6 * (y1 - y0) && x > line.x0 - 6 && x < line.x1 + 6;
    })
    .sort((a, b) => a.box[0] - b.box[0]);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const near = 0.35 * (first.box[3] - first.box[1]) + 4;
  return Math.abs(first.box[0] - line.x0) > near || Math.abs(last.box[2] - line.x1) > near ? null : own.map(({ text }) => text).join(' ');
}
