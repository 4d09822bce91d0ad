import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departementOfCodeQp, isPossibleCodeQp } from '../../src/stages/classify/codes-qp.ts';
import { communeIn, findCommune } from '../../src/stages/classify/communes.ts';

describe('findCommune', () => {
  it.each([
    ['LENS', 'Lens', '62498'],
    ['Ville de Roubaix', 'Roubaix', '59512'],
    ["Commune d'Avion", 'Avion', '62065'],
    ['COMMUNE : LILLERS', 'Lillers', '62516'],
    ['Saint Etienne', 'Saint-Étienne', '42218'],
    ['ST-ETIENNE', 'Saint-Étienne', '42218'],
    ['HAVRE (LE)', 'Le Havre', '76351'],
    ['Ville du Havre', 'Le Havre', '76351'],
    ['Ville de La Courneuve', 'La Courneuve', '93027'],
    ['Ville des Mureaux', 'Les Mureaux', '78440'],
    ['Chalon s/ Saône', 'Chalon-sur-Saône', '71076'],
    ['VILLENEUVE D ASCQ', "Villeneuve-d'Ascq", '59009'],
    ['Roubaix Cedex', 'Roubaix', '59512'],
    ['93200 Saint-Denis', 'Saint-Denis', '93066'],
    ['Saint-Denis (974)', 'Saint-Denis', '97411'],
    ['Paris 18ème', 'Paris 18e Arrondissement', '75118'],
    ['Marseille 1er', 'Marseille 1er Arrondissement', '13201'],
    ['LYON 8', 'Lyon 8e Arrondissement', '69388'],
    ['Lomme', 'Lomme', '59355'],
  ])('%j is %s, %s', (text, nom, codeInsee) => {
    expect(findCommune(text)).toMatchObject({ nom, codeInsee });
  });

  it('never corrects a name into another existing one', () => {
    expect(findCommune('Lourches')?.codeInsee).toBe('59361');
    expect(findCommune('Louches')?.codeInsee).toBe('62531');
    expect(findCommune('Lourche')).toBeNull();
    expect(findCommune('Roubais')).toBeNull();
  });

  it('tells namesakes apart by the département, else by a clear difference in size, else not at all', () => {
    expect(findCommune('Saint-Denis')).toEqual({ nom: 'Saint-Denis', codeInsee: null, departement: null });
    expect(findCommune('Saint-Denis', { departement: '93' })?.codeInsee).toBe('93066');
    expect(findCommune('Saint-Pierre', { departement: '974' })?.codeInsee).toBe('97416');
    expect(findCommune('Valence')?.codeInsee).toBe('26362');
    expect(findCommune('Marly')?.codeInsee).toBeNull();
  });

  it('doubts a village far from the département the document names, but believes a town', () => {
    expect(findCommune('Évry', { departement: '91' })?.codeInsee).toBeNull();
    expect(findCommune('Lens', { departement: '59' })?.codeInsee).toBe('62498');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        findCommune(text);
        communeIn(text);
      }),
    );
  });
});

describe('communeIn', () => {
  const named = (text: string): string[] => communeIn(text).map((commune) => `${commune.nom} ${String(commune.codeInsee)}`);
  it.each([
    ['LENS GRANDE RESIDENCE', ['Lens 62498']],
    ['Ville de Roubaix – Quartier Alma', ['Roubaix 59512']],
    ["Programme d'actions TFPB – Roubaix – 2024", ['Roubaix 59512']],
    ['Commune : Saint-Étienne Quartier : Montreynaud', ['Saint-Étienne 42218']],
    ['VILLE DE SAINT-DENIS (93) QPV Franc-Moisin', ['Saint-Denis 93066']],
    ['Ville du Havre - Bois de Bléville', ['Le Havre 76351']],
    ['Villes de Lourches et de Denain', ['Lourches 59361', 'Denain 59172']],
    ['Vénissieux : les Minguettes', ['Vénissieux 69259']],
    ['ACTIONS PREVISIONNELLES / GESTION URBAINE DE PROXIMITE', []],
    ['Quartier : Centre Ville', []],
    ['CROIX ROUGE', []],
  ])('%j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('codes of quartiers prioritaires', () => {
  it.each([
    ['QP062057', '62'],
    ['QP009001', '09'],
    ['QP974012', '974'],
    ['QP02A001', '2A'],
    ['QN06255M', '62'],
    ['QN02A01M', '2A'],
    ['qn 059 54 m', '59'],
  ])('%s lies in %s', (code, departement) => {
    expect(departementOfCodeQp(code)).toBe(departement);
    expect(isPossibleCodeQp(code)).toBe(true);
  });

  it.each(['QP062', 'QP0620578', 'QN062553', 'QN06255X', 'QP020001A', 'QP099001', 'QN000012M', 'QX062057', ''])(
    '%s cannot exist',
    (code) => {
      expect(isPossibleCodeQp(code)).toBe(false);
      expect(departementOfCodeQp(code)).toBeNull();
    },
  );
});
