import { z } from 'zod';
import { boiteSchema, montantStringSchema } from './contract.ts';
import {
  baseSchema,
  CIBLES,
  periodeSchema,
  porteeSchema,
  rubriqueSchema,
  sectionSchema,
  sorteCibleSchema,
  taxeSchema,
  type SorteCible,
} from './vocabulary.ts';

/**
 * What a reader decided about a document. The journal of a document is append-only: a correction is never changed nor taken out, only cancelled by a later one
 * (`annuler`), so that the reading, corrected by the journal from its beginning, is always the present state.
 */

export const cibleSchema = z.strictObject({ sorte: sorteCibleSchema, id: z.string().min(1) });
export type Cible = z.infer<typeof cibleSchema>;

const LONGEST_TEXT = 20_000;
const MOST_LINES = 1_000;
const texte = z.string().max(LONGEST_TEXT).nullable();
/** At most a thousand billion euros: cents stay exact wherever they are summed. */
const montant = montantStringSchema.refine((value) => value.length <= '-1000000000000.00'.length, 'montant trop grand');
const page = z.int().min(1);
const axe = z.int().min(1).max(8).nullable();
const action = z
  .string()
  .regex(/^[1-8]\.[1-5]$/u)
  .nullable();
const ids = z.array(z.string().min(1)).max(MOST_LINES);

/** An amount cell as a reader gives it. `de`: the amount of the split line that it comes from; `null` for a cell of its own. */
export const montantSaisiSchema = z.strictObject({
  de: z.string().nullable(),
  rubrique: rubriqueSchema,
  colonne: z.string().max(LONGEST_TEXT),
  periode: periodeSchema.nullable(),
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  montant: montant.nullable(),
  page,
  boite: boiteSchema,
});
export type MontantSaisi = z.infer<typeof montantSaisiSchema>;

/** A line as a reader gives it, with its place on the page. */
export const ligneSaisieSchema = z.strictObject({
  section: sectionSchema.nullable(),
  axe_texte: texte,
  action_texte: texte,
  description: texte,
  calendrier: texte,
  axe,
  action,
  page,
  boite: boiteSchema,
  montants: z.array(montantSaisiSchema).max(MOST_LINES),
});
export type LigneSaisie = z.infer<typeof ligneSaisieSchema>;

export const CHAMPS_TEXTE = ['description', 'axe_texte', 'action_texte', 'calendrier'] as const;

/** What a heading may be corrected in; only the keys given change. A commune without `code_insee` loses the code of the former one. */
export const enteteSchema = z
  .strictObject({
    commune: z.string().nullable(),
    code_insee: z.string().nullable(),
    quartier: z.string().nullable(),
    code_qp: z.string().nullable(),
    bailleur: z.string().nullable(),
    siren: z.string().nullable(),
    annee_debut: z.int().nullable(),
    annee_fin: z.int().nullable(),
    nombre_logements: z.int().min(0).nullable(),
  })
  .partial();
export type Entete = z.infer<typeof enteteSchema>;

export const gesteSchema = z.discriminatedUnion('type', [
  /** The amount of a cell; `null`: the cell holds none (a dash, « néant »). The value that stands already confirms the reading. Target: montant. */
  z.strictObject({ type: z.literal('corriger_montant'), montant: montant.nullable() }),
  /** A text of a line. Target: ligne. */
  z.strictObject({ type: z.literal('corriger_texte'), champ: z.enum(CHAMPS_TEXTE), texte }),
  /** Where the référentiel files a line: an action brings its axe. Does not change what totals sum. Target: ligne. */
  z.strictObject({ type: z.literal('corriger_action'), axe, action }),
  /** Does not change what totals sum. Target: ligne. */
  z.strictObject({ type: z.literal('corriger_section'), section: sectionSchema.nullable() }),
  /**
   * A line that the page shows and the reading lacks, after line `apres` (`null`: first). Its amounts join the totals of their column that cover the line's axe,
   * section or programme, or exactly `totaux` when these are given. Target: programme.
   */
  z.strictObject({ type: z.literal('ajouter_ligne'), apres: z.string().nullable(), ligne: ligneSaisieSchema, totaux: ids.nullable() }),
  /** One line that is several; totals that cover an amount cover what it is divided into. The first part keeps the line's id. Target: ligne. */
  z.strictObject({ type: z.literal('diviser_ligne'), parties: z.array(ligneSaisieSchema).min(2).max(50) }),
  /** Several lines that are one: texts joined in order, all amounts kept, empty cells beside a filled one of the same column dropped. Target: the ligne that stays. */
  z.strictObject({ type: z.literal('reunir_lignes'), autres: ids.min(1) }),
  /** What was read as a line is none. Target: ligne. */
  z.strictObject({ type: z.literal('retirer_ligne') }),
  /** What the document states; the value that stands already confirms the reading. Target: total. */
  z.strictObject({ type: z.literal('corriger_total'), montant }),
  /** What a total covers: the ids of the amounts it sums. Target: total. */
  z.strictObject({ type: z.literal('changer_portee'), portee: porteeSchema, cle: z.string().nullable(), termes: ids }),
  /** What was read as a total is none. Target: total. */
  z.strictObject({ type: z.literal('retirer_total') }),
  /** Target: programme. */
  z.strictObject({ type: z.literal('corriger_entete'), valeurs: enteteSchema }),
  /** A reader looked at it and it is right as it stands (`false`: no longer so). Target: any; of a line, all of its amounts; of a programme, everything. */
  z.strictObject({ type: z.literal('verifier'), verifie: z.boolean() }),
  /** An earlier correction of the same journal no longer counts; to cancel a cancellation brings it back. Target: that of the correction cancelled. */
  z.strictObject({ type: z.literal('annuler'), correction: z.string().min(1) }),
]);
export type Geste = z.infer<typeof gesteSchema>;
export type TypeGeste = Geste['type'];

/** Which kinds of target each geste may have. */
export const CIBLES_DU_GESTE: Readonly<Record<TypeGeste, readonly SorteCible[]>> = {
  corriger_montant: ['montant'],
  corriger_texte: ['ligne'],
  corriger_action: ['ligne'],
  corriger_section: ['ligne'],
  ajouter_ligne: ['programme'],
  diviser_ligne: ['ligne'],
  reunir_lignes: ['ligne'],
  retirer_ligne: ['ligne'],
  corriger_total: ['total'],
  changer_portee: ['total'],
  retirer_total: ['total'],
  corriger_entete: ['programme'],
  verifier: CIBLES,
  annuler: CIBLES,
};

/** Where something that a correction names stood when it was made: it is found again there when another reading gives it another id. */
export const repereSchema = z.strictObject({
  sorte: sorteCibleSchema,
  id: z.string(),
  page: page.nullable(),
  boite: boiteSchema.nullable(),
  /** Of an amount or a total, what its column counts: two may stand at the same place. */
  rubrique: rubriqueSchema.nullable(),
  /** What stood there: an amount, a total's figure, the digest of a programme's figures. What was checked is checked as long as it says so. */
  valeur: z.string().nullable(),
});
export type Repere = z.infer<typeof repereSchema>;

/** What a reader asks for. */
export const demandeSchema = z.strictObject({
  cible: cibleSchema,
  geste: gesteSchema,
  /** Why; `null` when nothing is said. */
  motif: z.string().max(LONGEST_TEXT).nullable(),
});
export type Demande = z.infer<typeof demandeSchema>;

/** One entry of the journal of a document. Entries are in the order of their dates, which never repeat within a document. */
export const correctionSchema = demandeSchema.extend({
  id: z.string().min(1),
  /** The document's key: the SHA-256 of its bytes. */
  document: z.string().min(1),
  programme: z.string().nullable(),
  reperes: z.array(repereSchema),
  /** The value before and after, as a person reads it in a list (`300.00`, `2.1`, a text); `null`: none. */
  avant: z.string().nullable(),
  apres: z.string().nullable(),
  par: z.string().min(1).max(200),
  date: z.iso.datetime(),
});
export type Correction = z.infer<typeof correctionSchema>;
