import { fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Piece } from './heading-piece.ts';
import type { Guess } from './titles.ts';

const MAYOR = /^(?:a )?(?:l attention de )?(?:(?:madame|monsieur|mme|m) )?(?:la |le |l )?(?:maire|mairie|hotel de ville)$/u;
const TOWN = /^(?<code>\d{5})\s+(?<name>\p{Lu}[\p{L}'’ -]+?)(?:\s+cedex(?:\s+\d+)?)?$/iu;
/** Lines of an address begin within this of each other (points), and are so many. */
const SAME_LEFT = 3;
const LONGEST = 5;
/** Dearer than whatever the titles say of it. */
const COST = 6;

/** Under "Madame le Maire" the town of an address is the one that the letter is written to: "76400 Fécamp". A landlord's own address may be in any other. */
export function mayorsTown(lines: readonly Piece[], knowledge: Knowledge): Guess[] {
  return lines.flatMap((line, at): Guess[] => {
    if (!MAYOR.test(fold(line.text))) return [];
    const own = lines
      .slice(at + 1, at + 1 + LONGEST)
      .filter(({ place }) => place.page === line.place.page && Math.abs(place.box[0] - line.place.box[0]) < SAME_LEFT);
    const found = own.flatMap(({ text, place }) => {
      const { code, name } = TOWN.exec(text.trim())?.groups ?? {};
      return code === undefined || name === undefined || knowledge.commune(name, null) === null
        ? []
        : [{ value: `${name} (${code})`, place }];
    });
    return found.slice(0, 1).map(({ value, place }) => ({ field: 'commune', value, place, cost: COST }));
  });
}
