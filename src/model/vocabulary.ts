import { z } from 'zod';

/** The closed word lists of the domain, as the export writes them. Every other type takes them from here. */

export const SECTIONS = ['actions_specifiques', 'droit_commun'] as const;
export const sectionSchema = z.enum(SECTIONS);
export type Section = z.infer<typeof sectionSchema>;

export const RUBRIQUES = ['prevu', 'total', 'valorise', 'realise', 'reporte', 'surcout', 'abattement', 'autre'] as const;
export const rubriqueSchema = z.enum(RUBRIQUES);
export type Rubrique = z.infer<typeof rubriqueSchema>;

export const PORTEES = ['axe', 'section', 'programme', 'autre'] as const;
export const porteeSchema = z.enum(PORTEES);
export type Portee = z.infer<typeof porteeSchema>;

export const baseSchema = z.enum(['an', 'periode']);
export type Base = z.infer<typeof baseSchema>;

export const taxeSchema = z.enum(['ht', 'ttc']);
export type Taxe = z.infer<typeof taxeSchema>;

export const graviteSchema = z.enum(['erreur', 'alerte', 'info']);
export type Gravite = z.infer<typeof graviteSchema>;

export const statutTotalSchema = z.enum(['conforme', 'ecart', 'non_verifiable']);
export type StatutTotal = z.infer<typeof statutTotalSchema>;

export const statutProgrammeSchema = z.enum(['reconcilie', 'ecart', 'a_relire', 'non_verifiable']);
export type StatutProgramme = z.infer<typeof statutProgrammeSchema>;

export const natureProgrammeSchema = z.enum(['previsionnel', 'bilan', 'mixte']);
export type NatureProgramme = z.infer<typeof natureProgrammeSchema>;

export const natureDocumentSchema = z.enum(['programme', 'convention', 'avenant', 'deliberation', 'bilan', 'referentiel', 'autre']);
export type NatureDocument = z.infer<typeof natureDocumentSchema>;

export const raisonRejetSchema = z.enum([
  'pas_un_pdf',
  'vide',
  'tronque',
  'corrompu',
  'chiffre',
  'sans_page',
  'trop_de_pages',
  'trop_grand',
  'illisible',
  'modifie_pendant_lecture',
  'memoire_depassee',
  'delai_depasse',
  'erreur_interne',
]);
export type RaisonRejet = z.infer<typeof raisonRejetSchema>;

/** What a reason alone would tell wrongly or too vaguely; each belongs to one reason (`PRECISIONS` in errors.ts). */
export const precisionSchema = z.enum([
  'mot_de_passe_refuse',
  'pas_un_fichier',
  'lien_casse',
  'dossier_illisible',
  'zip_illisible',
  'zip_chiffre',
  'zip_nom_interdit',
  'zip_bombe',
  'zip_methode',
  'image_incomplete',
  'image_endommagee',
  'image_trop_grande',
  'image_inconnue',
]);
export type Precision = z.infer<typeof precisionSchema>;

/** Why an amount is added up in no sum: the same expense is counted in another column of its line, or it is none. */
export const HORS_SOMMES = [
  'hors_taxes',
  'taxe',
  'version_remplacee',
  'total_de_colonnes',
  'part_d_un_total',
  'prix_unitaire',
  'difference',
  'colonne_indistincte',
  'annees_anterieures',
] as const;
export const horsSommeSchema = z.enum(HORS_SOMMES);
export type HorsSomme = z.infer<typeof horsSommeSchema>;

/** A span of years, both ends included. */
export const periodeSchema = z.strictObject({ debut: z.int(), fin: z.int() });
export type Periode = Readonly<z.infer<typeof periodeSchema>>;

/** What a correction may be about. */
export const CIBLES = ['montant', 'ligne', 'total', 'programme'] as const;
export const sorteCibleSchema = z.enum(CIBLES);
export type SorteCible = z.infer<typeof sorteCibleSchema>;

/** What a reader may do to what was read; `src/model/correction.ts` says what each one carries. */
export const GESTES = [
  'corriger_montant',
  'corriger_texte',
  'corriger_action',
  'corriger_section',
  'ajouter_ligne',
  'diviser_ligne',
  'reunir_lignes',
  'retirer_ligne',
  'corriger_total',
  'changer_portee',
  'retirer_total',
  'corriger_entete',
  'verifier',
  'annuler',
] as const;
export const typeGesteSchema = z.enum(GESTES);

/** What became of a correction: it counts; a later one cancelled it; nothing of the present reading stands where its target stood. */
export const etatCorrectionSchema = z.enum(['appliquee', 'annulee', 'orpheline']);
export type EtatCorrection = z.infer<typeof etatCorrectionSchema>;

/** Why the reading of a programme is in doubt. */
export const douteSchema = z.enum([
  'montants_sans_place',
  'cases_illisibles',
  'montants_rayes',
  'colonnes_indistinctes',
  'totaux_trop_nombreux_en_ecart',
  'totaux_incompatibles',
  'total_coupe',
  'lectures_non_prouvees',
  'perimetre_choisi_par_la_somme',
  'lectures_voisines',
  'lectures_incertaines',
  'total_parmi_les_lignes',
  'unite_non_dite',
  'tableau_sans_ligne',
]);
