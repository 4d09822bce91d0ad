import { flatten, readAmountCell } from '../../../french/amounts.ts';

/** From this share of digits on, a text is a number. */
const DIGITS = 0.4;

const UNITS = /\b(?:euros?|EUR|HT|TTC)\b/giu;

/** Whether a line is one that a second reading must confirm: an amount, a count, a year, a code. */
export function isNumberLike(text: string): boolean {
  // Words and a year or a count are text; an amount behind words is a part of the line by itself.
  if (/\p{L}{3}/u.test(text.replace(UNITS, ''))) return false;
  const bare = text.replace(/[\s.,:;'’"“”‘|_-]/gu, '');
  const digits = bare.match(/\d/gu)?.length ?? 0;
  return digits > 0 && digits >= DIGITS * bare.length;
}

/** Marks that dust, stamps and the ends of lines leave around a number; no amount begins or ends with them. */
const BEFORE = /^[^\d\p{L}(+€-]+/u;
const AFTER = /[^\d\p{L})€£¢%.]+$/u;
/** What the euro sign is mistaken for, behind a figure. */
const EURO = /(?<=\d) ?(?:[£¢]|[€£¢][€£¢]|[eEcC](?![\p{L}\d]))(?=[ .)]*$)/u;

/** A number as a person would copy it: no dust around it, the euro sign written as such. */
export function cleanNumber(text: string): string {
  const flat = flatten(text)
    .replace(/^[-–—] (?=\d)/u, '')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/(?<=[€\d]) ?\.+$/u, '');
  return flat.replace(EURO, ' €').replace(/(?<=\d)€/u, ' €');
}

/** Two texts with the same key say the same number; `valid` when it is an amount, whole or with cents. */
export function numberKey(text: string): { readonly key: string; readonly valid: boolean } {
  const read = readAmountCell(text);
  if (read.kind === 'amount') return { key: read.value.toFixed(2), valid: read.hasUnit || !/[.,]\d{3}(?!\d)/u.test(text) };
  // Marks around and between years or counts are read now one way, now another.
  return { key: text.replace(/[\s.,:;'’"_–—-]/gu, ''), valid: false };
}
