import { fold } from '../../french/text.ts';
import type { Rubrique } from '../../model/vocabulary.ts';

const PLANNED = /\b(previs\w*|previonn\w*|prevu\w*|estim\w*|programme\w*|budgets?|projet\w*)\b/u;
const COST = /\bcouts?\b/u;
const SPENDING_TOTAL = /\b(depenses?|co[uû]ts?|montants?) (globale?s? |totale?s?\b)|\b(depenses?|couts?|montants?) totale?s?\b/u;
/** The share of a spending that the abattement bears: "Part abattement", "dont TFPB", "Montant imputé sur l'abattement". */
const CHARGED =
  /\b(?:dont|part|quote part|impute\w*|finance\w* par|pris en charge par|prise en charge par)(?: (?:retenue?|eligible|affectee?|imputee?|imputable|prise en compte|prise en charge))?(?: (?:sur|de|par|au titre de|d|l|la|le))* (?:abattement|a?tfpb)\b/u;

/** Money that was spent, its accent told: without it, it is a planned expense ("Dépense 2024", "Dépensé 2024"). */
const SPENT = /d[ée]pensé(?:e?s?)(?!\p{L})/iu;
/** What each payer bears of a cost that stands beside it: "Charge du bailleur", "Part Ville". */
const SHARE =
  /\b(?:charge|part|quote part|apport|contribution)s? (?:(?:du|de|de la|de l|des|d) )?(?:bailleur|organisme|ville|commune|metropole|agglo\w*|etat|region|departement|caf)s?\b/u;

/** What changes from one version of an amount to the next ("Montant initial", "Variation", "Montant modifié"), or the tax alone. */
const CHANGE =
  /^(?:montants? )?(?:(?:de )?l |de la |des |la |les )?(?:variations?|evolutions?|ajustements?|modifications?|corrections?|delta|augmentations?|diminutions?|(?:plus|moins)(?: ou moins)? values?)\b/u;
const TAX = /^(?:dont )?(?:montants? )?(?:total )?(?:de )?(?:la )?(?:tva|taxe sur la valeur ajoutee)\b(?! (?:comprise|incluse|non))/u;
const SIGNS = /^\W*(?:\+ ?\/ ?[-–−]|±|Δ)\W*(?:€|eur(?:os)?)?\W*$/iu;

/** Money divided by something: "Ratio en € par logement", "Coût au m²", "€/logement/an". It adds up with nothing. */
const RATIO = /\bratios?\b/u;
const EACH = '(?:log(?:ements?|ts?|t)?|m2|m²|metres? carres?|habitants?|hab|heures?|h|personnes?|locataires?|foyers?|menages?)';
const PER = new RegExp(`\\b(?:par|au|a l)(?: \\w+)? ${EACH}(?![\\w²])|\\bunitaires?\\b|\\b(?:moyen(?:ne)?s?) (?:par|au)\\b`, 'u');
const SLASH = new RegExp(`(?:€|\\beur(?:os?)?|\\bco[uû]ts?|\\bmontants?)\\s*/\\s*${EACH}(?![\\w²])`, 'iu');

function isRatio(leaf: string): boolean {
  const text = fold(leaf);
  return RATIO.test(text) || PER.test(text) || SLASH.test(leaf);
}

/**
 * The rubrique that a header path names, by the contract's precedence:
 * (a + b) > reporte > valorise > realise > abattement > surcout > prevu. `null` when no word of it names one.
 * `leaf`: the column's own heading, under those of its groups. `besideOthers`: the column stands beside other columns of amounts, so that a bare "Total" is their sum.
 */
export function rubriqueOf(header: string, leaf: string, besideOthers: boolean): Rubrique | null {
  const text = fold(header);
  if (/\ba b\b/u.test(text) && /\(?\s*a\s*\+\s*b\s*\)?/iu.test(header)) return 'total';
  if (/\b(ecarts?|difference|solde|disponible|reste(?:nt)? (?:a|du|disponible)|restant (?:a|du))\b/u.test(text)) return 'autre';
  if (isRatio(leaf === '' ? header : leaf)) return 'autre';
  if (CHANGE.test(fold(leaf)) || TAX.test(fold(leaf)) || SIGNS.test(leaf)) return 'autre';
  if (/\b(autres?|co) ?(financements?|financeurs?|participations?|recettes?)\b|\bcofinanc\w*|\bsubventions?\b/u.test(text)) return 'autre';
  if (/\b(report\w*|reaffect\w*|reliquat\w*)\b/u.test(text)) return 'reporte';
  if (/\bvaloris\w*\b/u.test(text) || CHARGED.test(text)) return 'valorise';
  if (
    /\b(realis\w*|engag(?!ements?\b)\w*|execut\w*|consomm\w*|mandat\w*|effectu\w*|constat\w*|reelles?|reels?|acquitt\w*|justifi\w*)\b/u.test(
      text,
    )
  )
    return 'realise';
  if (SPENT.test(header) || /\b(pay(?:ee?s?)|factur(?:ee?s?)|decaisse\w*|liquide\w*|debits?)\b/u.test(text)) return 'realise';
  if (besideOthers && SHARE.test(text)) return 'autre';
  if (/\babattements?\b/u.test(text)) return 'abattement';
  if (/\bsurcouts?\b/u.test(text)) return 'surcout';
  if (PLANNED.test(text)) return 'prevu';
  if (SPENDING_TOTAL.test(text)) return 'total';
  if (COST.test(text)) return 'prevu';
  if (besideOthers && /^(le )?totaux$|^(?:total|cumul|ensemble)\b/u.test(fold(leaf))) return 'total';
  // Beside the share of the landlord, what others pay.
  if (/^autres?$/u.test(fold(leaf))) return 'autre';
  if (/\b(financements?|financeurs?|participations?|recettes?|etat|region|departement|caf|ville|epci)\b/u.test(text)) return 'autre';
  return null;
}
