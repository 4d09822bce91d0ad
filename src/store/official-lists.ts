import { z } from 'zod';
import { fold } from '../french/text.ts';
import type { Store } from './open.ts';

/** The lists a user has loaded. Each loading replaces the list as a whole, in one transaction. */

export type ListName = 'qpv' | 'bailleurs' | 'exemples';

export interface LoadedFile {
  readonly fichier: string;
  readonly empreinte: string;
  readonly charge_le: string;
}

export interface QuartierRow {
  readonly code: string;
  readonly nom: string;
  readonly communes: readonly { readonly codeInsee: string; readonly nom: string | null }[];
}

export interface BailleurRow {
  readonly siren: string;
  readonly nom: string;
  readonly autresNoms: readonly string[];
}

const CHUNK = 500;

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK));
}

export async function saveQuartiers({ db }: Store, quartiers: readonly QuartierRow[], file: LoadedFile): Promise<void> {
  const rows = quartiers.flatMap(({ code, nom, communes }) =>
    communes.map(({ codeInsee, nom: commune }, rang) => ({ code_qp: code, rang, nom, code_insee: codeInsee, commune })),
  );
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('quartiers_officiels').execute();
    for (const part of chunks(rows)) await trx.insertInto('quartiers_officiels').values(part).execute();
    await trx
      .replaceInto('listes_chargees')
      .values({ liste: 'qpv', lignes: quartiers.length, ...file })
      .execute();
  });
}

export async function saveBailleurs({ db }: Store, bailleurs: readonly BailleurRow[], file: LoadedFile): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('bailleurs_noms').execute();
    await trx.deleteFrom('bailleurs_officiels').execute();
    for (const { siren, nom, autresNoms } of bailleurs) {
      await trx.insertInto('bailleurs_officiels').values({ siren, nom }).execute();
      for (const [folded, name] of new Map([nom, ...autresNoms].reverse().map((each) => [fold(each), each]))) {
        if (folded !== '') await trx.insertInto('bailleurs_noms').values({ nom_plie: folded, nom: name, siren }).execute();
      }
    }
    await trx
      .replaceInto('listes_chargees')
      .values({ liste: 'bailleurs', lignes: bailleurs.length, ...file })
      .execute();
  });
}

const loadedSchema = z.object({ liste: z.string(), fichier: z.string(), empreinte: z.string(), lignes: z.int(), charge_le: z.string() });
export type LoadedList = z.infer<typeof loadedSchema>;

export async function loadedLists({ db }: Store): Promise<readonly LoadedList[]> {
  return z.array(loadedSchema).parse(await db.selectFrom('listes_chargees').selectAll().orderBy('liste').execute());
}

/** By code; `null` when no list of quartiers is loaded. */
export async function quartiersByCode({ db }: Store): Promise<ReadonlyMap<string, QuartierRow> | null> {
  const rows = await db.selectFrom('quartiers_officiels').selectAll().orderBy('code_qp').orderBy('rang').execute();
  if (rows.length === 0) return null;
  const found = new Map<string, { code: string; nom: string; communes: { codeInsee: string; nom: string | null }[] }>();
  for (const { code_qp: code, nom, code_insee: codeInsee, commune } of rows) {
    const quartier = found.get(code) ?? { code, nom, communes: [] };
    quartier.communes.push({ codeInsee, nom: commune });
    found.set(code, quartier);
  }
  return found;
}

/** By folded name, other names included; `null` when no list is loaded. `nom` is the official one. */
export async function bailleursByName({ db }: Store): Promise<ReadonlyMap<string, { siren: string; nom: string }> | null> {
  const rows = await db
    .selectFrom('bailleurs_noms')
    .innerJoin('bailleurs_officiels', 'bailleurs_officiels.siren', 'bailleurs_noms.siren')
    .select(['nom_plie', 'bailleurs_officiels.siren', 'bailleurs_officiels.nom'])
    .execute();
  return rows.length === 0 ? null : new Map(rows.map(({ nom_plie: folded, siren, nom }) => [folded, { siren, nom }]));
}
