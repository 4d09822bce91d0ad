import { expect, test } from 'vitest';
import type { DocumentExport, FaitExport, ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import { programmeSection } from '../../src/people/report/programme.ts';
import { reportDocument } from '../../src/people/report/report.ts';
import { ligneExport, montantExport } from '../support/exported-lines.ts';

const total = (id: string, cle: string, libelle: string): TotalExport => ({
  id,
  portee: 'axe',
  cle,
  libelle,
  colonne: 'CONTREPARTIES',
  rubrique: 'prevu',
  periode: null,
  declare: '10.00',
  recalcule: '10.00',
  ecart: '0.00',
  statut: 'conforme',
  termes: [],
  page: 1,
  boite: [0, 0, 1, 1],
});
const programme = (colonne: string): ProgrammeExport => ({
  id: 'p',
  nature: 'previsionnel',
  annee_debut: 2023,
  annee_fin: 2023,
  commune: 'Lens',
  code_insee: '62498',
  quartier: 'Loucheur',
  code_qp: null,
  bailleur: 'Habitat',
  siren: null,
  nombre_logements: 12,
  pages: [1],
  lignes: ['a', 'b', 'c'].map((id) =>
    ligneExport({ id, montants: [montantExport({ id: `m${id}`, colonne: `${colonne} ${id}`, montant: '10.00', texte: '10 €' })] }),
  ),
  totaux: [total('t3', '3', 'SOUS-TOTAL'), total('t8', '8', 'Sous-total axe 8')],
  statut: 'reconcilie',
  doutes: [],
  verifie: null,
});

test('totals of the same name are told apart by their axe, one that names its axe stays as printed', () => {
  const html = programmeSection(programme('Montant'), '');
  expect(html).toContain('SOUS-TOTAL (axe 3)');
  expect(html).toContain('>Sous-total axe 8<');
});

test('a column without a heading is said to have none', () => {
  const { lignes, totaux, ...rest } = programme('');
  const html = programmeSection(
    {
      ...rest,
      lignes: lignes.map((ligne) => ({ ...ligne, montants: ligne.montants.map((montant) => ({ ...montant, colonne: '' })) })),
      totaux: totaux.map((each) => ({ ...each, colonne: '', portee: 'programme' as const })),
    },
    '',
  );
  expect(html).toContain('>montant</th>');
  expect(html).toContain('page 1, colonne sans en-tête');
  expect(html).not.toContain('« – »');
});

test('a heading of amounts is as small as its longest word asks for, and no smaller', () => {
  const size = (colonne: string): number => Number(/--t:([\d.]+)pt/u.exec(programmeSection(programme(colonne), ''))?.[1]);
  expect(size('Montant')).toBe(7);
  expect(size('CONTREPARTIE')).toBeLessThan(7);
  expect(size('CONTREPARTIE')).toBeGreaterThanOrEqual(4.5);
});

const fait = (rest: Partial<FaitExport>): FaitExport => ({
  id: 'f',
  sujet: 'abattement',
  valeur: '8535.00',
  montant: '8535.00',
  nombre: null,
  date: null,
  periode: null,
  phrase: 'Montant de l’abattement : 8535',
  programme: null,
  page: 1,
  boite: [0, 0, 1, 1],
  ...rest,
});

function documentHtml(faits: readonly FaitExport[], convention: DocumentExport['convention'] = null): string {
  const document: DocumentExport = {
    fichier: 'a.pdf',
    noms: ['a.pdf'],
    sha256: 'a'.repeat(64),
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: 'programme',
    convention,
    programmes: [],
    faits: [...faits],
    constats: [],
    corrections: [],
  };
  return reportDocument(document, [], true);
}

test('amounts that the text states are written as the French write them', () => {
  const html = documentHtml([fait({})]);
  expect(html).toMatch(/8\s535,00\s€/u);
  expect(html).not.toContain('8535.00');
});

test('parties and dates are told as people write them, the sentence as the page has it', () => {
  const html = documentHtml([
    fait({ sujet: 'partie', valeur: 'Bugey Habitat', montant: null, phrase: '– Bugey Habitat, représenté par sa directrice' }),
    fait({ sujet: 'signature', valeur: '2025-03-12', montant: null, date: '2025-03-12', phrase: 'Fait à Oyonnax, le 12 mars 2025.' }),
  ]);
  expect(html).toContain('<td>partie : bailleur</td><td>Bugey Habitat</td><td>« – Bugey Habitat, représenté');
  expect(html).toContain('<td>12/03/2025</td>');
});

test('a convention is shown with its years and quartiers', () => {
  const html = documentHtml([], {
    bailleur: 'Bugey Habitat',
    epci: null,
    communes: ['Oyonnax'],
    quartiers: [{ nom: 'La Forge', code_qp: 'QN00103M', nombre_logements: 41 }],
    annee_debut: 2025,
    annee_fin: 2030,
  });
  for (const part of ['2025-2030', '<td>La Forge</td><td>QN00103M</td><td class="n">41</td>', '<dd>Oyonnax</dd>'])
    expect(html).toContain(part);
});

test('a plot is not cut by the end of a page', () => {
  const [ligne] = programme('Montant').lignes;
  const html = programmeSection({ ...programme('Montant'), lignes: ligne === undefined ? [] : [{ ...ligne, axe: 3 }] }, '');
  expect(html).toMatch(/<div class="plot"><h4>Part de chaque axe/u);
});
