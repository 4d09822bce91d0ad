import type { Character } from './characters.ts';
import type { PDFPageProxy } from './pdfjs.ts';

/** What reading needs to know of a font. */
export interface FontUse {
  readonly bold: boolean;
  /** Em fractions above and below the baseline; `descent` is negative. */
  readonly ascent: number;
  readonly descent: number;
  /** Displayed size of a font of size 1, and width of one unit of glyph width: not 1 and 1/1000 only for drawn (Type 3) fonts. */
  readonly height: number;
  readonly unit: number;
  readonly vertical: boolean;
  /** Whether the font itself says what this code means. */
  readonly maps: (code: number) => boolean;
  /** Its codes are glyph numbers without a meaning, unless they happen to be Unicode. */
  readonly guessed: boolean;
  readonly pictures: boolean;
  /** It draws icons, at private codes of its own. */
  readonly icons: boolean;
  /** What was found for each of its codes. */
  readonly characters: Map<number, Character>;
}

const FALLBACK_ASCENT = 0.8;
const FALLBACK_DESCENT = -0.2;

/** Stands in for a font that could not be loaded; a new one each time, for what it learns of its codes holds for that font alone. */
export function unknownFont(): FontUse {
  return {
    bold: false,
    ascent: FALLBACK_ASCENT,
    descent: FALLBACK_DESCENT,
    height: 1,
    unit: 0.001,
    vertical: false,
    maps: () => true,
    guessed: false,
    pictures: false,
    icons: false,
    characters: new Map(),
  };
}

const BOLD_NAME = /bold|black|heavy|demi|gras(?![a-z])|[-,_](?:bd|blk)(?![a-z])/iu;
const LIGHTER_NAME = /semi-?light|demi-?light/iu;
const PICTURE_NAME = /symbol|dingbat|webding|wingding/iu;
const ICON_NAME = /awesome|icon|glyph|emoji|material/iu;

/** The fonts that the operators of one page name, by that name. A font that could not be loaded is left out. */
export async function fontsOf(page: PDFPageProxy, names: ReadonlySet<string>): Promise<Map<string, FontUse>> {
  const fonts = new Map<string, FontUse>();
  await Promise.all(
    [...names].map(async (name) => {
      const font = await new Promise<unknown>((resolve) => {
        page.commonObjs.get(name, resolve);
      });
      if (typeof font === 'object' && font !== null) fonts.set(name, toFontUse(font as Readonly<Record<string, unknown>>));
    }),
  );
  return fonts;
}

function toFontUse(font: Readonly<Record<string, unknown>>): FontUse {
  const name = typeof font['name'] === 'string' ? font['name'] : '';
  const type3 = font['isType3Font'] === true;
  const matrix = Array.isArray(font['fontMatrix']) ? font['fontMatrix'].map(Number) : [];
  const unit = Math.abs(matrix[0] ?? 0.001) || 0.001;
  const { ascent, descent, height } = type3 ? drawnExtent(font, Math.abs(matrix[3] ?? unit) || unit) : { ...extent(font), height: 1 };
  const meaning = meaningOf(font['toUnicode']);
  return {
    bold: font['bold'] === true || font['black'] === true || (BOLD_NAME.test(name) && !LIGHTER_NAME.test(name)),
    ascent,
    descent,
    height,
    unit,
    vertical: font['vertical'] === true,
    maps: meaning ?? ((): boolean => true),
    guessed: meaning === null && font['composite'] === true,
    pictures: PICTURE_NAME.test(name),
    icons: ICON_NAME.test(name),
    characters: new Map(),
  };
}

function extent(font: Readonly<Record<string, unknown>>): { ascent: number; descent: number } {
  const ascent = Number(font['ascent']);
  const descent = Number(font['descent']);
  return {
    ascent: ascent >= 0.5 && ascent <= 1.3 ? Math.min(ascent, 0.95) : FALLBACK_ASCENT,
    descent: descent < -0.05 && descent >= -0.6 ? Math.max(descent, -0.3) : FALLBACK_DESCENT,
  };
}

/** A drawn font has any unit: its size is the height of its box, when it states one. */
function drawnExtent(font: Readonly<Record<string, unknown>>, unit: number): { ascent: number; descent: number; height: number } {
  const [, y0 = 0, , y1 = 0] = Array.isArray(font['bbox']) ? font['bbox'].map(Number) : [];
  const boxHeight = (y1 - y0) * unit;
  const height = boxHeight > 0.3 && boxHeight < 3 ? 1 : boxHeight > 0 ? boxHeight : 1;
  const ascent = (y1 * unit) / height;
  const descent = (y0 * unit) / height;
  return ascent > 0.3 && ascent < 1.3 && descent > -0.6 && descent <= 0.1
    ? { ascent, descent, height }
    : { ascent: FALLBACK_ASCENT, descent: FALLBACK_DESCENT, height };
}

/** Which codes the font's own table gives a meaning; `null` when that table only repeats the code. */
function meaningOf(toUnicode: unknown): ((code: number) => boolean) | null {
  if (typeof toUnicode !== 'object' || toUnicode === null) return (): boolean => true;
  const map: unknown = (toUnicode as Readonly<Record<string, unknown>>)['_map'];
  if (!Array.isArray(map)) return null;
  return (code) => map[code] !== undefined;
}
