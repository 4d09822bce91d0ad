import fc from 'fast-check';
import type { DocumentExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import { SUJETS } from '../../src/model/fait.ts';
import {
  douteSchema,
  graviteSchema,
  natureDocumentSchema,
  natureProgrammeSchema,
  PORTEES,
  RUBRIQUES,
  SECTIONS,
  statutProgrammeSchema,
  statutTotalSchema,
} from '../../src/model/vocabulary.ts';

/** Any document the contract allows, with ids that are unique in it when prefixed by its hash. Text is any well-formed Unicode. */

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replace(/\p{Cs}/gu, ''));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((cents) => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const coordinate = fc.double({ min: 0, max: 5000, noNaN: true }).map((value) => value + 0);
const boite = fc.tuple(coordinate, coordinate, coordinate, coordinate);
const page = fc.integer({ min: 1, max: 5000 });
const year = fc.integer({ min: 1990, max: 2040 });
const probability = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const periode = optional(fc.record({ debut: year, fin: year }));
const action = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 })).map(([a, b]) => `${a}.${b}`);

const montant: fc.Arbitrary<Omit<MontantExport, 'id' | 'preuves'>> = fc.record({
  rubrique: fc.constantFrom(...RUBRIQUES),
  colonne: text,
  periode,
  base: optional(fc.constantFrom('an' as const, 'periode' as const)),
  taxe: optional(fc.constantFrom('ht' as const, 'ttc' as const)),
  montant: optional(amount),
  texte: text,
  confiance: probability,
  corrige: optional(fc.record({ par: fc.constantFrom('somme_de_controle' as const, 'relecture' as const), avant: optional(amount) })),
  page,
  boite,
});

const ligne: fc.Arbitrary<Omit<LigneExport, 'id' | 'montants'>> = fc.record({
  ordre: fc.integer({ min: 1, max: 1000 }),
  section: optional(fc.constantFrom(...SECTIONS)),
  axe_texte: optional(text),
  action_texte: optional(text),
  description: optional(text),
  calendrier: optional(text),
  axe: optional(fc.integer({ min: 1, max: 8 })),
  action: optional(action),
  confiance_action: optional(probability),
  action_suggeree: optional(action),
  taux: optional(fc.constant('50')),
  page,
  boite,
  suites: fc.array(fc.record({ page, boite }), { maxLength: 2 }),
});

const total: fc.Arbitrary<Omit<TotalExport, 'id' | 'termes'>> = fc.record({
  portee: fc.constantFrom(...PORTEES),
  cle: optional(text),
  libelle: optional(text),
  colonne: text,
  rubrique: fc.constantFrom(...RUBRIQUES),
  periode,
  declare: amount,
  recalcule: optional(amount),
  ecart: optional(amount),
  statut: fc.constantFrom(...statutTotalSchema.options),
  page,
  boite,
});

const programme = fc.record({
  head: fc.record({
    nature: fc.constantFrom(...natureProgrammeSchema.options),
    annee_debut: optional(year),
    annee_fin: optional(year),
    commune: optional(text),
    code_insee: optional(text),
    quartier: optional(text),
    code_qp: optional(text),
    bailleur: optional(text),
    siren: optional(text),
    nombre_logements: optional(fc.nat()),
    pages: fc.array(page, { maxLength: 3 }),
    statut: fc.constantFrom(...statutProgrammeSchema.options),
    doutes: fc.subarray([...douteSchema.options]),
    verifie: optional(fc.record({ par: text, date: text })),
  }),
  lines: fc.array(fc.tuple(ligne, fc.array(montant, { maxLength: 3 })), { maxLength: 4 }),
  totals: fc.array(total, { maxLength: 3 }),
});

export function arbitraryDocument(sha256: string): fc.Arbitrary<Omit<DocumentExport, 'fichier' | 'noms'>> {
  return fc
    .record({
      pages: optional(fc.nat()),
      nature: optional(fc.constantFrom(...natureDocumentSchema.options)),
      convention: optional(
        fc.record({
          bailleur: optional(text),
          epci: optional(text),
          communes: fc.array(text, { maxLength: 3 }),
          quartiers: fc.array(fc.record({ nom: optional(text), code_qp: optional(text), nombre_logements: optional(fc.nat()) }), {
            maxLength: 3,
          }),
          annee_debut: optional(year),
          annee_fin: optional(year),
        }),
      ),
      programmes: fc.array(programme, { maxLength: 3 }),
      faits: fc.array(
        fc.record({
          sujet: fc.constantFrom(...SUJETS),
          valeur: text,
          montant: optional(amount),
          nombre: optional(fc.nat()),
          date: optional(text),
          periode,
          phrase: text,
          page,
          boite,
        }),
        { maxLength: 3 },
      ),
      constats: fc.array(
        fc.record({
          code: text,
          gravite: fc.constantFrom(...graviteSchema.options),
          message: text,
          page: optional(page),
          boite: optional(boite),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ programmes, constats, faits, ...document }) => {
      /** Some amounts of a programme: every total sums others. */
      const termsOf = (p: number, lines: readonly (readonly [unknown, readonly unknown[]])[], t: number): string[] =>
        lines.flatMap(([, amounts], l) => amounts.map((_, m) => `${sha256}-p${p}l${l}m${m}`)).filter((_, index) => index % (t + 1) === 0);
      const built = programmes.map(({ head, lines, totals }, p): ProgrammeExport => {
        const totaux = totals.map((value, t): TotalExport => ({ id: `${sha256}-p${p}t${t}`, ...value, termes: termsOf(p, lines, t) }));
        return {
          id: `${sha256}-p${p}`,
          ...head,
          lignes: lines.map(([value, amounts], l) => ({
            id: `${sha256}-p${p}l${l}`,
            ...value,
            montants: amounts.map((one, m) => ({
              id: `${sha256}-p${p}l${l}m${m}`,
              ...one,
              preuves: totaux.slice(0, m).map(({ id }) => id),
            })),
          })),
          totaux,
        };
      });
      return {
        sha256,
        statut: 'importe' as const,
        corrections: [],
        raison: null,
        ...document,
        faits: faits.map((fait, f) => ({ id: `${sha256}-f${f}`, programme: built[f]?.id ?? null, ...fait })),
        programmes: built,
        constats: constats.map((constat, c) => ({ id: `${sha256}-c${c}`, programme: built[c]?.id ?? null, ...constat })),
      };
    });
}
