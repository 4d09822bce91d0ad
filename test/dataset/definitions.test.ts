import { Ajv2020 } from 'ajv/dist/2020.js';
import Sqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportText, writeExport } from '../../pipelines/export-dataset.ts';
import { DATASET_SCHEMA, DOCUMENT_SCHEMA, jsonText } from '../../src/people/dataset/json-schema.ts';
import type { CellType } from '../../src/people/dataset/tables/column.ts';
import { TABLE_NAMES, TABLES } from '../../src/people/dataset/tables/tables.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { sampleBase } from './sample-base.ts';

/** Lists are tables of their own in the database. */
const LISTS: Readonly<Record<string, string>> = {
  'documents.noms': 'noms',
  'conventions.communes': 'convention_communes',
  'conventions.quartiers': 'convention_quartiers',
  'programmes.pages': 'programme_pages',
  'lignes.suites': 'suites',
  'montants.preuves': 'preuves',
  'programmes.doutes': 'doutes',
  'totaux.termes': 'termes',
};
/** What only the database knows: the order of a list, who read the document, what copies of a programme have in common. */
const ONLY_STORED = ['rang', 'lu_par', 'precision', 'etapes', 'contenu', 'reperes', 'identite'];
/** The journal is never changed: what became of each of its entries stands beside it. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'corrections.numero': 'corrections_etats', 'corrections.etat': 'corrections_etats' };
const SQL_TYPES: Readonly<Record<CellType, string>> = { texte: 'TEXT', entier: 'INTEGER', nombre: 'REAL', montant: 'INTEGER', liste: '' };

test('tables and database have the same columns: names, types, and what is never empty', async () => {
  const path = join(temporaryFolder(), 'base.sqlite');
  await (await openStore(path, 'ecriture')).close();
  const database = new Sqlite(path);
  const stored = (table: string): Map<string, { type: string; notnull: number; pk: number }> =>
    new Map(
      (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string; type: string; notnull: number; pk: number }[]).map(
        (column) => [column.name, column],
      ),
    );
  for (const name of TABLE_NAMES) {
    const columns = stored(name);
    for (const { nom, type, rempli } of TABLES[name].colonnes) {
      const list = LISTS[`${name}.${nom}`];
      expect(type === 'liste', `${name}.${nom}`).toBe(list !== undefined);
      if (list !== undefined) {
        expect(stored(list).size, list).toBeGreaterThan(0);
        continue;
      }
      const column = (ELSEWHERE[`${name}.${nom}`] === undefined ? columns : stored(ELSEWHERE[`${name}.${nom}`] ?? '')).get(
        type === 'montant' || nom === 'corrige_avant' ? `${nom}_centimes` : nom,
      );
      expect(column?.type, `${name}.${nom}`).toBe(SQL_TYPES[type]);
      expect(column?.notnull === 1 || column?.pk === 1, `${name}.${nom}`).toBe(rempli);
    }
    const shown = TABLES[name].colonnes.map(({ nom, type }) => (type === 'montant' ? `${nom}_centimes` : nom));
    expect(
      [...columns.keys()].filter((column) => !shown.includes(column) && !ONLY_STORED.includes(column)),
      name,
    ).toEqual([]);
  }
  database.close();
});

test('every column is explained, in a sentence that ends', () => {
  for (const name of TABLE_NAMES) {
    for (const { nom, description } of TABLES[name].colonnes) expect(description, `${name}.${nom}`).toMatch(/^.{8,}\.$/u);
  }
});

test('the published JSON Schema is the contract (npm run schema), and accepts what is exported', async () => {
  expect(readFileSync('docs/programmes.schema.json', 'utf8')).toBe(jsonText(DATASET_SCHEMA));
  const folder = temporaryFolder();
  await sampleBase(folder);
  const base = join(folder, 'programmes.sqlite');
  let json = '';
  for await (const piece of exportText({ base }, 'json')) json += piece;
  const ajv = new Ajv2020({ strict: false });
  const validate = ajv.compile(DATASET_SCHEMA);
  expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
  const validateLine = ajv.compile(DOCUMENT_SCHEMA);
  let lines = '';
  for await (const piece of exportText({ base }, 'jsonl')) lines += piece;
  for (const line of lines.trimEnd().split('\n')) expect(validateLine(JSON.parse(line))).toBe(true);
  expect(validateLine({ ...(JSON.parse(lines.split('\n')[0] ?? '') as object), statut: 'perdu' })).toBe(false);
});

interface Package {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly rowcount: number;
    readonly dialect: { readonly delimiter: string };
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly description: string;
        readonly decimalChar?: string;
      }[];
      readonly primaryKey: string;
      readonly foreignKeys?: readonly {
        readonly fields: string;
        readonly reference: { readonly resource: string; readonly fields: string };
      }[];
    };
  }[];
}

test.each(['donnees-ouvertes', 'excel-fr'] as const)(
  'datapackage.json (%s) describes the files that are there, and its keys lead somewhere',
  async (profile) => {
    const folder = temporaryFolder();
    await sampleBase(folder);
    await writeExport({ base: join(folder, 'programmes.sqlite'), format: 'csv', folder: join(folder, 'jeu'), profile });
    const { resources } = JSON.parse(readFileSync(join(folder, 'jeu', 'datapackage.json'), 'utf8')) as Package;
    expect(resources.map(({ name }) => name)).toEqual([...TABLE_NAMES]);
    for (const { path, bytes, hash, dialect, schema } of resources) {
      const content = readFileSync(join(folder, 'jeu', path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
      const names = schema.fields.map(({ name }) => name);
      expect(content.toString('utf8').replace('\uFEFF', '').split('\r\n')[0]).toBe(names.join(dialect.delimiter));
      expect(names).toContain(schema.primaryKey);
      expect(schema.foreignKeys).not.toEqual([]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(names).toContain(fields);
        expect(resources.find(({ name }) => name === reference.resource)?.schema.primaryKey).toBe(reference.fields);
      }
      for (const field of schema.fields)
        expect(field.decimalChar).toBe(field.type !== 'number' ? undefined : profile === 'excel-fr' ? ',' : '.');
    }
  },
);
