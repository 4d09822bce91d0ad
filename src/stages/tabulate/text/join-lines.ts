import { breaksWord } from '../../../french/broken-words.ts';
import { bareWord, type Vocabulary } from './vocabulary.ts';

const HYPHEN_END = /(\S*[\p{L}\p{N}])[-\u2010\u00ad]$/u;
const FIRST_WORD = /^\S+/u;

/**
 * Two printed lines as one text. A hyphen at the end of the first (glued to its word) loses the white space behind it; the hyphen itself goes only
 * when the document elsewhere writes the word without one: `Hauts-de-` + `France` keeps it, for most hyphens at line ends are real.
 */
export function joinTwo(left: string, right: string, vocabulary: Vocabulary): string {
  if (left === '') return right;
  if (right === '') return left;
  const hyphen = HYPHEN_END.exec(left);
  const before = hyphen?.[1];
  const after = FIRST_WORD.exec(right)?.[0];
  if (before === undefined || after === undefined) return `${left} ${right}`;
  const isLetter = /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  const isPeriod = /\d$/u.test(before) && /^\d/u.test(after);
  if (!isLetter && !isPeriod) return `${left} ${right}`;
  if (isLetter && /^\p{Ll}/u.test(after)) {
    const solid = bareWord(before + after);
    const compound = bareWord(`${before}-${after}`);
    const isSoft = left.endsWith('\u00ad');
    if (isSoft || (vocabulary.has(solid) && !vocabulary.has(compound))) return left.slice(0, -1) + right;
  }
  return left.slice(0, -1) + '-' + right;
}

/** All lines of a cell as one text. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  return lines.reduce((text, line, index) => {
    const above = lines[index - 1];
    return above !== undefined && breaksWord(above, line, vocabulary) ? text + line : joinTwo(text, line, vocabulary);
  }, '');
}
