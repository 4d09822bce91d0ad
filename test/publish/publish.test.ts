import { describe, expect, it } from 'vitest';
import { documentExportSchema } from '../../src/model/contract.ts';
import type { Convention } from '../../src/model/draft.ts';
import { NEW_PAGE, rows, UP } from '../support/grids.ts';
import { amount, decide, HEADING, line, programme, scope, total, type Figure } from '../support/programmes.ts';
import { exported, exportedPages, idsOf } from '../support/published.ts';

function montantOf(figure: Figure) {
  return exported(decide(programme([line('1', amount('a', figure))], []))).programmes[0]?.lignes[0]?.montants[0];
}

describe('amounts, published', () => {
  it.each([
    ['500', '500.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-0.001', '0.00'],
    ['-12.5', '-12.50'],
    ['1234567.8', '1234567.80'],
    ['900000000000000.01', '900000000000000.01'],
    [null, null],
  ])('%s is %s', (figure, montant) => {
    expect(montantOf(figure)?.montant).toBe(montant);
  });

  it('keep what stands on the page', () => {
    expect(montantOf('500')).toMatchObject({ texte: '500 €', colonne: 'Dépense prévisionnelle', periode: { debut: 2026, fin: 2026 } });
  });

  it('say what they were read as before the sums corrected them', () => {
    const misread: Figure = [
      ['380', 0],
      ['300', 1],
    ];
    const document = exported(decide(programme([line('1', amount('a', misread))], [total('t', '300.00', scope(['a']))])));
    expect(document.programmes[0]?.lignes[0]?.montants[0]).toMatchObject({
      montant: '300.00',
      corrige: { par: 'somme_de_controle', avant: '380.00' },
      preuves: [],
    });
  });
});

describe('places, published', () => {
  it('are rounded to a tenth of a point, with the further parts of a line', () => {
    const place = { page: 2, box: [10.04, 20.06, 99.999, 120.25] } as const;
    const own = { ...line('1', { ...amount('a', '1.00'), place }), place, continuations: [{ page: 3, box: [1.23456, 2, 3, 4] }] as const };
    const ligne = exported(decide(programme([own], []))).programmes[0]?.lignes[0];
    expect(ligne).toMatchObject({ page: 2, boite: [10, 20.1, 100, 120.3], suites: [{ page: 3, boite: [1.2, 2, 3, 4] }] });
    expect(ligne?.montants[0]?.boite).toEqual([10, 20.1, 100, 120.3]);
  });
});

describe('documents, published', () => {
  it('number the lines of each programme from one', () => {
    const two = programme([line('1', amount('a', '1.00')), line('2', amount('b', '2.00'))], []);
    const other = programme([line('3', amount('c', '3.00'))], [], { pages: [2] });
    expect(exported(decide(two, other)).programmes.map(({ lignes }) => lignes.map((ligne) => ligne.ordre))).toEqual([[1, 2], [1]]);
  });

  it('give findings the id of their programme', () => {
    const sound = programme([line('1', amount('a', '1.00'))], [total('t', '1.00', scope(['a']))]);
    const wrong = programme([line('2', amount('b', '2.00'))], [total('u', '9.00', scope(['b']))], { pages: [2] });
    const { programmes, constats } = exported(decide(sound, wrong));
    const findings = constats.filter(({ code }) => code !== 'regles_non_verifiables');
    expect(findings.map((constat) => constat.programme)).toEqual([programmes[1]?.id]);
  });

  it('leave empty what the heading does not say', () => {
    const bare = {
      ...HEADING,
      commune: null,
      codeInsee: null,
      quartier: null,
      codeQp: null,
      bailleur: null,
      periode: null,
      logements: null,
    };
    const document = exported(decide(programme([line('1', amount('a', '1.00'))], [], { heading: { ...bare, place: null } })));
    expect(documentExportSchema.safeParse(document).error).toBeUndefined();
    expect(document.programmes[0]).toMatchObject({ commune: null, annee_debut: null, annee_fin: null, nombre_logements: null });
  });

  it('write what a convention says', () => {
    const convention: Convention = {
      bailleur: 'Bugey Habitat',
      epci: null,
      communes: ['Oyonnax'],
      quartiers: [{ nom: 'La Forge', codeQp: 'QP001003', logements: 412 }],
      periode: { debut: 2025, fin: 2030 },
    };
    expect(exported({ ...decide(), convention }).convention).toEqual({
      bailleur: 'Bugey Habitat',
      epci: null,
      communes: ['Oyonnax'],
      quartiers: [{ nom: 'La Forge', code_qp: 'QP001003', nombre_logements: 412 }],
      annee_debut: 2025,
      annee_fin: 2030,
    });
  });
});

describe('pages of several programmes and of merged cells, through every stage', () => {
  const table = rows(
    ['Axe', 'Action', 'Description', 'Dépense prévisionnelle'],
    ['Sur-entretien', 'Effacement de tags et graffitis', 'Peinture des halls', '800,50 €'],
    [UP, UP, 'Lessivage des murs', UP],
    [UP, 'Renforcement nettoyage', 'Lavage des parkings', ''],
    ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Rondes de nuit', '600 €'],
    ['Total général', '←', '←', '1 400,50 €'],
  );
  const pages = ['Programme d’actions TFPB', 'Ville : Oyonnax', 'Bailleur : Bugey Habitat', 'Année : 2026'] as const;
  const document = exportedPages(...pages, 'Quartier : La Forge', table, NEW_PAGE, ...pages, 'Quartier : La Plaine', table);

  it('are what the contract allows, and reconciled', () => {
    expect(documentExportSchema.safeParse(document).error).toBeUndefined();
    expect(document.programmes.map(({ statut, lignes }) => [statut, lignes.length])).toEqual([
      ['reconcilie', 3],
      ['reconcilie', 3],
    ]);
  });

  it('never give one id to a line, an amount and a total', () => {
    const ids = idsOf(exported(decide(programme([line('x', amount('x', '1.00'))], [total('x', '1.00', scope(['x']))]))));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('have ids that are unique in the document', () => {
    const ids = idsOf(document);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
