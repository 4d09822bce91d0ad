import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import type { ProgrammeExport } from '../../src/model/contract.ts';
import { saveBailleurs } from '../../src/store/official-lists.ts';
import { openStore } from '../../src/store/open.ts';
import { summarise } from '../../src/store/summary.ts';
import { saveDocument } from '../../src/store/write.ts';
import { temporaryFolder } from '../store/temporary.ts';

const FILE = { fichier: 'bailleurs.csv', empreinte: '0', charge_le: '2026-11-28T10:00:00Z' };

function programme(id: string, bailleur: string): ProgrammeExport {
  const heading = { annee_debut: 2023, annee_fin: 2023, commune: 'Lens', code_insee: '62498', quartier: 'Grande Résidence', code_qp: null };
  const rest = { siren: null, nombre_logements: null, pages: [1], lignes: [], totaux: [], doutes: [], verifie: null };
  return { id, nature: 'previsionnel', statut: 'non_verifiable', bailleur, ...heading, ...rest };
}

test('a programme under two names of one landlord counts once, from when the list that says so is loaded', async () => {
  const base = join(temporaryFolder(), 'programmes.sqlite');
  const store = await openStore(base, 'ecriture');
  for (const [nom, one] of [
    ['a.pdf', programme('a', 'Pas-de-Calais Habitat')],
    ['b.pdf', programme('b', 'PDCH')],
    ['c.pdf', programme('c', 'Sia Habitat')],
  ] as const) {
    const sha256 = one.id.repeat(64);
    const read = { sha256, pages: 1, statut: 'importe', raison: null, nature: 'programme', convention: null } as const;
    const file = { nom, chemin: `/d/${nom}`, empreinte: '1' };
    await saveDocument(store, sha256, { ...read, faits: [], programmes: [one], corrections: [], constats: [] }, file, '0');
  }
  const kept = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { programmes } of exportDocuments({ base, doubles: false })) found.push(...programmes.map(({ id }) => id));
    return found;
  };
  expect(await kept()).toEqual(['a', 'b', 'c']);
  expect((await summarise(store)).doubles).toBe(0);
  await saveBailleurs(store, [{ siren: '344077672', nom: 'Pas-de-Calais Habitat', autresNoms: ['PDCH'] }], FILE);
  expect(await kept()).toEqual(['a', 'c']);
  expect((await summarise(store)).doubles).toBe(1);
  await store.close();
});
