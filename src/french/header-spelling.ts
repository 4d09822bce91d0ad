import { fold } from './text.ts';
import { lettersAllowed, lettersApart } from './letters-apart.ts';
import { PROGRAMME_WORDS } from './programme-words.ts';
import { isLinkWord, isTableWord, TABLE_WORDS } from './table-words.ts';

/** Shorter words are too near each other. */
const SHORTEST = 5;
/** Letters that may be misread in a word so long; three of them behind its first one. */
const WRONG: readonly (readonly [number, number])[] = [
  [12, 3],
  [7, 2],
  [SHORTEST, 1],
];
/** Beside the word that it always stands with, half of its letters are enough. */
const HALF = 0.5;

/** How header words are spelt, by their folded form; the accents of those that only headers use do not matter. */
const spelt = new Map(PROGRAMME_WORDS.map((word) => [fold(word), word]));
const candidates = TABLE_WORDS.filter((word) => word.length >= SHORTEST);

/** The noun that these stand behind: « Dépense totale », « Montant engagé ». */
const BEHIND: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:totale|globale|valorisee|previsionnelle|engagee|realisee|prevue)$/u, ['depense']],
  [/^(?:total|global|valorise|previsionnel|engage|realise|prevu)$/u, ['montant', 'budget']],
];
const YEAR = /^20[1-3]\d$/u;

/**
 * The text of a header's cell as a clerk reads it where the print is bad: a word that no header uses and that is nearly one which headers do is that one; so is
 * a year with one wrong figure. What may be two different words is left as it is, and so is any other word of French (`isWord`).
 */
export function speltHeader(text: string, isWord: (word: string) => boolean): string {
  const parts = text.split(/(\s+|[/()])/u);
  const words = parts.map((whole) => {
    const [, before = '', core = whole, after = ''] = /^(\P{L}*)(.*?)(\P{L}*)$/u.exec(whole) ?? [];
    return { whole, before, core, after };
  });
  const out = words.map(({ whole, before, core, after }, at) => {
    const years = yearOf(whole);
    if (years !== null) return years;
    const next = words.slice(at + 1).find((other) => /\p{L}/u.test(other.whole))?.core ?? '';
    const right = isWord(core.toLowerCase()) ? null : headerWord(core, fold(next));
    return right === null ? whole : before + inCaseOf(core, right) + after;
  });
  return out.join('');
}

function headerWord(core: string, next: string): string | null {
  const own = fold(core);
  if (own.length < SHORTEST || !/^[a-z]+$/u.test(own) || isKnown(own)) return null;
  const nouns = BEHIND.find(([adjective]) => adjective.test(next))?.[1] ?? [];
  return only(own, nouns, Math.floor(HALF * own.length)) ?? only(own, candidates, lettersAllowed(own.length, WRONG));
}

function isKnown(own: string): boolean {
  return [own, `${own}s`, `${own}e`, own.replace(/s$/u, ''), own.replace(/es?$/u, '')].some(
    (form) => isTableWord(form) || isLinkWord(form) || spelt.has(form),
  );
}

/** The nearest of some words, all of whose equals are forms of it; `null` where none is near or several are as near. */
function only(own: string, among: readonly string[], most: number): string | null {
  let best: string[] = [];
  let least = most + 1;
  for (const word of among) {
    const apart = lettersApart(own, word, most);
    if (apart > most || apart > least || (apart > 2 && word.charAt(0) !== own.charAt(0))) continue;
    if (apart < least) best = [];
    least = apart;
    best.push(word);
  }
  const [first, ...others] = best;
  if (first === undefined || others.some((other) => stemOf(other) !== stemOf(first))) return null;
  return spelt.get(first) ?? first;
}

const stemOf = (word: string): string => word.replace(/(.)\1?e?s?$/u, '$1');

/** A number of four figures that is no year of a programme but one figure apart from it, the two first being sure. */
function yearOf(text: string): string | null {
  if (!/^\d{4}$/u.test(text) || YEAR.test(text)) return null;
  const year = `20${text.slice(2)}`;
  return YEAR.test(year) && (text.startsWith('2') || text.charAt(1) === '0') ? year : null;
}

function inCaseOf(text: string, word: string): string {
  if (text === text.toUpperCase()) return word.toUpperCase();
  return /^\P{Ll}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
