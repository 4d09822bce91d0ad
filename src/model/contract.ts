import { z } from 'zod';
import { sujetSchema } from './fait.ts';
import { field } from './field.ts';
import {
  baseSchema,
  douteSchema,
  etatCorrectionSchema,
  graviteSchema,
  natureDocumentSchema,
  natureProgrammeSchema,
  periodeSchema,
  porteeSchema,
  raisonRejetSchema,
  rubriqueSchema,
  sectionSchema,
  sorteCibleSchema,
  statutProgrammeSchema,
  statutTotalSchema,
  taxeSchema,
  typeGesteSchema,
} from './vocabulary.ts';

/**
 * The public export, version 1: what `tfpb export --format json` prints. Keys may be added; a key that is here keeps its name and meaning.
 * Amounts are exact decimal strings in euros with two decimals; boxes are `[x0, y0, x1, y1]` in points from the top left.
 * Each key is described here, once: the JSON Schema, the table schemas and the codebook print what these lines say.
 */

export const montantStringSchema = z.string().regex(/^-?\d+\.\d{2}$/u);
export const boiteSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const codeActionSchema = z.string().regex(/^[1-8]\.[1-5]$/u);
const axeSchema = z.int().min(1).max(8);
const confianceSchema = z.number().min(0).max(1);
const pageSchema = z.int().min(1);

export const montantExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable du montant : le même fichier relu de la même façon donne le même.'),
  rubrique: field(
    rubriqueSchema,
    'document',
    "Ce que la colonne compte : prevu (dépense prévue), total (dépense totale), valorise (retenu pour l'abattement), realise (dépensé, engagé), reporte, surcout, abattement (l'abattement lui-même), autre. À ne pas additionner d'une rubrique à l'autre.",
  ),
  colonne: field(z.string(), 'document', 'En-tête de la colonne, tel que lu.'),
  periode: field(
    periodeSchema.nullable(),
    'document',
    'Années que le montant concerne, bornes comprises ; vide quand le document ne le dit pas.',
  ),
  base: field(
    baseSchema.nullable(),
    'document',
    "an : montant par an ; periode : pour toute la période ; vide quand le document ne le dit pas. À ne pas additionner d'une base à l'autre.",
  ),
  taxe: field(taxeSchema.nullable(), 'document', 'Hors taxes (ht) ou toutes taxes comprises (ttc) ; vide quand le document ne le dit pas.'),
  montant: field(
    montantStringSchema.nullable(),
    'document',
    "Montant lu. Vide pour un tiret, « néant » ou une case vide : ce n'est pas zéro.",
    'euro',
  ),
  texte: field(z.string(), 'document', 'Ce qui est écrit dans la case.'),
  confiance: field(
    confianceSchema,
    'calcul',
    'Probabilité que la valeur, la rubrique et la période soient toutes justes ; à partir de 0,9, utilisable sans relire.',
    'probabilité, de 0 à 1',
  ),
  preuves: field(
    z.array(z.string()),
    'calcul',
    'Identifiants des totaux imprimés qui prouvent cette lecture ; liste vide quand rien ne la prouve.',
  ),
  corrige: field(
    z.strictObject({ par: z.enum(['somme_de_controle', 'relecture']), avant: montantStringSchema.nullable() }).nullable(),
    'calcul',
    "Comment la première lecture a été changée, et le montant d'avant ; vide quand elle ne l'a pas été.",
  ),
  page: field(pageSchema, 'document', 'Page où se trouve la case, à partir de 1.'),
  boite: field(boiteSchema, 'document', 'Place de la case sur la page, depuis le coin en haut à gauche.', 'point (1/72 de pouce)'),
});

export const ligneExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable de la ligne.'),
  ordre: field(z.int().min(1), 'document', 'Numéro de la ligne dans son programme, à partir de 1.'),
  section: field(
    sectionSchema.nullable(),
    'document',
    "Partie du programme : actions_specifiques ou droit_commun ; vide quand le document n'en distingue pas.",
  ),
  axe_texte: field(z.string().nullable(), 'document', "Intitulé de l'axe, tel que lu."),
  action_texte: field(z.string().nullable(), 'document', "Intitulé de l'action, tel que lu."),
  description: field(z.string().nullable(), 'document', 'Texte des autres cases de la ligne.'),
  calendrier: field(z.string().nullable(), 'document', "Calendrier, quand il a sa propre colonne à côté d'une description."),
  axe: field(
    axeSchema.nullable(),
    'referentiel',
    'Axe du référentiel national de 2024 où le document range la ligne ; vide quand rien ne convient.',
  ),
  action: field(
    codeActionSchema.nullable(),
    'referentiel',
    "Action du référentiel, la meilleure dans l'axe que donne le document ; vide quand rien ne convient.",
  ),
  confiance_action: field(confianceSchema.nullable(), 'calcul', "Probabilité que l'action soit la bonne.", 'probabilité, de 0 à 1'),
  action_suggeree: field(
    codeActionSchema.nullable(),
    'referentiel',
    "Action où le référentiel rangerait cette description, si ce n'est pas celle du document.",
  ),
  taux: field(z.string().nullable(), 'document', 'Taux de valorisation, quand la ligne en donne un.', 'pour cent'),
  page: field(pageSchema, 'document', 'Page de la première partie de la ligne, à partir de 1.'),
  boite: field(
    boiteSchema,
    'document',
    'Place de la première partie de la ligne sur la page, depuis le coin en haut à gauche.',
    'point (1/72 de pouce)',
  ),
  suites: field(
    z.array(z.strictObject({ page: pageSchema, boite: boiteSchema })),
    'document',
    "Autres parties d'une ligne coupée par un saut de page : page et boîte de chacune.",
  ),
  montants: field(z.array(montantExportSchema), 'document', 'Les cases de montant de la ligne.'),
});

export const totalExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable du total.'),
  portee: field(porteeSchema, 'document', 'Ce que le total couvre : un axe, une section, le programme (total général), ou autre.'),
  cle: field(z.string().nullable(), 'document', "Numéro de l'axe au référentiel, nom de la section, ou vide."),
  libelle: field(z.string().nullable(), 'document', "Intitulé du total, tel que lu ; vide quand il n'en a pas."),
  colonne: field(z.string(), 'document', 'En-tête de la colonne, tel que lu.'),
  rubrique: field(rubriqueSchema, 'document', 'Ce que la colonne compte : mêmes valeurs que pour un montant.'),
  periode: field(
    periodeSchema.nullable(),
    'document',
    'Années que le total concerne, bornes comprises ; vide quand le document ne le dit pas.',
  ),
  declare: field(montantStringSchema, 'document', 'Ce que le document énonce.', 'euro'),
  recalcule: field(
    montantStringSchema.nullable(),
    'calcul',
    'Somme exacte des lignes couvertes ; vide quand elle ne peut pas être faite.',
    'euro',
  ),
  ecart: field(montantStringSchema.nullable(), 'calcul', 'Déclaré moins recalculé.', 'euro'),
  statut: field(
    statutTotalSchema,
    'calcul',
    "conforme : l'addition tombe juste, au centime ; ecart : elle ne tombe pas juste ; non_verifiable : sa colonne n'a aucun montant de ligne.",
  ),
  termes: field(
    z.array(z.string()),
    'calcul',
    'Identifiants des montants que le total additionne ; liste vide quand il n’en couvre aucun, ou quand la base vient d’une version qui ne le notait pas.',
  ),
  page: field(pageSchema, 'document', 'Page où le total est imprimé, à partir de 1.'),
  boite: field(boiteSchema, 'document', 'Place du total sur la page, depuis le coin en haut à gauche.', 'point (1/72 de pouce)'),
});

export const programmeExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable du programme.'),
  nature: field(natureProgrammeSchema, 'document', 'previsionnel (montants prévus seulement), bilan (dépensés seulement) ou mixte.'),
  annee_debut: field(z.int().nullable(), 'document', "Première année de la période que dit l'en-tête.", 'année'),
  annee_fin: field(z.int().nullable(), 'document', "Dernière année de la période que dit l'en-tête.", 'année'),
  commune: field(z.string().nullable(), 'officiel', 'Commune : nom officiel quand elle est reconnue, sinon tel que lu.'),
  code_insee: field(z.string().nullable(), 'officiel', "Code officiel géographique de la commune ; vide quand elle n'est pas reconnue."),
  quartier: field(z.string().nullable(), 'document', 'Nom du quartier, tel que lu.'),
  code_qp: field(z.string().nullable(), 'document', "Code du quartier prioritaire, tel qu'écrit, même s'il est impossible."),
  bailleur: field(z.string().nullable(), 'document', 'Organisme de logement social, tel que lu.'),
  siren: field(z.string().nullable(), 'document', 'Numéro SIREN du bailleur, quand le document le donne.'),
  nombre_logements: field(z.int().nullable(), 'document', "Logements concernés, selon l'en-tête.", 'logement'),
  pages: field(z.array(pageSchema), 'document', 'Pages qui portent son en-tête, ses lignes ou ses totaux.'),
  lignes: field(z.array(ligneExportSchema), 'document', "Les lignes du programme, dans l'ordre du document."),
  totaux: field(z.array(totalExportSchema), 'document', 'Les totaux que le document énonce.'),
  statut: field(
    statutProgrammeSchema,
    'calcul',
    'reconcilie : des totaux imprimés couvrent ses lignes, tous tombent juste, rien de douteux ne reste ; ecart : un total contredit ses lignes, ou des colonnes d’une ligne se contredisent ; a_relire : la lecture est douteuse ; non_verifiable : aucun total ne couvre ses lignes.',
  ),
  doutes: field(
    z.array(douteSchema),
    'calcul',
    'Ce qui rend la lecture douteuse et que personne n’a levé ; liste vide hors du statut a_relire.',
  ),
  verifie: field(
    z.strictObject({ par: z.string(), date: z.string() }).nullable(),
    'calcul',
    "Lecteur qui a marqué le programme comme vérifié, et date ; vide quand personne ne l'a fait.",
  ),
});

export const constatExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable du constat.'),
  code: field(z.string(), 'calcul', 'Nature du constat : un code stable, total_ecart par exemple.'),
  gravite: field(
    graviteSchema,
    'calcul',
    'erreur : des chiffres imprimés se contredisent, ou le fichier est rejeté ; alerte ou info pour le reste.',
  ),
  message: field(z.string(), 'calcul', 'Ce qui est constaté, en une phrase, avec les chiffres.'),
  programme: field(z.string().nullable(), 'calcul', "Programme concerné ; vide quand il s'agit de tout le document."),
  page: field(pageSchema.nullable(), 'document', 'Page concernée, à partir de 1 ; vide quand aucune en particulier.'),
  boite: field(
    boiteSchema.nullable(),
    'document',
    'Place sur la page, depuis le coin en haut à gauche ; vide quand aucune en particulier.',
    'point (1/72 de pouce)',
  ),
});

/** One decision of a reader, as the journal keeps it. `avant` and `apres` as a person reads them: `300.00`, `2.1`, a text. */
export const correctionExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant de la correction.'),
  numero: field(z.int().min(1), 'calcul', 'Rang dans le journal du document, à partir de 1.'),
  programme: field(z.string().nullable(), 'calcul', 'Programme corrigé ; vide quand la lecture présente ne le contient plus.'),
  geste: field(
    typeGesteSchema,
    'calcul',
    'Ce que le lecteur a fait ; verifier : il a confirmé ce qui est lu ; annuler : il a annulé une correction antérieure.',
  ),
  cible_sorte: field(sorteCibleSchema, 'calcul', 'Ce qui est corrigé : un montant, une ligne, un total ou le programme.'),
  cible: field(z.string(), 'calcul', 'Identifiant de ce qui est corrigé.'),
  avant: field(
    z.string().nullable(),
    'calcul',
    "Valeur d'avant la correction, écrite comme dans l'export ; vide quand il n'y en avait pas.",
  ),
  apres: field(z.string().nullable(), 'calcul', "Valeur d'après la correction ; vide quand il n'y en a pas."),
  par: field(z.string(), 'calcul', 'Qui a corrigé.'),
  date: field(z.string(), 'calcul', 'Date et heure (ISO 8601, temps universel).'),
  motif: field(z.string().nullable(), 'calcul', 'Pourquoi, dit par le lecteur ; vide quand il ne le dit pas.'),
  etat: field(
    etatCorrectionSchema,
    'calcul',
    'appliquee : elle compte dans ce jeu ; annulee : une correction postérieure l’annule ; orpheline : ce qu’elle corrigeait n’est plus dans la lecture présente.',
  ),
});

export const conventionExportSchema = z.strictObject({
  bailleur: field(z.string().nullable(), 'document', 'Organisme signataire, tel que lu.'),
  epci: field(z.string().nullable(), 'document', 'Intercommunalité signataire.'),
  communes: field(z.array(z.string()), 'document', 'Communes signataires.'),
  quartiers: field(
    z.array(z.strictObject({ nom: z.string().nullable(), code_qp: z.string().nullable(), nombre_logements: z.int().nullable() })),
    'document',
    'Quartiers prioritaires couverts : nom, code et nombre de logements de chacun.',
  ),
  annee_debut: field(z.int().nullable(), 'document', 'Première année de la convention.', 'année'),
  annee_fin: field(z.int().nullable(), 'document', 'Dernière année de la convention.', 'année'),
});

/** One thing the prose says, with its sentence. `valeur` as a person would note it; `programme` where it stands on one programme's pages alone. */
export const faitExportSchema = z.strictObject({
  id: field(z.string(), 'calcul', 'Identifiant stable du fait.'),
  sujet: field(sujetSchema, 'document', 'De quoi il s’agit : partie, durée, échéance, abattement, logements, accord, clause.'),
  valeur: field(z.string(), 'document', 'La valeur, comme on la noterait : 30 avril, 41, Partenord Habitat.'),
  montant: field(montantStringSchema.nullable(), 'document', 'Le montant, pour un abattement.', 'euro'),
  nombre: field(z.int().nullable(), 'document', 'Le nombre, pour des logements.'),
  date: field(z.string().nullable(), 'document', 'La date (AAAA-MM-JJ), pour une signature ou une délibération.'),
  periode: field(periodeSchema.nullable(), 'document', "Les années dont il s'agit."),
  phrase: field(z.string(), 'document', 'La phrase entière, telle que lue.'),
  programme: field(z.string().nullable(), 'calcul', 'Le programme, quand la page n’est qu’à lui.'),
  page: field(pageSchema, 'document', 'Page où la phrase commence.', 'page'),
  boite: field(boiteSchema, 'document', 'Place de la première ligne de la phrase.'),
});

export const documentExportSchema = z.strictObject({
  fichier: field(z.string(), 'fichier', 'Nom du fichier, sans dossier, tel que la première fois.'),
  noms: field(z.array(z.string()), 'fichier', 'Tous les noms sous lesquels ces mêmes octets ont été rencontrés.'),
  sha256: field(
    z.string().nullable(),
    'calcul',
    "Empreinte SHA-256 des octets : l'identité du document ; vide quand ils n'ont pas pu être lus.",
  ),
  pages: field(z.int().min(0).nullable(), 'document', 'Nombre de pages ; vide pour un fichier rejeté.', 'page'),
  statut: field(
    z.enum(['importe', 'rejete']),
    'calcul',
    "importe, ou rejete : un fichier qui n'a pas pu être lu figure ici, avec sa raison et sans programme.",
  ),
  raison: field(raisonRejetSchema.nullable(), 'calcul', 'Raison du rejet ; vide pour un document importé.'),
  nature: field(
    natureDocumentSchema.nullable(),
    'document',
    "Ce que le document est : programme dès qu'il en contient un, sinon ce que dit son texte.",
  ),
  convention: field(conventionExportSchema.nullable(), 'document', "Ce que dit le texte de la convention ; vide quand il n'y en a pas."),
  faits: field(z.array(faitExportSchema), 'document', 'Ce que dit la prose, chaque fait avec sa phrase.'),
  programmes: field(z.array(programmeExportSchema), 'document', "Les programmes d'actions du document."),
  constats: field(z.array(constatExportSchema), 'calcul', "Tout ce qu'un vérificateur doit regarder."),
  corrections: field(
    z.array(correctionExportSchema),
    'calcul',
    'Le journal des corrections des lecteurs, toutes, dans leur ordre ; ce qui précède en tient compte.',
  ),
});

export const exportSchema = z.strictObject({
  version: field(z.literal(1), 'calcul', "Version du contrat d'export."),
  documents: field(z.array(documentExportSchema), 'document', 'Tous les documents, importés ou rejetés, dans l’ordre de leurs noms.'),
});

export type MontantExport = z.infer<typeof montantExportSchema>;
export type LigneExport = z.infer<typeof ligneExportSchema>;
export type TotalExport = z.infer<typeof totalExportSchema>;
export type ProgrammeExport = z.infer<typeof programmeExportSchema>;
export type ConstatExport = z.infer<typeof constatExportSchema>;
export type ConventionExport = z.infer<typeof conventionExportSchema>;
export type CorrectionExport = z.infer<typeof correctionExportSchema>;
export type FaitExport = z.infer<typeof faitExportSchema>;
export type DocumentExport = z.infer<typeof documentExportSchema>;
export type Export = z.infer<typeof exportSchema>;
