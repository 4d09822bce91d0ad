import { DuckDBDecimalValue, DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import readWorkbook from 'read-excel-file/node';
import { writeExport } from '../../pipelines/export-dataset.ts';
import { xlsxWriter } from '../../src/people/dataset/formats/xlsx/xlsx.ts';
import { factsOfDataset } from '../../src/people/dataset/facts.ts';
import { Statistics } from '../../src/people/dataset/statistics.ts';
import type { Cell, CellType } from '../../src/people/dataset/tables/column.ts';
import { rowsOf } from '../../src/people/dataset/tables/rows.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/people/dataset/tables/tables.ts';
import { openStore } from '../../src/store/open.ts';
import { readStoredDocuments } from '../../src/store/read.ts';
import { fromCents } from '../../src/store/cents.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { sampleBase } from './sample-base.ts';

/** What the files must say: the rows made from the contract's documents. Each format is read back by a library that is not the one that wrote it. */
let expected: ReadonlyMap<TableName, readonly (readonly Cell[])[]>;
let folder: string;

async function expectedRows(base: string): Promise<Map<TableName, (readonly Cell[])[]>> {
  const rows = new Map<TableName, (readonly Cell[])[]>(TABLE_NAMES.map((name) => [name, []]));
  const store = await openStore(base, 'lecture');
  for await (const { id, document } of readStoredDocuments(store)) {
    for (const { table, cells } of rowsOf(id, document)) rows.get(table)?.push(cells);
  }
  await store.close();
  return rows;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tfpb-'));
  await sampleBase(folder);
  expected = await expectedRows(join(folder, 'programmes.sqlite'));
  for (const name of TABLE_NAMES) expect(expected.get(name)?.length, name).toBeGreaterThan(0);
  return () => rmSync(folder, { recursive: true, force: true });
});

function types(name: TableName): CellType[] {
  return TABLES[name].colonnes.map(({ type }) => type);
}

function header(name: TableName): string[] {
  return TABLES[name].colonnes.map(({ nom }) => nom);
}

/** CSV says nothing of types, and does not tell an empty text from none. */
function csvCells(name: TableName, cells: readonly Cell[], decimalMark: '.' | ','): string[] {
  return cells.map((cell, index) => {
    const text = String(cell ?? '');
    const type = types(name)[index];
    if (type === 'montant' || type === 'nombre') return text.replace('.', decimalMark);
    return type !== 'entier' && /^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  });
}

test.each([
  ['donnees-ouvertes', ',', '.'],
  ['excel-fr', ';', ','],
] as const)('csv %s: every cell comes back, texts that would be formulas behind an apostrophe', async (profile, delimiter, mark) => {
  const out = join(temporaryFolder(), 'csv');
  await writeExport({ base: join(folder, 'programmes.sqlite'), format: 'csv', folder: out, profile });
  for (const name of TABLE_NAMES) {
    const bytes = readFileSync(join(out, `${name}.csv`));
    expect(bytes.subarray(0, 3).equals(Buffer.from('\uFEFF'))).toBe(profile === 'excel-fr');
    const rows: string[][] = parse(bytes, { delimiter, bom: true, record_delimiter: '\r\n' });
    expect(rows).toEqual([header(name), ...(expected.get(name) ?? []).map((cells) => csvCells(name, cells, mark))]);
    for (const [index, type] of types(name).entries()) {
      if (type === 'montant' || type === 'entier' || type === 'nombre') continue;
      for (const row of rows) expect(row[index]).not.toMatch(/^[=+\-@\t\r]/u);
    }
  }
});

test('parquet: DuckDB reads every table, typed: amounts are decimals, years whole numbers', async () => {
  const out = join(temporaryFolder(), 'parquet');
  await writeExport({ base: join(folder, 'programmes.sqlite'), format: 'parquet', folder: out });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const DUCK: Readonly<Record<CellType, string>> = {
    texte: 'VARCHAR',
    liste: 'VARCHAR',
    entier: 'BIGINT',
    nombre: 'DOUBLE',
    montant: 'DECIMAL(18,2)',
  };
  for (const name of TABLE_NAMES) {
    const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${join(out, `${name}.parquet`)}')`);
    expect(result.columnNames()).toEqual(header(name));
    expect(result.columnTypes().map(String)).toEqual(types(name).map((type) => DUCK[type]));
    expect(result.getRows().map((row) => row.map(duckCell))).toEqual(expected.get(name));
  }
  await sumsAgree(connection, out);
});

function duckCell(value: DuckDBValue): Cell {
  if (value instanceof DuckDBDecimalValue) return fromCents(String(value.value));
  if (typeof value === 'bigint') return Number(value);
  return value as Cell;
}

/** The question a researcher asks first, asked of the files and of the contract. */
async function sumsAgree(connection: DuckDBConnection, out: string): Promise<void> {
  const sql = `SELECT sum(montant) FROM read_parquet('${join(out, 'montants.parquet')}')`;
  const [[sum]] = (await connection.runAndReadAll(sql)).getRows() as [[DuckDBDecimalValue]];
  const column = header('montants').indexOf('montant');
  const cents = (expected.get('montants') ?? []).reduce(
    (total, cells) => total + BigInt(String(cells[column] ?? '0').replace('.', '')),
    0n,
  );
  expect(sum.value).toBe(cents);
}

/** A sheet does not tell an empty text from none, and has no lists. */
function sheetCells(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => (cell === '' ? null : cell));
}

/** Numbers as their text, which is how the reader is told to give them. */
function asText(cell: unknown): unknown {
  return typeof cell === 'number' ? String(cell) : cell;
}

test('xlsx: another reader finds every cell of every sheet, and numbers as numbers', async () => {
  const out = join(temporaryFolder(), 'xlsx');
  await writeExport({ base: join(folder, 'programmes.sqlite'), format: 'xlsx', folder: out });
  expect(readdirSync(out)).toEqual(['dictionnaire.md', 'programmes.xlsx']);
  const sheets = await readWorkbook(join(out, 'programmes.xlsx'), { trim: false, parseNumber: (text: string) => ({ text }) });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Synthèse', ...TABLE_NAMES, 'Dictionnaire']);
  for (const name of TABLE_NAMES) {
    const [titles, ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(titles).toEqual(header(name));
    const wanted = (expected.get(name) ?? []).map((cells) =>
      sheetCells(cells).map((cell, index) => {
        const isNumber = types(name)[index] !== 'texte' && types(name)[index] !== 'liste';
        const isExact = types(name)[index] !== 'montant' || String(cell).replace(/\D/gu, '').length <= 15;
        return cell !== null && isNumber && isExact ? { text: String(cell) } : asText(cell);
      }),
    );
    expect(rows).toEqual(wanted);
  }
});

test('xlsx: a table with more rows than a sheet holds goes on in the next, with its header', async () => {
  const out = temporaryFolder();
  const writer = xlsxWriter(out, 10);
  const store = await openStore(join(folder, 'programmes.sqlite'), 'lecture');
  const statistics = new Statistics();
  for await (const stored of readStoredDocuments(store)) {
    const rows = rowsOf(stored.id, stored.document);
    statistics.add(stored.document, rows);
    writer.add(stored, rows);
  }
  await store.close();
  await writer.end(factsOfDataset({}, 'donnees-ouvertes', statistics, null));
  const sheets = await readWorkbook(join(out, 'programmes.xlsx'), { trim: false });
  const parts = sheets.filter(({ sheet }) => /^montants(?: \d+)?$/u.test(sheet));
  const count = expected.get('montants')?.length ?? 0;
  expect(parts.map(({ sheet }) => sheet)).toEqual(
    Array.from({ length: Math.ceil(count / 9) }, (_, index) => `montants${index === 0 ? '' : ` ${index + 1}`}`),
  );
  expect(parts.flatMap(({ data }) => data.slice(1))).toHaveLength(count);
  for (const { data } of parts) {
    expect(data[0]).toEqual(header('montants'));
    expect(data.length).toBeLessThanOrEqual(10);
  }
});

test.each(['json', 'jsonl', 'csv', 'xlsx', 'parquet'] as const)('%s: the same database gives the same bytes', async (format) => {
  const [first, second] = [join(temporaryFolder(), 'un'), join(temporaryFolder(), 'deux')];
  for (const out of [first, second]) await writeExport({ base: join(folder, 'programmes.sqlite'), format, folder: out });
  expect(readdirSync(first)).toEqual(readdirSync(second));
  for (const name of readdirSync(first)) expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name))), name).toBe(true);
});
