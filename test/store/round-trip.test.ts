import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentExportSchema, type DocumentExport } from '../../src/model/contract.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { readDocuments } from '../../src/store/read.ts';
import { saveDocument, type DocumentToSave } from '../../src/store/write.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { temporaryFolder } from './temporary.ts';

const SHA = 'a'.repeat(64);
const file = { nom: 'a.pdf', chemin: '/d/a.pdf', empreinte: '1' };

function emptyDocument(sha256: string): DocumentToSave {
  return {
    sha256,
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: null,
    convention: null,
    faits: [],
    programmes: [],
    constats: [],
    corrections: [],
  };
}

async function all(store: Store): Promise<DocumentExport[]> {
  const documents: DocumentExport[] = [];
  for await (const document of readDocuments(store)) documents.push(document);
  return documents;
}

test('any document the contract allows comes back from the store as it went in, and a second reading replaces the first whole', async () => {
  const store = await openStore(join(temporaryFolder(), 'base.sqlite'), 'ecriture');
  await fc.assert(
    fc.asyncProperty(arbitraryDocument(SHA), async (document) => {
      await saveDocument(store, SHA, document, file, '0');
      expect(await all(store)).toEqual([documentExportSchema.parse({ fichier: 'a.pdf', noms: ['a.pdf'], ...document })]);
    }),
    { numRuns: 60 },
  );
  await store.close();
});

test('documents come out in the order of their names, whatever the order they went in', async () => {
  const store = await openStore(join(temporaryFolder(), 'base.sqlite'), 'ecriture');
  for (const nom of ['b.pdf', 'é.pdf', 'B.pdf', 'a.pdf']) {
    const sha256 = Buffer.from(nom).toString('hex');
    await saveDocument(store, sha256, emptyDocument(sha256), { nom, chemin: `/d/${nom}`, empreinte: '1' }, '0');
  }
  expect((await all(store)).map(({ fichier }) => fichier)).toEqual(['B.pdf', 'a.pdf', 'b.pdf', 'é.pdf']);
  await store.close();
});

test('a row that breaks the contract is refused on the way out', async () => {
  const store = await openStore(join(temporaryFolder(), 'base.sqlite'), 'ecriture');
  await saveDocument(store, SHA, emptyDocument(SHA), file, '0');
  await store.db.updateTable('documents').set({ nature: 'inventee' }).execute();
  await expect(all(store)).rejects.toThrow('nature');
  await store.close();
});

test('a document that breaks a key is not stored at all: one transaction', async () => {
  const store = await openStore(join(temporaryFolder(), 'base.sqlite'), 'ecriture');
  const constat = { id: 'c', code: 'x', gravite: 'info' as const, message: 'm', programme: 'inconnu', page: null, boite: null };
  const document = { ...emptyDocument(SHA), constats: [constat] };
  await expect(saveDocument(store, SHA, document, file, '0')).rejects.toThrow('FOREIGN KEY');
  expect(await all(store)).toEqual([]);
  await store.close();
});
