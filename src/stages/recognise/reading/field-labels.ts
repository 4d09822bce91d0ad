import { lettersAllowed, lettersApart } from '../../../french/letters-apart.ts';
import { fold } from '../../../french/text.ts';
import type { RecognisedWord } from '../engine/engine.ts';
import { knownShape } from './known-shapes.ts';
import type { Lexicon } from './lexicon.ts';
import type { ReadWord } from './run-together.ts';

/** What the labels of a heading are made of, and the small words between. */
const NOUNS = [
  ...[
    'nom',
    'code',
    'codes',
    'nombre',
    'ville',
    'villes',
    'commune',
    'communes',
    'territoire',
    'quartier',
    'quartiers',
    'prioritaire',
    'prioritaires',
  ],
  ...['organisme', 'bailleur', 'bailleurs', 'social', 'exercice', 'année', 'années', 'année(s)', 'période', 'logements', 'concernés'],
];
const SHORT = /^(?:qpv|qp|nb|nbre|logts?|hlm|annees? s)$/u;
const LINKS = /^(?:d[a-z]?|des|l|le|la|les|dans|en|n|no)$/u;
/** A label is so many words at most. */
const LONGEST = 7;
/** Letters that may be wrong in a word so long (in letters whose shapes are told apart). */
const WRONG: readonly (readonly [number, number])[] = [
  [10, 3],
  [7, 2],
  [5, 1],
];

/** A colon, and what is left of one, or dust makes of it; the others are marks of their own elsewhere. */
const COLON = /[:;][^\p{L}\p{N}]?$/u;
const LEFT_OF_COLON = /[.!*°"'‘’“”]$/u;
/** A name, a number or a code. */
const VALUE = /^[\p{Lu}\d(«]/u;

/** A word with one sign for letters and groups that a poor print makes alike: `Batteur` and `Bailleur` are one. */
function shapeOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ri|[uv]/gu, 'n')
    .replace(/[iltfj1|!(){}[\]]+/gu, 'i')
    .replace(/rn/gu, 'm');
}

const byShape = NOUNS.map((noun) => ({ noun, shape: shapeOf(noun) }));
const nouns = new Set(NOUNS.map(fold));

/** A word of which no letter tells that it is another than this noun of labels; `null` where there is none, or several. A word of French must have its very shape. */
function nounLike(core: string, lexicon: Lexicon): string | null {
  const shape = shapeOf(core);
  const allowed = lexicon.has(core.toLowerCase()) ? 0 : lettersAllowed(shape.length, WRONG);
  const near = byShape
    .map(({ noun, shape: own }) => ({ noun, apart: lettersApart(shape, own, allowed) }))
    .filter(({ apart }) => apart <= allowed)
    .sort((a, b) => a.apart - b.apart);
  const [best, next] = near;
  if (best === undefined || core.length < 4 || best.apart === next?.apart) return null;
  if (core === core.toUpperCase()) return best.noun.toUpperCase();
  return /^\p{Lu}/u.test(core) ? best.noun.charAt(0).toUpperCase() + best.noun.slice(1) : best.noun;
}

interface LabelWord {
  readonly isNoun: boolean;
  /** Without its mark. */
  readonly core: string;
  readonly right: string;
}

/** A word as one of a label; `null` where it is none. */
function labelWord(core: string, lexicon: Lexicon): LabelWord | null {
  const known = knownShape(core);
  const folded = fold(known);
  if (nouns.has(folded) || SHORT.test(folded)) return { isNoun: true, core, right: known };
  if (LINKS.test(folded)) return { isNoun: false, core, right: /^d(?![eu])\p{Ll}$/u.test(core) ? 'de' : core };
  const right = /^(?:[OC0Q]PV?|Q[FP][VY])$/u.test(core) ? (core.length === 2 ? 'QP' : 'QPV') : nounLike(core, lexicon);
  return right === null ? null : { isNoun: true, core, right };
}

/** What a name follows, and what makes it a count or a code. */
const OF_NAMES = /^(?:villes?|communes?|territoire|quartiers?|prioritaires?|organisme|bailleurs?|qpv)$/u;
const OF_FIGURES = /^(?:nombre|nb|nbre|codes?|n|no|logements|logts?)$/u;

/** The words of a label that ends with the word at `last`, whose mark is taken off, and where it begins; `null` where there is none. */
function labelBefore(
  words: readonly RecognisedWord[],
  last: number,
  lexicon: Lexicon,
): { readonly from: number; readonly own: readonly LabelWord[] } | null {
  const own: LabelWord[] = [];
  for (let at = last; at >= 0 && own.length < LONGEST; at--) {
    const text = words[at]?.text ?? '';
    const word = labelWord(at === last ? text.replace(/[^\p{L}\d)}\]]+$/u, '') : text, lexicon);
    if (word === null) break;
    own.unshift(word);
  }
  while (own[0]?.isNoun === false && !/^n[°ºo]?$/iu.test(own[0].core)) own.shift();
  return own.at(-1)?.isNoun === true ? { from: last - own.length + 1, own } : null;
}

/**
 * The words of a line whose labels were misread, put right: what stands before a colon and is nearly one of the few words that headings are made of is that word. At the
 * beginning of a line a label's colon may be a dot, or have become another mark. `isFollowed`: its value was read apart.
 */
export function withFieldLabels(words: readonly ReadWord[], isFollowed: boolean, lexicon: Lexicon): readonly ReadWord[] {
  const out = [...words];
  words.forEach(({ text }, at) => {
    const isAlone = /^\P{L}$/u.test(text);
    const isSure = COLON.test(text);
    if (!isSure && !LEFT_OF_COLON.test(text)) return;
    const last = isAlone ? at - 1 : at;
    const label = labelBefore(words, last, lexicon);
    if (label === null) return;
    const next = words[at + 1]?.text;
    const isBegun = label.from === 0 && /^\p{Lu}/u.test(label.own[0]?.core ?? '') && (next === undefined ? isFollowed : VALUE.test(next));
    if (!isSure && !isBegun) return;
    label.own.forEach(({ right }, index) => {
      const place = label.from + index;
      const word = out[place];
      if (word === undefined) return;
      const mark = place === at ? ':' : '';
      if (right + mark !== word.text) out[place] = { ...word, right: right + mark };
    });
    const mark = out[at];
    if (isAlone && mark !== undefined && text !== ':') out[at] = { ...mark, right: ':' };
  });
  return out;
}

/** How many words of a line come before the first name that a label introduces; all of them where the label alone fills the line; `null` where there is no such label. */
export function beforeName(words: readonly RecognisedWord[], lexicon: Lexicon): number | null {
  const isOfName = (label: ReturnType<typeof labelBefore>): boolean => {
    const own = label?.own.map(({ right }) => fold(right)) ?? [];
    return own.some((word) => OF_NAMES.test(word)) && !own.some((word) => OF_FIGURES.test(word));
  };
  for (const [at, { text }] of words.entries()) {
    const isBehind = /^[:;](?=[\p{L}\d])/u.test(text);
    const isMark = /^\P{L}$/u.test(text);
    if (!isBehind && !COLON.test(text) && !LEFT_OF_COLON.test(text)) continue;
    const label = labelBefore(words, isBehind || isMark ? at - 1 : at, lexicon);
    if (label !== null && isOfName(label) && (label.from === 0 || isBehind || COLON.test(text))) return isBehind ? at : at + 1;
  }
  const whole = labelBefore(words, words.length - 1, lexicon);
  return whole?.from === 0 && isOfName(whole) ? words.length : null;
}

/**
 * How many words of a line are a label from its beginning on, where a name or a number follows them; 0 where there is none. `isFollowed`: what stands behind these
 * words was read apart.
 */
export function labelLength(words: readonly RecognisedWord[], isFollowed: boolean, lexicon: Lexicon): number {
  for (let last = Math.min(words.length, LONGEST) - 1; last >= 0; last--) {
    const label = labelBefore(words, last, lexicon);
    if (label?.from !== 0) continue;
    const next = words[last + 1]?.text;
    return /^\p{Lu}/u.test(label.own[0]?.core ?? '') && (next === undefined ? isFollowed : VALUE.test(next)) ? last + 1 : 0;
  }
  return 0;
}

/** Whether a line begins with a label of a heading and its colon. */
export function hasLabel(words: readonly RecognisedWord[], lexicon: Lexicon): boolean {
  const at = words.findIndex(({ text }) => COLON.test(text));
  return at >= 0 && labelBefore(words, words[at]?.text.length === 1 ? at - 1 : at, lexicon)?.from === 0;
}

/** Whether a line is nothing but a label of a heading. */
export function isLabelAlone(words: readonly RecognisedWord[], lexicon: Lexicon): boolean {
  return labelBefore(words, words.length - 1, lexicon)?.from === 0;
}

/** Whether a word is no word of French but nearly one of those that labels are made of. */
export function isNearLabel(text: string, lexicon: Lexicon): boolean {
  return text.length >= 6 && !lexicon.has(text.toLowerCase()) && nounLike(text, lexicon) !== null;
}
