import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendCorrection, CorrectionRefused, listCorrections } from '../../pipelines/corrections.ts';
import { corrector } from '../../pipelines/corrector.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { applyJournal } from '../../src/store/append-correction.ts';
import { openStore } from '../../src/store/open.ts';
import { readDocuments } from '../../src/store/read.ts';
import { saveDocument } from '../../src/store/write.ts';
import { demandeOf, steps } from '../correct/steps.ts';
import { documentOf } from '../correct/support.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { arbitraryAmounts, exactProgramme } from '../support/arbitrary-programme.ts';

const TABLES = ['programmes', 'programme_pages', 'lignes', 'suites', 'montants', 'totaux', 'termes', 'preuves', 'doutes', 'constats'];
const ALL = [...TABLES, 'corrections_etats', 'lectures', 'faits'];

function dump(path: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Sqlite(path, { readonly: true });
  const rows = Object.fromEntries(ALL.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]));
  database.close();
  return rows;
}

test('what a correction changes of the tables is what writing the whole document anew would', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryAmounts, steps, async (amounts, taken) => {
      const path = join(temporaryFolder(), 'programmes.sqlite');
      const store = await openStore(path, 'ecriture');
      try {
        const { fichier: _fichier, noms: _noms, ...reading } = documentOf(exactProgramme(amounts));
        const id = reading.sha256 ?? '';
        await saveDocument(store, id, reading, { nom: 'a.pdf', chemin: '/d/a.pdf', empreinte: '1' }, '1', { correct: corrector() });
        for (const step of taken) {
          let document: DocumentExport | null = null;
          for await (const each of readDocuments(store)) document = each;
          const journal = await listCorrections(store, id);
          const demande = document === null ? null : demandeOf(document, journal, step);
          if (demande === null) continue;
          const by = { par: 'Léa', expected: journal.length, now: new Date('2026-11-28T10:00:00Z') };
          try {
            await appendCorrection(store, id, { motif: null, ...demande }, by);
          } catch (error) {
            if (error instanceof CorrectionRefused) continue;
            throw error;
          }
          const written = dump(path);
          await applyJournal(store, id, corrector());
          expect(written).toEqual(dump(path));
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 25 },
  );
});
