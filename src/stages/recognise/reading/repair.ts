import type { Lexicon } from './lexicon.ts';
import { isProgrammeWord, programmeWord } from './vocabulary.ts';

/** Accents that a poor print loses or bends. */
const ACCENTS: Readonly<Record<string, readonly string[]>> = {
  a: ['à', 'â'],
  à: ['â', 'a'],
  â: ['à', 'a'],
  e: ['é', 'è', 'ê'],
  é: ['è', 'ê', 'e'],
  è: ['é', 'ê', 'e'],
  ê: ['é', 'è', 'e'],
  ë: ['é', 'è', 'ê'],
  i: ['î', 'ï'],
  î: ['i'],
  ï: ['î', 'i'],
  o: ['ô'],
  ô: ['o'],
  ö: ['ô', 'o'],
  u: ['û', 'ù'],
  û: ['u'],
  ü: ['û', 'ù', 'u'],
  ä: ['à', 'â', 'a'],
  c: ['ç'],
  ç: ['c'],
};
/** Signs that stand for a letter of their shape, in any word. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  I: ['l'],
  '1': ['l', 'i'],
  '|': ['l', 'i'],
  '!': ['l', 'i'],
  '}': ['l'],
  ']': ['l'],
  '0': ['o'],
  '5': ['s'],
  '6': ['é', 'e'],
  '8': ['a', 'e'],
};
/** Letters and groups mistaken for each other; a name may well be what another word would become so. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  l: ['i', 't'],
  i: ['l', 't'],
  t: ['l'],
  f: ['t'],
  n: ['u'],
  u: ['n'],
  m: ['rn'],
  rn: ['m'],
  ii: ['n', 'u'],
  ri: ['n', 'il'],
  ti: ['il'],
  ni: ['m'],
  cl: ['d'],
  vv: ['w'],
  ce: ['œ'],
  fi: ['û'],
  oe: ['œ'],
};

/** Of a label, which is a word of programmes rather than any other (« Vite : Lens » is no haste). */
const OF_LABELS: Readonly<Record<string, readonly string[]>> = { t: ['ll'], u: ['ll'] };

/** What may be undone at the end of a name as well. */
const LAST_L: Readonly<Record<string, readonly string[]>> = { ai: ['al'] };

/** Shorter words are too near each other. */
const SHORTEST = 4;
const LONGEST = 24;
/** Capitals mistaken for each other. */
const CAPITALS: Readonly<Record<string, readonly string[]>> = { F: ['T'], T: ['F'], I: ['L'], L: ['I'], C: ['O'], Q: ['O'] };

/** So long, a label is a word misread and no name; so long, any word is. */
const LONG = 7;
const NO_NAME = 10;
/** Shorter words in capitals may be anything. */
const IN_CAPITALS = 5;
const ELIDED = /^(l|d|s|n|c|j|m|t|qu|jusqu|lorsqu|puisqu|quelqu|presqu|aujourd)$/iu;
/** What a lone `l` before an apostrophe is taken for. */
const BENT_L = /^[I1|!]$/u;
const VOWEL = /^[aeiouyhàâéèêëîïôœùû]/iu;

/**
 * A word as French spells it, where what was recognised is no word and one confusion (or two accents) away stands exactly one, one of those that programmes
 * use first; `null` where it is a word, a number, a code, or nothing is that near. `isLabel`: it names what follows it.
 */
export function repaired(text: string, lexicon: Lexicon, isLabel = false): string | null {
  const parts = text.split(/(['’-])/u);
  let isChanged = false;
  const out = parts.map((part, index) => {
    const mark = parts[index + 1];
    const rest = parts[index + 2] ?? '';
    const isLast = mark === undefined;
    const [, before = '', core = '', after = ''] = /^([^\p{L}\d|!]*)(.*?)([^\p{L}\d|!}\]]*)$/u.exec(part) ?? [];
    let own = core;
    if (!isLast && mark !== '-' && BENT_L.test(core) && VOWEL.test(rest)) own = 'l';
    else if (!(mark === "'" || mark === '’') || !ELIDED.test(core)) own = repairedCore(core, lexicon, isLabel && index === 0) ?? core;
    if (own !== core) isChanged = true;
    return before + own + after;
  });
  return isChanged ? out.join('') : null;
}

function repairedCore(core: string, lexicon: Lexicon, isLabel: boolean): string | null {
  const letters = core.match(/\p{L}/gu)?.length ?? 0;
  if (core.length < SHORTEST || core.length > LONGEST || letters < SHORTEST - 1 || letters < core.length - 1) return lowerL(core);
  if (isLabel && !isProgrammeWord(core)) {
    const [label, another] = new Set(variants(core, OF_LABELS).filter(isProgrammeWord));
    if (label !== undefined && another === undefined) return label;
  }
  // A label is no name, though a name may be spelt like it.
  if (isWord(isLabel ? core.toLowerCase() : core, lexicon)) return null;
  const own = programmeWord(core, isLabel);
  if (own !== null) return own;
  if (core === core.toUpperCase()) return core.length < IN_CAPITALS ? null : onlyWord(variants(core, CAPITALS), lexicon);
  const isName = /^\p{Lu}/u.test(core) && core.length < (isLabel ? LONG : NO_NAME);
  const tables = isName ? [SIGNS, ACCENTS, core.endsWith('i') ? LAST_L : {}] : [SIGNS, ACCENTS, SHAPES];
  const once = tables.flatMap((table) => variants(core, table));
  const found = new Set(once.filter((word) => isWord(word, lexicon)));
  // Two accents of one word; a second look at the shapes of letters would find some word for any name.
  if (found.size === 0)
    for (const word of variants(core, ACCENTS).flatMap((one) => variants(one, ACCENTS))) if (isWord(word, lexicon)) found.add(word);
  const [only, other] = found;
  return only !== undefined && other === undefined ? only : lowerL(core);
}

/** The one word among them, if there is exactly one. */
function onlyWord(candidates: readonly string[], lexicon: Lexicon): string | null {
  const [only, other] = new Set(candidates.filter((word) => lexicon.has(word.toLowerCase())));
  return only !== undefined && other === undefined ? only : null;
}

/** A capital I amid a word, small letters after it, is an l, whatever the word. */
function lowerL(core: string): string | null {
  const own = core.replace(/(?<=\p{L})I(?=\p{Ll})/gu, 'l');
  return own === core ? null : own;
}

export function isWord(word: string, lexicon: Lexicon): boolean {
  return isProgrammeWord(word) || lexicon.has(word) || lexicon.has(word.toLowerCase());
}

/** The word with one of the table's confusions undone, at each place in turn. */
function variants(word: string, table: Readonly<Record<string, readonly string[]>>): string[] {
  const out: string[] = [];
  for (const [from, into] of Object.entries(table))
    for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1))
      for (const own of into) out.push(word.slice(0, at) + own + word.slice(at + from.length));
  return out;
}
