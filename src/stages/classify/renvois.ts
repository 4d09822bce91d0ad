import type { Reason } from '../../model/hypothesis.ts';
import { taxonomy } from './taxonomy.ts';
import { findTerm, positionsOf } from './terms.ts';

/**
 * Where the référentiel files elsewhere what a document files under `code`: only its own written rules (in the data), never a mere
 * resemblance, so that what is suggested can be defended with a sentence of the référentiel.
 */
export function suggestElsewhere(code: string, description: string | null): { code: string; reason: Reason } | null {
  if (description === null) return null;
  const { lexicon, renvois } = taxonomy();
  const positions = positionsOf(lexicon.stems(description));
  const holds = (terms: readonly (readonly string[])[]): boolean => terms.some((stems) => findTerm(stems, positions) !== null);
  const rule = renvois.find(
    (renvoi) =>
      renvoi.vers !== code &&
      renvoi.depuis.some((from) => code === from || code.startsWith(`${from}.`)) &&
      renvoi.si.every(holds) &&
      !holds(renvoi.sauf),
  );
  return rule === undefined ? null : { code: rule.vers, reason: { what: `référentiel : ${rule.regle} (${rule.vers})`, cost: 0 } };
}
