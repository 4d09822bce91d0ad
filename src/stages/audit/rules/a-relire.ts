import type { ProgrammeDoubt } from '../../../model/reconciled.ts';
import type { ProgrammeRule } from '../rule.ts';

/** Each doubt in words, as the end of a sentence. */
export const DOUTES: Readonly<Record<ProgrammeDoubt, string>> = {
  montants_sans_place: "des montants du tableau n'ont trouvé place dans aucune ligne ni aucun total",
  cases_illisibles: 'des cases de montants ne se lisent pas comme un montant',
  montants_rayes: 'un trait passe sur des montants : ils ne comptent peut-être plus',
  colonnes_indistinctes: "rien ne distingue deux colonnes de montants (même nature, même période) d'une même ligne",
  total_coupe: "un total paraît coupé à l'impression : il a les premiers ou les derniers chiffres de la somme de ses lignes",
  totaux_trop_nombreux_en_ecart: 'trop de totaux sont en écart à la fois pour que ce soient des erreurs du document',
  totaux_incompatibles:
    "des totaux en écart se contredisent comme aucune faute de frappe ne l'explique : l'un d'eux est sans doute une ligne, ou couvre autre chose",
  perimetre_choisi_par_la_somme: "le périmètre d'un total a été choisi parce que la somme tombe juste : il ne prouve rien",
  lectures_incertaines: "des chiffres d'une page numérisée se lisent de plusieurs façons sans qu'aucun total ne tranche",
  lectures_non_prouvees: "des montants lus sur l'image d'une page, ou sans en-tête de colonne, ne sont confirmés par aucun total",
  total_parmi_les_lignes: "le montant d'une ligne est la somme exacte de celles qui la précèdent : c'est sans doute un total",
  unite_non_dite:
    "aucune unité n'est dite et les montants, tous inférieurs à mille et avec une seule décimale, sont sans doute en milliers d'euros",
  tableau_sans_ligne: "un tableau n'a que son en-tête, ou un tableau d'actions n'a pas pu être lu : des lignes manquent",
  lectures_voisines: 'une autre lecture du document est presque aussi vraisemblable',
};

/** Why a person must look at a programme: said whenever its statut is `a_relire`. */
export const aRelire: ProgrammeRule = (programme, index) =>
  programme.statut === 'a_relire'
    ? [
        {
          code: 'programme_a_relire',
          gravite: 'alerte',
          message: `Ce programme est à relire : ${programme.doubts.map((doubt) => DOUTES[doubt]).join(' ; ')}.`,
          programme: index,
          place: programme.heading.place ?? programme.lines[0]?.draft.place ?? null,
        },
      ]
    : [];
