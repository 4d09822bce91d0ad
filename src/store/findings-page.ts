import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { z } from 'zod';
import { boiteSchema } from '../model/contract.ts';
import { graviteSchema, type Gravite } from '../model/vocabulary.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

/** Which constats to list. Absent: all. */
export interface FindingsFilter {
  readonly gravite?: Gravite;
  readonly code?: string;
  /** Part of the file's name or of the sentence. */
  readonly texte?: string;
  readonly document?: string;
  readonly debut: number;
  readonly limite: number;
}

const rowSchema = z.object({
  id: z.string(),
  document: z.string(),
  fichier: z.string(),
  code: z.string(),
  gravite: graviteSchema,
  message: z.string(),
  programme: z.string().nullable(),
  page: z.int().nullable(),
  boite: boiteSchema.nullable(),
});
export type FindingRow = z.infer<typeof rowSchema>;

export interface FindingsPage {
  readonly constats: readonly FindingRow[];
  readonly nombre: number;
  /** Of the whole base, whatever the filter: how many of each code. */
  readonly codes: readonly { readonly code: string; readonly gravite: Gravite; readonly nombre: number }[];
}

const RANKS: Readonly<Record<Gravite, number>> = { erreur: 0, alerte: 1, info: 2 };

/** One page of the stored constats, the gravest first, then by file. */
export async function findingsPage(
  { db }: Store,
  { gravite, code, texte, document, debut, limite }: FindingsFilter,
): Promise<FindingsPage> {
  const filter = (builder: ExpressionBuilder<Tables, 'constats' | 'documents'>): Expression<SqlBool> => {
    const asked: Expression<SqlBool>[] = [];
    if (gravite !== undefined) asked.push(builder('constats.gravite', '=', gravite));
    if (code !== undefined) asked.push(builder('constats.code', '=', code));
    if (document !== undefined) asked.push(builder('constats.document', '=', document));
    if (texte !== undefined && texte !== '') {
      const like = `%${texte.replace(/[\\%_]/gu, '\\$&')}%`;
      asked.push(builder.or([builder('documents.fichier', 'like', like), builder('constats.message', 'like', like)]));
    }
    return builder.and(asked);
  };
  const joined = db.selectFrom('constats').innerJoin('documents', 'documents.id', 'constats.document').where(filter);
  const rows = await joined
    .select(['constats.id', 'document', 'fichier', 'code', 'gravite', 'message', 'programme', 'page', 'x0', 'y0', 'x1', 'y1'])
    .orderBy(({ case: choose }) =>
      choose().when('gravite', '=', 'erreur').then(RANKS.erreur).when('gravite', '=', 'alerte').then(RANKS.alerte).else(RANKS.info).end(),
    )
    .orderBy('fichier')
    .orderBy('documents.id')
    .orderBy('constats.rang')
    .limit(limite)
    .offset(debut)
    .execute();
  const { nombre } = await joined.select(({ fn }) => fn.countAll<number>().as('nombre')).executeTakeFirstOrThrow();
  const codes = await db
    .selectFrom('constats')
    .select(['code', 'gravite', ({ fn }) => fn.countAll<number>().as('nombre')])
    .groupBy(['code', 'gravite'])
    .orderBy('code')
    .execute();
  return {
    constats: rows.map(({ x0, y0, x1, y1, ...row }) => rowSchema.parse({ ...row, boite: x0 === null ? null : [x0, y0, x1, y1] })),
    nombre,
    codes: codes.map((each) => ({ ...each, gravite: graviteSchema.parse(each.gravite) })),
  };
}
