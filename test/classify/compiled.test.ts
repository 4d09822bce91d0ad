import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiledOnFile, onFile } from '../../src/stages/classify/compiled-file.ts';
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
