import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProgrammeExport } from '../../src/model/contract.ts';
import { controlCandidates } from '../../src/store/controles.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument } from '../../src/store/write.ts';
import { ligneExport, montantExport } from '../support/exported-lines.ts';
import { temporaryFolder } from './temporary.ts';

const SHA = 'a'.repeat(64);
const programme: ProgrammeExport = {
  id: 'p',
  nature: 'previsionnel',
  annee_debut: 2025,
  annee_fin: 2025,
  commune: 'Oyonnax',
  code_insee: '01283',
  quartier: 'La Forge',
  code_qp: null,
  bailleur: 'Bugey Habitat',
  siren: null,
  nombre_logements: null,
  pages: [1, 2],
  lignes: [
    ligneExport({ id: 'l1', montants: [montantExport({ id: 'm1', page: 1 })] }),
    ligneExport({ id: 'l2', ordre: 2, page: 2, montants: [montantExport({ id: 'm2', page: 2 })] }),
    ligneExport({
      id: 'l3',
      ordre: 3,
      page: 2,
      montants: [montantExport({ id: 'm3', page: 2, corrige: { par: 'somme_de_controle', avant: '1.00' } })],
    }),
  ],
  totaux: [],
  statut: 'reconcilie',
  doutes: [],
  verifie: null,
};

test('amounts of a page that was recognised are a stratum of their own, those a sum changed another', async () => {
  const store = await openStore(join(temporaryFolder(), 'base.sqlite'), 'ecriture');
  const document = {
    ...{ sha256: SHA, pages: 2, statut: 'importe' as const, raison: null, nature: 'programme' as const, convention: null },
    ...{ faits: [], programmes: [programme], constats: [], corrections: [] },
  };
  await saveDocument(store, SHA, document, { nom: 'a.pdf', chemin: '/d/a.pdf', empreinte: '1' }, '0');
  await store.db
    .insertInto('reconnaissances')
    .values({ sha256: SHA, page: 2, moteur: 'm', version: '1', reglages: '', lecture: '{}' })
    .execute();
  const strata = (await controlCandidates(store)).map(({ page, strate }) => [page, strate]);
  expect(strata).toEqual([
    [1, 'natif'],
    [2, 'numerise'],
    [2, 'repare'],
  ]);
  await store.close();
});
