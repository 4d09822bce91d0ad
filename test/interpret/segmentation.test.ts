import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type Item, type Row, type TableSpec } from '../support/grids.ts';
import { programmeOf, understand, value } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, HEADER, PARKINGS, RONDES, TITLE, total } from './pages.ts';

const heading = (quartier: string) => ['Ville : Oyonnax', `Quartier : ${quartier}`, 'Bailleur : Bugey Habitat', 'Année : 2026'] as const;

describe('programmes of a file', () => {
  it('one heading and its table are one programme', () => {
    const programme = programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, RONDES));
    expect(programme.heading).toMatchObject({
      commune: 'Oyonnax',
      codeInsee: '01283',
      quartier: 'La Forge',
      bailleur: 'Bugey Habitat',
      periode: { debut: 2026, fin: 2026 },
    });
    expect(programme.lines).toHaveLength(2);
    expect(programme.pages).toEqual([1]);
  });

  it('two landlords under one code are two programmes, however its name is spelt; one named in short stays one', () => {
    const of = (bailleur: string, quartier = 'La Forge') => [
      'Ville : Oyonnax',
      `Quartier : ${quartier} - QP001003`,
      `Bailleur : ${bailleur}`,
      'Année : 2026',
    ];
    const { programmes } = understand(
      TITLE,
      ...of('Bugey Habitat'),
      actions(HALLS, total('Total général', '800 €')),
      NEW_PAGE,
      ...of('SA d’HLM Ain Logement', 'LA FORGE'),
      actions(RONDES),
    );
    expect(programmes.map(({ heading: { bailleur } }) => bailleur)).toEqual(['Bugey Habitat', 'SA d’HLM Ain Logement']);
    const short = understand(TITLE, ...of('Bugey Habitat'), actions(HALLS), NEW_PAGE, ...of('Bugey'), actions(RONDES));
    expect(short.programmes).toHaveLength(1);
  });

  it('two landlords of one quartier, each in a sentence that is a whole heading, are two programmes', () => {
    const of = (bailleur: string, dwellings: string) =>
      `Le présent programme d’actions est établi par ${bailleur} pour le quartier prioritaire La Forge de la ville d’Oyonnax, au titre de l’année 2026. Le patrimoine concerné compte ${dwellings} logements.`;
    const { programmes } = understand(
      TITLE,
      of('Bugey Habitat', '194'),
      actions(HALLS, total('Total général', '800 €')),
      NEW_PAGE,
      TITLE,
      of('Rhône Isère Logement', '2 256'),
      actions(RONDES),
    );
    expect(programmes.map(({ heading: { bailleur, logements } }) => [bailleur, logements])).toEqual([
      ['Bugey Habitat', 194],
      ['Rhône Isère Logement', 2256],
    ]);
  });

  it('a total in text on the page before a heading in a sentence is that of the programme above, whatever the foot of the page says', () => {
    const sentence = (quartier: string, code: string) =>
      `Le présent programme d’actions est établi par Bugey Habitat pour le quartier prioritaire ${quartier} (${code}) de la ville de Oyonnax, au titre de l’année 2026.`;
    const first = [
      TITLE,
      sentence('La Forge', 'QP001003'),
      actions(HALLS, RONDES),
      NEW_PAGE,
      'Total général : 1 400 €',
      { text: 'page 2', y: 780 },
    ];
    const second = [NEW_PAGE, TITLE, sentence('La Plaine', 'QP001004'), actions(PARKINGS)];
    const { programmes } = understand(...first, ...second);
    expect(programmes.map(({ heading: { codeQp } }) => codeQp)).toEqual(['QP001003', 'QP001004']);
    expect(programmes.map(({ totals }) => totals.map(({ label }) => label))).toEqual([['Total général'], []]);
  });

  it('two quartiers are two programmes, each with its own lines and pages', () => {
    const { programmes } = understand(
      TITLE,
      ...heading('La Forge'),
      actions(HALLS, total('Total général', '800 €')),
      NEW_PAGE,
      TITLE,
      ...heading('La Plaine'),
      actions(RONDES, PARKINGS),
    );
    expect(
      programmes.map(({ heading: { quartier }, lines, totals, pages }) => ({
        quartier,
        lines: lines.length,
        totals: totals.length,
        pages,
      })),
    ).toEqual([
      { quartier: 'La Forge', lines: 1, totals: 1, pages: [1] },
      { quartier: 'La Plaine', lines: 2, totals: 0, pages: [2] },
    ]);
  });

  it('a heading repeated over the next page opens no other programme', () => {
    const programme = programmeOf(TITLE, ...heading('La Forge'), actions(HALLS), NEW_PAGE, TITLE, ...heading('LA FORGE'), actions(RONDES));
    expect(programme.lines).toHaveLength(2);
    expect(programme.pages).toEqual([1, 2]);
  });

  it('a grand total in cells of its own widths stands for the columns of amounts in their order', () => {
    const table = rows(['Axe', 'Action', 'Montant prévu', 'Montant valorisé'], ['Sur-entretien', 'Peinture des halls', '800 €', '600 €']);
    const foot: TableSpec = { ...rows(['TOTAL GENERAL (1) + (2)', '800', '600']), widths: [200, 110, 130] };
    const { totals } = programmeOf(TITLE, ...heading('La Forge'), table, 'B', foot);
    expect(totals.map((total) => [total.column.header, value(total)])).toEqual([
      ['Montant prévu', '800.00'],
      ['Montant valorisé', '600.00'],
    ]);
  });

  it('figures of a total broken over two rows are one, and only where the second row goes on', () => {
    const table = (...rest: readonly Row[]) =>
      rows(
        ['Axe', 'Action', 'Montant prévu', 'Montant valorisé'],
        ['Sur-entretien', 'Peinture des halls', '107 266,00', '9 500,00'],
        ...rest,
      );
    const totals = (...rest: readonly Row[]) => programmeOf(TITLE, ...heading('La Forge'), table(...rest)).totals.map(value);
    expect(totals(['Total axe 3', LEFT, '107', '9 500,00'], ['', '', '266,00', ''])).toEqual(['107266.00', '9500.00']);
    expect(totals(['Total axe 3', LEFT, '107 266,00', '9 500,00'], ['', '', '266,00', ''])).toEqual(['107266.00', '9500.00', '266.00']);
  });

  it('a row whose words tell prices of places is a line, no heading', () => {
    const { lines } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      rows(['Actions', 'Dépense prévue (TTC)'], ['Coût 2027 : QPV : 24 €/attribution - hors QPV : 22 €/attribution', '30,2 k€']),
      rows(['Actions', 'Dépense prévue (TTC)'], ['Peinture des halls', '800 €']),
    );
    expect(lines.map((line) => line.amounts.map(value))).toEqual([['30200.00'], ['800.00']]);
  });

  it('a sentence of a bilan states the figures of its columns in their order', () => {
    const table = rows(
      ['Axe', 'Action', 'Réalisé 2026', 'Montant valorisé au titre de la TFPB'],
      ['Sur-entretien', 'Effacement de tags et graffitis', '500 €', '400 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', '300 €', '200 €'],
    );
    const { totals } = programmeOf(
      'BILAN TFPB',
      ...heading('La Forge'),
      table,
      'Total général : 800 €, dont 600 € valorisés au titre de la TFPB',
    );
    expect(totals.map((total) => [total.scopes[0].value.column.rubrique, value(total)])).toEqual([
      ['realise', '800.00'],
      ['valorise', '600.00'],
    ]);
  });

  it('a plain figure alone under the column of amounts is a total, over the page too', () => {
    const { totals, unread } = programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, RONDES), NEW_PAGE, { text: '14600', x: 390 });
    expect(totals.map(value)).toEqual(['14600.00']);
    expect(unread).toEqual([]);
  });

  it('a figure beside words that name no total is none', () => {
    const beside = [
      { text: 'Renforcement de la présence', x: 50, y: 200 },
      { text: '14600', x: 390, y: 200 },
    ];
    const { totals, unread } = programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, RONDES), NEW_PAGE, ...beside);
    expect(totals).toEqual([]);
    expect(unread.map(({ text }) => text)).toEqual(['14600']);
  });

  it('what a foot reckons under the total is no row that was not seen; above any total it may be', () => {
    const told = (...foot: readonly Item[]) =>
      programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, RONDES), NEW_PAGE, ...foot).unread.map(({ text }) => text);
    const total = { text: 'Total général : 14 600 €', y: 150 };
    const beside = (label: string) => [
      { text: label, x: 50, y: 200 },
      { text: '10 200 €', x: 385, y: 200 },
    ];
    expect(told(total, ...beside('Solde abattement'))).toEqual([]);
    expect(told(total, ...beside('Reste à affecter sur l’abattement'))).toEqual([]);
    expect(told(total, ...beside('Condamnation des caves'))).toEqual(['10 200 €']);
    expect(told(...beside('Solde abattement'))).toEqual(['10 200 €']);
    expect(told({ text: 'Total axe 2 : 14 600 €', y: 150 }, ...beside('Solde abattement'))).toEqual(['10 200 €']);
    expect(told(total, ...beside('Reste à charge gardiennage'))).toEqual(['10 200 €']);
    expect(told(total, ...beside('Différence de tonnage des encombrants'))).toEqual(['10 200 €']);
  });

  it.each(['Total axe 2', 'Sous-total'])('nor is it a foot under the total of a part of the programme: %s', (label) => {
    const beside = [
      { text: 'Reste à affecter', x: 50, y: 260 },
      { text: '4 500 €', x: 385, y: 260 },
    ];
    const toldUnder = (name: string) =>
      programmeOf(TITLE, ...heading('La Forge'), actions(RONDES, total(name, '600 €')), ...beside).unread.map(({ text }) => text);
    expect(toldUnder(label)).toEqual(['4 500 €']);
    expect(toldUnder('Total général')).toEqual([]);
  });

  it('as many amounts beside a total as columns of amounts stand in their order, wherever their row puts them', () => {
    const at = (text: string, x: number) => ({ text, x, y: 200 });
    const table = rows(
      ['Action', 'Dépense totale', 'Financement bailleur', 'Autre financement'],
      ['Peinture des halls', '800 €', '600 €', '200 €'],
    );
    const { totals } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      table,
      ...[at('Total général', 50), at('800 €', 300), at('600 €', 350), at('200 €', 400)],
    );
    expect(totals.map((total) => [total.column.header, value(total)])).toEqual([
      ['Dépense totale', '800.00'],
      ['Financement bailleur', '600.00'],
      ['Autre financement', '200.00'],
    ]);
  });

  it('an axe named under the last total of a header is the title of the next', () => {
    const programme = programmeOf(
      TITLE,
      ...heading('La Forge'),
      rows(
        ['Axe 1 – Renforcement de la présence', LEFT],
        ['Action', 'Coût prévu'],
        ['Gardiens', '800 €'],
        ['Total axe 1', '800 €'],
        ['Axe 3 – Sur-entretien', LEFT],
        ['Action', 'Coût prévu'],
        ['Tags', '90 €'],
      ),
    );
    expect(programme.lines.map((line) => line.axeText)).toEqual(['Axe 1 – Renforcement de la présence', 'Axe 3 – Sur-entretien']);
  });

  describe('rows that no table took, between it and its total on the next page', () => {
    const rest = (...row: readonly Item[]) =>
      programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, RONDES), NEW_PAGE, ...row, 'Total général : 19 400 €').unread.map(
        ({ text }) => text,
      );

    it('leave their amount unread: their total is not to blame', () => {
      const others = ['Condamnation des caves', 'Tout au long de l’année', 'Peinture des portes'];
      expect(rest(...others, 'Sécurisation des accès', { text: '18 000 €', x: 385, y: 132 })).toEqual(['18 000 €']);
      expect(rest({ text: '18 000 Sécurisation des accès aux toitures', x: 385 })).toEqual(['18 000 Sécurisation des accès aux toitures']);
    });

    it('are not seen in a sentence, in figures beside the amounts, or in what a year or a count is', () => {
      expect(rest('18 000 logements sont concernés par ce programme.')).toEqual([]);
      expect(rest({ text: '12 portes à remplacer', x: 385 })).toEqual([]);
      expect(rest({ text: '2026', x: 385 })).toEqual([]);
    });
  });

  it('another year of the same quartier is another programme', () => {
    const { programmes } = understand(
      TITLE,
      ...heading('La Forge'),
      actions(HALLS),
      NEW_PAGE,
      'Ville : Oyonnax',
      'Quartier : La Forge',
      'Année : 2027',
      actions(RONDES),
    );
    expect(programmes.map((programme) => programme.heading.periode?.debut)).toEqual([2026, 2027]);
    expect(programmes[1]?.heading.bailleur).toBe('Bugey Habitat');
  });

  it('two codes are two quartiers, whatever their names; one code is one', () => {
    const file = (first: string, second: string) =>
      understand(TITLE, 'Ville : Oyonnax', `Quartier : ${first}`, actions(HALLS), NEW_PAGE, `Quartier : ${second}`, actions(RONDES))
        .programmes;
    expect(file('Centre (QP001003)', 'Centre (QP001004)').map((programme) => programme.heading.codeQp)).toEqual(['QP001003', 'QP001004']);
    expect(file('Centre (QP001003)', 'Le Centre (QP001003)')).toHaveLength(1);
  });

  it('a code copied to the heading of another quartier makes no one programme of two, though only one of them counts its dwellings', () => {
    const coded = (quartier: string) => heading(`${quartier} (QP001003)`);
    const file = (first: string, second: string) =>
      understand(TITLE, ...coded(first), actions(HALLS), NEW_PAGE, ...coded(second), 'Nombre de logements : 91', actions(RONDES))
        .programmes;
    expect(file('La Forge', 'La Plaine').map((each) => [each.heading.quartier, each.heading.codeQp, each.heading.logements])).toEqual([
      ['La Forge', 'QP001003', null],
      ['La Plaine', 'QP001003', 91],
    ]);
    expect(file('La Forge', 'Quartier La Forge')).toHaveLength(1);
  });

  it('the next quartier takes commune, bailleur and year from the heading before it, never its quartier', () => {
    const { programmes } = understand(
      TITLE,
      ...heading('La Forge'),
      'Nombre de logements : 120',
      actions(HALLS),
      NEW_PAGE,
      'Quartier : La Plaine',
      actions(RONDES),
    );
    expect(programmes[1]?.heading).toMatchObject({
      commune: 'Oyonnax',
      bailleur: 'Bugey Habitat',
      quartier: 'La Plaine',
      periode: { debut: 2026, fin: 2026 },
      logements: null,
    });
  });

  it('a heading in a table of its own counts as well', () => {
    const box = rows(['Commune', 'Oyonnax'], ['Quartier', 'La Forge'], ['Nombre de logements', '120'], ['Année', '2026']);
    expect(programmeOf(TITLE, box, actions(HALLS, RONDES)).heading).toMatchObject({
      commune: 'Oyonnax',
      quartier: 'La Forge',
      logements: 120,
    });
  });

  it('a table without header goes on on the next page with the columns and the axe of the last', () => {
    const programme = programmeOf(
      TITLE,
      ...heading('La Forge'),
      actions(HALLS),
      NEW_PAGE,
      rows(['', 'Renforcement nettoyage', 'Lavage des parkings', '700 €']),
    );
    expect(programme.lines.map((line) => [line.axeText, line.amounts[0]?.column.header])).toEqual([
      ['Sur-entretien', 'Dépense prévisionnelle'],
      ['Sur-entretien', 'Dépense prévisionnelle'],
    ]);
  });

  it('a second header in the same table goes on with the same programme', () => {
    const programme = programmeOf(TITLE, ...heading('La Forge'), actions(HALLS, HEADER, RONDES));
    expect(programme.lines.map((line) => line.description)).toEqual(['Peinture des halls', 'Rondes de nuit']);
  });
});

describe('sections and axes over tables', () => {
  it('a title over a table gives its section until the next title', () => {
    const { lines } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      'A – Actions spécifiques',
      actions(HALLS, RONDES),
      'B – Renforcement de la gestion de droit commun',
      actions(PARKINGS),
    );
    expect(lines.map((line) => line.section)).toEqual(['actions_specifiques', 'actions_specifiques', 'droit_commun']);
  });

  it('ends with its programme', () => {
    const { programmes } = understand(
      TITLE,
      ...heading('La Forge'),
      'Actions spécifiques',
      actions(HALLS),
      NEW_PAGE,
      ...heading('La Plaine'),
      actions(RONDES),
    );
    expect(programmes.map(({ lines }) => lines.map((line) => line.section))).toEqual([['actions_specifiques'], [null]]);
  });

  it('a title row inside the table does too', () => {
    const { lines } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      actions(
        [{ text: 'Actions spécifiques', bold: true }, '←', '←', '←'],
        HALLS,
        [{ text: 'Renforcement du droit commun', bold: true }, '←', '←', '←'],
        PARKINGS,
      ),
    );
    expect(lines.map((line) => line.section)).toEqual(['actions_specifiques', 'droit_commun']);
  });

  it('an axe in the text over a table without axe column is that of its lines', () => {
    const table = (action: string) => rows(['Action', 'Description', 'Dépense prévisionnelle'], [action, 'sur tout le site', '500 €']);
    const { lines } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      'Axe 3 : Sur-entretien',
      table('Renforcement nettoyage'),
      'Axe 5 : Tranquillité résidentielle',
      table('Surveillance des chantiers'),
    );
    expect(lines.map((line) => line.axeText)).toEqual(['Axe 3 : Sur-entretien', 'Axe 5 : Tranquillité résidentielle']);
  });
});

describe('periods of amounts', () => {
  it('come from the programme where the column says none, and stay the column’s own where it does', () => {
    const { lines } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      rows(
        ['Axe', 'Action', 'Réalisé 2025', 'Prévu'],
        ['Sur-entretien', 'Renforcement nettoyage', '500 €', '600 €'],
        ['Tranquillité résidentielle', 'Surveillance des chantiers', '500 €', '600 €'],
      ),
    );
    expect(lines[0]?.amounts.map((amount) => amount.column.periode?.debut)).toEqual([2025, 2026]);
  });

  it('an amount that stands in no column of amounts is kept aside to be looked at', () => {
    const { unread } = programmeOf(
      TITLE,
      ...heading('La Forge'),
      actions(HALLS, ['Sur-entretien', 'Renforcement nettoyage', '350 €', '700 €'], RONDES),
    );
    expect(unread.map(({ text }) => text)).toEqual(['350 €']);
  });
});

describe('totals in another tax', () => {
  const stated = (header: string, ...totals: readonly Row[]) => {
    const table = rows(
      ['Axe', 'Action', header],
      ['Sur-entretien', 'Renforcement nettoyage', '1 000 €'],
      ['Sur-entretien', 'Tags', '500 €'],
      ...totals,
    );
    return programmeOf(TITLE, ...heading('La Forge'), table).totals.map((each) => [value(each), each.scopes[0].value.terms.length]);
  };

  it.each<readonly [string, readonly Row[], readonly (readonly [string, number])[]]>([
    [
      'Montant HT',
      [
        ['Total HT', LEFT, '1 500 €'],
        ['TVA 20 %', LEFT, '300 €'],
        ['Total TTC', LEFT, '1 800 €'],
      ],
      [
        ['1500.00', 2],
        ['300.00', 0],
        ['1800.00', 0],
      ],
    ],
    [
      'Montant TTC',
      [
        ['Total HT', LEFT, '1 250 €'],
        ['TVA 20 %', LEFT, '250 €'],
        ['Total TTC', LEFT, '1 500 €'],
      ],
      [
        ['1250.00', 0],
        ['250.00', 0],
        ['1500.00', 2],
      ],
    ],
    ['Montant TTC', [['Total TTC', LEFT, '1 500 €']], [['1500.00', 2]]],
  ])('under « %s »', (header, totals, expected) => {
    expect(stated(header, ...totals)).toEqual(expected);
  });
});

it('a table of places with the abattement of each is no table of the programme', () => {
  const places = rows(
    ['Résidence', 'Logements', 'Abattement estimé'],
    ['Les Tilleuls', '84', '19 830 €'],
    ['La Marlière', '112', '21 370 €'],
    ['Total', '196', '41 200 €'],
  );
  const { lines, totals } = programmeOf(TITLE, ...heading('La Forge'), places, actions(HALLS, total('Total général', '800 €')));
  expect(lines).toHaveLength(1);
  expect(totals.map(value)).toEqual(['800.00']);
});

it('a table under the title of another annexe, without axes or actions, holds no lines of the programme before', () => {
  const calendar = rows(
    ['Échéance', 'Objet', 'Montant'],
    ['Mars 2026', 'Acompte', '8 000 €'],
    ['Septembre 2026', 'Solde', '8 480 €'],
    ['Total', LEFT, '16 480 €'],
  );
  const { lines, totals } = programmeOf(
    'ANNEXE 2 – Programme d’actions TFPB 2026',
    ...heading('La Forge'),
    actions(HALLS, total('Total général', '800 €')),
    'ANNEXE 3 – Calendrier de versement de la compensation',
    calendar,
  );
  expect(lines).toHaveLength(1);
  expect(totals.map(value)).toEqual(['800.00']);
});

it('a table under the title of another annexe has columns of its own, though it is on the next page and has no header that is known', () => {
  const grid = rows(['Thème', 'Constat', 'Suite à donner', 'Responsable'], ['Propreté des halls', '', '', ''], ['Éclairage', '', '', '']);
  const { lines, totals } = programmeOf(
    'Annexe 2 – Programme d’actions TFPB 2026',
    ...heading('La Forge'),
    actions(HALLS, RONDES, total('Total', '1 400 €')),
    NEW_PAGE,
    'Annexe 3 – Grille de diagnostic en marchant',
    grid,
  );
  expect(lines).toHaveLength(2);
  expect(totals.map((stated) => stated.scopes[0].value.portee)).toEqual(['programme']);
});

it('the annexe that each page says it is of is no new one: the table goes on under it', () => {
  const running = 'Annexe 2 à la convention-cadre';
  const { lines } = programmeOf(
    running,
    'Programme d’actions TFPB 2026',
    ...heading('La Forge'),
    actions(HALLS, RONDES),
    NEW_PAGE,
    running,
    rows(PARKINGS, CAMERAS),
  );
  expect(lines.map(({ actionText, amounts: [amount] }) => [actionText, amount?.column.header])).toEqual(
    [HALLS, RONDES, PARKINGS, CAMERAS].map(([, action]) => [action, 'Dépense prévisionnelle']),
  );
});

it('what stands under the own title of the programme tells more of it than what the pages before say', () => {
  const before = ['Convention d’utilisation de l’abattement de TFPB', 'Bailleur : Bugey Habitat', 'Nombre de logements : 5 300'];
  const { heading: found } = programmeOf(
    ...before,
    'Annexe 2 – Programme d’actions TFPB 2026',
    'Quartier : La Forge',
    'Nombre de logements : 412',
    actions(HALLS, RONDES),
  );
  expect([found.bailleur, found.quartier, found.logements]).toEqual(['Bugey Habitat', 'La Forge', 412]);
});

it('a bilan and a programme under one title are each for the years of their own', () => {
  const { programmes } = understand(
    'Bilan 2025 et programme d’actions 2026',
    '1. Bilan 2025',
    ...heading('La Forge').slice(0, 3),
    actions(HALLS, RONDES),
    NEW_PAGE,
    '2. Programme d’actions 2026',
    ...heading('La Forge').slice(0, 3),
    actions(HALLS, PARKINGS),
  );
  expect(programmes.map(({ heading: { periode } }) => periode)).toEqual([
    { debut: 2025, fin: 2025 },
    { debut: 2026, fin: 2026 },
  ]);
});

describe('the accounts of the town, joined for information', () => {
  const accounts = rows(
    ['Chapitre', 'Libellé', 'BP 2026'],
    ['011', 'Charges à caractère général', '9 480 000 €'],
    ['012', 'Personnel', '21 300 000 €'],
  );
  const linesUnder = (title: string): number => programmeOf(TITLE, 'Année : 2026', actions(HALLS), NEW_PAGE, title, accounts).lines.length;

  it('are no lines of the programme', () => {
    expect(linesUnder('Annexe 3 – Budget primitif 2026 de la commune, section de fonctionnement')).toBe(1);
    expect(linesUnder('Compte administratif de la ville')).toBe(1);
  });

  it('unless their title tells of the programme', () => {
    expect(linesUnder('Programme d’actions inscrit au budget primitif')).toBeGreaterThan(1);
  });

  it('nor where a sentence or a bracket over lines of the programme speaks of the town’s money', () => {
    const waste = rows(
      ['Intitulé', 'Description', 'Dépense prévisionnelle 2026'],
      ['Enlèvement des encombrants', 'Deux débarras', '2 000 €'],
    );
    const under = (text: string): number => programmeOf(TITLE, 'Année : 2026', actions(HALLS), text, waste).lines.length;
    for (const text of [
      'Le ramassage ordinaire relève du budget communal.',
      'Lien social (budget communal de 1 000 € en complément)',
      'Cofinancement : budget de la ville de Lens',
    ])
      expect(under(text)).toBe(2);
  });
});
