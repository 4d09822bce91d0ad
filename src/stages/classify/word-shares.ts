import type { LabelText } from './compile-taxonomy.ts';
import type { ActionTerm, ForeignTerm } from './taxonomy.ts';

/** How far the vocabulary keeps a word for one action, 0…1. */
export interface ActionShare {
  readonly action: number;
  readonly share: number;
}

export type WordShare = readonly [stem: string, shares: readonly ActionShare[]];

/** What a word counts in a wording, and in a term of weight 1; the less the more words stand beside it. */
const IN_A_WORDING = 1;
const IN_A_TERM = 0.5;
/** Uses that a word lacks to be sure of it: what was seen once may stand elsewhere too. */
const UNSEEN = 1;
const LEAST = 0.1;
/** Numbers, and what is left of words cut in two, are no words. */
const NO_WORD = /\d|^.{1,2}$/u;

/**
 * How the wordings and terms of the actions use each word, whatever stands beside it there: `benne` stands in those of 4.1 above all. For texts that say
 * with a known word what no term says.
 */
export function wordShares(
  actions: number,
  labels: readonly (readonly LabelText[])[],
  terms: readonly ActionTerm[],
  foreign: readonly ForeignTerm[],
): WordShare[] {
  const uses = new Map<string, number[]>();
  const add = (stems: readonly string[], action: number, weight: number): void => {
    for (const stem of new Set(stems)) {
      if (NO_WORD.test(stem)) continue;
      const row = uses.get(stem) ?? Array.from({ length: actions + 1 }, () => 0);
      row[action] = (row[action] ?? 0) + weight / Math.sqrt(stems.length);
      uses.set(stem, row);
    }
  };
  labels.forEach((list, action) => {
    for (const { stems } of list) add(stems, action, IN_A_WORDING);
  });
  for (const { action, stems, openWeight } of terms) add(stems, action, openWeight * IN_A_TERM);
  for (const { stems, weight } of foreign) add(stems, actions, weight * IN_A_TERM);
  return [...uses].map(([stem, row]): WordShare => {
    const sum = row.reduce((all, use) => all + use, UNSEEN);
    const shares = row.slice(0, actions).map((use, action) => ({ action, share: Math.round((1000 * use) / sum) / 1000 }));
    return [stem, shares.filter(({ share }) => share >= LEAST)];
  });
}
