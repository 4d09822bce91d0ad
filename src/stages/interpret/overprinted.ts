import { flatten } from '../../french/amounts.ts';
import { FIGURE } from '../../french/figures.ts';
import { CURRENCY } from '../../french/marks.ts';
import { matchesIn } from '../../french/matches.ts';
import { fold } from '../../french/text.ts';

const AMOUNT = new RegExp(String.raw`(?<![\d.,]|\d )(?:[-–−] ?)?${FIGURE} ?${CURRENCY}(?!\d| ?\d{1,2} ?c(?:ts?|entimes?)?\b)`, 'giu');
/** Signs that reckon with the amount beside them. */
const RECKONS = /[%×*+=/]|(?<!\p{L})(?:x|de|d|à|a|et|ou|ht)(?!\p{L})/iu;
/** What stamps say. */
const OF_STAMP =
  /^(?:recu|le|la|courrier|arrivee?|copie|original|conforme|janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|20[0-4]\d)$/u;
/** Pieces of letters and figures that were drawn over print make no longer words. */
const PIECE = 2;
/** So many of them stand beside one amount at most. */
const MOST = 6;

const isMark = (word: string): boolean =>
  !/^[km]$/iu.test(word) &&
  (OF_STAMP.test(fold(word)) || !/[\p{L}\d]/u.test(word) || word.length <= PIECE || (/\p{L}/u.test(word) && /\d/u.test(word)));

/** The one amount with its currency of a cell in which nothing else stands but what is left of a stamp or a stroke over it ("6.795 €MARS 2ÙF8"); `null` for any other text. */
export function amountAmongMarks(printed: string): string | null {
  const text = flatten(printed);
  const [only, another] = matchesIn(text, AMOUNT);
  if (only === undefined || another !== undefined) return null;
  const rest = `${text.slice(0, only.index)} ${text.slice(only.index + only[0].length)}`;
  const words = rest.split(/\s+/u).filter((word) => word !== '');
  return words.length > 0 && words.length <= MOST && !RECKONS.test(rest) && words.every(isMark) ? only[0].trim() : null;
}
