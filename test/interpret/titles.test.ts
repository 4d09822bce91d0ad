import { describe, expect, it } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import { readHeading, withCommuneOfOthers } from '../../src/stages/interpret/heading.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';

function pieces(...texts: readonly string[]): Piece[] {
  return texts.map((text, index) => {
    const y = 60 + 24 * index;
    return { text, place: { page: 1, box: [50, y, 50 + text.length * 5, y + 10] }, size: 10, bold: false };
  });
}

const guessed = (...texts: readonly string[]) => readHeading(pieces(...texts), knowledge, true);

describe('headings without labels', () => {
  it('from a title', () => {
    expect(guessed('Programme d’actions TFPB 2026 – Ville d’Oyonnax – Quartier La Forge')).toMatchObject({
      periode: { debut: 2026, fin: 2026 },
      commune: 'Oyonnax',
      codeInsee: '01283',
      quartier: 'La Forge',
    });
  });

  it('the name that a sentence begins with, before its code', () => {
    expect(guessed('Plaine Habitat', 'La Forge du Haut (QP001003) compte 1 240 logements de Plaine Habitat.')).toMatchObject({
      quartier: 'La Forge du Haut',
      codeQp: 'QP001003',
      logements: 1240,
    });
  });

  it('a landlord whose name begins with the small letters of a brand', () => {
    expect(guessed('m2A Habitat – Programme d’actions TFPB 2026 – Mulhouse')).toMatchObject({
      bailleur: 'm2A Habitat',
      commune: 'Mulhouse',
    });
  });

  it('a quartier with hyphens where longer dashes part the title', () => {
    expect(guessed('Abattement TFPB 2026 – QPV La Forge - Les Pins - Centre – Oyonnax')).toMatchObject({
      quartier: 'La Forge - Les Pins - Centre',
      commune: 'Oyonnax',
    });
    expect(guessed('Bilan 2026 – QPV La Forge - Oyonnax')).toMatchObject({ quartier: 'La Forge', commune: 'Oyonnax' });
  });

  it('a commune before a middle dot', () => {
    expect(guessed('Ville d’Oyonnax · Contrat de ville')).toMatchObject({ commune: 'Oyonnax' });
  });

  it('no landlord in the words of a tax, nor in the head of a column', () => {
    expect(guessed('DE LA TAXE FONCIÈRE SUR LES PROPRIÉTÉS', 'Résidence').bailleur).toBeNull();
  });

  it('a commune before the code of its quartier, though a title stands close below', () => {
    const close = pieces(
      'Oyonnax – QPV La Plaine Clochettes – QP001003 – 743 logements',
      'TFPB 2026 : suivi d’exécution du programme d’actions (montants HT en euros)',
    ).map((piece, at) => ({ ...piece, place: { page: 1, box: [50, 60 + 12 * at, 400, 70 + 12 * at] as const } }));
    expect(readHeading(close, knowledge, true)).toMatchObject({ commune: 'Oyonnax', codeInsee: '01283' });
  });

  it('from one long line of many parts', () => {
    expect(
      guessed(
        'BUGEY HABITAT – Plan d’actions pluriannuel TFPB 2024-2027 – Oyonnax – QPV La Plaine - La Forge du Haut-Bugey (QP001003) – 1 467 logements',
      ),
    ).toMatchObject({ bailleur: 'BUGEY HABITAT', commune: 'Oyonnax', codeQp: 'QP001003', logements: 1467 });
  });

  it('a landlord’s name with dots, of a sentence', () => {
    expect(guessed('Le présent programme est établi par S.A. LE FOYER BUGISTE pour le quartier La Forge.').bailleur).toBe(
      'S.A. LE FOYER BUGISTE',
    );
  });

  it('a quartier whose name says town', () => {
    expect(guessed('Programme du quartier prioritaire Centre Ville de la ville d’Oyonnax, au titre de 2026').quartier).toBe('Centre Ville');
  });

  it('a name with its code is no landlord’s, though it says house', () => {
    expect(guessed('MonHabitat – Nos actions TFPB 2026', 'Oyonnax – Maison-Rouge (QP001003) – 389 logements')).toMatchObject({
      bailleur: 'MonHabitat',
      quartier: 'Maison-Rouge',
    });
  });

  it('a landlord’s name beside that of its agency', () => {
    expect(
      guessed('Bugesia – Agence d’Oyonnax', 'Quartier La Forge (QP001003), 389 logements', 'Abattement de TFPB, exercice 2026'),
    ).toMatchObject({
      bailleur: 'Bugesia',
      quartier: 'La Forge',
    });
  });

  it('from several lines', () => {
    const heading = guessed('BUGEY HABITAT', 'Programme d’actions 2025-2027', 'Oyonnax', '412 logements');
    expect(heading).toMatchObject({
      bailleur: 'BUGEY HABITAT',
      periode: { debut: 2025, fin: 2027 },
      commune: 'Oyonnax',
      logements: 412,
    });
  });

  it('a name beside the title is the quartier where the landlord is told, and else nobody knows whose it is', () => {
    expect(guessed('Programme d’actions 2025 — Pontanézen', 'Brest Métropole Habitat')).toMatchObject({
      bailleur: 'Brest Métropole Habitat',
      quartier: 'Pontanézen',
    });
    expect(guessed('Programme d’actions 2025 — Pontanézen', 'Ville de Brest')).toMatchObject({ bailleur: null, quartier: null });
  });

  it('from a sentence', () => {
    const text = 'Le présent programme, établi par Bugey Habitat pour le quartier La Forge, à Oyonnax, porte sur la période 2025-2027.';
    expect(guessed(text)).toMatchObject({
      bailleur: 'Bugey Habitat',
      quartier: 'La Forge',
      commune: 'Oyonnax',
      periode: { debut: 2025, fin: 2027 },
    });
  });

  it('from a sentence with a landlord whose name begins with a number', () => {
    const text = 'Le présent programme est établi par 1001 Foyers Habitat pour le quartier La Forge, à Oyonnax, au titre de 2025.';
    expect(guessed(text).bailleur).toBe('1001 Foyers Habitat');
  });

  it('from a sentence with the département of a name that several communes bear', () => {
    const text =
      'Programme établi pour le quartier prioritaire La Forge de la ville de Saint-Denis (93), au titre de la période 2018-2019.';
    expect(guessed(text)).toMatchObject({ commune: 'Saint-Denis', codeInsee: '93066' });
  });

  it('from a sentence that names a side of a quartier', () => {
    const text = 'Programme relatif au quartier Le Haut du Lièvre Est (QN06823M), commune de Lutterbach, au titre de la période 2018-2019.';
    expect(guessed(text).quartier).toBe('Le Haut du Lièvre Est');
    expect(guessed('Le quartier La Forge est situé au nord de la commune.').quartier).toBe('La Forge');
  });

  it('the years of the programme rather than those of the convention it is annexed to', () => {
    const annexe = [
      'Annexe : programme d’actions',
      'Bailleur : Bugey Habitat. Programme relatif au quartier La Forge, commune d’Oyonnax, au titre de la période 2018-2023. Le patrimoine compte 136 logements.',
    ];
    const convention = ['Il est convenu ce qui suit, pour la période 2017-2023 :'];
    expect(guessed(...convention, ...annexe).periode).toEqual({ debut: 2018, fin: 2023 });
    expect(guessed(...convention, 'Annexe : programme d’actions', 'Bailleur : Bugey Habitat').periode).toEqual({ debut: 2017, fin: 2023 });
  });

  it('a label says more than a title', () => {
    expect(guessed('Quartier La Plaine', 'Quartier : La Forge').quartier).toBe('La Forge');
  });

  it('are left empty where guessing is not asked for', () => {
    const heading = readHeading(pieces('Programme d’actions TFPB 2026 – Ville d’Oyonnax'), knowledge, false);
    expect(heading).toMatchObject({ commune: null, periode: null });
  });
});

describe('names told by their place in a title', () => {
  it('the landlord heads a line of other facts', () => {
    expect(guessed('Aldéa – Programme d’actions TFPB 2026', 'Quartier : La Forge').bailleur).toBe('Aldéa');
    expect(guessed('aldéa', 'Tableau ATFPB 2025-2026 · Oyonnax · La Forge (QP001003) · 870 logements')).toMatchObject({
      commune: 'Oyonnax',
      quartier: 'La Forge',
      codeQp: 'QP001003',
    });
    expect(guessed('ALDÉA – ABATTEMENT TFPB 2024 – OYONNAX – LA FORGE (QP001003)')).toMatchObject({
      bailleur: 'ALDÉA',
      quartier: 'LA FORGE',
    });
    // Slashes part a line that would be the rest of the long title over it; dashes belong to the names.
    expect(
      guessed(
        'ALDÉA',
        'Tableau prévisionnel triennal 2026-2028 – Contrepartie de l’abattement de TFPB',
        'Oyonnax / QPV La Forge - Centre / QP001003 / 700 logements',
      ),
    ).toMatchObject({ bailleur: 'ALDÉA', commune: 'Oyonnax', quartier: 'La Forge - Centre' });
    expect(guessed('Programme 2026 – Oyonnax, QPV Centre-Ville (QP001003)').commune).toBe('Oyonnax');
    expect(guessed('Plaine Commune Habitat', 'Programme d’actions TFPB 2026 – Saint-Denis').bailleur).toBe('Plaine Commune Habitat');
    expect(guessed('Aldéa Sud — Année : 2026 — Ville : Oyonnax — Quartier : La Forge').bailleur).toBe('Aldéa Sud');
  });

  it('the landlord stands over the title', () => {
    expect(guessed('VAL DE L’ANGE', 'PROGRAMME D’ACTIONS TFPB 2026', 'Quartier : La Forge').bailleur).toBe('VAL DE L’ANGE');
  });

  it('a name that may be the quartier’s is nobody’s', () => {
    expect(guessed('La Forge – Programme d’actions TFPB 2026').bailleur).toBeNull();
    expect(guessed('La Forge – Programme d’actions TFPB 2026', 'Quartier : La Forge').bailleur).toBeNull();
  });

  it('institutions and headings of a convention are no landlord', () => {
    expect(guessed('Préfecture de l’Ain', 'PROGRAMME D’ACTIONS TFPB 2026', 'Quartier : La Forge').bailleur).toBeNull();
    expect(guessed('Article 8 – Programme d’actions 2026', 'Quartier : La Forge').bailleur).toBeNull();
  });

  it('the name before a QPV code is the quartier’s', () => {
    expect(guessed('Oyonnax – La Forge-Gacherie – QP001002')).toMatchObject({
      commune: 'Oyonnax',
      quartier: 'La Forge-Gacherie',
      codeQp: 'QP001002',
    });
    expect(guessed('Quartier : La Forge (QP001002) – Oyonnax')).toMatchObject({ commune: 'Oyonnax', quartier: 'La Forge' });
    expect(guessed('QPV La Forge - Pré Neuf (QP001002), Oyonnax')).toMatchObject({ commune: 'Oyonnax', quartier: 'La Forge - Pré Neuf' });
  });
});

it('dwellings that benefit from the abattement', () => {
  expect(guessed('Nombre de logements bénéficiant de l’abattement : 1 187').logements).toBe(1187);
});

it('the years of a programme, not of the convention it is annexed to', () => {
  const heading = guessed(
    'Convention d’utilisation de l’abattement de TFPB – 2025-2030',
    'Annexe 2 – Programme d’actions prévisionnel 2026',
  );
  expect(heading.periode).toEqual({ debut: 2026, fin: 2026 });
});

describe('commune of a heading', () => {
  it('has its official spelling and code', () => {
    expect(guessed('Ville : OYONNAX')).toMatchObject({ commune: 'Oyonnax', codeInsee: '01283' });
  });

  it('is no part of the name of a quartier whose code stands for another département', () => {
    expect(guessed('Programme TFPB 2025 – Saint-Brieuc – QPV La Croix - Ville Oger (QP022002)')).toMatchObject({
      commune: 'Saint-Brieuc',
      quartier: 'La Croix - Ville Oger',
    });
    expect(
      guessed('Point d’étape La Plaine - La Forge', 'Programme TFPB 2024 sur le QPV La Plaine - La Forge (QP001003)').commune,
    ).toBeNull();
    expect(guessed('À : la gestion de proximité (Ville d’Oyonnax)', 'QPV La Plaine - La Forge (QP001003)').commune).toBe('Oyonnax');
    expect(guessed('Oyonnax, quartier La Forge (QP001003), 420 logements').commune).toBe('Oyonnax');
  });

  it('is told from its homonyms by the code of the quartier or the département', () => {
    expect(guessed('Commune : Saint-Denis', 'Code QPV : QP974012').codeInsee).toBe('97411');
    expect(guessed('Commune : Saint-Denis (93)').codeInsee).toBe('93066');
    expect(guessed('Commune : Saint-Denis', 'Code QPV : QP09396').codeInsee).toBe('93066');
    expect(guessed('Commune : Saint-Denis', 'Code QPV : QP97412').codeInsee).toBe('97411');
  });

  it('is told from its homonyms by the code of another quartier of the document', () => {
    const heading = (codeQp: string | null) => ({ ...guessed('Commune : Saint-Denis'), codeQp });
    const overseas = { ...heading('QP974012'), codeInsee: '97411' };
    expect(withCommuneOfOthers(heading('QP9741'), [overseas], knowledge).codeInsee).toBe('97411');
    expect(withCommuneOfOthers(heading('QP093001'), [overseas], knowledge).codeInsee).toBeNull();
  });

  it('stays as read, without code, where no such commune exists', () => {
    expect(guessed('Commune : Trifouillis-les-Berges')).toMatchObject({ commune: 'Trifouillis-les-Berges', codeInsee: null });
  });
});
