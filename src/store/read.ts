import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import {
  documentExportSchema,
  type ConventionExport,
  type CorrectionExport,
  type DocumentExport,
  type FaitExport,
  type LigneExport,
  type MontantExport,
  type ProgrammeExport,
  type TotalExport,
} from '../model/contract.ts';
import { fromCents, fromCentsOrNull } from './cents.ts';
import type { Connection } from './connection.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

type Unchecked<T> = { [K in keyof T]: unknown };

/**
 * Every document of the database in the contract's shape, one after the other, in the order of their file names (then of their bytes' hash), so
 * that the same database always gives the same export. Read in one transaction: an import that goes on meanwhile does not show.
 * Rows are checked on the way out: what a stranger changed in the file fails here rather than in somebody's figures.
 */
export async function* readDocuments(store: Store): AsyncGenerator<DocumentExport> {
  for await (const { document } of readStoredDocuments(store)) yield document;
}

/** A document and its key in the database: its hash, or a name made from its path when its bytes could not be read. */
export interface StoredDocument {
  readonly id: string;
  readonly document: DocumentExport;
}

/** As {@link readDocuments}, with their keys; only those of `ids` when they are given. */
export async function* readStoredDocuments(store: Store, ids?: ReadonlySet<string>): AsyncGenerator<StoredDocument> {
  const trx = await store.db.startTransaction().execute();
  try {
    const documents = await trx.selectFrom('documents').select('id').orderBy('fichier').orderBy('id').execute();
    for (const { id } of documents)
      if (ids === undefined || ids.has(id)) yield { id, document: await readDocument(trx, store.connection, id) };
  } finally {
    await trx.rollback().execute();
  }
}

/** One document, in the transaction of `db`, which is on `connection`. */
export async function readDocument(db: Kysely<Tables>, connection: Connection, id: string): Promise<DocumentExport> {
  const {
    lu_par: _luPar,
    id: _id,
    ...document
  } = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const noms = await db.selectFrom('noms').select('nom').where('document', '=', id).orderBy('rang').execute();
  const constats = await db.selectFrom('constats').selectAll().where('document', '=', id).orderBy('rang').execute();
  const read: Unchecked<DocumentExport> = {
    fichier: document.fichier,
    noms: noms.map(({ nom }) => nom),
    sha256: document.sha256,
    pages: document.pages,
    statut: document.statut,
    raison: document.raison,
    nature: document.nature,
    convention: await readConvention(db, id),
    faits: await readFacts(db, id),
    programmes: await readProgrammes(db, connection, id),
    constats: constats.map(({ document: _document, rang: _rang, x0, y0, x1, y1, ...constat }) => ({
      ...constat,
      boite: x0 === null ? null : [x0, y0, x1, y1],
    })),
    corrections: await readCorrections(db, id),
  };
  return documentExportSchema.parse(read);
}

async function readConvention(db: Kysely<Tables>, id: string): Promise<ConventionExport | null> {
  const convention = await db.selectFrom('conventions').selectAll().where('document', '=', id).executeTakeFirst();
  if (convention === undefined) return null;
  const communes = await db.selectFrom('convention_communes').select('nom').where('document', '=', id).orderBy('rang').execute();
  const quartiers = await db
    .selectFrom('convention_quartiers')
    .select(['nom', 'code_qp', 'nombre_logements'])
    .where('document', '=', id)
    .orderBy('rang')
    .execute();
  const { bailleur, epci, annee_debut, annee_fin } = convention;
  return { bailleur, epci, communes: communes.map(({ nom }) => nom), quartiers, annee_debut, annee_fin };
}

/** The whole journal, with what became of each correction; one that was not applied yet changes nothing of what is exported. */
async function readCorrections(db: Kysely<Tables>, document: string): Promise<Unchecked<CorrectionExport>[]> {
  const rows = await db
    .selectFrom('corrections as c')
    .leftJoin('corrections_etats as e', 'e.correction', 'c.id')
    .select(['c.id', 'c.programme', 'c.geste', 'c.cible_sorte', 'c.cible', 'c.avant', 'c.apres', 'c.par', 'c.date', 'c.motif'])
    .select(['e.numero', 'e.programme as present', 'e.cible as cible_presente', 'e.etat'])
    .where('c.document', '=', document)
    .orderBy('c.date')
    .orderBy('c.id')
    .execute();
  return rows.map(({ numero: _numero, present, cible_presente, etat, ...row }, index) => ({
    ...row,
    numero: index + 1,
    programme: etat === null ? row.programme : present,
    cible: cible_presente ?? row.cible,
    etat: etat ?? 'orpheline',
  }));
}

async function readFacts(db: Kysely<Tables>, document: string): Promise<Unchecked<FaitExport>[]> {
  const rows = await db
    .selectFrom('faits')
    .selectAll()
    .select(cents('montant_centimes').as('montant_texte'))
    .where('document', '=', document)
    .orderBy('rang')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sujet: row.sujet,
    valeur: row.valeur,
    montant: fromCentsOrNull(row.montant_texte),
    nombre: row.nombre,
    date: row.date,
    periode: period(row),
    phrase: row.phrase,
    programme: row.programme,
    page: row.page,
    boite: [row.x0, row.y0, row.x1, row.y1],
  }));
}

async function readProgrammes(db: Kysely<Tables>, connection: Connection, document: string): Promise<Unchecked<ProgrammeExport>[]> {
  const programmes = await db.selectFrom('programmes').selectAll().where('document', '=', document).orderBy('rang').execute();
  const read: Unchecked<ProgrammeExport>[] = [];
  for (const programme of programmes) {
    const { id } = programme;
    const pages = await db.selectFrom('programme_pages').select('page').where('programme', '=', id).orderBy('rang').execute();
    read.push({
      id,
      nature: programme.nature,
      annee_debut: programme.annee_debut,
      annee_fin: programme.annee_fin,
      commune: programme.commune,
      code_insee: programme.code_insee,
      quartier: programme.quartier,
      code_qp: programme.code_qp,
      bailleur: programme.bailleur,
      siren: programme.siren,
      nombre_logements: programme.nombre_logements,
      pages: pages.map(({ page }) => page),
      lignes: await readLines(db, connection, id),
      totaux: await readTotals(db, id),
      statut: programme.statut,
      doutes: (await db.selectFrom('doutes').select('doute').where('programme', '=', id).orderBy('rang').execute()).map(
        ({ doute }) => doute,
      ),
      verifie: programme.verifie_par === null ? null : { par: programme.verifie_par, date: programme.verifie_date },
    });
  }
  return read;
}

async function readLines(db: Kysely<Tables>, connection: Connection, programme: string): Promise<Unchecked<LigneExport>[]> {
  const lines = await db.selectFrom('lignes').selectAll().where('programme', '=', programme).orderBy('rang').execute();
  const parts = groupBy(
    await db
      .selectFrom('suites')
      .innerJoin('lignes', 'lignes.id', 'suites.ligne')
      .selectAll('suites')
      .where('programme', '=', programme)
      .orderBy('lignes.rang')
      .orderBy('suites.rang')
      .execute(),
    ({ ligne }) => ligne,
  );
  const amounts = readAmounts(connection, programme);
  return lines.map(({ programme: _programme, rang: _rang, x0, y0, x1, y1, page, ...line }) => ({
    ...line,
    page,
    boite: [x0, y0, x1, y1],
    suites: (parts.get(line.id) ?? []).map((part) => ({ page: part.page, boite: [part.x0, part.y0, part.x1, part.y1] })),
    montants: amounts.get(line.id) ?? [],
  }));
}

/**
 * Amounts are most of a database and most of the time of an export: their rows come as arrays, in the order the keys give so that nothing is sorted. Read on the
 * connection of the transaction under way.
 */
const AMOUNTS = `
  SELECT m.ligne, m.id, m.rubrique, m.colonne, m.periode_debut, m.periode_fin, m.base, m.taxe, CAST(m.montant_centimes AS TEXT), m.texte, m.confiance,
         m.corrige_par, CAST(m.corrige_avant_centimes AS TEXT), m.page, m.x0, m.y0, m.x1, m.y1
  FROM lignes l JOIN montants m ON m.ligne = l.id WHERE l.programme = ? ORDER BY l.rang, m.rang`;
type AmountRow = readonly [
  ligne: string,
  id: string,
  rubrique: unknown,
  colonne: unknown,
  periode_debut: number | null,
  periode_fin: number | null,
  base: unknown,
  taxe: unknown,
  montant: string | null,
  texte: unknown,
  confiance: unknown,
  corrige_par: unknown,
  corrige_avant: string | null,
  page: unknown,
  x0: unknown,
  y0: unknown,
  x1: unknown,
  y1: unknown,
];
const PROOFS = `
  SELECT m.id, p.total FROM lignes l JOIN montants m ON m.ligne = l.id JOIN preuves p ON p.montant = m.id WHERE l.programme = ? ORDER BY l.rang, m.rang, p.rang`;

/** The amounts of each line of a programme. */
function readAmounts(connection: Connection, programme: string): Map<string, Unchecked<MontantExport>[]> {
  const proofs = new Map<string, string[]>();
  for (const [montant, total] of connection.prepare(PROOFS).raw().all(programme) as [string, string][]) push(proofs, montant, total);
  const amounts = new Map<string, Unchecked<MontantExport>[]>();
  for (const row of connection.prepare(AMOUNTS).raw().all(programme) as AmountRow[]) {
    const [
      ligne,
      id,
      rubrique,
      colonne,
      periode_debut,
      periode_fin,
      base,
      taxe,
      montant,
      texte,
      confiance,
      par,
      avant,
      page,
      x0,
      y0,
      x1,
      y1,
    ] = row;
    push(amounts, ligne, {
      id,
      rubrique,
      colonne,
      periode: period({ periode_debut, periode_fin }),
      base,
      taxe,
      montant: fromCentsOrNull(montant),
      texte,
      confiance,
      preuves: proofs.get(id) ?? [],
      corrige: par === null ? null : { par, avant: fromCentsOrNull(avant) },
      page,
      boite: [x0, y0, x1, y1],
    });
  }
  return amounts;
}

async function readTotals(db: Kysely<Tables>, programme: string): Promise<Unchecked<TotalExport>[]> {
  const rows = await db
    .selectFrom('totaux')
    .selectAll()
    .select([
      sql<string>`CAST(declare_centimes AS TEXT)`.as('declare_texte'),
      cents('recalcule_centimes').as('recalcule_texte'),
      cents('ecart_centimes').as('ecart_texte'),
    ])
    .where('programme', '=', programme)
    .orderBy('rang')
    .execute();
  const terms = groupBy(
    await db
      .selectFrom('termes')
      .innerJoin('totaux', 'totaux.id', 'termes.total')
      .select(['termes.total', 'termes.montant'])
      .where('totaux.programme', '=', programme)
      .orderBy('totaux.rang')
      .orderBy('termes.rang')
      .execute(),
    ({ total }) => total,
  );
  return rows.map((row) => ({
    id: row.id,
    portee: row.portee,
    cle: row.cle,
    libelle: row.libelle,
    colonne: row.colonne,
    rubrique: row.rubrique,
    periode: period(row),
    declare: fromCents(row.declare_texte),
    recalcule: fromCentsOrNull(row.recalcule_texte),
    ecart: fromCentsOrNull(row.ecart_texte),
    statut: row.statut,
    termes: (terms.get(row.id) ?? []).map(({ montant }) => montant),
    page: row.page,
    boite: [row.x0, row.y0, row.x1, row.y1],
  }));
}

/** Cents as text: a JavaScript number would round beyond 2^53. */
function cents(column: string) {
  return sql<string | null>`CAST(${sql.ref(column)} AS TEXT)`;
}

function period(row: { periode_debut: number | null; periode_fin: number | null }): { debut: number; fin: number | null } | null {
  return row.periode_debut === null ? null : { debut: row.periode_debut, fin: row.periode_fin };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) push(groups, key(row), row);
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The product and version that read a document; empty for one that is not there. */
export async function readerOf({ db }: Store, document: string): Promise<string> {
  const row = await db.selectFrom('documents').select('lu_par').where('id', '=', document).executeTakeFirst();
  return row?.lu_par ?? '';
}
