import { lettersAllowed, lettersApart } from '../../french/letters-apart.ts';
import { fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** Letters that may be wrong in a town's name of so many. */
const WRONG: readonly (readonly [number, number])[] = [
  [18, 3],
  [10, 2],
  [7, 1],
];

/**
 * The name of a landlord with the town in it as the heading writes that: a poor scan had the one right and the other wrong ("Office public de l'habitat de Varces-Allieres-et-fusset" at
 * Varces-Allières-et-Risset). What is the name of another town stays, and all where letters are sure.
 */
export function withTownOf(bailleur: string, commune: string, knowledge: Knowledge): string {
  if (knowledge.isWord === undefined) return bailleur;
  const town = fold(commune);
  const most = lettersAllowed(town.length, WRONG);
  const words = bailleur.split(' ');
  const length = commune.split(' ').length;
  for (let at = 0; most > 0 && at + length <= words.length; at++) {
    const own = words.slice(at, at + length).join(' ');
    const apart = lettersApart(fold(own), town, most);
    if (apart === 0) return bailleur;
    if (apart <= most && knowledge.commune(own, null) === null)
      return [...words.slice(0, at), commune, ...words.slice(at + length)].join(' ');
  }
  return bailleur;
}
