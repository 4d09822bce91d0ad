import { isLinkWord } from '../../french/table-words.ts';
import { fold } from '../../french/text.ts';
import type { Heading } from '../../model/draft.ts';
import { sameName } from './heading-values.ts';

/** One code under two quartiers that have nothing else in common: a code copied from one heading to the next does not make them one. */
function isCopiedCode(own: Heading, next: Heading): boolean {
  if (own.quartier === null || next.quartier === null || own.logements === next.logements) return false;
  // A heading that counts no dwellings must be whole otherwise to be another's.
  const isWhole = ({ commune, bailleur, periode }: Heading): boolean => commune !== null && bailleur !== null && periode !== null;
  if ((own.logements === null || next.logements === null) && !(isWhole(own) && isWhole(next))) return false;
  const words = new Set(fold(own.quartier).split(' '));
  return !fold(next.quartier)
    .split(' ')
    .some((word) => word.length > 2 && !isLinkWord(word) && words.has(word));
}

/** One landlord, its name written in full or in part. */
function sameLandlord(a: string, b: string): boolean {
  const [own, other] = [fold(a).split(' '), fold(b).split(' ')];
  const [short, long] = own.length < other.length ? [own, other] : [other, own];
  return short.every((word) => long.includes(word));
}

/** Two headings that cannot be those of one programme. */
export function conflicts(own: Heading, next: Heading): boolean {
  if (own.codeQp !== null && next.codeQp !== null) {
    // One code is one quartier, however its name is written; landlords and years may still differ.
    if (own.codeQp !== next.codeQp || isCopiedCode(own, next)) return true;
  } else {
    if (own.quartier !== null && next.quartier !== null && !sameName(own.quartier, next.quartier)) return true;
    if (own.commune !== null && next.commune !== null && !sameName(own.commune, next.commune)) return true;
  }
  if (own.bailleur !== null && next.bailleur !== null && !sameLandlord(own.bailleur, next.bailleur)) return true;
  return (
    own.periode !== null && next.periode !== null && (own.periode.debut !== next.periode.debut || own.periode.fin !== next.periode.fin)
  );
}

/**
 * What a heading without labels tells of whose programme it is: its quartier, for the rest may be words of any title. All of it where a sentence names a place and a landlord and counts other dwellings than those of
 * the programme above: one landlord's programme for a quartier may follow another's.
 */
export function identityTold(titled: Heading, current: Heading): Heading {
  const { commune, quartier, bailleur, logements } = titled;
  const isWhole = commune !== null && quartier !== null && bailleur !== null && logements !== null && logements !== current.logements;
  return isWhole ? { ...titled, periode: null } : { ...titled, periode: null, bailleur: null, commune: null, logements: null };
}
