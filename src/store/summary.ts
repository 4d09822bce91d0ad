import { sql } from 'kysely';
import { z } from 'zod';
import { boiteSchema } from '../model/contract.ts';
import { graviteSchema, precisionSchema, raisonRejetSchema, statutProgrammeSchema, type StatutProgramme } from '../model/vocabulary.ts';
import type { Store } from './open.ts';

const count = z.int().min(0);
const summarySchema = z.object({
  documents: count,
  rejetes: count,
  lignes: count,
  montants: count,
  conformes: count,
  ecarts: count,
  nonVerifiables: count,
  /** Programmes that another file holds as well, which the views and the export in tables leave out. */
  doubles: count,
});

/** What a database holds, in figures. `documents` counts the rejected ones too; `montants` only cells that hold an amount. */
export type Summary = z.infer<typeof summarySchema> & { readonly programmes: Readonly<Record<StatutProgramme, number>> };

export async function summarise({ db }: Store): Promise<Summary> {
  const { rows } = await sql`
    SELECT (SELECT count(*) FROM documents) AS documents,
           (SELECT count(*) FROM documents WHERE statut = 'rejete') AS rejetes,
           (SELECT count(*) FROM lignes) AS lignes,
           (SELECT count(montant_centimes) FROM montants) AS montants,
           (SELECT count(*) FROM totaux WHERE statut = 'conforme') AS conformes,
           (SELECT count(*) FROM totaux WHERE statut = 'ecart') AS ecarts,
           (SELECT count(*) FROM totaux WHERE statut = 'non_verifiable') AS nonVerifiables,
           (SELECT count(*) FROM v_doubles) AS doubles`.execute(db);
  const programmes = { reconcilie: 0, ecart: 0, a_relire: 0, non_verifiable: 0 };
  const statuts = await db
    .selectFrom('programmes')
    .select(['statut', ({ fn }) => fn.countAll<number>().as('nombre')])
    .groupBy('statut')
    .execute();
  for (const { statut, nombre } of statuts) programmes[statutProgrammeSchema.parse(statut)] = nombre;
  return { ...summarySchema.parse(rows[0]), programmes };
}

const rejectedSchema = z.object({ id: z.string(), fichier: z.string(), raison: raisonRejetSchema, precision: precisionSchema.nullable() });
export type RejectedFile = z.infer<typeof rejectedSchema>;

/** Rejected documents in the order of their names. */
export async function rejectedFiles({ db }: Store): Promise<RejectedFile[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'fichier', 'raison', 'precision'])
    .where('statut', '=', 'rejete')
    .orderBy('fichier')
    .orderBy('id')
    .execute();
  return z.array(rejectedSchema).parse(rows);
}

/** How many imported documents each state of the stages made. */
export async function documentsByStages({ db }: Store): Promise<readonly { readonly etapes: string | null; readonly nombre: number }[]> {
  return db
    .selectFrom('documents')
    .select(['etapes', ({ fn }) => fn.countAll<number>().as('nombre')])
    .where('statut', '=', 'importe')
    .groupBy('etapes')
    .execute();
}

const programmeSchema = z.object({
  fichier: z.string(),
  statut: statutProgrammeSchema,
  bailleur: z.string().nullable(),
  commune: z.string().nullable(),
  quartier: z.string().nullable(),
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
  page: z.int().nullable(),
});
export type ProgrammeOverview = z.infer<typeof programmeSchema>;

/** Programmes of one statut, with the first page they stand on, in the order of the export. */
export async function programmesOfStatut({ db }: Store, statut: StatutProgramme): Promise<ProgrammeOverview[]> {
  const rows = await db
    .selectFrom('programmes')
    .innerJoin('documents', 'documents.id', 'programmes.document')
    .select(['fichier', 'programmes.statut', 'bailleur', 'commune', 'quartier', 'annee_debut', 'annee_fin'])
    .select(({ selectFrom }) =>
      selectFrom('programme_pages')
        .select(({ fn }) => fn.min('page').as('page'))
        .whereRef('programme_pages.programme', '=', 'programmes.id')
        .as('page'),
    )
    .where('programmes.statut', '=', statut)
    .orderBy('fichier')
    .orderBy('documents.id')
    .orderBy('programmes.rang')
    .execute();
  return z.array(programmeSchema).parse(rows);
}

const unreadPageSchema = z.object({ fichier: z.string(), page: z.int().nullable() });

/** Pages that look like a programme's and of which no programme holds anything, by file. */
export async function unrecognisedPages({ db }: Store): Promise<readonly z.infer<typeof unreadPageSchema>[]> {
  const rows = await db
    .selectFrom('constats')
    .innerJoin('documents', 'documents.id', 'constats.document')
    .select(['fichier', 'page'])
    .where('code', '=', 'programme_non_reconnu')
    .orderBy('fichier')
    .orderBy('documents.id')
    .orderBy('page')
    .execute();
  return z.array(unreadPageSchema).parse(rows);
}

const findingSchema = z.object({
  document: z.string(),
  fichier: z.string(),
  code: z.string(),
  gravite: graviteSchema,
  message: z.string(),
  page: z.int().nullable(),
  boite: boiteSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** The constats of the database in the order of the export. */
export async function findings({ db }: Store): Promise<Finding[]> {
  const rows = await db
    .selectFrom('constats')
    .innerJoin('documents', 'documents.id', 'constats.document')
    .select(['document', 'fichier', 'code', 'gravite', 'message', 'page', 'x0', 'y0', 'x1', 'y1'])
    .orderBy('fichier')
    .orderBy('documents.id')
    .orderBy('constats.rang')
    .execute();
  return rows.map(({ x0, y0, x1, y1, ...row }) => findingSchema.parse({ ...row, boite: x0 === null ? null : [x0, y0, x1, y1] }));
}
