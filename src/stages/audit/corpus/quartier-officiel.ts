import { fold } from '../../../french/text.ts';
import type { CorpusRule, OfficialQuartier, Placed } from './corpus.ts';
import { at, nameOf } from './corpus.ts';

const NOISE = /\b(?:quartiers?|residences?|cite|le|la|les|l|de|du|des|d|et)\b/gu;

function core(name: string): string {
  return fold(name).replace(NOISE, ' ').replace(/\s+/gu, ' ').trim();
}

/** One of the two names within the other. */
export function sameQuartier(a: string, b: string): boolean {
  const [left, right] = [core(a), core(b)];
  return (
    left === '' ||
    right === '' ||
    left.includes(right) ||
    right.includes(left) ||
    left.split(' ').some((word) => word.length > 3 && right.split(' ').includes(word))
  );
}

function codeOf({ code_qp: printed }: Placed['programme']): string | null {
  return printed?.toUpperCase().replace(/[\s.–_-]/gu, '') ?? null;
}

/** `QP`, `QN`: the list of 2015, of 2024. */
function generationsOf(quartiers: ReadonlyMap<string, OfficialQuartier>): ReadonlySet<string> {
  return new Set([...quartiers.keys()].map((code) => code.slice(0, 2)));
}

/** The code of the heading in the official list: does it exist, for this name and this commune? */
export const quartierOfficiel: CorpusRule = {
  codes: ['code_qp_inconnu', 'quartier_autre_nom', 'quartier_autre_commune'],
  titre: 'Code du quartier dans la liste officielle, avec son nom et sa commune',
  source: 'Liste des quartiers prioritaires chargée par l’utilisateur (fichier publié par l’ANCT)',
  gravite: 'alerte',
  lacks(programmes, { quartiers }) {
    if (quartiers === null) return 'aucune liste de quartiers n’est chargée : tfpb referentiel charger';
    const known = generationsOf(quartiers);
    const others = programmes.flatMap(({ programme }) => codeOf(programme) ?? []).filter((code) => !known.has(code.slice(0, 2)));
    const [one] = others;
    return one === undefined
      ? null
      : `${String(others.length)} ${others.length > 1 ? 'codes sont' : 'code est'} d’une autre génération que la liste chargée, comme « ${one} »`;
  },
  check(programmes, { quartiers }) {
    if (quartiers === null) return [];
    const generations = generationsOf(quartiers);
    return programmes.flatMap((placed) => {
      const { quartier, code_insee: insee, commune } = placed.programme;
      const code = codeOf(placed.programme);
      // A list of one generation says nothing of the other's codes.
      if (code === null || !generations.has(code.slice(0, 2))) return [];
      const official = quartiers.get(code);
      if (official === undefined)
        return [
          at(placed, 'code_qp_inconnu', 'alerte', `${nameOf(placed)} : le code « ${code} » n'est pas dans la liste officielle chargée.`),
        ];
      const communes = official.communes.map(({ nom, codeInsee }) => nom ?? codeInsee).join(', ');
      return [
        ...(quartier === null || sameQuartier(quartier, official.nom)
          ? []
          : [
              at(
                placed,
                'quartier_autre_nom',
                'alerte',
                `${nameOf(placed)} : le code « ${code} » est celui de « ${official.nom} » (${communes}), l'en-tête dit « ${quartier} ».`,
              ),
            ]),
        ...(insee === null || official.communes.some(({ codeInsee }) => codeInsee === insee)
          ? []
          : [
              at(
                placed,
                'quartier_autre_commune',
                'alerte',
                `${nameOf(placed)} : le code « ${code} » est un quartier de ${communes}, l'en-tête dit ${commune ?? insee}.`,
              ),
            ]),
      ];
    });
  },
};
