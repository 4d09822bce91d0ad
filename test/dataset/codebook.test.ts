import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeExport, type Filter } from '../../pipelines/export-dataset.ts';
import { productVersion } from '../../src/product.ts';
import { TABLE_NAMES, TABLES } from '../../src/people/dataset/tables/tables.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { HOSTILE_TEXTS, sampleBase } from './sample-base.ts';

async function dictionary(filter: Filter, format: 'csv' | 'parquet' = 'csv'): Promise<string> {
  const folder = temporaryFolder();
  await sampleBase(folder);
  await writeExport({ base: join(folder, 'programmes.sqlite'), format, folder: join(folder, 'jeu'), filter });
  return readFileSync(join(folder, 'jeu', 'dictionnaire.md'), 'utf8');
}

test('the codebook names every column of every table, the versions, the counts and the share filled', async () => {
  const text = await dictionary({});
  for (const name of TABLE_NAMES) {
    const section = text.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const { nom, description } of TABLES[name].colonnes)
      expect(section).toContain(`| \`${nom}\` | ${description.replaceAll('|', '\\|')} |`);
  }
  expect(text).toContain(`tfpb ${productVersion()}`);
  expect(text).toContain('référentiel national, version 2024-06');
  expect(text).toContain('Critères : aucun, toute la base');
  expect(text).toContain('Documents : 27, dont rejetés 1');
  // 26 of 27 documents have a hash.
  expect(text).toMatch(/\| `sha256` \|.*\| 96,3\s% \|/u);
  expect(text).not.toContain('Ce qui ne répond pas aux critères');
});

test('a limited export says what it was limited to and what it leaves out', async () => {
  const text = await dictionary({ commune: ['Lens'], annee: [2022, 2023], statut: ['reconcilie'] });
  expect(text).toContain('Critères : année 2022 ou 2023 ; commune Lens ; statut reconcilie');
  expect(text).toContain('Documents : 1, dont rejetés 0');
  expect(text).toContain(`Montants : ${HOSTILE_TEXTS.length}`);
  expect(text).toContain('Ce qui ne répond pas aux critères');
});

test('what is only true of CSV is only said of CSV', async () => {
  expect(await dictionary({})).toContain('apostrophe');
  expect(await dictionary({}, 'parquet')).not.toContain('apostrophe');
});
