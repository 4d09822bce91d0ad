import { z } from 'zod';
import { boiteSchema } from '../model/contract.ts';
import { fromCents } from './cents.ts';
import { sql } from 'kysely';
import type { Store } from './open.ts';

/** How an amount was read: from the file's own text, by recognition of an image, or changed by a checksum. */
export const STRATES = ['natif', 'numerise', 'repare'] as const;
export type Strate = (typeof STRATES)[number];

const candidateSchema = z.object({
  montant: z.string(),
  document: z.string(),
  fichier: z.string(),
  page: z.int(),
  boite: boiteSchema,
  texte: z.string(),
  valeur: z.string(),
  colonne: z.string(),
  ligne: z.string().nullable(),
  strate: z.enum(STRATES),
  prouve: z.boolean(),
});
export type ControlCandidate = z.infer<typeof candidateSchema>;

/** Every amount that holds a figure, in the order of ids, with what a person needs to judge it. */
export async function controlCandidates({ db }: Store): Promise<readonly ControlCandidate[]> {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT m.id AS montant, d.id AS document, d.fichier, m.page, m.x0, m.y0, m.x1, m.y1, m.texte, CAST(m.montant_centimes AS TEXT) AS centimes, m.colonne,
           coalesce(l.description, l.action_texte) AS ligne, m.corrige_par,
           EXISTS (SELECT 1 FROM preuves p WHERE p.montant = m.id) AS prouve,
           EXISTS (SELECT 1 FROM reconnaissances r WHERE r.sha256 = d.sha256 AND r.page = m.page)
             OR EXISTS (SELECT 1 FROM constats c WHERE c.document = d.id AND c.page = m.page AND c.code = 'texte_reconnu') AS reconnu
    FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme JOIN documents d ON d.id = p.document
    WHERE m.montant_centimes IS NOT NULL ORDER BY m.id`.execute(db);
  return rows.map(({ x0, y0, x1, y1, centimes, corrige_par: repaired, prouve, reconnu, ...row }) =>
    candidateSchema.parse({
      ...row,
      boite: [x0, y0, x1, y1],
      valeur: fromCents(String(centimes)),
      prouve: prouve === 1,
      strate: repaired !== null ? 'repare' : reconnu === 1 ? 'numerise' : 'natif',
    }),
  );
}

export interface Drawn {
  readonly rang: number;
  readonly montant: string;
  readonly strate: Strate;
  readonly prouve: boolean;
}

/** Keeps a draw; one that was kept before under the same seed stays, with its judgements. */
export async function saveDraw({ db }: Store, graine: number, drawn: readonly Drawn[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { rang, montant, strate, prouve } of drawn)
      await trx
        .insertInto('controles')
        .values({ graine, rang, montant, strate, prouve: prouve ? 1 : 0, juste: null, par: null, juge_le: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}

export async function saveJudgement(
  { db }: Store,
  graine: number,
  rang: number,
  juste: boolean,
  par: string,
  juge_le: string,
): Promise<void> {
  await db
    .updateTable('controles')
    .set({ juste: juste ? 1 : 0, par, juge_le })
    .where('graine', '=', graine)
    .where('rang', '=', rang)
    .execute();
}

const judgedSchema = z.object({
  graine: z.int(),
  rang: z.int(),
  montant: z.string(),
  strate: z.enum(STRATES),
  prouve: z.int().transform((value) => value === 1),
  juste: z
    .int()
    .nullable()
    .transform((value) => (value === null ? null : value === 1)),
});
export type Judged = z.infer<typeof judgedSchema>;

export async function readDraw({ db }: Store, graine: number): Promise<readonly Judged[]> {
  const rows = await db
    .selectFrom('controles')
    .select(['graine', 'rang', 'montant', 'strate', 'prouve', 'juste'])
    .where('graine', '=', graine)
    .orderBy('rang')
    .execute();
  return z.array(judgedSchema).parse(rows);
}
