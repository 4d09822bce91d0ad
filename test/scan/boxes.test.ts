import { describe, expect, it } from 'vitest';
import { findBoxes, type PageBoxes } from '../../src/stages/recognise/boxes/find-boxes.ts';
import { piecesOf } from '../../src/stages/recognise/boxes/pieces.ts';
import { whitenEdges } from '../../src/stages/recognise/pixels/edges.ts';
import { label } from '../../src/stages/recognise/pixels/components.ts';
import type { Picture } from '../../src/stages/recognise/pixels/picture.ts';
import { skewOf } from '../../src/stages/recognise/pixels/skew.ts';
import { threshold } from '../../src/stages/recognise/pixels/threshold.ts';
import { rotate } from '../../src/stages/recognise/pixels/turn.ts';

const [WIDE, HIGH] = [1400, 900];
type Frame = readonly [x0: number, y0: number, x1: number, y1: number];

function sheet(): Picture {
  return { width: WIDE, height: HIGH, data: new Uint8Array(WIDE * HIGH).fill(255) };
}

function paint({ width, data }: Picture, [x0, y0, x1, y1]: Frame, shade = 0): void {
  for (let y = y0; y < y1; y++) data.fill(shade, y * width + x0, y * width + x1);
}

/** A word of `count` letters, 30 pixels high, each a frame of ink like an O. */
function word(page: Picture, x: number, y: number, count: number, shade = 0): void {
  for (let letter = 0; letter < count; letter++) {
    paint(page, [x + letter * 26, y, x + letter * 26 + 20, y + 30], shade);
    paint(page, [x + letter * 26 + 5, y + 5, x + letter * 26 + 15, y + 25], 255);
  }
}

const boxesOf = (page: Picture, light = page): PageBoxes => findBoxes({ picture: page, light: () => light });
const corners = ({ boxes }: PageBoxes): number[][] => boxes.map(({ x0, y0 }) => [x0, y0]);

describe('texts of a page', () => {
  it('the hyphen of small print is one, specks of its size are none', () => {
    const page = sheet();
    word(page, 100, 100, 10);
    paint(page, [700, 113, 709, 116]);
    paint(page, [800, 113, 805, 118]);
    paint(page, [900, 113, 901, 116]);
    paint(page, [908, 113, 909, 116]);
    expect(corners(boxesOf(page))).toEqual([
      [100, 100],
      [700, 113],
    ]);
  });

  it('two specks beside each other are no text', () => {
    const page = sheet();
    word(page, 100, 100, 10);
    paint(page, [700, 110, 709, 119]);
    paint(page, [714, 113, 723, 122]);
    expect(corners(boxesOf(page))).toEqual([[100, 100]]);
  });

  it('dirt on the side of an upright line is no dash', () => {
    const page = sheet();
    for (const y of [60, 500]) paint(page, [50, y, 1350, y + 4]);
    for (const x of [50, 700, 1346]) paint(page, [x, 60, x + 6, 504]);
    word(page, 100, 200, 10);
    paint(page, [694, 300, 700, 304]);
    expect(corners(boxesOf(page))).toEqual([[100, 200]]);
  });

  it('no ink of a black-and-white page is a pale stamp, however soft its thin strokes were drawn', () => {
    const page = sheet();
    for (let row = 0; row < 8; row++) word(page, 100, 60 + row * 100, 10);
    for (let step = 0; step < 40; step++) paint(page, [600 + step * 6, 200 + step * 4, 612 + step * 6, 208 + step * 4], 140);
    word(page, 640, 300, 1, 140);
    const found = (bilevel: boolean): number =>
      findBoxes({ picture: page, light: () => page, bilevel }).boxes.filter(({ x0 }) => x0 === 640).length;
    expect([found(false), found(true)]).toEqual([0, 1]);
  });

  it('columns without lines between them stand apart inside one frame, a justified paragraph does not', () => {
    const page = sheet();
    for (const frame of [
      [50, 50, 1350, 54],
      [50, 500, 1350, 504],
      [50, 50, 54, 504],
      [1346, 50, 1350, 504],
    ] as const)
      paint(page, frame);
    // Two columns 40 pixels apart, on three lines: narrower than what parts texts of a cell by itself.
    for (const y of [100, 200, 300]) {
      word(page, 100, y, 10);
      word(page, 395, y, 6);
    }
    expect(corners(boxesOf(page))).toEqual([
      [100, 100],
      [395, 100],
      [100, 200],
      [395, 200],
      [100, 300],
      [395, 300],
    ]);
    const paragraph = sheet();
    for (const frame of [
      [50, 50, 1350, 54],
      [50, 500, 1350, 504],
      [50, 50, 54, 504],
      [1346, 50, 1350, 504],
    ] as const)
      paint(paragraph, frame);
    word(paragraph, 100, 100, 10);
    word(paragraph, 395, 100, 6);
    word(paragraph, 100, 145, 16);
    expect(boxesOf(paragraph).boxes.map(({ lines }) => lines.length)).toEqual([2]);
  });

  it('a colon belongs to the word that it follows, a space away', () => {
    const page = sheet();
    word(page, 100, 100, 6);
    const end = 100 + 5 * 26 + 20;
    paint(page, [end + 23, 109, end + 28, 114]);
    paint(page, [end + 23, 125, end + 28, 130]);
    word(page, end + 52, 100, 5);
    const { boxes } = boxesOf(page);
    expect(boxes.map(({ x0, x1 }) => [x0, x1])).toEqual([[100, end + 52 + 4 * 26 + 20]]);
  });

  it('dirt under a line does not reach into its height; dots of a bold colon are a colon', () => {
    const page = sheet();
    word(page, 100, 100, 10);
    paint(page, [150, 134, 156, 139]);
    word(page, 100, 300, 6);
    const end = 100 + 5 * 26 + 20;
    paint(page, [end + 26, 303, end + 37, 314]);
    paint(page, [end + 26, 319, end + 37, 330]);
    word(page, end + 60, 300, 5);
    const { boxes } = boxesOf(page);
    expect(boxes.map(({ y1, x1 }) => [x1, y1])).toEqual([
      [100 + 9 * 26 + 20, 130],
      [end + 60 + 4 * 26 + 20, 330],
    ]);
  });

  it('a comma of bold print, as tall as half a letter, is a part of the line it hangs from', () => {
    const page = sheet();
    word(page, 100, 100, 6);
    const end = 100 + 5 * 26 + 20;
    paint(page, [end + 4, 124, end + 12, 140]);
    word(page, end + 30, 100, 5);
    expect(boxesOf(page).boxes.map(({ x0, x1 }) => [x0, x1])).toEqual([[100, end + 30 + 4 * 26 + 20]]);
  });

  it('dirt over the low letters of a line does not reach into its height, an accent does', () => {
    const page = sheet();
    for (const y of [100, 300]) {
      word(page, 100, y, 6);
      for (let x = 256; x < 400; x += 24) {
        paint(page, [x, y + 8, x + 18, y + 30]);
        paint(page, [x + 5, y + 13, x + 13, y + 25], 255);
      }
    }
    paint(page, [280, 88, 287, 95]);
    paint(page, [126 + 6, 288, 126 + 14, 296]);
    expect(boxesOf(page).boxes.map(({ y0 }) => y0)).toEqual([100, 288]);
  });

  it('dots that lead to amounts are no bullets, however unlike a bad print makes two of them that stand one under the other', () => {
    const page = sheet();
    for (const y of [100, 200]) {
      word(page, 100, y, 6);
      for (let x = 280; x < 500; x += 14) paint(page, x === 462 ? [x, y + 18, x + 8, y + 26] : [x, y + 20, x + 5, y + 25]);
      word(page, 520, y, 3);
    }
    expect(boxesOf(page).boxes.some(({ mark }) => mark === '•')).toBe(false);
  });

  it('dirt beside a number is not part of it; a dash between two is', () => {
    const page = sheet();
    word(page, 400, 300, 4);
    paint(page, [380, 312, 386, 318]);
    word(page, 800, 300, 4);
    paint(page, [914, 313, 934, 318]);
    word(page, 946, 300, 4);
    const pieces = piecesOf(label(threshold(page, 0.82)).components);
    const long = pieces.filter(({ x1, x0 }) => x1 - x0 > 30).map(({ x0, x1 }) => [x0, x1]);
    expect(long).toEqual([
      [400, 498],
      [800, 1044],
    ]);
  });

  it('a line that a copier broke shuts off cells all the same', () => {
    const page = sheet();
    for (let x = 60; x < 1300; x += 45) paint(page, [x, 400, x + 20, 404]);
    word(page, 100, 300, 8);
    word(page, 100, 450, 8);
    const { rules, boxes } = boxesOf(page);
    expect(rules.map(({ orientation, x0, y0 }) => [orientation, x0, y0])).toEqual([['horizontal', 60, 400]]);
    expect(boxes).toHaveLength(2);
  });

  it('a line whose edge a copier left ragged is one', () => {
    const page = sheet();
    paint(page, [60, 400, 1300, 404]);
    for (let x = 70; x < 1280; x += 110) paint(page, [x, 404, x + 60, 406]);
    word(page, 100, 300, 8);
    word(page, 100, 450, 8);
    const { rules, boxes } = boxesOf(page);
    expect(rules.map(({ orientation }) => orientation)).toEqual(['horizontal']);
    expect(boxes.map(({ y0 }) => y0)).toEqual([300, 450]);
  });

  it('lines of which a copier left crumbs go on in line with what is left of them, not through what stands across', () => {
    const page = sheet();
    for (const y of [60, 300, 540, 780]) for (let x = 60; x < 1300; x += 60) paint(page, [x, y, x + 15 + (x % 3) * 12, y + 4]);
    // An upright line: whole above, crumbs below, and a title across it in the last row.
    paint(page, [700, 60, 704, 300]);
    for (const y of [330, 420, 505]) paint(page, [700, y, 704, y + 12]);
    for (const y of [120, 360]) {
      word(page, 500, y, 7);
      word(page, 720, y, 7);
    }
    word(page, 500, 620, 16);
    const { boxes } = boxesOf(page);
    const texts = boxes.filter(({ x1, x0 }) => x1 - x0 > 60).map(({ x0, y0, inCell }) => [x0, y0, inCell]);
    expect(texts.map(([x0, y0]) => [x0, y0])).toEqual([
      [500, 120],
      [720, 120],
      [500, 360],
      [720, 360],
      [500, 620],
    ]);
    expect(boxes).toHaveLength(5);
  });

  it('stretches of lines too pale to be ink are followed to the next line; under a heading of two columns there is none', () => {
    const page = sheet();
    for (const y of [60, 220, 380, 540, 700]) paint(page, [60, y, 1300, y + 4], 150);
    for (const x of [60, 460, 860, 1297]) paint(page, [x, 60, x + 4, 704], 150);
    // Pale between two lines: a stretch of a level line and one of an upright one. Nothing at all: two cells of the first row are one.
    paint(page, [470, 380, 855, 384], 222);
    paint(page, [860, 390, 864, 536], 222);
    paint(page, [464, 60, 864, 64], 150);
    paint(page, [860, 64, 864, 220], 255);
    word(page, 600, 120, 18);
    for (const [x, y] of [
      [480, 280],
      [480, 440],
      [900, 440],
    ] as const)
      word(page, x, y, 8);
    const { boxes } = boxesOf(page);
    expect(boxes.map(({ x0, y0, inCell }) => [x0, y0, inCell])).toEqual([
      [600, 120, true],
      [480, 280, true],
      [480, 440, true],
      [900, 440, true],
    ]);
    const cells = new Set(boxes.map(({ cell }) => JSON.stringify(cell)));
    expect(cells.size).toBe(4);
    expect((boxes[0]?.cell.x1 ?? 0) - (boxes[0]?.cell.x0 ?? 0)).toBeGreaterThan(700);
  });

  it('a row of dashes in the cells of a table is no broken line', () => {
    const page = sheet();
    for (let x = 60; x < 1300; x += 170) {
      paint(page, [x, 400, x + 18, 404]);
      word(page, x, 300, 4);
    }
    expect(boxesOf(page).rules).toEqual([]);
  });

  it('letters one under the other are no broken line', () => {
    const page = sheet();
    for (let y = 60; y < 800; y += 45) {
      paint(page, [300, y, 306, y + 30]);
      word(page, 314, y, 3);
    }
    expect(boxesOf(page).rules).toEqual([]);
  });

  it('nor are slender figures before others in a column of amounts', () => {
    const page = sheet();
    for (let y = 60; y < 800; y += 45) {
      paint(page, [300, y, 306, y + 24]);
      word(page, 324, y, 3);
    }
    const { rules, boxes } = boxesOf(page);
    expect(rules).toEqual([]);
    expect(boxes.every(({ x0 }) => x0 === 300)).toBe(true);
  });

  it('lines so tight that a descender reaches into the next end where it begins; an accent goes with the letter beneath', () => {
    const page = sheet();
    word(page, 100, 100, 8);
    paint(page, [170, 120, 176, 125]);
    paint(page, [174, 120, 176, 142]);
    word(page, 100, 136, 8);
    word(page, 600, 100, 8);
    paint(page, [631, 133, 641, 137]);
    word(page, 600, 140, 8);
    expect(boxesOf(page).boxes.map(({ x0, y0, y1 }) => [x0, y0, y1])).toEqual([
      [100, 100, 136],
      [600, 100, 130],
      [600, 133, 170],
      [100, 136, 166],
    ]);
  });

  it('blots at mid-height before lines, one under the other, are bullets; one alone or at the foot of a line is none', () => {
    const page = sheet();
    for (const y of [100, 160, 220]) {
      paint(page, [100, y + 9, 111, y + 20]);
      word(page, 136, y, 10);
      paint(page, [700, y + 24, 706, y + 30]);
      word(page, 736, y, 6);
    }
    paint(page, [100, 409, 111, 420]);
    for (const y of [409, 431, 453]) paint(page, [600, y, 611, y + 11]);
    word(page, 636, 400, 10);
    word(page, 136, 500, 10);
    const bullets = boxesOf(page).boxes.filter(({ mark }) => mark === '•');
    expect(bullets.map(({ x0, y0 }) => [x0, y0])).toEqual([
      [100, 109],
      [100, 169],
      [100, 229],
    ]);
  });

  it('dust at other distances from the texts behind it is no bullet', () => {
    const page = sheet();
    for (const [y, x] of [
      [100, 150],
      [200, 210],
    ] as const) {
      word(page, x, y, 10);
      paint(page, [100, y + 10, 110, y + 20]);
    }
    expect(boxesOf(page).boxes.filter(({ mark }) => mark === '•')).toEqual([]);
  });

  it('dashes before lines are bullets too, however blurred; before an amount each is its sign', () => {
    const page = sheet();
    for (const y of [100, 160, 220]) {
      paint(page, [100, y + 13, 110, y + 19]);
      word(page, 124, y, 12);
      paint(page, [700, y + 13, 710, y + 19]);
      word(page, 724, y, 4);
    }
    expect(boxesOf(page).boxes.flatMap(({ x0, y0, mark }) => (mark === '-' ? [[x0, y0]] : []))).toEqual([
      [100, 113],
      [100, 173],
      [100, 233],
    ]);
  });

  it('a row of dots is not read, be they ragged; a bent stroke of a pen is no text', () => {
    const page = sheet();
    word(page, 100, 100, 10);
    for (const x of [700, 716, 732, 748]) paint(page, [x, 109, x + 11, 120]);
    paint(page, [700, 109, 706, 114], 255);
    for (let x = 0; x < 160; x++) paint(page, [700 + x, 400 + Math.round((x * x) / 600), 701 + x, 403 + Math.round((x * x) / 600)]);
    expect(boxesOf(page).boxes.map(({ x0, y0, mark }) => [x0, y0, mark])).toEqual([
      [100, 100, null],
      [700, 109, '....'],
    ]);
  });

  it('a coloured ground without lines is a fill, the blurred edges of letters are none', () => {
    const page = sheet();
    paint(page, [200, 200, 1000, 320], 215);
    word(page, 240, 600, 12);
    const [fill, ...others] = boxesOf(page).fills(1);
    expect(others).toEqual([]);
    expect(fill?.box.map((side, index) => Math.abs(side - ([200, 200, 1000, 320][index] ?? 0)) <= 8)).toEqual([true, true, true, true]);
  });

  it('a pale stamp goes, the print it runs through stays', () => {
    const page = sheet();
    for (let row = 0; row < 5; row++) word(page, 100, 100 + 60 * row, 14);
    const bare = corners(boxesOf(page));
    const light = { ...page, data: Uint8Array.from(page.data) };
    // A ring of blue ink over the second and third lines: dark in grey, light in its own colour.
    for (let angle = 0; angle < 6.284; angle += 0.002)
      for (let reach = 96; reach < 104; reach++) {
        const at = Math.round(190 + reach * Math.sin(angle)) * WIDE + Math.round(250 + 1.5 * reach * Math.cos(angle));
        page.data[at] = Math.min(page.data[at] ?? 255, 110);
        light.data[at] = Math.min(light.data[at] ?? 255, 175);
      }
    // A letter of the stamp that touches a letter of the print.
    for (let y = 206; y < 230; y++)
      for (let x = 270; x < 288; x++) {
        page.data[y * WIDE + x] = Math.min(page.data[y * WIDE + x] ?? 255, 110);
        light.data[y * WIDE + x] = Math.min(light.data[y * WIDE + x] ?? 255, 175);
      }
    // A stroke that stands out of it.
    for (let y = 196; y < 210; y++) for (let x = 490; x < 515; x++) [page.data[y * WIDE + x], light.data[y * WIDE + x]] = [110, 175];
    // A pixel of pale ink may stay at a letter's edge.
    const near = (all: number[][]): number[][] => all.map((corner) => corner.map((side) => Math.round(side / 10)));
    expect(near(corners(boxesOf(page, light)))).toEqual(near(bare));
  });
});

describe('the edges of a page', () => {
  it('a dark strip along two of them neither stays nor tells how the page lies', () => {
    const page = sheet();
    for (const y of [200, 300, 400, 500]) word(page, 100, y, 40);
    const lying = rotate(page, 1.5);
    paint(lying, [0, 0, WIDE, 12], 30);
    paint(lying, [0, 0, 20, HIGH], 30);
    whitenEdges(lying);
    expect(Math.abs(skewOf(threshold(lying, 0.82)) + 1.5)).toBeLessThan(0.1);
    expect(lying.data[5 * WIDE + 700]).toBe(255);
  });

  it('print that begins at the edge and goes on is kept', () => {
    const page = sheet();
    paint(page, [0, 300, 900, 306]);
    whitenEdges(page);
    expect(page.data[303 * WIDE + 3]).toBe(0);
  });
});

describe('leaders between a text and its amount', () => {
  const boxesAround = (dots: number): readonly { x0: number; x1: number; mark: string | null }[] => {
    const page = sheet();
    word(page, 100, 100, 6);
    for (let dot = 0; dot < dots; dot++) paint(page, [268 + dot * 12, 126, 272 + dot * 12, 130]);
    word(page, 268 + dots * 12 + 4, 100, 4);
    return boxesOf(page)
      .boxes.map(({ x0, x1, mark }) => ({ x0, x1, mark }))
      .sort((a, b) => a.x0 - b.x0);
  };

  it('are a text of their own that nobody need read', () => {
    expect(boxesAround(20).map(({ mark }) => mark)).toEqual([null, '.'.repeat(20), null]);
  });

  it('are no bullets, however their rows stand one under the other', () => {
    const page = sheet();
    for (const y of [100, 160, 220]) {
      word(page, 100, y, 4);
      for (let dot = 0; dot < 30; dot++) paint(page, [330 + dot * 16, y + 16, 336 + dot * 16, y + 22]);
      word(page, 820, y, 4);
    }
    expect(boxesOf(page).boxes.filter(({ mark }) => mark === '•')).toEqual([]);
  });

  it('are none where they stand at several heights: crumbs of letters that a copier broke', () => {
    const page = sheet();
    word(page, 100, 100, 6);
    for (let crumb = 0; crumb < 8; crumb++) paint(page, [268 + crumb * 12, 104 + 7 * (crumb % 3), 272 + crumb * 12, 108 + 7 * (crumb % 3)]);
    word(page, 372, 100, 4);
    expect(boxesOf(page).boxes.map(({ mark }) => mark)).toEqual([null]);
  });

  it('are none where they are few: the points of « etc... »', () => {
    expect(boxesAround(3).every(({ mark }) => mark === null)).toBe(true);
  });
});
