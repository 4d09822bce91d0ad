import { fold } from '../../french/text.ts';
import type { FlowItem } from './flow.ts';

/** Who signs and as what, what is written where they do. */
const SIGNS =
  /^(?:(?:pour )?(?:l |la |le |les )?(?:etat|prefete?|sous prefete?|villes?|communes?|maires?|metropole|agglomeration|communaute|epci|intercommunalite|organisme|bailleur|office|societe|presidente?|(?:directeur|directrice)|departement|region|delegue|adjointe?|representante?)(?: .*)?|pour (?:l |la |le |les )?.+|signatures?(?: .*)?|cachets?(?: .*)?|(?:nom|prenom|qualite)s?(?: .*)?|fait a .+|date(?: .*)?|lu et approuve.*|m |mme .+)$/u;
const HEADS = /^(?:pour (?:l |la |le |les )?\p{L}|signatures?\b|cachets?\b)/u;
const LONGEST = 80;

/** A table for the signatures at the foot of a convention: no figures, and the names and offices of those who sign. */
export function isOfSignatures({ pieces }: Extract<FlowItem, { kind: 'table' }>): boolean {
  const texts = pieces.map(({ text }) => text).filter((text) => text.trim() !== '');
  const folded = texts.map(fold);
  return (
    folded.filter((text) => HEADS.test(text)).length >= 2 &&
    texts.every((text) => text.length <= LONGEST && !/\d[\d\s.,]*(?:€|euros?)|\d,\d\d\b/iu.test(text)) &&
    folded.filter((text) => SIGNS.test(text)).length * 3 >= folded.length * 2
  );
}
