import { describe, expect, it } from 'vitest';
import { rows, type Item } from '../support/grids.ts';
import { programmeOf, understand } from '../support/understand.ts';
import { TITLE } from './pages.ts';

describe('nature of a document without programme', () => {
  it.each([
    ['convention', ['Convention d’utilisation de l’abattement de TFPB 2025-2030']],
    ['avenant', ['Avenant n° 2 à la convention d’utilisation de l’abattement']],
    ['convention', ['Convention d’utilisation de l’abattement, avenant au contrat de ville']],
    ['deliberation', ['Extrait du registre des délibérations', 'Approbation de la convention TFPB']],
    ['deliberation', ['Conseil municipal du 3 mars 2026', 'Convention TFPB']],
    ['referentiel', ['Cadre national d’utilisation de l’abattement de TFPB']],
    ['referentiel', ['Guide départemental d’utilisation de l’abattement de TFPB']],
    ['bilan', ['Bilan 2025 de l’abattement de TFPB']],
    ['autre', ['Bon de livraison', 'vu la convention du 3 mars']],
    // A letter about a bilan is none; a délibération has a subject too, and greets nobody.
    [
      'autre',
      ['Préfecture', 'Objet : bilan 2025 et programme d’actions 2026', 'Monsieur le directeur général,', 'Le bilan ne m’est pas parvenu.'],
    ],
    ['autre', ['Bilan de l’abattement', 'Madame, Monsieur,', 'Vous trouverez ci-joint…', 'Veuillez agréer mes salutations distinguées.']],
    [
      'deliberation',
      ['Conseil municipal', 'Objet : bilan de l’abattement', 'Monsieur le maire rappelle la convention,', 'adoptée en 2024.'],
    ],
    ['autre', []],
  ] as const)('%s', (nature, lines) => {
    expect(understand(...lines).nature).toBe(nature);
  });
});

describe('nature of a programme', () => {
  const table = (...headers: readonly string[]): Item =>
    rows(
      ['Axe', 'Action', ...headers],
      ['Sur-entretien', 'Renforcement nettoyage', ...headers.map(() => '500 €')],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', ...headers.map(() => '600 €')],
    );

  it.each([
    ['previsionnel', TITLE, ['Dépense prévisionnelle']],
    ['bilan', TITLE, ['Dépense réalisée']],
    ['mixte', TITLE, ['Dépense prévisionnelle', 'Dépense réalisée']],
    ['previsionnel', TITLE, ['Montant']],
    ['bilan', 'Bilan du programme d’actions TFPB', ['Montant']],
    ['previsionnel', 'Bilan prévisionnel du programme d’actions TFPB', ['Montant']],
  ] as const)('%s: %s, %s', (nature, title, headers) => {
    expect(programmeOf(title, 'Quartier : La Forge', 'Année : 2026', table(...headers)).nature).toBe(nature);
  });

  it('amounts of a bilan under a heading without telling words are spent', () => {
    const [line] = programmeOf('Bilan du programme d’actions TFPB', 'Quartier : La Forge', 'Année : 2026', table('Montant')).lines;
    expect(line?.amounts.map((amount) => amount.column.rubrique)).toEqual(['realise']);
  });
});

describe('nature of a programme annexed to a convention', () => {
  const table = rows(
    ['Axe', 'Action', 'Montant'],
    ['Sur-entretien', 'Effacement de tags', '800 €'],
    ['Sur-entretien', 'Nettoyage', '700 €'],
  );
  const heading = ['Ville : Oyonnax', 'Quartier : La Forge', 'Bailleur : Bugey Habitat', 'Année : 2026'];
  const CONVENTION = [
    'Convention d’utilisation de l’abattement de TFPB',
    'Article 10 – Suivi, bilan et évaluation',
    'Le comité examine le bilan.',
  ];

  it('is told by its own titles, not by the articles before it', () => {
    const annexed = programmeOf(...CONVENTION, 'Fait à Oyonnax, le 12 décembre 2025', 'Annexe 2', TITLE, ...heading, table);
    expect(annexed.nature).toBe('previsionnel');
    expect(annexed.lines[0]?.amounts[0]?.column.rubrique).toBe('prevu');
    const bilan = programmeOf(...CONVENTION, 'Annexe 2', 'Bilan des actions TFPB', ...heading, table);
    expect(bilan.nature).toBe('bilan');
  });

  it('is told by the annex’s own line, and not by the last line of a sentence', () => {
    const named = programmeOf(...CONVENTION, 'Annexe : programme d’actions', '2026', ...heading, table);
    expect(named.lines[0]?.amounts[0]?.column.rubrique).toBe('prevu');
    const ended = 'année, le bilan des actions conduites l’année précédente.';
    expect(programmeOf('Convention TFPB', ended, TITLE, ...heading, table).nature).toBe('previsionnel');
  });
});
