import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { importDocuments } from '../../pipelines/import-documents.ts';
import { RAISONS } from '../../src/model/errors.ts';
import { temporaryFolder } from '../store/temporary.ts';

vi.mock('../../pipelines/worker-entries.ts', async (original) => {
  const { compiled } = await import('../support/compiled/folder.ts');
  return { ...(await original<object>()), DOCUMENT_WORKER: compiled('test/pipelines/faulty-worker') };
});

test('a worker that dies, hangs, grows or lies costs its own document only; the run goes on and says why', async () => {
  const root = temporaryFolder();
  const folder = join(root, 'pdf');
  const base = join(root, 'base.sqlite');
  mkdirSync(folder);
  for (const name of ['a-meurt', 'b-bon', 'c-sort', 'd-pend', 'e-bon', 'f-gonfle', 'g-lance', 'h-ment', 'i-bon']) {
    writeFileSync(join(folder, `${name}.pdf`), `%PDF- ${name}`);
  }
  const details: Record<string, string | null> = {};
  const report = await importDocuments({
    paths: [folder],
    base,
    coeurs: 2,
    delaiMax: 12,
    memoireMax: 300,
    onProgress: (event) => {
      if (event.type === 'rejete') details[event.nom] = event.detail;
    },
  });
  expect(report).toMatchObject({ lus: 3, rejetes: 6, interrompu: false });
  const reasons: Record<string, string | null> = {};
  for await (const { fichier, statut, raison, constats } of exportDocuments({ base })) {
    reasons[fichier] = raison;
    if (raison !== null) expect([statut, constats[0]?.message]).toEqual(['rejete', expect.stringContaining(RAISONS[raison].message)]);
  }
  expect(reasons).toEqual({
    'a-meurt.pdf': 'erreur_interne',
    'b-bon.pdf': null,
    'c-sort.pdf': 'erreur_interne',
    'd-pend.pdf': 'delai_depasse',
    'e-bon.pdf': null,
    'f-gonfle.pdf': 'memoire_depassee',
    'g-lance.pdf': 'erreur_interne',
    'h-ment.pdf': 'erreur_interne',
    'i-bon.pdf': null,
  });
  expect(details['g-lance.pdf']).toContain('une erreur imprévue');
});
