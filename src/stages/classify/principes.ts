import { fold } from '../../french/text.ts';
import type { Principe } from '../../model/principe.ts';
import { taxonomy } from './taxonomy.ts';
import { findTerm, positionsOf } from './terms.ts';

/**
 * The written principles of the référentiel that a line filed under `code` meets by its wording (`data/principes.json`): where it would file
 * the line elsewhere, and what it says may not be counted. Never a mere resemblance: each can be defended with a sentence.
 */
export function principlesMet(code: string, description: string | null): readonly Principe[] {
  if (description === null) return [];
  const { lexicon, principes } = taxonomy();
  const folded = fold(description);
  const positions = positionsOf(lexicon.stems(description));
  const holds = (terms: readonly (readonly string[])[]): boolean => terms.some((stems) => findTerm(stems, positions) !== null);
  return principes
    .filter(
      ({ depuis, si, sauf, saufTexte, principe }) =>
        principe.vers !== code &&
        depuis.some((from) => code === from || code.startsWith(`${from}.`)) &&
        si.every(holds) &&
        !holds(sauf) &&
        !saufTexte.some((text) => folded.includes(text)),
    )
    .map(({ principe }) => principe);
}
