import { clean } from '../../../french/text.ts';

const CODE =
  /[([]?\s*(?:n ?[°º] ?|code ?(?:qpv|qp)? ?:? ?)?(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}(?![\p{L}\d])\s*[)\]]?/giu;
const DWELLINGS =
  /[([–-]?\s*(?:(?:nombre|nb|nbre) (?:de |d['’])?(?:logements?|logts?)\s*:?\s*\d[\d .\u00a0\u202f]*|\d[\d .\u00a0\u202f]*\s*(?:logements?|logts?|lgts?)\b\.?(?:\s+(?:sociaux|concern[ée]s|[ée]ligibles|abattus|locatifs))?)\s*[)\]]?/giu;

/** The heading of a column without what it says of the quartier beside its name: its code, its dwellings. */
export function withoutMarks(text: string): string {
  return clean(text.replace(CODE, ' ').replace(DWELLINGS, ' '))
    .replace(/[\s:,;–—-]+$/u, '')
    .replace(/^[\s:,;–—-]+/u, '');
}

/** The parts of a text that codes and counts of dwellings stand between: "Les Aulnes (QP…) : 120 logements La Source (QP…)" names two quartiers. */
export function betweenMarks(text: string): string[] {
  return text
    .replace(CODE, ';')
    .replace(DWELLINGS, ';')
    .split(/\s*:?\s*;/u)
    .filter((part) => /\p{L}/u.test(part));
}
