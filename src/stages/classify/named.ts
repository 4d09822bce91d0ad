import { NAMES_ITS_ACTION, type Evidence } from './evidence.ts';
import { taxonomy } from './taxonomy.ts';

/**
 * One term is a word that any document may hold (`réfection d'une rue`, `prêt d'une banque`): a text with nothing beside it is an action where two say so,
 * where it is nothing but a term that names one (`Gardiens`), or where one says what is done and to what (`détagage`) and no word of it is anything else's.
 */
export function isNamed(text: Evidence, isAsked: (action: number) => boolean): boolean {
  const { operations } = taxonomy().verbs;
  const own = text.hits.filter(({ term }) => isAsked(term.action));
  const others = text.hits.filter(({ term }) => !isAsked(term.action));
  return (
    new Set(own.map(({ term }) => [...term.stems].sort().join(' '))).size > 1 ||
    own.some(
      ({ term, places }) =>
        term.openWeight >= NAMES_ITS_ACTION &&
        (places.length === text.length ||
          (text.foreign === 0 &&
            !term.stems.every((stem) => operations.has(stem)) &&
            !others.some((other) => other.places.some((place) => places.includes(place))))),
    )
  );
}
