import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiledOnFile, onFile } from '../../src/stages/classify/compiled-file.ts';
import { communesByName, communesFile, communesOnFile } from '../../src/stages/classify/commune-list.ts';
import { compileTaxonomy } from '../../src/stages/classify/compile-taxonomy.ts';

const folder = mkdtempSync(join(tmpdir(), 'tfpb-taxonomie-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the compiled taxonomy comes back from its file as it went in', () => {
  const compiled = compileTaxonomy();
  const file = join(folder, 'taxonomie.json');
  writeFileSync(file, onFile(compiled));
  expect(compiledOnFile(file)).toEqual(compiled);
});

test('one made from other data is not used, nor one that is not there', () => {
  const file = join(folder, 'perimee.json');
  writeFileSync(file, onFile(compileTaxonomy()).replace(/"donnees":"./u, '"donnees":"x'));
  expect(compiledOnFile(file)).toBeNull();
  expect(compiledOnFile(join(folder, 'absente.json'))).toBeNull();
});

test('the communes come back from their file as they went in; a list of another version of the package is not used', () => {
  const file = join(folder, 'communes.tsv');
  const text = communesFile();
  writeFileSync(file, text);
  const read = communesOnFile(file);
  const names = text
    .split('\n')
    .slice(1)
    .map((row) => row.slice(0, row.indexOf('\t')));
  expect(names.length).toBeGreaterThan(34_000);
  for (const name of names) expect(read?.get(name), name).toEqual(communesByName().get(name));
  expect(read?.get('saint denis')?.map(({ departement }) => departement)).toContain('93');
  writeFileSync(file, `0.0.0\n${text.slice(text.indexOf('\n') + 1)}`);
  expect(communesOnFile(file)).toBeNull();
});
