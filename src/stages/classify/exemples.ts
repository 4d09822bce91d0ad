import { fold } from '../../french/text.ts';
import { taxonomy } from './taxonomy.ts';
import type { Exemple } from '../../model/exemple.ts';
import type { LigneText } from './lignes.ts';

export interface ExempleFound {
  readonly exemple: Exemple;
  /** 0…1; 1: the same words. */
  readonly similarity: number;
}

/** Decisions of readers, ready to be asked: the same text, else one that shares nearly all of its words. */
export interface Exemples {
  find(ligne: LigneText): ExempleFound | null;
}

/** Less than this shared (Jaccard, over stems) is another line. */
const SIMILAR = 0.75;
const NEVER_THE_SAME = 0.99;

function textOf({ actionText, description }: Pick<LigneText, 'actionText' | 'description'>): string {
  return [actionText, description].filter((part) => part !== null).join(' ');
}

/** `exemples`: oldest first; a later decision on the same text replaces an earlier one. */
export function createExemples(exemples: readonly Exemple[]): Exemples {
  const exact = new Map<string, Exemple>();
  for (const exemple of exemples) exact.set(fold(textOf(exemple)), exemple);
  exact.delete('');
  const { lexicon } = taxonomy();
  const known = [...exact.values()].map((exemple) => ({ exemple, stems: new Set(lexicon.stems(textOf(exemple))) }));
  const byStem = new Map<string, number[]>();
  known.forEach(({ stems }, index) => {
    for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), index]);
  });

  return {
    find(ligne) {
      if (known.length === 0) return null;
      const text = textOf(ligne);
      const same = exact.get(fold(text));
      if (same !== undefined) return { exemple: same, similarity: 1 };
      const stems = new Set(lexicon.stems(text));
      const shared = new Map<number, number>();
      for (const stem of stems) for (const index of byStem.get(stem) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
      let best: ExempleFound | null = null;
      for (const [index, count] of shared) {
        const candidate = known[index];
        if (candidate === undefined) continue;
        // The same stems in other words are still another text.
        const similarity = Math.min(NEVER_THE_SAME, count / (stems.size + candidate.stems.size - count));
        if (similarity >= SIMILAR && similarity > (best?.similarity ?? 0)) best = { exemple: candidate.exemple, similarity };
      }
      return best;
    },
  };
}
