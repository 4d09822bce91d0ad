import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type Row, type TableSpec } from '../support/grids.ts';
import { totalsOf, understand, values } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADER: Row = ['Axe', 'Action', 'Montant prévisionnel'];
const HALLS: Row = ['Sur-entretien', 'Effacement de tags et graffitis', '800 €'];
const PARKINGS: Row = ['Sur-entretien', 'Renforcement nettoyage', '700 €'];
const RONDES: Row = ['Tranquillité résidentielle', 'Surveillance des chantiers', '600 €'];

function across(text: string): Row {
  return [text, LEFT, LEFT];
}

function total(label: string, amount: string): Row {
  return [label, LEFT, amount];
}

describe('titles that part a table', () => {
  const table = rows(
    HEADER,
    across('QPV La Forge (QP099001) – 120 logements'),
    HALLS,
    PARKINGS,
    total('Total La Forge', '1 500 €'),
    across('QPV Les Tilleuls (QP099002) – 80 logements'),
    RONDES,
    total('Total Les Tilleuls', '650 €'),
    total('TOTAL GÉNÉRAL', '2 100 €'),
  );

  it('by quartier give one programme each, and the last total is that of all', () => {
    const { programmes } = understand(TITLE, 'Bailleur : Plaine Habitat', 'Année : 2026', table);
    expect(programmes.map(({ heading, lines }) => [heading.quartier, heading.codeQp, heading.logements, lines.flatMap(values)])).toEqual([
      ['La Forge', 'QP099001', 120, ['800.00', '700.00']],
      ['Les Tilleuls', 'QP099002', 80, ['600.00']],
    ]);
    expect(programmes.map((programme) => totalsOf(programme).map(({ stated, portee }) => [stated, portee]))).toEqual([
      [
        ['1500.00', 'programme'],
        ['2100.00', 'autre'],
      ],
      [['650.00', 'programme']],
    ]);
    expect(programmes[0]?.totals.at(-1)?.scopes[0].value.terms).toHaveLength(3);
  });

  it('leave the programme whole where its heading names another quartier and they have no code', () => {
    const parted = rows(HEADER, across('Quartier Nord'), HALLS, PARKINGS, across('Quartier Sud'), RONDES, total('Total', '2 100 €'));
    const { programmes } = understand(TITLE, 'Quartier : La Forge (QP099001)', 'Année : 2026', parted);
    expect(programmes.map(({ lines }) => lines.length)).toEqual([3]);
  });
});

describe('titles between tables', () => {
  const one = (label: string, amount: string, ...lines: readonly Row[]): TableSpec => rows(HEADER, ...lines, total(label, amount));

  it('that name landlords, as the totals below do, give one programme each', () => {
    const { programmes } = understand(
      'Programmes d’actions TFPB 2026 des bailleurs',
      'Quartier La Forge (QP099001)',
      'Plaine Habitat – 120 logements',
      one('Total Plaine Habitat', '1 500 €', HALLS, PARKINGS),
      'SA Le Toit Familial – 80 logements',
      one('Total SA Le Toit Familial', '600 €', RONDES),
    );
    expect(programmes.map(({ heading, lines }) => [heading.bailleur, heading.codeQp, heading.logements, lines.length])).toEqual([
      ['Plaine Habitat', 'QP099001', 120, 2],
      ['SA Le Toit Familial', 'QP099001', 80, 1],
    ]);
  });
});

describe('names that may be anybody’s, with their dwellings', () => {
  const one = (label: string, ...lines: readonly Row[]): TableSpec => rows(HEADER, ...lines, total(label, '600 €'));
  const named = (...titles: readonly [string, string]) =>
    understand(
      'Programmes d’actions TFPB 2026 des bailleurs',
      'Quartier La Forge (QP099001)',
      titles[0],
      one('Total Les Bâtisseurs Réunis', RONDES),
      titles[1],
      one('Total Aube Construction', RONDES),
      rows(
        ['Bailleur', 'Logements', 'Montant prévisionnel'],
        ['Les Bâtisseurs Réunis', '120', '600 €'],
        ['Aube Construction', '80', '600 €'],
        ['Total', '200', '1 200 €'],
      ),
    ).programmes;

  it('are landlords’ where the totals below repeat them, and the heading tells the quartier', () => {
    const programmes = named('A. Les Bâtisseurs Réunis (120 logements)', 'B. Aube Construction (80 logements)');
    expect(programmes.map(({ heading, lines }) => [heading.bailleur, heading.quartier, heading.logements, lines.length])).toEqual([
      ['Les Bâtisseurs Réunis', 'La Forge', 120, 1],
      ['Aube Construction', 'La Forge', 80, 1],
    ]);
    expect(totalsOf(programmes[0] ?? expect.fail()).map(({ stated, portee }) => [stated, portee])).toContainEqual(['1200.00', 'autre']);
  });

  it('are those of parts of the parc where they say so', () => {
    expect(named('Résidence des Bâtisseurs Réunis (120 logements)', 'Tour Aube Construction (80 logements)')).toHaveLength(1);
  });
});

describe('names of landlords alone on their lines', () => {
  const one = (label: string, ...lines: readonly Row[]): TableSpec => rows(HEADER, ...lines, total(label, '600 €'));
  const read = (stamp: string, ...names: readonly [string, string]) =>
    understand(
      stamp,
      'Programmes d’actions TFPB 2026 des bailleurs',
      names[0],
      'Quartier La Forge – QP099001 – 120 logements',
      one(`Total ${names[0]}`, RONDES),
      names[1],
      'Quartier La Forge – QP099001 – 80 logements',
      one(`Total ${names[1]}`, RONDES),
    ).programmes.map(({ heading, lines }) => [heading.bailleur, heading.quartier, heading.logements, lines.length]);

  it('are their programmes’ titles, with the dwellings of the line below', () => {
    expect(read('Service Habitat', 'Plaine Habitat', 'Coopérative du Logement')).toEqual([
      ['Plaine Habitat', 'La Forge', 120, 1],
      ['Coopérative du Logement', 'La Forge', 80, 1],
    ]);
    expect(read('', 'Aldéa', 'Les Bâtisseurs')).toEqual([
      ['Aldéa', 'La Forge', 120, 1],
      ['Les Bâtisseurs', 'La Forge', 80, 1],
    ]);
  });

  it('also under the stamp of another', () => {
    expect(read('Union Habitat', 'Plaine Habitat', 'Coopérative du Logement').map(([bailleur]) => bailleur)).toEqual([
      'Plaine Habitat',
      'Coopérative du Logement',
    ]);
  });
});

describe('a column that names the quartier of each line', () => {
  const header: Row = ['QPV', 'Axe', 'Action', 'Montant prévisionnel'];
  const table = rows(
    header,
    ['La Forge (QP099001)', ...HALLS],
    ['Les Tilleuls (QP099002)', ...RONDES],
    ['La Forge (QP099001)', ...PARKINGS],
    ['Total', LEFT, LEFT, '2 100 €'],
  );

  it('gives one programme for each, whatever the order of the lines', () => {
    const { programmes } = understand('Aldéa – Programme d’actions TFPB 2026 – Commune d’Oyonnax', table);
    expect(programmes.map(({ heading, lines }) => [heading.quartier, heading.codeQp, heading.bailleur, lines.flatMap(values)])).toEqual([
      ['La Forge', 'QP099001', 'Aldéa', ['800.00', '700.00']],
      ['Les Tilleuls', 'QP099002', 'Aldéa', ['600.00']],
    ]);
    expect(programmes.flatMap(totalsOf).map(({ stated, portee }) => [stated, portee])).toEqual([['2100.00', 'autre']]);
  });

  it('or its landlord, each group with its own total', () => {
    const { programmes } = understand(
      TITLE,
      'Commune : Oyonnax – Quartier La Forge (QP099001)',
      rows(
        ['Bailleur', 'Axe', 'Action', 'Montant prévisionnel'],
        ['Aldéa', ...HALLS],
        ['Aldéa', ...PARKINGS],
        ['Sous-total Aldéa', LEFT, LEFT, '1 500 €'],
        ['Brenn', ...RONDES],
        ['Sous-total Brenn', LEFT, LEFT, '600 €'],
      ),
    );
    expect(programmes.map(({ heading, lines }) => [heading.bailleur, lines.flatMap(values)])).toEqual([
      ['Aldéa', ['800.00', '700.00']],
      ['Brenn', ['600.00']],
    ]);
  });

  it('and of an export the facts that other columns repeat', () => {
    const line = (quartier: string, code: string, dwellings: string, row: Row): Row => [
      'Aldéa',
      'Oyonnax',
      quartier,
      code,
      dwellings,
      '2026',
      ...row,
    ];
    const { programmes } = understand(
      rows(
        ['ORGANISME', 'COMMUNE', 'QPV', 'CODE_QPV', 'NB_LGTS', 'ANNEE', ...header.slice(1)],
        line('La Forge', 'QP099001', '120', HALLS),
        line('Les Tilleuls', 'QP099002', '80', RONDES),
        line('La Forge', 'QP099001', '120', PARKINGS),
      ),
    );
    expect(programmes.map(({ heading, lines }) => ({ ...heading, place: null, lines: lines.length }))).toMatchObject([
      {
        bailleur: 'Aldéa',
        commune: 'Oyonnax',
        quartier: 'La Forge',
        codeQp: 'QP099001',
        logements: 120,
        periode: { debut: 2026, fin: 2026 },
        lines: 2,
      },
      { bailleur: 'Aldéa', commune: 'Oyonnax', quartier: 'Les Tilleuls', codeQp: 'QP099002', logements: 80, lines: 1 },
    ]);
  });

  it('leaves the table whole where a line is of several', () => {
    const shared = rows(header, ['La Forge', ...HALLS], ['Tous les quartiers', ...RONDES], ['Les Tilleuls', ...PARKINGS]);
    expect(understand(TITLE, 'Commune : Oyonnax', 'Année : 2026', shared).programmes.map(({ lines }) => lines.length)).toEqual([3]);
  });
});

it('a summary by quartier below all of them states their totals, never lines of the last', () => {
  const { programmes } = understand(
    TITLE,
    'Quartier La Forge – QP099001 – 120 logements',
    rows(HEADER, HALLS, PARKINGS, total('Total du quartier', '1 500 €')),
    'Quartier Les Tilleuls – QP099002 – 80 logements',
    rows(HEADER, RONDES, total('Total du quartier', '600 €')),
    'Récapitulatif',
    rows(
      ['Quartier', 'Logements', 'Montant prévisionnel'],
      ['La Forge', '120', '1 500 €'],
      ['Les Tilleuls', '80', '650 €'],
      ['Total des deux quartiers', '200', '2 150 €'],
    ),
  );
  expect(programmes.map(({ heading, lines }) => [heading.quartier, lines.length])).toEqual([
    ['La Forge', 2],
    ['Les Tilleuls', 1],
  ]);
  expect(programmes.map((programme) => totalsOf(programme).map(({ stated, portee }) => [stated, portee]))).toEqual([
    [
      ['1500.00', 'programme'],
      ['1500.00', 'programme'],
      ['2150.00', 'autre'],
    ],
    [
      ['600.00', 'programme'],
      ['650.00', 'programme'],
    ],
  ]);
});

it('or the totals that name them, each on a page of its own programme and of the summary', () => {
  const { programmes } = understand(
    TITLE,
    'Quartier La Forge – QP099001 – 120 logements',
    rows(HEADER, HALLS, PARKINGS, total('Total La Forge', '1 500 €')),
    NEW_PAGE,
    'Quartier Les Tilleuls – QP099002 – 80 logements',
    rows(HEADER, RONDES, total('Total Les Tilleuls', '600 €')),
    NEW_PAGE,
    'Récapitulatif',
    rows(
      ['Quartiers', 'Montant prévisionnel'],
      ['Total La Forge', '1 500 €'],
      ['Total Les Tilleuls', '600 €'],
      ['TOTAL GÉNÉRAL OYONNAX', '2 100 €'],
    ),
  );
  expect(programmes.map(({ pages }) => pages)).toEqual([
    [1, 3],
    [2, 3],
  ]);
  expect(programmes.map((programme) => totalsOf(programme).map(({ stated, portee }) => [stated, portee]))).toEqual([
    [
      ['1500.00', 'programme'],
      ['1500.00', 'programme'],
      ['2100.00', 'autre'],
    ],
    [
      ['600.00', 'programme'],
      ['600.00', 'programme'],
    ],
  ]);
});

it('a summary by axe with a column for each programme gives totals of each, never lines of the last', () => {
  const { programmes } = understand(
    TITLE,
    'Quartier La Forge – QP099001 – 120 logements',
    rows(HEADER, HALLS, PARKINGS, total('Total du quartier', '1 500 €')),
    'Quartier Les Tilleuls – QP099002 – 80 logements',
    rows(HEADER, RONDES, total('Total du quartier', '650 €')),
    'Synthèse par axe',
    rows(
      ['Axe', 'La Forge', 'Les Tilleuls', 'Total'],
      ['Sur-entretien', '1 500 €', '', '1 500 €'],
      ['Tranquillité résidentielle', '', '600 €', '600 €'],
      ['Total', '1 500 €', '600 €', '2 100 €'],
    ),
  );
  expect(programmes.map(({ heading, lines }) => [heading.quartier, lines.length])).toEqual([
    ['La Forge', 2],
    ['Les Tilleuls', 1],
  ]);
  expect(programmes.map((programme) => totalsOf(programme).map(({ stated, portee }) => [stated, portee]))).toEqual([
    [
      ['1500.00', 'programme'],
      ['1500.00', 'axe'],
      ['1500.00', 'programme'],
      ['1500.00', 'autre'],
      ['600.00', 'autre'],
      ['2100.00', 'autre'],
    ],
    [
      ['650.00', 'programme'],
      ['600.00', 'axe'],
      ['600.00', 'programme'],
    ],
  ]);
});

describe('a table of quartiers before their programmes', () => {
  const announced = rows(
    ['Quartier', 'Code', 'Logements', 'Montant du programme'],
    ['La Forge', 'QP001003', '1 120', '1 500 €'],
    ['Les Tilleuls', 'QP001004', '80', '650 €'],
    ['Total', '', '1 200', '2 150 €'],
  );
  const opening = ['Programme d’actions TFPB 2026', 'Bailleur : Plaine Habitat', 'Ville : Oyonnax'] as const;

  it('states a total of each and of all, and tells what their titles name', () => {
    const { programmes } = understand(
      ...opening,
      announced,
      NEW_PAGE,
      '1. La Forge',
      rows(HEADER, HALLS, PARKINGS),
      NEW_PAGE,
      '2. Les Tilleuls',
      rows(HEADER, RONDES),
    );
    expect(programmes.map(({ heading: { quartier, codeQp, logements }, lines }) => [quartier, codeQp, logements, lines.length])).toEqual([
      ['La Forge', 'QP001003', 1120, 2],
      ['Les Tilleuls', 'QP001004', 80, 1],
    ]);
    expect(programmes.map((programme) => totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length]))).toEqual(
      [
        [
          ['1500.00', 'programme', 2],
          ['2150.00', 'autre', 2],
        ],
        [['650.00', 'programme', 1]],
      ],
    );
    expect(programmes[0]?.totals.at(-1)?.scopes[0].value.terms).toHaveLength(3);
  });

  it('leaves over what it says of a quartier that has no programme here', () => {
    const { programmes } = understand(...opening, announced, NEW_PAGE, '1. La Forge', rows(HEADER, HALLS, PARKINGS));
    expect(programmes.map(({ unread }) => unread.map(({ text }) => text))).toEqual([['650 €']]);
  });
});

describe('a column of quartiers in no order', () => {
  const line = (quartier: string, action: string, amount: string): Row => [quartier, action, amount];
  const table = rows(
    ['Quartier', 'Action', 'Montant prévisionnel'],
    line('La Forge', 'Effacement de tags et graffitis', '800 €'),
    line('Les Tilleuls', 'Renforcement nettoyage', '700 €'),
    line('La Forge', 'Surveillance des chantiers', '600 €'),
  );
  const recap = rows(['Total Les Tilleuls', '80 logements', '700 €'], ['Total La Forge', '1 120 logements', '1 450 €']);

  it('gives one programme each under a heading that lists them, with the totals and dwellings that a summary states', () => {
    const { programmes } = understand(
      TITLE,
      'Bailleur : Plaine Habitat',
      'Quartiers prioritaires : Les Tilleuls et La Forge',
      'Année : 2026',
      table,
      'Total par quartier',
      recap,
    );
    expect(
      programmes.map((programme) => [
        programme.heading.quartier,
        programme.heading.logements,
        programme.lines.flatMap(values),
        totalsOf(programme).map(({ stated }) => stated),
      ]),
    ).toEqual([
      ['La Forge', 1120, ['800.00', '600.00'], ['1450.00']],
      ['Les Tilleuls', 80, ['700.00'], ['700.00']],
    ]);
  });
});
