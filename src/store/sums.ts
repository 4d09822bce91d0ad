import { sql } from 'kysely';
import { z } from 'zod';
import {
  baseSchema,
  horsSommeSchema,
  natureProgrammeSchema,
  rubriqueSchema,
  statutProgrammeSchema,
  taxeSchema,
} from '../model/vocabulary.ts';
import type { Store } from './open.ts';

const headingSchema = z.object({
  id: z.string(),
  document: z.string(),
  fichier: z.string(),
  nature: natureProgrammeSchema,
  statut: statutProgrammeSchema,
  bailleur: z.string().nullable(),
  commune: z.string().nullable(),
  code_insee: z.string().nullable(),
  quartier: z.string().nullable(),
  code_qp: z.string().nullable(),
  siren: z.string().nullable(),
  /** A reader has checked it. */
  verifie: z.boolean(),
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
  /** It is in the base a further time, as a copy or another version, and that one counts: see `v_doubles`. */
  double: z.boolean(),
});
/** The heading of a programme, without its lines. */
export type HeadingRow = z.infer<typeof headingSchema>;

/** Every programme's heading, in the order of the export. */
export async function programmeHeadings({ db }: Store): Promise<readonly HeadingRow[]> {
  const rows = await db
    .selectFrom('programmes')
    .innerJoin('documents', 'documents.id', 'programmes.document')
    .select([
      'programmes.id',
      'document',
      'fichier',
      'programmes.nature',
      'programmes.statut',
      'bailleur',
      'commune',
      'code_insee',
      'quartier',
    ])
    .select(['code_qp', 'siren', 'annee_debut', 'annee_fin', 'verifie_par'])
    .select(sql<number>`programmes.id IN (SELECT programme_id FROM v_doubles)`.as('double'))
    .orderBy('fichier')
    .orderBy('documents.id')
    .orderBy('programmes.rang')
    .execute();
  return z
    .array(headingSchema)
    .parse(rows.map(({ verifie_par: par, double, ...row }) => ({ ...row, verifie: par !== null, double: double === 1 })));
}

const sumSchema = z.object({
  programme: z.string(),
  axe: z.int().nullable(),
  periode_debut: z.int().nullable(),
  periode_fin: z.int().nullable(),
  rubrique: rubriqueSchema,
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  /** Cents, as text: they may be beyond what a number holds. */
  centimes: z.string(),
  prouves: z.string(),
  nombre: z.int(),
});
export type SumRow = z.infer<typeof sumSchema>;

/** What each programme counts, by axe, period and what may be added up. */
export async function programmeSums({ db }: Store): Promise<readonly SumRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT p.id AS programme, l.axe, m.periode_debut, m.periode_fin, m.rubrique, m.base, m.taxe, CAST(sum(m.montant_centimes) AS TEXT) AS centimes,
           CAST(sum(CASE WHEN EXISTS (SELECT 1 FROM preuves f WHERE f.montant = m.id) THEN m.montant_centimes ELSE 0 END) AS TEXT) AS prouves,
           count(*) AS nombre
    FROM programmes p JOIN lignes l ON l.programme = p.id JOIN montants m ON m.ligne = l.id
    WHERE m.montant_centimes IS NOT NULL AND m.hors_somme IS NULL
    GROUP BY p.id, l.axe, m.periode_debut, m.periode_fin, m.rubrique, m.base, m.taxe`.execute(db);
  return z.array(sumSchema).parse(rows);
}

const leftOutSchema = z.object({ programme: z.string(), pourquoi: horsSommeSchema, nombre: z.int() });

/** How many amounts of each programme no sum counts, by reason. */
export async function amountsLeftOut({ db }: Store): Promise<readonly z.infer<typeof leftOutSchema>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT l.programme, m.hors_somme AS pourquoi, count(*) AS nombre FROM montants m JOIN lignes l ON l.id = m.ligne
    WHERE m.hors_somme IS NOT NULL GROUP BY l.programme, m.hors_somme`.execute(db);
  return z.array(leftOutSchema).parse(rows);
}
