import { describe, expect, it } from 'vitest';
import { classifyAxe } from '../../src/stages/classify/axes.ts';

describe('classifyAxe', () => {
  it.each(['Résidence des Lilas', 'Immeuble A', 'RÉSIDENCE LES TROIS TOURS', 'Bâtiments 3 et 4'])('%j is a place, no axe', (text) => {
    expect(classifyAxe(text)).toBeNull();
  });

  it.each([
    ['Axe 3 : Sur-entretien', 3],
    ['3. Sur-entretien', 3],
    ['SURENTRETIEN', 3],
    ['Gestion des déchets et encombrants / épaves', 4],
    ['GESTION DES DECHETS', 4],
    ['encombrants /épaves', 4],
    ['Tranquilité résidentielle', 5],
    ['TRANQUILLITÉ RÉSIDENNELLE', 5],
    ['Tranquillité publique', 5],
    ['Formation/soutien des personnels de proximité', 2],
    ['Formation spécifique et soutien au personnel', 2],
    ['Renforcement de la présence du personnel de proximité (par rapport à présence dans patrimoine hors QPV)', 1],
    ['Renforcement de la présence du', 1],
    ['Conc. / sensib. locataires', 6],
    ['Lien social et animation', 7],
    ["Petits travaux d'amélioration du cadre de vie", 8],
    ['Petits travaux d’amélioration de la qualité de service (hors quartiers NPNRU)', 8],
    ['AXE IV', 4],
    ['Axe n°7', 7],
    ['Total axe 3', 3],
    ['Sous-total Sur-entretien', 3],
  ])('%j is axe %i', (text, axe) => {
    expect(classifyAxe(text)?.axe).toBe(axe);
  });

  it('knows a number in letters', () => {
    expect(classifyAxe('Axe trois')?.axe).toBe(3);
  });

  it('believes the wording before the number: some landlords number differently', () => {
    const wording = classifyAxe('Axe 2 - Tranquillité résidentielle');
    expect(wording?.axe).toBe(5);
    expect(wording?.confidence ?? 1).toBeLessThan(classifyAxe('Axe 5 - Tranquillité résidentielle')?.confidence ?? 0);
  });

  it.each([
    'Les axes : renforcement de la présence du personnel de proximité ; formation et soutien ; sur-entretien ; gestion des déchets ; tranquillité résidentielle',
    'Surcoût estimé',
    'Actions',
    'Montant total',
    'Gestion urbaine de proximité',
    'Lille',
    '2024',
    '3.2',
    '',
  ])('%j names no axe', (text) => {
    expect(classifyAxe(text)).toBeNull();
  });
});
