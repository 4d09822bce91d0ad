import { lettersApart } from './letters-apart.ts';
import { isLinkWord, isTableWord } from './table-words.ts';
import { fold } from './text.ts';

/** A word like « total » at the head of a label, alone or before what it totals. */
const LABEL =
  /^(?<before>\W*)(?<sub>s(?:ous)?[\s-]+)?(?<word>\p{L}{4,7})(?<rest>\s*:?$|\s+(?:(?:de )?l['’ ]?)?axe\s*\d.*$|\s+g[ée]n[ée]ral\b.*$)/iu;
/** What a stamp leaves of « sous » and its hyphen before a whole « total »: a short piece of it with a stop; other short words there may be abbreviations ("Gd. Total"). */
const SPOILT_SUB = /^s\p{L}{0,3}[,.;] ?(?<word>total)(?<rest>\s*:?$|\s+axe\s*\d.*$)/iu;
/** Letters that may be wrong where the words around it tell a total, and where nothing does. */
const TOLD = 2;
const ALONE = 1;

/**
 * The label of a total as a clerk reads it where a stamp or poor print spoilt its word: « TSIAL AXE 4 », « Sous totié », « se, TOTAL ». Any other label, and one whose word is
 * another of tables or of French (`isWord`), is left as it is.
 */
export function speltTotal(text: string, isWord: (word: string) => boolean): string {
  const spoilt = SPOILT_SUB.exec(text)?.groups;
  if (spoilt !== undefined) return `${spoilt['word'] === 'TOTAL' ? 'SOUS' : 'Sous'}-${spoilt['word'] ?? ''}${spoilt['rest'] ?? ''}`;
  const { before = '', sub = '', word = '', rest = '' } = LABEL.exec(text)?.groups ?? {};
  const own = fold(word);
  if (own.length === 0 || own === 'total' || isTableWord(own) || isLinkWord(own) || isWord(word.toLowerCase())) return text;
  const isTold = sub !== '' || /\p{L}/u.test(rest);
  if (lettersApart(own, 'total', TOLD) > (isTold ? TOLD : ALONE)) return text;
  const isCapital = word.replace(/[^\p{Lu}]/gu, '').length * 2 > word.length;
  return before + sub + (isCapital ? 'TOTAL' : sub === '' ? 'Total' : 'total') + rest;
}
