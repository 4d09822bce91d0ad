import { clean } from '../../french/text.ts';
import { lettersApart } from '../../french/letters-apart.ts';
import { communesByName, nameKey, type Commune } from './commune-list.ts';
import type { CommuneFound, CommuneHint } from './find-commune.ts';

/** Shorter names are too near each other; two letters may be wrong in longer ones. */
const SHORTEST = 5;
const LONG = 10;
/** Where nothing tells the département, smaller communes do not count: a quartier prioritaire has a thousand inhabitants at least. */
const QUARTIER_POPULATION = 1_000;

/**
 * The one commune whose name is a letter from what a scan was read as (two in a long name), in its département where that is known; `null` where the name is
 * official as it stands, or none or several are as near.
 */
export function nearCommune(text: string, hint: CommuneHint = {}): CommuneFound | null {
  const key = nameKey(clean(text));
  const list = communesByName();
  if (key.length < SHORTEST || !/^[\p{L}\d' -]+$/u.test(key) || list.get(key) !== undefined) return null;
  for (const most of key.length >= LONG ? [1, 2] : [1]) {
    const near: { readonly name: string; readonly commune: Commune }[] = [];
    for (const name of list.keys()) {
      if (lettersApart(key, name, most) > most) continue;
      const own = (list.get(name) ?? []).find(
        ({ former, departement, population }) =>
          !former && (hint.departement === undefined ? population >= QUARTIER_POPULATION : departement === hint.departement),
      );
      if (own !== undefined) near.push({ name, commune: own });
    }
    const [only, other] = near;
    if (other !== undefined) return null;
    if (only !== undefined) {
      const { nom, code, departement } = only.commune;
      return { nom, codeInsee: code, departement };
    }
  }
  return null;
}
