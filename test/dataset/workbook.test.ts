import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fromCents } from '../../src/store/cents.ts';
import { writeExport } from '../../pipelines/export-dataset.ts';
import { xmlText } from '../../src/people/dataset/formats/xlsx/xml.ts';
import { TABLE_NAMES, TABLES } from '../../src/people/dataset/tables/tables.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { officePath } from '../typeset/available.ts';
import { HOSTILE_TEXTS, sampleBase } from './sample-base.ts';

async function workbook(): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  await sampleBase(folder);
  await writeExport({ base: join(folder, 'programmes.sqlite'), format: 'xlsx', folder });
  return { folder, path: join(folder, 'programmes.xlsx') };
}

/** The same sums asked of SQLite, in cents. */
const SUMS = `SELECT axe, rubrique, base, taxe, count(*) AS nombre, sum(montant_centimes) AS somme,
    sum(CASE WHEN EXISTS (SELECT 1 FROM preuves WHERE montant = montants.id) THEN montant_centimes ELSE 0 END) AS prouve
  FROM montants JOIN lignes ON lignes.id = ligne WHERE montant_centimes IS NOT NULL AND hors_somme IS NULL GROUP BY axe, rubrique, base, taxe`;

test('the summary adds up each axe, rubrique, base and tax, and says what is proven: as SQLite does', async () => {
  const { folder, path } = await workbook();
  const sheets = await readWorkbook(path, { parseNumber: (text: string) => text as unknown as number });
  const rows = sheets.find(({ sheet }) => sheet === 'Synthèse')?.data ?? [];
  const start = rows.findIndex(([first]) => first === 'axe') + 1;
  const end = rows.findIndex(([first], index) => index > start && first === null);
  const shown = rows.slice(start, end).map(([axe, libelle, ...rest]) => {
    expect(libelle === null).toBe(axe === 'sans axe');
    return [axe, ...rest].join(' ');
  });
  const database = new Sqlite(join(folder, 'programmes.sqlite')).defaultSafeIntegers(true);
  const asked = database.prepare(SUMS).all() as {
    axe: bigint | null;
    rubrique: string;
    base: string | null;
    taxe: string | null;
    nombre: bigint;
    somme: bigint;
    prouve: bigint;
  }[];
  database.close();
  expect(asked.length).toBeGreaterThan(3);
  expect([...shown].sort()).toEqual(
    asked
      .map(({ axe, rubrique, base, taxe, nombre, somme, prouve }) =>
        [
          axe ?? 'sans axe',
          rubrique,
          base ?? 'non dite',
          taxe ?? 'non dites',
          nombre,
          fromCents(String(somme)),
          fromCents(String(prouve)),
        ].join(' '),
      )
      .sort(),
  );
});

test('text XML cannot hold is escaped the way Office reads it', () => {
  expect(xmlText('a<b>&\u0001\r_x0041_ _x')).toBe('a&lt;b&gt;&amp;_x0001__x000D__x005F_x0041_ _x');
});

test.skipIf(officePath() === null)(
  'LibreOffice opens the workbook: headers, texts as texts, amounts as numbers (skipped without LibreOffice)',
  async () => {
    const { folder, path } = await workbook();
    const out = join(folder, 'csv');
    // Token 12 is the sheet: -1 exports each to a file of its own.
    execFileSync(
      officePath() ?? '',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
        '--outdir',
        out,
        path,
      ],
      { timeout: 120_000, stdio: 'ignore' },
    );
    expect(readdirSync(out).map((name) => name.replace(/^programmes-(.*)\.csv$/u, '$1'))).toEqual(
      expect.arrayContaining(['Synthèse', ...TABLE_NAMES, 'Dictionnaire']) as string[],
    );
    const rows: Record<string, string>[] = parse(readFileSync(join(out, 'programmes-montants.csv'), 'utf8'), {
      columns: true,
      relax_quotes: true,
    });
    expect(Object.keys(rows[0] ?? {})).toEqual(TABLES.montants.colonnes.map(({ nom }) => nom));
    const hostile = rows.filter(({ id }) => id?.startsWith('hostile') === true);
    expect(hostile.map(({ montant }) => Number(montant))).toEqual(
      HOSTILE_TEXTS.map((_, index) => (index % 2 === 0 ? -0.05 : 123456789012.34)),
    );
    expect(hostile.map(({ texte }) => texte)).toEqual(
      expect.arrayContaining(['=1+1', '@SUM(A1)', '01004', '1e5', 'TRUE', '<b>&amp;</b>', '😀', '_x0041_']),
    );
  },
  180_000,
);
