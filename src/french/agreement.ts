/** Words of `fold`: who agrees, or that it was agreed. */
const AGREED =
  /\b(?:accords?|avis favorables?|valide|validee?s?|validation|acceptee?s?|acceptation|approuvee?s?|approbation|autorisee?s?|actee?s?|arbitrage|copil|cotech|comite de (?:pilotage|suivi)|comite technique|avenant|signataires)\b/u;
/** An agreement still to be had, or refused. */
const PENDING =
  /\b(?:sous reserve|en attente|a (?:faire )?valider|reste a|pas encore|soumise?s? (?:a|au|aux)|(?:sera|seront|devra|devront|doit|doivent) etre|(?:sera|seront) (?:soumise?s?|presentee?s?|proposee?s?)|(?:fera|feront) l objet|ne (?:s est|sont|sera) pas|n (?:a|ont) pas|n est pas|n y a pas|sans (?:l |aucun )?(?:accord|avis|validation)|aucun accord|non valide|refus\w*|rejetee?s?)\b/u;

/** Whether a text (folded) tells an agreement that was given; `false` for one that is asked, awaited or refused. */
export function tellsAgreement(folded: string): boolean {
  return AGREED.test(folded) && !PENDING.test(folded);
}
