import fc from 'fast-check';
import { join } from 'node:path';
import { appendCorrection } from '../../pipelines/corrections.ts';
import { rejectedDocument } from '../../pipelines/rejected-document.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { saveDocument } from '../../src/store/write.ts';
import { arbitraryDocument } from '../store/arbitrary-document.ts';

/** Texts that spreadsheets, CSV and XML each have their trouble with. */
export const HOSTILE_TEXTS = [
  '=1+1',
  '+33 6',
  '-12',
  '@SUM(A1)',
  "'=déjà",
  "''-",
  'a;b,c"d"\r\ne\nf',
  '\t=1',
  '\r=1',
  '<b>&amp;</b>',
  ' deux  espaces ',
  '_x0041_',
  '\u0001\u001f',
  '01004',
  '2.1',
  '1e5',
  'TRUE',
  '😀',
];

/** Makes `programmes.sqlite` in a folder: documents of every shape, a rejected one, and one whose texts are hostile. The same seed gives the same base. */
export async function sampleBase(folder: string, { documents = 25, seed = 7 } = {}): Promise<void> {
  const store = await openStore(join(folder, 'programmes.sqlite'), 'ecriture');
  const save = (name: string, id: string, document: Omit<DocumentExport, 'fichier' | 'noms'>): Promise<void> =>
    saveDocument(store, id, document, { nom: name, chemin: `/d/${name}`, empreinte: '1' }, '0');
  for (let index = 0; index < documents; index++) {
    const sha256 = index.toString(16).padStart(64, '0');
    const [document] = fc.sample(arbitraryDocument(sha256), { numRuns: 1, seed: seed + index });
    if (document !== undefined) await save(`d${index}.pdf`, sha256, document);
  }
  await save('=hostile.pdf', 'e'.repeat(64), hostile('e'.repeat(64)));
  for (const [expected, verifie] of [true, false].entries()) {
    const demande = { cible: { sorte: 'programme', id: 'hostile' }, geste: { type: 'verifier', verifie }, motif: '=1+1' } as const;
    await appendCorrection(store, 'e'.repeat(64), demande, { par: '@Léa;"', expected, now: new Date('2026-11-28T10:00:00Z') });
  }
  await save('illisible.pdf', 'chemin-1', rejectedDocument('chemin-1', 'illisible.pdf', null, 'illisible'));
  await store.close();
}

function hostile(sha256: string): Omit<DocumentExport, 'fichier' | 'noms'> {
  return {
    sha256,
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: 'programme',
    convention: null,
    faits: [],
    programmes: [
      {
        id: 'hostile',
        nature: 'previsionnel',
        annee_debut: 2023,
        annee_fin: 2023,
        commune: 'Lens',
        code_insee: '01004',
        quartier: '=HYPERLINK("http://exemple.fr")',
        code_qp: null,
        bailleur: 'Pas-de-Calais Habitat',
        siren: null,
        nombre_logements: 3_000_000_000,
        pages: [1],
        statut: 'reconcilie',
        doutes: [],
        verifie: null,
        totaux: [
          {
            id: 'hostile-t',
            portee: 'autre' as const,
            cle: null,
            libelle: '=total',
            colonne: 'Montant',
            rubrique: 'prevu' as const,
            periode: null,
            declare: '-0.05',
            recalcule: '-0.05',
            ecart: '0.00',
            statut: 'conforme' as const,
            termes: ['hostile-m0'],
            page: 1,
            boite: [0, 0, 0, 0],
          },
        ],
        lignes: HOSTILE_TEXTS.map((text, index) => ({
          id: `hostile-${index}`,
          ordre: index + 1,
          section: null,
          axe_texte: text,
          action_texte: text,
          description: text,
          calendrier: null,
          axe: 1,
          action: '2.1',
          confiance_action: 1e-7,
          action_suggeree: null,
          taux: null,
          page: 1,
          boite: [0, 0.1, 1e21, 3] as const,
          suites: [],
          montants: [
            {
              id: `hostile-m${index}`,
              rubrique: 'prevu' as const,
              colonne: text,
              periode: null,
              base: null,
              taxe: null,
              montant: index % 2 === 0 ? '-0.05' : '123456789012.34',
              texte: text,
              confiance: 0.5,
              preuves: [],
              corrige: null,
              page: 1,
              boite: [0, 0, 0, 0] as const,
            },
          ],
        })).map((ligne) => ({
          ...ligne,
          boite: [...ligne.boite],
          montants: ligne.montants.map((one) => ({ ...one, boite: [...one.boite] })),
        })),
      },
    ],
    constats: [],
    corrections: [],
  };
}
