import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { documentExportSchema } from '../../src/model/contract.ts';
import { AMOUNTS_A_DOCUMENT, makeBase } from '../bench/dataset/base.ts';
import { temporaryFolder } from '../store/temporary.ts';

test('the database that the bench of exports makes in SQL is one that the product reads', async () => {
  const base = join(temporaryFolder(), 'banc.sqlite');
  await makeBase(base, 3);
  let amounts = 0;
  for await (const document of exportDocuments({ base })) {
    documentExportSchema.parse(document);
    amounts += document.programmes.flatMap(({ lignes }) => lignes.flatMap(({ montants }) => montants)).length;
  }
  expect(amounts).toBe(3 * AMOUNTS_A_DOCUMENT);
});
