import { matchesIn } from '../../../french/matches.ts';

/** A box before an option of a form, ticked or not, and what follows it up to the next. */
const TICKED = String.raw`[☑☒✓✔✅⊠🗹🗷■◼]|\[[xX×✓]\]`;
const EMPTY = String.raw`[☐□◻▢❏❑]|\[\s?\]`;
const OPTION = new RegExp(`(?<box>${TICKED}|${EMPTY})\\s*(?<words>.*?)(?=\\s*(?:${TICKED}|${EMPTY}|$))`, 'gu');
const IS_TICKED = new RegExp(`^(?:${TICKED})$`, 'u');
const LEAST = 2;

/** What the ticked boxes of a form stand before: a value that prints all that could have been chosen says only that. Any other value as it is. */
export function tickedOptions(value: string): string {
  const options = matchesIn(value, OPTION).map(({ groups }) => ({
    box: groups?.['box'] ?? '',
    words: (groups?.['words'] ?? '').trim(),
  }));
  const named = options.filter(({ words }) => words !== '');
  if (named.length < LEAST) return value;
  return named
    .filter(({ box }) => IS_TICKED.test(box))
    .map(({ words }) => words.replace(/[;,]$/u, ''))
    .join(' ; ');
}
