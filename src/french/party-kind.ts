import { fold } from './text.ts';

/** Who signs a convention. */
export type PartyKind = 'etat' | 'epci' | 'commune' | 'bailleur' | 'autre';

const LEAD = /^[\s\-–—•▪*·]*(?:d['’](?:une|autre) part,?\s*|et\b,?\s*)*(?:(?:pour|par)\s+)?/iu;

/** The words that introduce a party, without the dash or the "d'une part" before them. */
export function withoutLead(item: string): string {
  return item.replace(LEAD, '');
}

/** What a party is, by the words that introduce it: "La Ville d'Oyonnax, représentée par son maire". */
export function partyKind(item: string): PartyKind {
  const text = fold(withoutLead(item));
  const head = text.split(/ represente| ci apres/u)[0] ?? text;
  if (/^(?:l )?etat\b|\bprefete?\b/u.test(head)) return 'etat';
  if (
    /\b(?:organisme h ?l ?m|organisme de logement|bailleur|organisme hlm)\b/u.test(text) ||
    /\b(?:habitat|hlm|oph|opac|logis|logement|immobiliere?|esh|office public)\b/u.test(head)
  )
    return 'bailleur';
  if (/\b(?:communaute|metropole|eurometropole|agglomeration|intercommunalite|epci|etablissement public territorial)\b/u.test(head))
    return 'epci';
  if (/\b(?:villes?|communes?|maires?)\b/u.test(head) || /\bmaires?\b/u.test(text)) return 'commune';
  return /\bpresidente?\b/u.test(text) ? 'epci' : 'autre';
}
