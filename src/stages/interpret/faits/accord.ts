import { tellsAgreement } from '../../../french/agreement.ts';
import { clean, fold } from '../../../french/text.ts';
import type { Found } from './found.ts';
import type { Sentence } from './sentences-of.ts';

/** Money of one year spent in another: "report", "reliquat", "crédits non consommés réaffectés". */
const CARRIES =
  /\b(?:report(?:s|e|es|ee|ees|er|ant)?|reliquats?|reaffect\w*|redeploi\w*|redeploye\w*|glissement|non (?:consomm|utilis|depens|engag|employ)\w*)\b/u;
/** What is said of all carrying over is a clause of the contract, no agreement to this one. */
const RULE =
  /\b(?:possibles?|peut|peuvent|pourra|pourront|pourrait|pourraient|tout report|toute (?:somme|modification)|en cas de|s il y a lieu|le cas echeant)\b/u;
/** An agreement as it happened: a past tense, or its day. */
const DONE =
  /\b(?:(?:a|ont) (?:bien )?(?:ete|donne|emis|approuve|valide|accepte|autorise|acte)|(?:1er|\d{1,2}) \p{L}{3,9} 20\d\d|\d{1,2} \d{1,2} 20\d\d)\b/u;
/** A sentence that goes on about what the one before it spoke of. */
const GOES_ON =
  /^(?:cette|ce|ces|celui|celle|ceux|il|elle|ils|elles|l accord|cet accord|accord|la demande|le tout|l ensemble|les signataires|le comite|les partenaires|le copil)\b/u;

/** That a carrying over was agreed to. `isClause`: the sentence stands in a contract, where what has not happened is a rule. */
export function agreement({ text, folded, before }: Sentence, isClause: boolean): Found[] {
  if (!tellsAgreement(folded)) return [];
  const told = CARRIES.test(folded)
    ? text
    : before !== null && GOES_ON.test(folded) && CARRIES.test(before.folded)
      ? `${before.text} ${text}`
      : null;
  if (told === null || !tellsAgreement(fold(told)) || RULE.test(folded) || (isClause && !DONE.test(folded))) return [];
  return [{ sujet: 'accord_report', valeur: 'report accepté', phrase: clean(told) }];
}
