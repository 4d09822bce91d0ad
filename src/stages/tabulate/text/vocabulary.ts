import type { Page } from '../../../model/page.ts';
import { wordText } from '../../../model/page.ts';

/** The words a document itself uses, in lower case: the only dictionary used to mend hyphenated line ends. */
export type Vocabulary = ReadonlySet<string>;

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Lower case, without punctuation around. */
export function bareWord(text: string): string {
  return text.toLowerCase().replace(AROUND, '');
}

/** Every word of the pages that does not itself end a line with a hyphen. */
export function vocabularyOf(pages: readonly Page[]): Vocabulary {
  const words = new Set<string>();
  for (const page of pages) {
    for (const word of page.words) {
      const text = wordText(word);
      if (!/[-\u2010\u00ad]$/u.test(text)) words.add(bareWord(text));
    }
  }
  return words;
}
