import { fold } from '../../../french/text.ts';
import { at, nameOf, type CorpusRule } from './corpus.ts';

/** The landlord's name in the list the user has loaded. Likely spellings are proposed, never merged. */
export const bailleurOfficiel: CorpusRule = {
  codes: ['bailleur_inconnu'],
  titre: 'Bailleur reconnu dans la liste chargée',
  source: 'Liste des bailleurs chargée par l’utilisateur (nom, SIREN, autres noms)',
  gravite: 'info',
  lacks: (_programmes, { bailleurs }) => (bailleurs === null ? 'aucune liste de bailleurs n’est chargée : tfpb referentiel charger' : null),
  check(programmes, { bailleurs }) {
    if (bailleurs === null) return [];
    return programmes.flatMap((placed) => {
      const { bailleur } = placed.programme;
      if (bailleur === null || bailleurs.has(fold(bailleur))) return [];
      const [near] = proposals(bailleur, [...bailleurs.values()]);
      const proposal =
        near === undefined ? '' : ` Serait-ce « ${near.nom} » (SIREN ${near.siren}) ? Ajoutez ce nom à la liste pour le dire.`;
      return [
        at(
          placed,
          'bailleur_inconnu',
          'info',
          `${nameOf(placed)} : le bailleur « ${bailleur} » n'est pas dans la liste chargée.${proposal}`,
        ),
      ];
    });
  },
};

const ALIKE = 0.5;

function grams(text: string): ReadonlySet<string> {
  const folded = ` ${fold(text)} `;
  return new Set(Array.from({ length: Math.max(0, folded.length - 2) }, (_, index) => folded.slice(index, index + 3)));
}

/** Names that share at least half of their letters by threes, the likest first. */
export function proposals<T extends { readonly nom: string }>(name: string, known: readonly T[]): readonly T[] {
  const own = grams(name);
  return known
    .map((other) => {
      const theirs = grams(other.nom);
      let shared = 0;
      for (const gram of own) if (theirs.has(gram)) shared += 1;
      return { other, like: (2 * shared) / (own.size + theirs.size) };
    })
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .map(({ other }) => other);
}
