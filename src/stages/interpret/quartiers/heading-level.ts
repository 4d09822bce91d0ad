import { isStretchOfTime } from '../../../french/stretches.ts';
import { isLinkWord, isTableWord } from '../../../french/table-words.ts';
import { readCount } from '../../../french/numbers.ts';
import { clean, fold } from '../../../french/text.ts';
import { codeQpIn, quartierName } from '../heading-values.ts';
import { withoutMarks } from './marks.ts';

/** A quartier as the heading over its column says it. */
export interface NamedLevel {
  readonly kind: 'name';
  readonly name: string | null;
  readonly codeQp: string | null;
  readonly logements: number | null;
}

/** What one text over a column says: whose it is, that it is for all together, or which figure it holds. */
export type HeadingLevel = NamedLevel | { readonly kind: 'total' } | { readonly kind: 'figure' };

const TOTAL = /^(?:le |les )?(?:total|totaux|ensemble|cumul\w*|tous|toutes|global|general|somme|montant total|cout total|budget total)\b/u;
const MONEY =
  /\b(?:montants?|depenses?|couts?|budgets?|sommes?|previs\w*|previonn\w*|prevue?s?|realis\w*|valoris\w*|engagee?s?|abattements?|surcouts?|financements?|subventions?|cofinanc\w*|estim\w*|taux|ecarts?|difference|solde|reste|euros?|annees?|bilan|report\w*|reaffect\w*|ht|ttc)\b/u;
/** Who pays, where a column stands for each: no places. */
const PAYERS =
  /^(?:etat|region\w*|departement\w*|caf|ville|commune|epci|metropole|agglomeration|anru|anah|locataires?|partenaires?|europe|feder|fonds|propres|conseil|prefecture|cd|cg|\d+)$/u;
const LONGEST_NAME = 70;

/** "Quartiers", "par quartier", "Nom du QPV": a heading that says the columns under it are quartiers. */
export function speaksOfQuartiers(text: string): boolean {
  return /\b(?:quartiers?|qpv|qp|secteurs? prioritaires?)\b/u.test(fold(text));
}

/** A figure's words after a name, in one cell with it ("Les Aulnes Montant prévu 2023"), belong to the figure. */
const MONEY_TAIL =
  /\s+[([–-]?\s*(?:montants?|d[ée]penses?|co[ûu]ts?|budgets?|pr[ée]visionnel\w*|pr[ée]vue?s?|r[ée]alis[ée]\w*|valoris[ée]\w*|surco[ûu]ts?|en €|€|k€|en k€|ttc|ht|20\d\d)(?=\s|$|[)\]]).*$/iu;

/** A heading over several columns that the grid put into the cell of one ("Montant prévisionnel Cœur de Ville", "Quartiers Les Aulnes"): the words of headings before the name, money or quartiers in the plural among them. */
function withoutHead(text: string): string {
  const parts = text.split(' ');
  const first = parts.findIndex((part) => {
    const folded = fold(part);
    return /[a-z]/u.test(folded) && !isLinkWord(folded) && !MONEY.test(folded) && !isTableWord(folded);
  });
  const start = parts.slice(0, Math.max(0, first)).findLastIndex((part) => !isLinkWord(fold(part))) + 1;
  const head = parts.slice(0, start).join(' ');
  return MONEY.test(fold(head)) || /^(?:les )?(?:quartiers|qpv)(?: prioritaires)?(?: concernes)?$/u.test(fold(head))
    ? parts.slice(start).join(' ')
    : text;
}

/** Words that could be a place's: begun by a capital, not only words of headings, of money or, where no code stands beside them (`isCoded`), of payers: "Europe" is a quartier too. */
function isName(text: string, isCoded: boolean): boolean {
  const folded = fold(text);
  const words = folded.split(' ').filter((word) => /[a-z]/u.test(word) && !isLinkWord(word));
  if (words.length === 0 || text.length > LONGEST_NAME || !/^\W*[\p{Lu}\d]/u.test(text) || /[%€]/u.test(text)) return false;
  if (MONEY.test(folded)) return false;
  return (isCoded || !words.every((word) => PAYERS.test(word))) && !words.every((word) => isTableWord(word));
}

/** Words of money and nothing else: the figure that a column holds, whatever a list of names takes for a place. */
function isMoneyOnly(text: string): boolean {
  const words = fold(text).match(/[a-z]+/gu) ?? [];
  return words.length > 0 && words.every((word) => MONEY.test(word) || isLinkWord(word));
}

/** `known`: names of quartiers that the page lists, folded. */
export function headingLevel(text: string, known: ReadonlySet<string>): HeadingLevel {
  const codeQp = codeQpIn(text);
  const logements = /\b(?:logements?|logts?|lgts?)\b/u.test(fold(text)) ? readCount(text.replace(/Q ?[PN] ?[0-9A-Z]{5,8}/giu, ' ')) : null;
  const bare = clean(withoutHead(withoutMarks(text)).replace(MONEY_TAIL, ''));
  const name = quartierName(bare);
  if (name !== null && known.has(fold(name)) && !isMoneyOnly(bare)) return { kind: 'name', name, codeQp, logements };
  // Quarters stand side by side as quartiers do ("T1", "T2").
  if (isStretchOfTime(bare)) return { kind: 'figure' };
  if (TOTAL.test(fold(bare)) && codeQp === null) return { kind: 'total' };
  if (name !== null && isName(bare, codeQp !== null)) return { kind: 'name', name, codeQp, logements };
  return codeQp === null ? { kind: 'figure' } : { kind: 'name', name: null, codeQp, logements };
}
