import { fold } from '../../french/text.ts';
import { isLinkWord } from '../../french/table-words.ts';
import { isSubtotalLabel, type TotalLabel } from './labels.ts';

const FOOT =
  /^(?:soit\b.*\b(?:par|logements?)\b|(?:rappel )?(?:du |de l )?(?:montant )?(?:total )?(?:annuel |estime |previsionnel )?(?:de l )?abattement\b|(?:pour )?rappel\b|taux\b)/u;

/** What is left over: of the money itself, or to be done with it. */
const LEFT_OVER = /^(?:solde|reliquat|reste|ecart|difference)\b/u;
/** "à reporter", "à valoriser". */
const TO_DO = /\ba \p{L}+(?:er|ir|re)\b/gu;
/** Words for the money, its year and whose it is. What names anything else ("Reste à charge gardiennage", "Différence de tonnage") names an action. */
const OF_MONEY =
  /^(?:\d+|n|entre|non|abattements?|tfpb|atfpb|taxe|fonciere|budget|budgets|enveloppe|dotation|credits?|montants?|sommes?|depenses?|couts?|totale?|totaux|final|finale|global|globale|annuel|annuelle|prevue?s?|previsionnel|previsionnelle|previsions?|realisee?s?|realisation|valorisee?s?|engagee?s?|estimee?s?|consommee?s?|utilisee?s?|affectee?s?|reportee?s?|disponible|restante?|theorique|positif|negatif|charge|bailleur|programme|programmation|bilan|actions?|annees?|exercice|precedente?|prochaine?|suivante?|quartier|qpv|euros?|eur)$/u;

/** What stands under a grand total and is none: the same per dwelling, the abattement to set it against, what is left of it. */
export function isFootReckoning(text: string): boolean {
  const folded = fold(text);
  if (FOOT.test(folded)) return true;
  const [, ...rest] = folded.replace(TO_DO, ' ').split(/[^\p{L}\d]+/u);
  return LEFT_OVER.test(folded) && rest.every((word) => word === '' || isLinkWord(word) || OF_MONEY.test(word));
}

/** Whether a total may be that of the whole programme, from which its foot reckons: under one of a part, the rows of another may follow. */
export function maySumAll(label: string | null, says: TotalLabel | null): boolean {
  if (says === null || says.reach === 'programme') return true;
  return says.reach === 'inconnu' && !(label !== null && isSubtotalLabel(label));
}
