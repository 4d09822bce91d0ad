import { matchesIn } from '../../../french/matches.ts';
import { fold } from '../../../french/text.ts';
import type { Found } from './found.ts';

const NUMBER = String.raw`(?<![\d.,])(?<count>\d{1,3}(?:[  .]\d{3})+|\d{1,6})(?![\d.,]\d)`;
/** "389 logements", and behind a number of them its part: "dont 41 en QPV", "où il en possède 865". */
const COUNTED = new RegExp(
  String.raw`${NUMBER}\s+(?:logements?|logts?|lgts?)\b|(?<=\b(?:dont|en\s+(?:poss[èe]de|compte|g[èe]re|d[ée]tient|comprend|comporte))\s+)${NUMBER.replace('<count>', '<part>')}(?!\s*(?:%|€|eur|logements?|logts?|lgts?))`,
  'giu',
);
const QUARTIER = /\b(?:qpv|quartiers? prioritaires?|quartiers?)\b/u;
/** Told of the dwellings themselves: they are those that the abattement is for. */
const ELIGIBLE =
  /^(?:\w+ ){0,4}?(?:concernes?|eligibles?|ouvrant droit|beneficiant|beneficiaires? de l abattement|abattus?|exoneres?|retenus pour l abattement)\b/u;
/** "situés en QPV", "dans le quartier de…"; not "hors quartier". */
const WITHIN =
  /^(?:(?!hors\b|dont\b)\w+ ){0,3}?(?:en|dans (?:le|les|ce|ces)|sur (?:le|les|ce)|au sein (?:du|des|de ce)|du|des|de ce|au)\s+(?:qpv|quartiers?)\b/u;
/** The park is told to be a quartier's before it is counted: "Le patrimoine du bailleur sur le quartier compte 389 logements". */
const HOLDS =
  /\b(?:patrimoine|parc|quartiers?|qpv)\b.*\b(?:compte|comptent|comprend|comporte|represente|regroupe|rassemble|totalise|s eleve a|est (?:de|compose de|constitue de)|possede|gere|detient|dispose de|est proprietaire de|loue)(?: (?:environ|au total|encore|actuellement|desormais))?$/u;
const OUTSIDE = /\b(?:hors|neufs?|vacants?|demolis?|reserves?|construire|construction|rehabilit\w*|visites?|enquetes?)\b/u;

/** The dwellings of a quartier that a sentence tells, each with the words about it: those from the number before to the number behind. */
export function dwellings(text: string): Found[] {
  const matches = matchesIn(text, COUNTED);
  let isListed = false;
  return matches.flatMap((match, at): Found[] => {
    const previous = matches[at - 1];
    const from = previous === undefined ? 0 : previous.index + previous[0].length;
    const end = match.index + match[0].length;
    const before = text.slice(from, match.index);
    const head = fold(before);
    const behind = text.slice(end, matches[at + 1]?.index ?? text.length);
    const after = behind.split(/\bdont\b/u)[0] ?? '';
    const near = fold(after).split(' ').slice(0, 6).join(' ');
    // "…, et Les Pins, où il en possède 865": told of the next quartier as of the one before.
    const goesOn = isListed && match.groups?.['part'] !== undefined;
    const isQuartiers =
      goesOn || WITHIN.test(near) || ELIGIBLE.test(near) || (QUARTIER.test(head) && HOLDS.test(head) && !OUTSIDE.test(head));
    const nombre = Number((match.groups?.['count'] ?? match.groups?.['part'] ?? '').replace(/\D/gu, ''));
    isListed ||= isQuartiers && !/\bdont\s*$/u.test(before);
    if (!isQuartiers || OUTSIDE.test(near) || nombre === 0) return [];
    return [{ sujet: 'logements', valeur: String(nombre), nombre, about: WITHIN.test(near) ? after : before }];
  });
}
