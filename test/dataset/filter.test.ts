import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentExportSchema, type DocumentExport, type ProgrammeExport } from '../../src/model/contract.ts';
import { statutProgrammeSchema } from '../../src/model/vocabulary.ts';
import { select, type Filter } from '../../src/people/dataset/filter.ts';
import { arbitraryDocument } from '../store/arbitrary-document.ts';

const SHA = 'a'.repeat(64);
const document = arbitraryDocument(SHA).map((read) => documentExportSchema.parse({ fichier: 'a.pdf', noms: ['a.pdf'], ...read }));
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    annee: fc.array(fc.integer({ min: 1990, max: 2040 }), { maxLength: 3 }),
    axe: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    statut: fc.subarray([...statutProgrammeSchema.options]),
  },
  { requiredKeys: [] },
);

test('without a criterion everything stays, rejected documents included', () => {
  fc.assert(
    fc.property(document, (whole) => {
      expect(select(whole, {}) === whole).toBe(true);
    }),
  );
});

test('what stays is what was there, unchanged: programmes, totals and proofs whole, lines of the axes asked for', () => {
  fc.assert(
    fc.property(document, filter, (whole, asked) => {
      const kept = select(whole, asked);
      if (kept === null) return;
      for (const programme of kept.programmes) {
        const original = whole.programmes.find(({ id }) => id === programme.id);
        expect({ ...programme, lignes: [] }).toEqual({ ...original, lignes: [] });
        for (const ligne of programme.lignes) expect(original?.lignes).toContain(ligne);
        if ((asked.axe ?? []).length > 0) expect(programme.lignes.every(({ axe }) => asked.axe?.includes(axe ?? 0))).toBe(true);
        if ((asked.statut ?? []).length > 0) expect(asked.statut).toContain(programme.statut);
      }
      for (const { programme } of [...kept.constats, ...kept.corrections, ...kept.faits]) {
        if (programme !== null) expect(kept.programmes.map(({ id }) => id)).toContain(programme);
      }
      expect(documentExportSchema.parse(kept)).toEqual(kept);
    }),
  );
});

test('splitting by statut loses no programme and doubles none', () => {
  fc.assert(
    fc.property(document, (whole) => {
      const parts = statutProgrammeSchema.options.flatMap((statut) => select(whole, { statut: [statut] })?.programmes ?? []);
      expect(new Set(parts.map(({ id }) => id))).toEqual(new Set(whole.programmes.map(({ id }) => id)));
      expect(parts).toHaveLength(whole.programmes.length);
    }),
  );
});

function programme(changes: Partial<ProgrammeExport>): DocumentExport {
  const empty: ProgrammeExport = {
    id: 'p',
    nature: 'previsionnel',
    annee_debut: 2022,
    annee_fin: 2024,
    commune: 'Béthune',
    code_insee: '62119',
    quartier: null,
    code_qp: null,
    bailleur: 'Pas-de-Calais Habitat',
    siren: '344077672',
    nombre_logements: null,
    pages: [],
    lignes: [],
    totaux: [],
    statut: 'reconcilie',
    doutes: [],
    verifie: null,
  };
  return {
    fichier: 'a.pdf',
    noms: [],
    sha256: SHA,
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: 'programme',
    convention: null,
    faits: [],
    programmes: [{ ...empty, ...changes }],
    constats: [],
    corrections: [],
  };
}

test.each<[Filter, Partial<ProgrammeExport>, boolean]>([
  [{ annee: [2023] }, {}, true],
  [{ annee: [2021, 2024] }, {}, true],
  [{ annee: [2025] }, {}, false],
  [{ annee: [2022] }, { annee_fin: null }, true],
  [{ annee: [2023] }, { annee_fin: null }, false],
  [{ annee: [2023] }, { annee_debut: null, annee_fin: null }, false],
  [{ commune: ['BETHUNE'] }, {}, true],
  [{ commune: ['62119'] }, {}, true],
  [{ commune: ['Béth'] }, {}, false],
  [{ commune: [''] }, { commune: null }, false],
  [{ bailleur: ['pas de calais'] }, {}, true],
  [{ bailleur: ['habitat'] }, {}, true],
  [{ bailleur: ['bitat'] }, {}, false],
  [{ bailleur: ['344 077 672'] }, {}, true],
  [{ bailleur: [''] }, { bailleur: null }, false],
  [{ bailleur: ['Partenord', 'Pas-de-Calais'] }, {}, true],
  [{ commune: ['Lens'], annee: [2023] }, {}, false],
  [{ statut: ['ecart'] }, {}, false],
  [{ axe: [1] }, {}, false],
])('%j of %j: %s', (asked, changes, isKept) => {
  expect(select(programme(changes), asked) !== null).toBe(isKept);
});
