import type { ColonneLillers, MontantsLillers } from '../content/lillers.ts';
import { AXES_LILLERS, BANDEAU_LILLERS, COLONNES_LILLERS, TOTAL_LILLERS } from '../content/lillers.ts';
import type { Portee } from '../../../src/model/vocabulary.ts';
import { centimes } from './vrai.ts';
import type { ColonneVraie, LigneVraie, ProgrammeVrai, TotalVrai } from './vrai.ts';

const COLONNES: readonly { readonly cle: ColonneLillers; readonly colonne: ColonneVraie }[] = COLONNES_LILLERS.map((column) => ({
  cle: column.cle,
  colonne: {
    titre: column.titre,
    rubrique: column.rubrique,
    periode: { debut: column.annees[0], fin: column.annees[1] },
    base: null,
    taxe: null,
  },
}));

/** One total a column that states an amount: "- €" states none. */
function totaux(portee: Portee, cle: string | null, libelle: string, montants: MontantsLillers): { total: TotalVrai }[] {
  return COLONNES.flatMap(({ cle: colonneCle, colonne }) => {
    const texte = montants[colonneCle] ?? '';
    if (centimes(texte) === null) return [];
    const couvre = (ligne: LigneVraie): boolean => cle === null || String(ligne.axe) === cle;
    return [{ total: { portee, cle, libelle, texte, somme: [colonne], couvre } }];
  });
}

export const VERITE_LILLERS: ProgrammeVrai = {
  nature: 'mixte',
  annees: { debut: 2023, fin: 2023 },
  commune: 'Lillers',
  codeInsee: '62516',
  quartier: BANDEAU_LILLERS.quartier[1],
  codeQp: 'QP062057',
  bailleur: BANDEAU_LILLERS.organisme[1],
  logements: 42,
  repere: BANDEAU_LILLERS.titre,
  suite: [
    ...AXES_LILLERS.flatMap((axe) => [
      ...axe.actions.map(({ libelle, code, montants }): { ligne: LigneVraie } => ({
        ligne: {
          section: null,
          axeTexte: axe.libelle,
          actionTexte: libelle,
          description: null,
          calendrier: null,
          axe: axe.numero,
          action: code,
          actionSuggeree: null,
          taux: null,
          montants: COLONNES.map(({ cle, colonne }) => ({ colonne, texte: montants[cle] ?? '' })),
        },
      })),
      ...totaux('axe', String(axe.numero), 'SOUS-TOTAL', axe.sousTotal),
    ]),
    ...totaux('programme', null, TOTAL_LILLERS.libelle, TOTAL_LILLERS.montants),
  ],
};
