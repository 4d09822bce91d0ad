import type { CorrectionExport, ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import type { Base, Gravite, Portee, Rubrique, StatutProgramme, StatutTotal } from '../../../model/vocabulary.ts';

/** The words of the domain as a person reads them. */

export const STATUTS: Readonly<Record<StatutProgramme, string>> = {
  reconcilie: 'réconcilié',
  ecart: 'en écart',
  a_relire: 'à relire',
  non_verifiable: 'non vérifiable',
};

export const STATUTS_SENS: Readonly<Record<StatutProgramme, string>> = {
  reconcilie: 'tous les totaux imprimés tombent juste et rien de douteux ne reste',
  ecart: 'un total imprimé contredit les lignes, ou les colonnes d’une ligne se contredisent',
  a_relire: 'la lecture elle-même est douteuse',
  non_verifiable: 'aucun total imprimé ne couvre les lignes',
};

export const STATUTS_TOTAL: Readonly<Record<StatutTotal, string>> = {
  conforme: 'conforme',
  ecart: 'en écart',
  non_verifiable: 'non vérifiable',
};

export const RUBRIQUES: Readonly<Record<Rubrique, string>> = {
  prevu: 'prévu',
  total: 'total',
  valorise: 'valorisé',
  realise: 'réalisé',
  reporte: 'reporté',
  surcout: 'surcoût',
  abattement: 'abattement',
  autre: 'autre',
};

export const BASES: Readonly<Record<Base, string>> = { an: 'par an', periode: 'pour la période' };

export const PORTEES: Readonly<Record<Portee, string>> = {
  axe: 'un axe',
  section: 'une section',
  programme: 'tout le programme',
  autre: 'autre chose',
};

export const GRAVITES: Readonly<Record<Gravite, string>> = { erreur: 'erreur', alerte: 'alerte', info: 'information' };

export const DOUTES: Readonly<Record<ProgrammeExport['doutes'][number], string>> = {
  montants_sans_place: 'des montants de la page ne sont dans aucun tableau',
  cases_illisibles: 'des cases n’ont pas pu être lues',
  montants_rayes: 'un trait passe sur des montants',
  colonnes_indistinctes: 'des colonnes se confondent',
  totaux_trop_nombreux_en_ecart: 'trop de totaux sont en écart à la fois',
  totaux_incompatibles: 'des totaux se contredisent entre eux',
  total_coupe: 'un total est coupé',
  lectures_non_prouvees: 'des lectures douteuses ne sont prouvées par aucun total',
  perimetre_choisi_par_la_somme: 'ce que couvre un total a été choisi parce que l’addition tombait juste',
  lectures_voisines: 'deux compréhensions de la page sont presque aussi bonnes',
  lectures_incertaines: 'des chiffres sont incertains',
  total_parmi_les_lignes: 'une ligne pourrait être un total',
  tableau_sans_ligne: 'un tableau n’a que son en-tête, ou un tableau d’actions n’a pas pu être lu : des lignes manquent',
  unite_non_dite: 'les montants sont sans doute en milliers d’euros, sans que ce soit dit',
};

export const GESTES: Readonly<Record<CorrectionExport['geste'], string>> = {
  corriger_montant: 'montant corrigé',
  corriger_texte: 'texte corrigé',
  corriger_action: 'action changée',
  corriger_section: 'section changée',
  ajouter_ligne: 'ligne ajoutée',
  diviser_ligne: 'ligne divisée',
  reunir_lignes: 'lignes réunies',
  retirer_ligne: 'ligne retirée',
  corriger_total: 'total corrigé',
  changer_portee: 'portée changée',
  retirer_total: 'total retiré',
  corriger_entete: 'en-tête corrigé',
  verifier: 'vérifié',
  annuler: 'annulation',
};

const numbers = new Intl.NumberFormat('fr-FR');

export function number(value: number): string {
  return numbers.format(value);
}

/** `1 ligne`, `0 ligne`, `2 lignes`. */
export function counted(value: number, one: string, more: string): string {
  return `${number(value)} ${Math.abs(value) < 2 ? one : more}`;
}

export function years(debut: number | null, fin: number | null): string | null {
  if (debut === null) return null;
  return fin === null || fin === debut ? String(debut) : `${String(debut)}-${String(fin)}`;
}

type Named = Pick<ProgrammeExport, 'commune' | 'quartier' | 'bailleur' | 'annee_debut' | 'annee_fin'>;

/** Lens, Grande Résidence, Pas-de-Calais Habitat, 2023. */
export function programmeName({ commune, quartier, bailleur, annee_debut, annee_fin }: Named): string {
  const parts = [commune, quartier, bailleur, years(annee_debut, annee_fin)].filter((part) => part !== null);
  return parts.length === 0 ? 'Programme sans en-tête' : parts.join(', ');
}

export function totalName({ libelle, portee, cle }: TotalExport): string {
  if (libelle !== null) return libelle;
  const scope =
    portee === 'axe'
      ? `axe ${cle ?? '?'}`
      : portee === 'section'
        ? cle === 'droit_commun'
          ? 'droit commun'
          : 'actions spécifiques'
        : PORTEES[portee];
  return `Total sans libellé (${scope})`;
}

const dates = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });

export function date(iso: string): string {
  const value = new Date(iso);
  return Number.isNaN(value.getTime()) ? iso : dates.format(value);
}

/** `environ 3 h`, `environ 4 min`. */
export function about(seconds: number): string {
  if (seconds < 60) return 'moins d’une minute';
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `environ ${String(minutes)} min` : `environ ${number(Math.round(minutes / 60))} h`;
}

/** What may be compared whatever the case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
