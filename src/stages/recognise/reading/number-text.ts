import { flatten, readAmountCell } from '../../../french/amounts.ts';

/** From this share of digits on, a text is a number. */
const DIGITS = 0.4;

const UNITS = /\b(?:euros?|EUR|HT|TTC)\b|k{0,2} ?[€£¢]/giu;
/** The k of thousands read twice, small and large. */
const TWICE_K = /(?<=\d) ?kk(?= ?[€£¢])/iu;

/** A word behind figures that ends the line. */
const LAST_WORD = /(?<=[\d ])\p{L}{4,6}(?=[ .)]*$)/u;
/** Figures, what parts them, and letters of the shape of figures: before a currency they are an amount. */
const SHAPED_AMOUNT = /^[-+(\s]*[\dSOoIlBZzGCQD][\dSOoIlBZzGCQD\s.,']*(?:€|\beuros?\b|\bEUR\b)[\s.)–—-]*$/u;
/** Half a ring before another one, amid figures. */
const HALF_RING = /(?<=\d ?)\((?=[0OQDCG])/gu;

/** Letters of the shape of figures, and what is left of a currency behind them; where figures stand too, in thousands, they are an amount. */
const SHAPES: Readonly<Record<string, string>> = Object.fromEntries(
  ['0OoQDCGc', '1IlLi|', '2Zz', '5Ss', '7T', '8B', '9g'].flatMap((kind) => [...kind.slice(1)].map((letter) => [letter, kind.charAt(0)])),
);
const SHAPE = `[\\d${Object.keys(SHAPES).join('')}]`;
const SHAPED_THOUSANDS = new RegExp(
  `^([-+(\\s]*${SHAPE}{1,3}(?:(?:[ .]?${SHAPE}{3})*(?:[,.]${SHAPE}{2})?|(?:[ .]?${SHAPE}{3})+ ${SHAPE}{2})) ?([€£¢Ee]|euros?|EUR)(?=[\\s.)–—-]*$)`,
  'u',
);
/** Fewer figures leave the letters a word, unless they stand apart as thousands do. */
const FIGURES = 2;
const APART = / .{3}$/u;

/** Thousands without a currency, a sign or two of them letters of the shape of figures: `5 c00`, `50 65i`. */
const BARE_THOUSANDS = new RegExp(`^\\d${SHAPE}{0,2}(?: ${SHAPE}{3})+$`, 'u');
const MOST_FIGURES = 0.7;

/** An amount in which letters stand for figures of their shape (`29 OOO €`, `1 s00 €`, `20 CODE`) with the figures they are; `null` where there are none. */
export function figuresOf(text: string): string | null {
  if (BARE_THOUSANDS.test(text)) {
    const signs = text.replaceAll(' ', '');
    const figures = signs.replace(/\D/gu, '').length;
    return figures < signs.length && figures >= MOST_FIGURES * signs.length ? [...text].map((sign) => SHAPES[sign] ?? sign).join('') : null;
  }
  const [whole = '', number = '', unit = ''] = SHAPED_THOUSANDS.exec(text.replace(HALF_RING, '0')) ?? [];
  // Behind more than one French has plurals: no word that ends with an e stands there.
  const isApart = APART.test(number) && /^\d/u.test(number) && !/^1 /u.test(number);
  const least = unit === 'E' ? FIGURES : unit === 'e' ? Infinity : 1;
  const isWritten = isApart || (number.match(/\d/gu)?.length ?? 0) >= least;
  if (!isWritten || !(/\p{L}|\|/u.test(number) || /^e$/iu.test(unit))) return null;
  return `${[...number]
    .map((sign) => SHAPES[sign] ?? sign)
    .join('')
    .trimEnd()} €${text.slice(whole.length)}`;
}

/** Three capitals behind cents or thousands that end the line. */
const LAST_CODE = /(?<=\d(?:[.,]\d{2}|[ .]\d{3}) ?)\p{Lu}{3}(?=[ .)]*$)/u;

/** `curos`, `euras`, `FUR`: one letter from the currency, and nothing else that follows figures at the end of a line. */
function withUnit(text: string): string {
  return text
    .replace(LAST_WORD, (word) => (/\d/u.test(text) && isNear(word.toLowerCase(), 'euros') ? 'euros' : word))
    .replace(LAST_CODE, (word) => (isNear(word, 'EUR') ? 'EUR' : word));
}

/** Whether one letter changed, added or lost makes one of the other. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - same && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - same - end <= 1;
}

/** A heading adds columns by their letters: « 2025 (a+b) ». */
const SUM_OF_LETTERS = /(?<!\p{L})[aA] ?[+*] ?[bB]/u;

/** Whether a line is one that a second reading must confirm: an amount, a count, a year, a code. */
export function isNumberLike(raw: string): boolean {
  const text = withUnit(raw);
  if ((/\d/u.test(text) && SHAPED_AMOUNT.test(text)) || figuresOf(text.trim()) !== null) return true;
  if (SUM_OF_LETTERS.test(text)) return false;
  // Words and a year or a count are text; an amount behind words is a part of the line by itself.
  const unitless = text.replace(UNITS, '');
  if (/\p{L}{3}/u.test(unitless)) return false;
  const bare = unitless.replace(/[\s.,:;'’"“”‘|_-]/gu, '');
  const digits = bare.match(/\d/gu)?.length ?? 0;
  return digits > 0 && digits >= DIGITS * bare.length;
}

/** A ring and a currency, or what a poor print makes of one. */
const NOUGHT = /^[oO0QD] ?[€£¢cCeE]$/u;

/** Whether two readings of a cell's few signs are both « 0 € » as a poor print shows it, one of them with a figure or a currency. */
export function isNoughtOfTwo(first: string, second: string): boolean {
  const bare = [first, second].map((text) => text.replace(/[.,'‘’]+$/u, ''));
  return bare.every((text) => NOUGHT.test(text)) && bare.some((text) => /[0€£¢]/u.test(text));
}

/** Marks that dust, stamps and the ends of lines leave around a number; no amount begins or ends with them. */
const BEFORE = /^[^\d\p{L}(+€-]+/u;
const AFTER = /[^\d\p{L})€£¢$%.]+$/u;
/** « 2023- » over « 2026 »: the first year of a period that goes on in the next line. */
const FROM_YEAR = /^\D{0,2}(20\d\d) ?[-–—/]\W{0,2}$/u;
/** What the euro sign is mistaken for, behind a figure. */
const EURO = /(?<=\d) ?(?:[£¢$]|[€£¢$][€£¢$]|[eEcC](?![\p{L}\d]))(?=[ .)]*$)/u;

/** Nobody parts an amount by colons: dust where its thousands are parted, of which the currency behind them tells. */
const COLON = /(?<=\d):(?=\d{3}(?:[ :.]\d{3})*(?:[.,]\d{2})? ?(?:€|EUR|euros?))/gu;

/** A number as a person would copy it: no dust around it, the euro sign written as such. */
export function cleanNumber(text: string): string {
  const year = FROM_YEAR.exec(text)?.[1];
  if (year !== undefined) return `${year}-`;
  const flat = withUnit(flatten(text))
    .replace(/^[-–—] (?=\d)/u, '')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/(?<=[€\d]) ?\.+$/u, '');
  return flat
    .replace(TWICE_K, ' k')
    .replace(EURO, ' €')
    .replace(COLON, ' ')
    .replace(/(?<=\d)€/u, ' €');
}

/** A currency of others before three figures, or a sign of sections: where amounts are in euros the first figure of thousands, of which nobody can say which it is. */
const UNREAD_FIGURE = /^[^\d\p{L}]{0,2}[$§&] ?\d{3}(?!\d)/u;

/** Whether a figure before those that were read was seen, and not read. */
export function hasUnreadFigure(text: string): boolean {
  return UNREAD_FIGURE.test(text);
}

/** Two texts with the same key say the same number; `valid` when it is an amount, whole or with cents. */
export function numberKey(text: string): { readonly key: string; readonly valid: boolean } {
  const read = readAmountCell(text.replace(/^(20\d\d)-$/u, '$1'));
  if (read.kind === 'amount') return { key: read.value.toFixed(2), valid: read.hasUnit || !/[.,]\d{3}(?!\d)/u.test(text) };
  // Marks around and between years or counts are read now one way, now another.
  return { key: text.replace(/[\s.,:;'’"_–—-]/gu, ''), valid: false };
}
