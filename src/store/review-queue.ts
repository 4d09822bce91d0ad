import { sql } from 'kysely';
import { z } from 'zod';
import { statutProgrammeSchema } from '../model/vocabulary.ts';
import type { Store } from './open.ts';

const count = z.int().min(0);
const candidateSchema = z.object({
  document: z.string(),
  fichier: z.string(),
  programme: z.string(),
  bailleur: z.string().nullable(),
  commune: z.string().nullable(),
  code_insee: z.string().nullable(),
  quartier: z.string().nullable(),
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
  statut: statutProgrammeSchema,
  doutes: z.string().transform((codes) => (codes === '' ? [] : codes.split(' '))),
  page: z.int().nullable(),
  lignes: count,
  montants: count,
  montants_douteux: count,
  totaux_en_ecart: count,
  erreurs: count,
  alertes: count,
  corrections: count,
  verifie_par: z.string().nullable(),
  verifie_date: z.string().nullable(),
});

/** A programme, and what a reader may have to look at in it. */
export type ReviewCandidate = z.infer<typeof candidateSchema>;

/** Below this confidence an amount is not to be used unseen. */
const USABLE = 0.9;

/** Every programme of the database, in the order of documents: what a queue is made of. Each table is gone through once. */
export async function reviewCandidates({ db }: Store): Promise<readonly ReviewCandidate[]> {
  const { rows } = await sql`
    WITH cases AS (
      SELECT l.programme, count(m.id) AS montants, count(DISTINCT l.id) AS lignes,
             coalesce(sum(m.confiance < ${USABLE} AND NOT EXISTS (SELECT 1 FROM preuves p WHERE p.montant = m.id)), 0) AS douteux
      FROM lignes l LEFT JOIN montants m ON m.ligne = l.id GROUP BY l.programme),
    ecarts AS (SELECT programme, count(*) AS nombre FROM totaux WHERE statut = 'ecart' GROUP BY programme),
    vus AS (
      SELECT programme, sum(gravite = 'erreur') AS erreurs, sum(gravite = 'alerte') AS alertes
      FROM constats WHERE programme IS NOT NULL GROUP BY programme),
    raisons AS (SELECT programme, group_concat(doute, ' ') AS codes FROM (SELECT * FROM doutes ORDER BY programme, rang) GROUP BY programme),
    journal AS (SELECT programme, count(*) AS nombre FROM corrections_etats WHERE programme IS NOT NULL GROUP BY programme)
    SELECT d.id AS document, d.fichier, p.id AS programme, p.bailleur, p.commune, p.code_insee, p.quartier, p.annee_debut, p.annee_fin, p.statut,
           coalesce(raisons.codes, '') AS doutes, (SELECT min(page) FROM programme_pages g WHERE g.programme = p.id) AS page,
           coalesce(cases.lignes, 0) AS lignes, coalesce(cases.montants, 0) AS montants, coalesce(cases.douteux, 0) AS montants_douteux,
           coalesce(ecarts.nombre, 0) AS totaux_en_ecart, coalesce(vus.erreurs, 0) AS erreurs, coalesce(vus.alertes, 0) AS alertes,
           coalesce(journal.nombre, 0) AS corrections, p.verifie_par, p.verifie_date
    FROM programmes p JOIN documents d ON d.id = p.document
    LEFT JOIN cases ON cases.programme = p.id LEFT JOIN ecarts ON ecarts.programme = p.id LEFT JOIN vus ON vus.programme = p.id
    LEFT JOIN raisons ON raisons.programme = p.id LEFT JOIN journal ON journal.programme = p.id
    ORDER BY d.fichier, d.id, p.rang`.execute(db);
  return z.array(candidateSchema).parse(rows);
}
