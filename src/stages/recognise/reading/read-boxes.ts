import type { NonEmpty } from '../../../model/collections.ts';
import type { Direction, Reading } from '../../../model/page.ts';
import type { LineBox, TextBox } from '../boxes/text-boxes.ts';
import type { Engine, PictureLayout, RecognisedWord } from '../engine/engine.ts';
import { boxOver, cut, type Picture, type PixelBox } from '../pixels/picture.ts';
import { scale } from '../pixels/scale.ts';
import { turn } from '../pixels/turn.ts';
import type { LetterReader } from '../learnt/open-letters.ts';
import type { NumeralReader } from '../learnt/open-numerals.ts';
import { isLikeCode } from './known-shapes.ts';
import { isNoughtOfTwo, isNumberLike, numberKey } from './number-text.ts';
import { partsOf } from './line-parts.ts';
import { MARGIN, roomAround } from './room.ts';
import type { Drawings } from '../drawings/erase-drawings.ts';
import { isCrossed } from '../drawings/crossed.ts';
import { withWhite, type ReadWord } from './run-together.ts';
import { withFaintMinus } from './faint-minus.ts';
import { agree, hasLetters, isStroke, weigh } from './votes.ts';
import { TALL, withLetters } from './with-letters.ts';

/** The recognisers: one for text, one of another model, and the readers of coarse print; two that agree make a number sure. */
export interface Engines {
  readonly text: Engine;
  readonly second: Engine;
  readonly numerals: NumeralReader;
  readonly letters: LetterReader;
}

/** What was said of one number: by the recognisers of text, and by the reader of numbers, likeliest first. */
interface Said {
  readonly texts: readonly string[];
  readonly seen: readonly Reading[];
}

/** One line as read; no words where ink says nothing to a recogniser. `numbers` stands for the whole line where it is a number. Pixels of the page. */
export interface ReadLine {
  readonly box: PixelBox;
  readonly words: readonly ReadWord[];
  readonly numbers: NonEmpty<Reading> | null;
  /** What each recogniser said of a number whose readings are these. */
  readonly said?: readonly string[];
  readonly direction: Direction;
  /** How thick its strokes are, in pixels; 0 where that is not known. */
  readonly stroke: number;
  /** How much ink it has, in pixels of black: blur does not change it. */
  readonly mass?: number;
  /** How tall most of its letters are and where they stand, in pixels, where that is known. */
  readonly letter?: number | undefined;
  readonly foot?: number | undefined;
  /** All that stands in the box's height where that is more than its own words: the letters that tell its size. */
  readonly beside?: string;
  /** Something was drawn through it, and taken away. */
  readonly isCrossed?: boolean;
}

/** What is drawn is this much smaller than letters, or they than it. */
const SCRAP = 0.75;
/** White added around what is cut out, in pixels. */
const WHITE = 20;
/** Wider than so many times its height, a text has more than a few signs. */
const SHORT = 3;
/** Below this mean confidence a text is a guess; a longer one is no amount. */
const GUESS = 40;
const AN_AMOUNT = 14;
/** Height in pixels that the models read figures best at, larger ones worse and worse: of 36 clean amounts at twice their size 5 came out wrong, at this one none. */
const FIGURES = 20;
/** The other scale for what was not seen at all, the least size (pixels) of what is print and not dirt, and how sure the second look must be. */
const SMALLER = 0.85;
const PRINT_WIDTH = 16;
const PRINT_HEIGHT = 12;
const SURE = 70;
/** Paper is no darker than this. */
const LIGHT = 235;
/** −ln of the probability up to which the reader of numbers is believed with one recogniser of text beside it, the same on a poor page, and by itself where that sees no number. */
const SEEN = 0.1;
const SEEN_POORLY = 0.03;
const SEEN_ALONE = 0.25;
/** Below this mean confidence a tall narrow cell may hold text turned on its side. */
const UNSURE = 65;

const textOf = (words: readonly RecognisedWord[]): string => words.map(({ text }) => text).join(' ');
/** Mean confidence of words, 0 to 100; 0 for none. */
export const surenessOf = (lines: readonly (readonly RecognisedWord[])[]): number => {
  const words = lines.flat();
  return words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
};

/** Reads the boxes of one page. `poor`: so bad a page that two readings which agree are not yet sure. */
export class BoxReader {
  readonly #room: (box: PixelBox) => PixelBox;
  /** How high a line of the page mostly is. */
  readonly #usual: number;
  /** What boxes glanced at said, so that they need not be read again. */
  readonly #glances = new Map<PixelBox, RecognisedWord[][]>();

  /** `lines`: all of the page's. */
  constructor(
    private readonly page: Picture,
    lines: readonly PixelBox[],
    private readonly engines: Engines,
    private readonly poor: boolean,
    private readonly drawings: Drawings | null = null,
  ) {
    this.#room = roomAround(lines);
    const heights = lines.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b);
    this.#usual = heights[heights.length >> 1] ?? 0;
  }

  /** The lines of all boxes, in their order. */
  readAll(boxes: readonly TextBox[]): Promise<ReadLine[]> {
    return this.#each(boxes, (box) => this.#read(box));
  }

  /** Each box of one line, its words read once. */
  glanceAll(boxes: readonly PixelBox[]): Promise<(readonly RecognisedWord[])[]> {
    return this.#each(boxes, async (box) => {
      const lines = await this.#lines(this.engines.text, box, 'line');
      this.#glances.set(box, lines);
      return lines;
    });
  }

  /** The words of lines as the reader of coarse print sees them. */
  readLetters(lines: readonly PixelBox[]): (readonly RecognisedWord[])[] {
    return lines.map((line) => this.engines.letters.read(this.page, line));
  }

  /** The words of lines as one of the models sees them at another scale. */
  readAgain(lines: readonly PixelBox[], by: 'first' | 'second', zoom: number): Promise<(readonly RecognisedWord[])[]> {
    const engine = by === 'first' ? this.engines.text : this.engines.second;
    return this.#each(lines, async (line) => [(await this.#lines(engine, line, 'line', zoom)).flat()]);
  }

  async #each<From, To>(all: readonly From[], read: (each: From) => Promise<readonly To[]>): Promise<To[]> {
    if (this.engines.text.gathers) return (await Promise.all(all.map(read))).flat();
    const out: To[] = [];
    for (const each of all) out.push(...(await read(each)));
    return out;
  }

  async #read(box: TextBox): Promise<ReadLine[]> {
    const mark = box.mark ?? (isDash(box) ? '-' : null);
    if (mark !== null) return [{ box, words: [{ text: mark, confidence: 90, box }], numbers: null, direction: 0, stroke: 0 }];
    const layout = box.lines.length > 1 ? 'block' : 'line';
    const first = this.#glances.get(box) ?? (await this.#lines(this.engines.text, box, layout));
    const seen = first.flat().length === 0 ? await this.#again(box, layout) : first;
    const lines = withLetters(box, seen, this.page, this.engines.letters);
    if (box.lines.length === 1 && (lines.flat().length === 0 || (!box.inCell && (isDirt(lines) || this.#isScrap(box, lines)))))
      return [{ box, words: [], numbers: null, direction: 0, stroke: 0 }];
    const sideways = await this.#sideways(box, lines);
    if (sideways !== null) return sideways;
    const read: ReadLine[] = [];
    for (const words of lines) {
      const own = around(words) ?? box;
      const printed = lines.length === 1 ? box.lines[0] : lineAt(box, own);
      const line = lines.length === 1 ? box : (printed ?? own);
      const parts = partsOf(line, words, MARGIN);
      const beside = parts.length > 1 ? { beside: textOf(words) } : {};
      for (const part of parts) {
        const text = textOf(part.words);
        const number =
          part.isCount === true || isNumberLike(text) ? text : lines.length === 1 ? await this.#shortNumber(box, part.words) : null;
        const { texts, seen }: Said = number === null ? { texts: [], seen: [] } : await this.#number(part.box, number);
        const said = this.poor ? withFaintMinus(texts) : texts;
        const numbers = weigh(said, seen);
        if (box.inDrawing && numbers !== null && isStroke(numbers)) continue;
        read.push({
          ...part,
          words: part.words.map((word) => withWhite(this.page, word)),
          ...beside,
          numbers,
          ...(numbers === null ? {} : { said: [...said, ...seen.slice(0, 1).map(({ text }) => text)] }),
          ...(this.drawings === null ? {} : { isCrossed: this.#isCrossed(part.box) }),
          direction: 0,
          stroke: printed?.stroke ?? 0,
          mass: massOf(this.page, part.box),
          letter: printed?.letter,
          foot: printed?.foot,
        });
      }
    }
    return read;
  }

  /** Among the strokes of something drawn, a letter or two much larger or smaller than those of the page: a piece of it. */
  #isScrap(box: TextBox, lines: readonly (readonly RecognisedWord[])[]): boolean {
    const size = (box.y1 - box.y0) / this.#usual;
    return box.inDrawing && (size < SCRAP || size > 1 / SCRAP) && /^\P{N}{1,2}$/u.test(textOf(lines.flat()));
  }

  async #lines(engine: Engine, box: PixelBox, layout: PictureLayout, zoom = 1, page = this.page): Promise<RecognisedWord[][]> {
    const room = this.#room(box);
    const crop = cut(page, room, WHITE);
    const picture = zoom === 1 ? crop : scale(crop, Math.round(crop.width * zoom), Math.round(crop.height * zoom));
    const lines = await engine.read(picture, layout);
    const [dx, dy] = [Math.max(0, room.x0) - WHITE, Math.max(0, room.y0) - WHITE];
    return lines.map((words) =>
      words
        .filter(({ text }) => text.trim() !== '')
        .map((word) => ({
          ...word,
          box: {
            x0: Math.max(box.x0, word.box.x0 / zoom + dx),
            y0: Math.max(box.y0, word.box.y0 / zoom + dy),
            x1: Math.min(box.x1, word.box.x1 / zoom + dx),
            y1: Math.min(box.y1, word.box.y1 / zoom + dy),
          },
        }))
        .filter((word) => word.box.x1 > word.box.x0 && word.box.y1 > word.box.y0),
    );
  }

  /** What a recogniser sees nothing in at one scale it may see clearly at another: « Bilan 2020 », every letter of it sharp. A guess is left. */
  async #again(box: TextBox, layout: PictureLayout): Promise<RecognisedWord[][]> {
    if (box.x1 - box.x0 < PRINT_WIDTH || box.y1 - box.y0 < PRINT_HEIGHT) return [];
    const lines = await this.#lines(this.engines.text, box, layout, SMALLER);
    return surenessOf(lines) >= SURE ? lines : [];
  }

  async #text(engine: Engine, box: PixelBox, zoom: number, page = this.page): Promise<string> {
    return textOf((await this.#lines(engine, box, 'line', zoom, page)).flat());
  }

  /**
   * Two or three signs alone in a cell, often « 0 € », which the model for text takes for letters, or a figure or a currency among signs that it is quite unsure
   * of: what the other model sees there counts as much. `null`: no number.
   */
  async #shortNumber(box: TextBox, words: readonly RecognisedWord[]): Promise<string | null> {
    const text = textOf(words);
    const isFew = box.inCell && box.x1 - box.x0 <= SHORT * (box.y1 - box.y0) && !/\d/u.test(text) && text.length <= 4;
    const isGuess = surenessOf([words]) < GUESS && text.length <= AN_AMOUNT && /[\d€£¢]/u.test(text);
    if (box.lines.length > 1) return null;
    if (text.length <= AN_AMOUNT && surenessOf([words]) < UNSURE && this.#isAmount(box)) return text;
    if (!(isFew || isGuess)) return null;
    const other = await this.#text(this.engines.second, box, 1);
    if (isNumberLike(other)) return text;
    return isNoughtOfTwo(text, other) ? '0 €' : null;
  }

  /** A number is read again by the other model; where the two differ, by both at other scales. */
  async #number(line: PixelBox, first: string): Promise<Said> {
    if (this.drawings === null || !this.#isCrossed(line)) return this.#plainNumber(line, first, this.poor);
    const { texts, seen } = await this.#plainNumber(line, first, true);
    return { texts: [...texts, ...(await this.#underDrawing(line, this.drawings))], seen };
  }

  /** The reader of numbers surely sees an amount. */
  #isAmount(line: PixelBox): boolean {
    const [seen] = this.engines.numerals(this.page, line);
    return seen !== undefined && seen.cost <= SEEN_ALONE && numberKey(seen.text).valid;
  }

  #isCrossed(line: PixelBox): boolean {
    return this.drawings !== null && isCrossed(this.page, line, this.drawings);
  }

  /** What both models see where a stroke was drawn through a number, with the stroke: without it figures may have lost a part of theirs. */
  async #underDrawing(line: PixelBox, { before }: Drawings): Promise<readonly string[]> {
    const { text, second } = this.engines;
    return [await this.#text(text, line, 1, before), await this.#text(second, line, 1, before)];
  }

  async #plainNumber(line: PixelBox, first: string, isPoor: boolean): Promise<Said> {
    const { text, second, numerals } = this.engines;
    // The letters of a code are none to the reader of numbers.
    const seen = isLikeCode(first) ? [] : numerals(this.page, line);
    const [sure] = seen;
    const isSure = sure !== undefined && sure.cost <= (isPoor ? SEEN_POORLY : SEEN) && agree(first, sure.text) && !hasLetters(first);
    if (isSure) return { texts: [first], seen: [sure] };
    const other = await this.#text(second, line, 1);
    if (!isPoor && agree(first, other) && !(hasLetters(first) && hasLetters(other))) return { texts: [first, other], seen };
    const zoom = otherZoom(line.y1 - line.y0);
    const third = await this.#text(text, line, zoom);
    if (agree(first, other) && agree(first, third)) return { texts: [first, other, third], seen };
    return { texts: [first, other, third, await this.#text(second, line, zoom)], seen };
  }

  /** A cell higher than wide that made no sense may hold text that runs up or down. */
  async #sideways(box: TextBox, lines: readonly (readonly RecognisedWord[])[]): Promise<ReadLine[] | null> {
    const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
    if (!box.inCell || high < TALL * wide || high < 90 || surenessOf(lines) >= UNSURE) return null;
    let best: ReadLine[] | null = null;
    let most = Math.max(UNSURE, surenessOf(lines) + 10);
    for (const quarter of [90, 270] as const) {
      const room = this.#room(box);
      const crop = turn(cut(this.page, room, WHITE), quarter);
      const found = await this.engines.text.read(crop, 'block');
      if (surenessOf(found) <= most) continue;
      most = surenessOf(found);
      best = found.map((words) => {
        const placed = words.map((word) => ({ ...word, box: turnedBack(word.box, quarter, crop, room) }));
        return { box: around(placed) ?? box, words: placed, numbers: null, direction: quarter === 90 ? 270 : 90, stroke: 0 };
      });
    }
    return best;
  }
}

/** Another scale to read figures of this height at. */
function otherZoom(height: number): number {
  const zoom = FIGURES / Math.max(1, height);
  return Math.abs(zoom - 1) < 0.15 ? 1.3 : Math.max(0.4, Math.min(1.5, zoom));
}

function turnedBack({ x0, y0, x1, y1 }: PixelBox, quarter: 90 | 270, crop: Picture, room: PixelBox): PixelBox {
  const [dx, dy] = [Math.max(0, room.x0) - WHITE, Math.max(0, room.y0) - WHITE];
  // Turned clockwise, the crop's left edge is the page's bottom; turned the other way, its right edge is.
  return quarter === 90
    ? { x0: y0 + dx, x1: y1 + dx, y0: crop.width - x1 + dy, y1: crop.width - x0 + dy }
    : { x0: crop.height - y1 + dx, x1: crop.height - y0 + dx, y0: x0 + dy, y1: x1 + dy };
}

/** One short level stroke and nothing else: a dash, which recognisers lose or take for a letter. */
function isDash({ lines, x0, y0, x1, y1 }: TextBox): boolean {
  return lines.length === 1 && x1 - x0 >= 8 && x1 - x0 <= 70 && y1 - y0 <= 9 && x1 - x0 >= 1.8 * (y1 - y0);
}

function around(words: readonly RecognisedWord[]): PixelBox | null {
  return words.length === 0 ? null : boxOver(words.map(({ box }) => box));
}

/** One sign that is neither letter nor figure nor dash, or a lone stroke, alone outside tables: nobody prints that. */
function isDirt(lines: readonly (readonly RecognisedWord[])[]): boolean {
  const words = lines.flat();
  return words.length === 1 && /^(?:[^\p{L}\p{N}€%•–-]|[il])$/u.test(words[0]?.text ?? '');
}

function massOf({ width, height, data }: Picture, { x0, x1, y0, y1 }: PixelBox): number {
  let mass = 0;
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y++)
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, x1); x++) mass += Math.max(0, LIGHT - (data[y * width + x] ?? LIGHT));
  return mass / LIGHT;
}

/** The printed line of the box that a recognised one is. */
function lineAt(box: TextBox, own: PixelBox): LineBox | null {
  const middle = (own.y0 + own.y1) / 2;
  return box.lines.find((line) => middle >= line.y0 && middle <= line.y1) ?? null;
}
