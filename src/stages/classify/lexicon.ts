import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { matchesIn } from '../../french/matches.ts';
import { remember } from '../../french/remember.ts';
import { joinLetters, STOP_WORDS, stem, words } from '../../french/text.ts';
import { sayHours } from './hours.ts';

/** Turns a text into the stems of a known vocabulary, through misspellings, cut words, equivalences and lost spaces. */
export interface Lexicon {
  /** Stems in order, stop words left out. A word outside the vocabulary keeps its own stem. */
  stems(text: string): readonly string[];
}

/** Below this length a one-letter difference makes another word (`bancs` and `bans`). */
const TYPO_MIN_LENGTH = 6;
/** No word of the vocabulary is longer; a page without spaces would take minutes. */
const LONGEST_WORD = 30;
/** Candidates are one letter away already; this drops those whose beginning differs too. */
const TYPO_MIN_SIMILARITY = 0.89;
const PREFIX_MIN_LENGTH = 5;
const CUT = /(?<!\p{L})\p{L}{1,30}(?=\s?[.…])/gu;

/** The words a lexicon knows, folded. */
export interface Vocabulary {
  /** Each with its stem. */
  readonly known: readonly (readonly [word: string, stem: string])[];
  readonly equivalences: Readonly<Record<string, string>>;
  /** Stems of their own for words that would share another's (`loge` and `logement`). */
  readonly own: Readonly<Record<string, string>>;
  /** Folded phrases that are one word, each with its stem (`mise en place`). */
  readonly phrases: readonly (readonly [phrase: string, stem: string])[];
  readonly neutral: readonly string[];
}

export function createLexicon({ known: knownWords, equivalences, own, phrases, neutral }: Vocabulary): Lexicon {
  const known = new Set(knownWords.map(([word]) => word));
  const knownStems = new Set(knownWords.map(([, itsStem]) => itsStem));
  const leftAlone = new Set(neutral);
  const byDeletion = deletionIndex(
    [...known, ...Object.keys(equivalences)].filter((word) => word.length >= TYPO_MIN_LENGTH && !/\d/u.test(word)),
  );
  const sorted = [...known].filter((word) => word.length > PREFIX_MIN_LENGTH).sort();
  const ownStems = new Map(Object.entries(own));
  const stemOf = (word: string): string => ownStems.get(word) ?? stem(word);
  const phrasesOf = new Map<string, { readonly parts: readonly string[]; readonly itsStem: string }[]>();
  for (const [phrase, itsStem] of phrases) {
    const parts = phrase.split(' ');
    const first = parts[0] ?? '';
    phrasesOf.set(first, [...(phrasesOf.get(first) ?? []), { parts, itsStem }]);
  }

  const isKnown = (word: string): boolean => known.has(word) || ownStems.has(word) || knownStems.has(stemOf(word)) || leftAlone.has(word);

  const meaning = (word: string): readonly string[] => {
    const same = equivalences[word];
    return same === undefined
      ? [stemOf(word)]
      : words(same)
          .filter((part) => !STOP_WORDS.has(part))
          .map(stemOf);
  };
  const resolve = (word: string, mayBeCut: boolean): readonly string[] => {
    if (equivalences[word] !== undefined) return meaning(word);
    if (STOP_WORDS.has(word)) return [];
    // An ordinary word may share the stem of one of the vocabulary (`cours` and `cour`): it stays itself.
    if (leftAlone.has(word) && !known.has(word)) return [`=${word}`];
    if (isKnown(word)) return [stemOf(word)];
    const unelided = /^(?:qu|[dlnsj])(?=[aeiouyh])/u.exec(word);
    const rest = unelided === null ? '' : word.slice(unelided[0].length);
    if (rest.length >= 4 && known.has(rest)) return [stemOf(rest)];
    const near = nearest(word, byDeletion) ?? (mayBeCut ? completed(word, sorted) : null);
    return near === null ? [stemOf(word)] : meaning(near);
  };

  const whole = remember((word) => resolve(word, false));
  const cut = remember((word) => resolve(word, true));
  const resolved = (word: string, mayBeCut: boolean): readonly string[] => (mayBeCut ? cut : whole)(word);

  return {
    stems: remember((text) => {
      const read = words(joinLetters(sayHours(text)));
      const cut = cutWords(text);
      const result: string[] = [];
      for (let index = 0; index < read.length; index += 1) {
        const word = read[index] ?? '';
        const next = read[index + 1];
        const phrase = phrasesOf.get(word)?.find(({ parts }) => parts.every((part, place) => read[index + place] === part));
        if (phrase !== undefined) {
          result.push(phrase.itsStem);
          index += phrase.parts.length - 1;
          continue;
        }
        // `vidéo surveillance`, `sensibi- lisation`, `éco citoyens`: two parts of one known word.
        if (next !== undefined && word.length + next.length >= 7 && next.length >= 3 && known.has(word + next)) {
          result.push(stemOf(word + next));
          index += 1;
        } else result.push(...resolved(word, index === read.length - 1 || cut.has(word)));
      }
      return result;
    }),
  };
}

/** Words that a full stop or an ellipsis may cut short: `vidéosurv.`, `résidentialis…`. */
function cutWords(text: string): ReadonlySet<string> {
  return new Set(matchesIn(text, CUT).flatMap(([word]) => words(word)));
}

/** Every word under itself and under each spelling with one letter less: one wrong, missing, added or swapped letter meets there. */
function deletionIndex(vocabulary: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of vocabulary) {
    for (const key of deletions(word)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [word]);
      else list.push(word);
    }
  }
  return index;
}

function deletions(word: string): string[] {
  const keys = [word];
  for (let at = 0; at < word.length; at += 1) keys.push(word.slice(0, at) + word.slice(at + 1));
  return keys;
}

function nearest(word: string, index: ReadonlyMap<string, readonly string[]>): string | null {
  if (word.length < TYPO_MIN_LENGTH - 1 || word.length > LONGEST_WORD || /\d{2}/u.test(word)) return null;
  let best: string | null = null;
  let bestSimilarity = TYPO_MIN_SIMILARITY;
  for (const key of deletions(word)) {
    for (const candidate of index.get(key) ?? []) {
      const similarity = jaroWinkler(word, candidate);
      if (similarity > bestSimilarity) [best, bestSimilarity] = [candidate, similarity];
    }
  }
  return best;
}

/** `vidéosurv`, `résidentialis`: the words it may begin must share one stem, or one be the start of all. */
function completed(word: string, sorted: readonly string[]): string | null {
  if (word.length < PREFIX_MIN_LENGTH) return null;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  const first = sorted[low];
  if (first === undefined || !first.startsWith(word)) return null;
  for (let index = low + 1; sorted[index]?.startsWith(word) === true; index += 1) {
    const other = sorted[index] ?? '';
    if (stem(other) !== stem(first) && !other.startsWith(first.slice(0, word.length + 2))) return null;
  }
  return first;
}
