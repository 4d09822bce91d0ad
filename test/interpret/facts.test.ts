import { describe, expect, it } from 'vitest';
import { labelledFacts } from '../../src/stages/interpret/facts.ts';
import { isLabel } from '../../src/stages/interpret/heading-labels.ts';
import type { Field, Piece } from '../../src/stages/interpret/heading-piece.ts';
import { codeQpIn, periodIn, quartierName } from '../../src/stages/interpret/heading-values.ts';

function piece(text: string, x = 50, y = 60): Piece {
  return { text, place: { page: 1, box: [x, y, x + text.length * 5, y + 10] }, size: 10, bold: false };
}

const factsOf = (...pieces: readonly Piece[]) => labelledFacts(pieces).map(({ field, value }) => [field, value]);

describe('one label and its value in a line', () => {
  it.each<readonly [string, Field, string]>([
    ['Commune : Ambérieu-en-Bugey', 'commune', 'Ambérieu-en-Bugey'],
    ['VILLE : OYONNAX', 'commune', 'OYONNAX'],
    ['Nom de la commune : Oyonnax', 'commune', 'Oyonnax'],
    ['Quartier : La Forge', 'quartier', 'La Forge'],
    ['Nom du quartier prioritaire : La Forge', 'quartier', 'La Forge'],
    ['QPV concerné : La Forge', 'quartier', 'La Forge'],
    ['Nom du QPV : La Forge', 'quartier', 'La Forge'],
    ['N° du quartier : QP001003', 'codeQp', 'QP001003'],
    ['Code QPV : QN00103M', 'codeQp', 'QN00103M'],
    ['Organisme HLM : Dynacité', 'bailleur', 'Dynacité'],
    ['Bailleur social : Semcoda', 'bailleur', 'Semcoda'],
    ['Nom de l’organisme : Logis du Rhône', 'bailleur', 'Logis du Rhône'],
    ['Nombre de logements concernés : 412', 'logements', '412'],
    ['Nb de logts : 412', 'logements', '412'],
    ['Nombre de logements dans le quartier : 1 412', 'logements', '1 412'],
    ['Nombre de logements 85', 'logements', '85'],
    ['Patrimoine concerné : 412 logements', 'logements', '412 logements'],
    ['Logements concernés par l’abattement : 2 316', 'logements', '2 316'],
    ['Logements bénéficiant de l’abattement : 412', 'logements', '412'],
    ['Année : 2026', 'periode', '2026'],
    ['Période concernée = 2025-2027', 'periode', '2025-2027'],
    ['Exercice budgétaire : 2026', 'periode', '2026'],
    ['N° SIREN : 123 456 789', 'siren', '123 456 789'],
  ])('%s', (text, field, value) => {
    expect(factsOf(piece(text))).toEqual([[field, value]]);
  });
});

describe('a list of labels with their values beside them', () => {
  it('a value ends where another label begins, whatever that one is about', () => {
    const facts = factsOf(
      piece('Nombre de logements', 50, 60),
      piece('1 265', 200, 60),
      piece('Statut de la saisie', 50, 72),
      piece('Transmis le 14/02/2026', 200, 72),
    );
    expect(facts).toEqual([['logements', '1 265']]);
  });
});

describe('several values on one line', () => {
  it('each ends where the next label begins', () => {
    const text = 'Ville : Oyonnax Quartier : La Plaine (QP001004) Organisme : Dynacité Année : 2026';
    expect(factsOf(piece(text))).toEqual([
      ['commune', 'Oyonnax'],
      ['quartier', 'La Plaine (QP001004)'],
      ['bailleur', 'Dynacité'],
      ['periode', '2026'],
    ]);
  });

  it('ends too at a label nobody asked for', () => {
    expect(factsOf(piece('Quartier : La Plaine Montant de l’abattement 2026 : 45 000 €'))).toEqual([['quartier', 'La Plaine']]);
    expect(factsOf(piece('Bailleur : Dynacité – Contact : Mme Favre'))).toEqual([['bailleur', 'Dynacité']]);
  });

  it('ends with its sentence and before the version of the document', () => {
    expect(factsOf(piece('Commune : Oyonnax. Ce document est provisoire'))).toEqual([['commune', 'Oyonnax']]);
    expect(factsOf(piece('Bailleur : Habitat 62. Programme relatif au quartier La Forge'))).toContainEqual(['bailleur', 'Habitat 62']);
    expect(factsOf(piece('Commune : Oyonnax version du 3 mars'))).toEqual([['commune', 'Oyonnax']]);
    expect(factsOf(piece('Quartier : La Plaine - Nord (QP001003) Année 2026 — Suite'))).toEqual([
      ['quartier', 'La Plaine - Nord (QP001003)'],
    ]);
  });

  it('a label inside a longer one does not count', () => {
    expect(factsOf(piece('Nombre de logements dans le quartier prioritaire : 87'))).toEqual([['logements', '87']]);
  });
});

describe('a label whose value stands elsewhere', () => {
  it('to its right', () => {
    expect(factsOf(piece('Commune'), piece('Oyonnax', 300))).toEqual([['commune', 'Oyonnax']]);
    expect(factsOf(piece('Quartier :'), piece('La Forge', 300))).toEqual([['quartier', 'La Forge']]);
  });

  it('to its right, when a narrow cell broke the label', () => {
    const label = [piece('Quartier', 50, 60), piece('prioritaire :', 50, 72)];
    const value = [piece('LES HAUTS DE', 300, 60), piece('SEINE-VALLEE', 300, 72)];
    expect(factsOf(...label, ...value)).toEqual([['quartier', 'LES HAUTS DE SEINE-VALLEE']]);
  });

  it('to its right, in the middle of a label on two lines without a colon', () => {
    const label = [piece('Nombre de logements dans le', 50, 60), piece('quartier', 50, 72)];
    expect(factsOf(...label, piece('11', 300, 66), piece('Programme d’actions', 50, 100))).toEqual([['logements', '11']]);
  });

  it('a label of two lines may go on with a capital where the first cannot end it', () => {
    const facts = factsOf(piece('Logements en', 50, 60), piece('1017', 200, 66), piece('QPV', 50, 72));
    expect(facts).toEqual([['logements', '1017']]);
    expect(factsOf(piece('Logements', 50, 60), piece('1017', 200, 60), piece('QPV', 50, 72), piece('La Forge', 200, 72))).toEqual([
      ['logements', '1017'],
      ['quartier', 'La Forge'],
    ]);
  });

  it('go on under their label with what no text begins with', () => {
    const label = piece('Organisme : Office public de l’habitat', 50, 60);
    expect(factsOf(label, piece('de Missillac', 50, 72))).toEqual([['bailleur', 'Office public de l’habitat de Missillac']]);
    expect(factsOf(label, piece('des actions sont menées.', 50, 72))).toEqual([['bailleur', 'Office public de l’habitat']]);
  });

  it('to its right, though the second line of the label is a label itself, or carries the value', () => {
    const label = [piece('Nombre de logements dans le', 50, 60), piece('quartier :', 50, 72)];
    expect(factsOf(...label, piece('87', 300, 66), piece('(1) Actions spécifiques', 50, 100))).toEqual([['logements', '87']]);
    expect(factsOf(piece('Nombre de logements dans le', 50, 60), piece('quartier : 1 439', 50, 72))).toEqual([['logements', '1 439']]);
    expect(factsOf(piece('Logements : 42 L’article 1388 bis prévoit un abattement'))).toEqual([['logements', '42']]);
  });

  it('to its right on two lines, in the middle of which the label stands', () => {
    const above = [piece('Période :', 50, 46), piece('2019', 300, 46)];
    const value = [piece('LES MARRONNIERS -', 300, 60), piece('QP092033', 300, 71)];
    expect(factsOf(...above, piece('QPV', 50, 66), ...value)).toEqual([
      ['periode', '2019'],
      ['quartier', 'LES MARRONNIERS'],
    ]);
  });

  it('to its right, the nearest', () => {
    expect(factsOf(piece('Commune'), piece('ailleurs', 450), piece('Oyonnax', 200))).toEqual([['commune', 'Oyonnax']]);
  });

  it('in the first row below it, not in that of another quartier', () => {
    const heads = [piece('Quartier prioritaire', 50, 40), piece('Nombre de logements', 300, 40)];
    expect(factsOf(...heads, piece('Centre Ville', 50, 54), piece('Mont-Saint-Martin', 50, 72), piece('2347', 300, 72))).toEqual([
      ['quartier', 'Centre Ville'],
    ]);
  });

  it('below it', () => {
    expect(factsOf(piece('Bailleur social'), piece('Dynacité', 50, 74))).toEqual([['bailleur', 'Dynacité']]);
  });

  it('each column of a row of labels has its own below', () => {
    const labels = [piece('Commune', 50), piece('Quartier', 250), piece('Année', 400)];
    const below = [piece('Oyonnax', 50, 74), piece('La Forge', 250, 74), piece('2026', 400, 74)];
    expect(factsOf(...labels, ...below)).toEqual([
      ['commune', 'Oyonnax'],
      ['quartier', 'La Forge'],
      ['periode', '2026'],
    ]);
  });

  it('but never another label', () => {
    expect(factsOf(piece('Commune :'), piece('Quartier : La Forge', 300))).toEqual([['quartier', 'La Forge']]);
  });
});

describe('values that cannot be', () => {
  it.each(['Nombre de logements : à préciser', 'Année : à définir', 'Code QPV : en cours', 'SIREN : 12', 'Commune : 2 / 4'])(
    '« %s » is no fact',
    (text) => {
      expect(factsOf(piece(text))).toEqual([]);
    },
  );
});

describe('parts of values', () => {
  it('codes of quartiers, as written, even those that cannot exist', () => {
    expect(codeQpIn('La Forge (QP 001003)')).toBe('QP001003');
    expect(codeQpIn('QN99999Z')).toBe('QN99999Z');
    expect(codeQpIn('qn02a01m')).toBe('QN02A01M');
    expect(codeQpIn('QPV La Forge')).toBeNull();
  });

  it('the quartier’s name goes without its code and its quotes', () => {
    expect(quartierName('« La Forge » (QP001003)')).toBe('La Forge');
    expect(quartierName('Quartier prioritaire du Moulin')).toBe('Moulin');
    expect(quartierName('La Plaine / (QP001003)')).toBe('La Plaine');
    expect(quartierName('QP001003')).toBeNull();
  });

  it('years that follow one another make one period', () => {
    expect(periodIn('2025, 2026 et 2027')).toEqual({ debut: 2025, fin: 2027 });
    expect(periodIn('du 1er janvier 2025 au 31 décembre 2030')).toEqual({ debut: 2025, fin: 2030 });
    expect(periodIn('à définir')).toBeNull();
  });

  it('compared moyens and prices of places are no heading', () => {
    expect(factsOf(piece('QPV : 1,3 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts'))).toEqual([]);
    expect(isLabel('QPV : 24 €/attribution - Hors QPV : 22 €/attribution')).toBe(false);
    expect(isLabel('QPV : 3 Ponts')).toBe(true);
  });

  it('knows a label with or without value', () => {
    expect(isLabel('Commune')).toBe(true);
    expect(isLabel('Commune : Oyonnax')).toBe(true);
    expect(isLabel('Nettoyage des parties communes')).toBe(false);
  });
});

describe('a value that wraps under its own label', () => {
  const beside = piece('Nombre de logements : 14', 180, 65);

  it('goes on where the text beside it left no room', () => {
    expect(factsOf(piece('Organisme : Val de Lys', 50, 60), piece('Logement', 50, 70), beside)).toContainEqual([
      'bailleur',
      'Val de Lys Logement',
    ]);
  });

  it('and in the last column, where all text ends', () => {
    const last = [
      piece('Quartier : Les Quatre', 300, 60),
      piece('Vents', 300, 70),
      piece('Priorités retenues pour l’ensemble des résidences', 165, 200),
    ];
    expect(factsOf(piece('Commune : Feurs', 50, 64), ...last)).toContainEqual(['quartier', 'Les Quatre Vents']);
  });

  it('behind a word that another must follow, whatever room there was', () => {
    const cut = [piece('Organisme : Société immobilière du', 50, 60), piece('Grand Littoral', 50, 70)];
    expect(factsOf(...cut, piece('Nb logements : 120', 420, 65))).toContainEqual(['bailleur', 'Société immobilière du Grand Littoral']);
  });

  it('but not where there was room', () => {
    expect(factsOf(piece('Organisme : Lys', 50, 60), piece('Logement', 50, 70), beside)).toContainEqual(['bailleur', 'Lys']);
  });
});

it('a row of labels over a row of values', () => {
  const cell = (text: string, x: number, y: number): Piece => ({ ...piece(text, x, y), whole: true });
  const labels = ['Année', 'Commune', 'Organisme HLM', 'Part du patrimoine', 'Quartier prioritaire'];
  const values = ['2025', 'Oyonnax', 'Dynacité', '12 %', 'La Forge'];
  const grid = [labels, values].flatMap((row, y) => row.map((text, x) => cell(text, 50 + 110 * x, 60 + 20 * y)));
  expect(factsOf(...grid)).toEqual([
    ['periode', '2025'],
    ['commune', 'Oyonnax'],
    ['bailleur', 'Dynacité'],
    ['quartier', 'La Forge'],
  ]);
});

it('a number of dwellings behind the end of a label misread is no name of a quartier', () => {
  expect(factsOf(piece('nombre ae 10gements quartier : 174 logts'))).not.toContainEqual(['quartier', '174 logts']);
  expect(factsOf(piece('Quartier : 4 Chemins'))).toEqual([['quartier', '4 Chemins']]);
});

it('the dwellings of several residences, one under the other, are not those of the programme', () => {
  const list = (...counts: readonly string[]) =>
    factsOf(piece('Logements', 300), ...counts.map((count, at) => piece(count, 310, 74 + 14 * at)));
  expect(list('812', '694', '903')).toEqual([]);
  expect(list('812')).toEqual([['logements', '812']]);
});

describe('labels over their values, and facts behind a name', () => {
  const large = (text: string, x: number, y: number): Piece => ({ ...piece(text, x, y), size: 14 });

  it('a tile has its value under it, the label of the next tile beside it', () => {
    const tiles = [piece('BAILLEUR'), piece('Total prévu 2023', 200), large('Odet Habitat', 50, 72), large('242 900,00 €', 200, 72)];
    expect(factsOf(...tiles)).toEqual([['bailleur', 'Odet Habitat']]);
  });

  it('a title in larger type under a label with its value beside it is no value', () => {
    expect(factsOf(piece('PERIODE'), piece('2023/2028', 200), large('FICHE ACTION N° 1', 51, 76))).toEqual([['periode', '2023/2028']]);
  });

  it('dwellings in brackets and a SIREN behind a landlord are no part of its name', () => {
    expect(factsOf(piece('Bailleur : Comtat Habitat (524 logements)'))).toEqual([['bailleur', 'Comtat Habitat']]);
    expect(factsOf(piece('Organisme : Roannais Habitat – SIREN 542 820 014'))).toEqual([['bailleur', 'Roannais Habitat']]);
  });
});

it('the name of a landlord as short as "3F" ends with its sentence', () => {
  expect(factsOf(piece('Bailleur : CLH 3F. Programme relatif au quartier Bellevue'))).toEqual([['bailleur', 'CLH 3F']]);
  expect(factsOf(piece('Quartier : St. Ouen'))).toEqual([['quartier', 'St. Ouen']]);
});

it('a value of two lines goes on under it beside a fact of one line that is set in their middle', () => {
  const cells = [piece('N°QPV : QP07628', 50, 66), piece('Organisme : Office public de l’habitat de Le', 250, 60), piece('Havre', 250, 70)];
  expect(factsOf(...cells)).toContainEqual(['bailleur', 'Office public de l’habitat de Le Havre']);
});
