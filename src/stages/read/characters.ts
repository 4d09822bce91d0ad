import type { FontUse } from './fonts.ts';

/** A glyph's text: `''` for what has no ink and no width; `known` is false when the font does not say what it means (then `text` is U+FFFD). */
export interface Character {
  readonly text: string;
  readonly blank: boolean;
  readonly known: boolean;
}

const BLANK = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\u2800]+$/u;
const NOTHING = /[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/gu;
const WITHOUT_MEANING = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** The usual private codes of the picture fonts of office suites, which print bullets and boxes with them. */
const PICTURES: Readonly<Record<number, string>> = {
  0x2d: '-',
  0x6f: '☐',
  0x71: '☐',
  0x76: '❖',
  0x78: '☒',
  0x9f: '•',
  0xa0: '€',
  0xa7: '▪',
  0xa8: '☐',
  0xb7: '•',
  0xd8: '➢',
  0xe0: '→',
  0xf0: '⇨',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/**
 * Small capitals and old-style figures at the private codes that Adobe's glyph list gives them (`Asmall`, `oneoldstyle`): those of the plain sign behind 0xF7. Text engines write
 * them into the font's own table.
 */
const SMALL = /^[\uf721\uf724\uf726\uf730-\uf739\uf73f\uf761-\uf77a\uf7a1\uf7a2\uf7bf\uf7e0-\uf7f6\uf7f8-\uf7ff]$/u;
const SMALL_ELSEWHERE: Readonly<Record<string, string>> = { '\uf6fa': 'œ', '\uf6fd': 'š', '\uf6ff': 'ž' };

/** The plain sign of a small capital or an old-style figure, else `null`. */
function plainOfSmall(text: string): string | null {
  return SMALL.test(text) ? String.fromCodePoint((text.codePointAt(0) ?? 0) - 0xf700) : (SMALL_ELSEWHERE[text] ?? null);
}

const UNKNOWN: Character = { text: '\ufffd', blank: false, known: false };
const SPACE: Character = { text: ' ', blank: true, known: true };

export function characterOf(unicode: string, code: number, isSpace: boolean, font: FontUse): Character {
  const found = font.characters.get(code);
  if (found !== undefined) return found;
  const character = read(unicode, code, isSpace, font);
  font.characters.set(code, character);
  return character;
}

function read(unicode: string, code: number, isSpace: boolean, font: FontUse): Character {
  const text = unicode.replace(NOTHING, '');
  if (text === '') return { text: '', blank: false, known: true };
  if (BLANK.test(text)) return SPACE;
  const first = text.codePointAt(0) ?? 0;
  if (font.pictures && first >= 0xf000 && first <= 0xf0ff) {
    const picture = PICTURES[first - 0xf000];
    return picture === undefined ? { ...UNKNOWN, known: true } : { text: picture, blank: false, known: true };
  }
  if (!font.maps(code)) return isSpace ? SPACE : UNKNOWN;
  const small = font.icons ? null : plainOfSmall(text);
  if (small !== null) return { text: small, blank: false, known: true };
  if (WITHOUT_MEANING.test(text)) return UNKNOWN;
  return { text: plain(text), blank: false, known: true };
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\u2010\u2011]/gu, '-');
}
