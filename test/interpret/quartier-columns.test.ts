import { describe, expect, it } from 'vitest';
import { bold, LEFT, rows, UP } from '../support/grids.ts';
import { understand, value, values, wording } from '../support/understand.ts';

const OPENING = ["Programme d'actions TFPB 2026", 'Commune : Lens', 'Bailleur : Artois Habitat'] as const;
const SUR_ENTRETIEN = 'Sur-entretien';
const TRANQUILLITE = 'Tranquillité résidentielle';

describe('a column of amounts for each quartier', () => {
  const table = rows(
    ['Axe', 'Action', 'Montant prévisionnel par quartier', LEFT, LEFT],
    [UP, UP, 'Les Aulnes QP062101 (120 logements)', 'La Forge', 'Total'],
    [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '500 €', '1 500 €'],
    [SUR_ENTRETIEN, 'Enlèvement des tags', '-', '200 €', '200 €'],
    ['Sous-total', '', '1 000 €', '700 €', '1 700 €'],
    [TRANQUILLITE, 'Vidéosurveillance', '300 €', '-', '300 €'],
    ['Total général', '', '1 300 €', '700 €', '2 100 €'],
  );
  const list = rows(['Quartier prioritaire', 'Nombre de logements'], ['Les Aulnes', '120'], ['La Forge', '1 085']);
  const { programmes } = understand(...OPENING, list, table);

  it('gives a programme for each, with the lines in common and its own amounts', () => {
    expect(programmes.map(({ heading }) => [heading.quartier, heading.codeQp, heading.logements, heading.commune])).toEqual([
      ['Les Aulnes', 'QP062101', 120, 'Lens'],
      ['La Forge', null, 1085, 'Lens'],
    ]);
    const [first, second] = programmes;
    expect(first?.lines.map(values)).toEqual([['1000.00'], [null], ['300.00']]);
    expect(second?.lines.map(values)).toEqual([['500.00'], ['200.00'], [null]]);
    expect(second?.lines.map(wording)).toEqual(first?.lines.map(wording));
  });

  it('gives each the totals of its own column, and those over all quartiers once, as no part of a programme', () => {
    const stated = programmes.map(({ totals }) => totals.map((total) => [total.scopes[0].value.portee, value(total)]));
    expect(stated[1]).toEqual([
      ['axe', '700.00'],
      ['programme', '700.00'],
    ]);
    expect(stated[0]?.slice(0, 2)).toEqual([
      ['axe', '1000.00'],
      ['programme', '1300.00'],
    ]);
    const across = programmes[0]?.totals.filter((total) => total.scopes[0].value.portee === 'autre') ?? [];
    expect(across.map((total) => [value(total), total.scopes[0].value.terms.length])).toEqual([
      ['1500.00', 2],
      ['200.00', 2],
      ['1700.00', 4],
      ['300.00', 2],
      ['2100.00', 6],
    ]);
    const others = new Set(programmes[0]?.elsewhere?.map(({ id }) => id));
    expect(across[0]?.scopes[0].value.terms.filter((id) => others.has(id))).toHaveLength(1);
  });

  it('no two programmes share the id of a line', () => {
    const ids = programmes.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('columns headed by names, codes and dwellings give a programme each, though few words of the header are those of headers', () => {
  const names = ['La Mare aux Clercs', 'Clos Fleuri', 'Bois du Temple', 'Les Prés', 'Le Port'];
  const headers = names.map((name, at) => `${name}\nQP06210${String(at)}\n${String(100 + at)} logements`);
  const { programmes } = understand(
    ...OPENING,
    rows(
      ['Axe', 'Libellé', ...headers, 'Total'],
      [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '500 €', '200 €', '100 €', '100 €', '1 900 €'],
      [TRANQUILLITE, 'Vidéosurveillance', '300 €', '-', '100 €', '100 €', '100 €', '600 €'],
      ['Total', LEFT, '1 300 €', '500 €', '300 €', '200 €', '200 €', '2 500 €'],
    ),
  );
  expect(programmes.map(({ heading }) => [heading.quartier, heading.codeQp, heading.logements])).toEqual(
    names.map((name, at) => [name, `QP06210${String(at)}`, 100 + at]),
  );
  expect(programmes[1]?.lines.map(values)).toEqual([['500.00'], [null]]);
});

it('columns by landlord, whatever these are called, give one programme each of the same quartier', () => {
  const { programmes } = understand(
    'Programme d’actions TFPB 2026',
    'Quartier : Les Aulnes (QP062101)',
    rows(
      ['Axe', 'Action', 'Montant prévisionnel par bailleur', LEFT, 'Total'],
      [UP, UP, 'Toit et Joie (420 logements)', 'Seqens (811 logements)', UP],
      [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '500 €', '1 500 €'],
      [TRANQUILLITE, 'Vidéosurveillance', '300 €', '50 €', '350 €'],
    ),
  );
  expect(programmes.map(({ heading }) => [heading.bailleur, heading.quartier, heading.codeQp, heading.logements])).toEqual([
    ['Toit et Joie', 'Les Aulnes', 'QP062101', 420],
    ['Seqens', 'Les Aulnes', 'QP062101', 811],
  ]);
});

it('columns named by quartiers that one value of the heading lists, with their codes and dwellings', () => {
  const { programmes } = understand(
    ...OPENING,
    'Quartiers prioritaires : Les Aulnes (QP062101) : 1 120 logements La Forge (QP062102) : 85 logements',
    rows(
      ['Axe', 'Action', 'Les Aulnes', 'La Forge', 'Total'],
      [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '500 €', '1 500 €'],
      [TRANQUILLITE, 'Vidéosurveillance', '300 €', '50 €', '350 €'],
    ),
  );
  expect(programmes.map(({ heading }) => [heading.quartier, heading.codeQp, heading.logements])).toEqual([
    ['Les Aulnes', 'QP062101', 1120],
    ['La Forge', 'QP062102', 85],
  ]);
});

describe('two figures under each quartier', () => {
  it('keep their rubriques, whatever the name sounds like', () => {
    const { programmes } = understand(
      ...OPENING,
      rows(
        ['Axe', 'Action', 'Ville-Haute', LEFT, 'Le Projet Sud', LEFT],
        [UP, UP, 'Prévu', 'Valorisé', 'Prévu', 'Valorisé'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '800 €', '500 €', '400 €'],
        [TRANQUILLITE, 'Vidéosurveillance', '300 €', '200 €', '50 €', '20 €'],
        ['Total', '', '1 300 €', '1 000 €', '550 €', '420 €'],
      ),
    );
    expect(programmes.map(({ heading }) => heading.quartier)).toEqual(['Ville-Haute', 'Le Projet Sud']);
    for (const { lines } of programmes)
      for (const { amounts } of lines) expect(amounts.map(({ column }) => column.rubrique)).toEqual(['prevu', 'valorise']);
  });
});

describe('other things that columns of one table stand for', () => {
  it('landlords of one quartier have a programme each', () => {
    const { programmes } = understand(
      "Programme d'actions TFPB 2026",
      'Commune : Lens',
      'Quartier : La Forge',
      rows(
        ['Axe', 'Action', 'Artois Habitat', 'Logis du Nord', 'Total'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '10 €', '5 €', '15 €'],
        [TRANQUILLITE, 'Vidéosurveillance', '4 €', '-', '4 €'],
        ['Total', '', '14 €', '5 €', '19 €'],
      ),
    );
    expect(programmes.map(({ heading, lines }) => [heading.quartier, heading.bailleur, lines.map(values)])).toEqual([
      ['La Forge', 'Artois Habitat', [['10.00'], ['4.00']]],
      ['La Forge', 'Logis du Nord', [['5.00'], [null]]],
    ]);
  });

  it('communes over their quartiers give each its own', () => {
    const { programmes } = understand(
      "Programme d'actions TFPB 2026",
      'Bailleur : Artois Habitat',
      rows(
        [bold('Axe'), bold('Action'), bold('LENS'), LEFT, bold('LIEVIN'), LEFT],
        [UP, UP, bold('Grande Résidence'), bold('Cité 12-14'), bold('Calonne'), bold('Marichelles')],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '10 €', '5 €', '15 €', '9 €'],
        ['Total', '', '10 €', '5 €', '15 €', '9 €'],
      ),
    );
    expect(programmes.map(({ heading }) => [heading.commune, heading.quartier])).toEqual([
      ['Lens', 'Grande Résidence'],
      ['Lens', 'Cité 12-14'],
      ['Liévin', 'Calonne'],
      ['Liévin', 'Marichelles'],
    ]);
  });

  it('money of others beside the quartiers is no total over them, and somebody must say whose it is', () => {
    const { programmes } = understand(
      ...OPENING,
      rows(
        ['Axe', 'Action', 'Les Aulnes', 'La Forge', 'Autres financements'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '10 €', '5 €', '7 €'],
        ['Total', '', '10 €', '5 €', '7 €'],
      ),
    );
    expect(programmes.map(({ totals, unread }) => [totals.length, unread.map(({ text }) => text)])).toEqual([
      [1, ['7 €']],
      [1, ['7 €']],
    ]);
  });
});

describe('columns that are no quartiers', () => {
  it('payers side by side stay one programme', () => {
    const { programmes } = understand(
      ...OPENING,
      'Quartier : Les Aulnes',
      rows(
        ['Axe', 'Action', 'Montant prévu', 'Ville', 'État'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '300 €', '200 €'],
        [TRANQUILLITE, 'Vidéosurveillance', '300 €', '100 €', '-'],
        ['Total', '', '1 300 €', '400 €', '200 €'],
      ),
    );
    expect(programmes.map(({ heading }) => heading.quartier)).toEqual(['Les Aulnes']);
  });

  it('residences of the one quartier that the heading names are no programmes', () => {
    const { programmes } = understand(
      ...OPENING,
      'Quartier : Les Aulnes',
      rows(
        ['Axe', 'Action', 'Mozart', 'Debussy'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '300 €'],
        [TRANQUILLITE, 'Vidéosurveillance', '300 €', '100 €'],
        ['Total', '', '1 300 €', '400 €'],
      ),
    );
    expect(programmes).toHaveLength(1);
  });
});

describe('rows and tables beside the columns of quartiers', () => {
  it('a row of dwellings under the header is no line', () => {
    const { programmes } = understand(
      ...OPENING,
      rows(
        ['Axe', 'Action', 'Les Aulnes', 'La Forge'],
        ['Nombre de logements', LEFT, '120', '85'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000,00 €', '500,00 €'],
        [TRANQUILLITE, 'Vidéosurveillance', '300,00 €', '100,00 €'],
        ['Total', '', '1 300,00 €', '600,00 €'],
      ),
    );
    expect(programmes.map(({ heading, lines }) => [heading.quartier, heading.logements, lines.length])).toEqual([
      ['Les Aulnes', 120, 2],
      ['La Forge', 85, 2],
    ]);
  });

  it('amounts that are in no quartier are not dropped silently', () => {
    const { programmes } = understand(
      ...OPENING,
      rows(
        ['Axe', 'Action', 'Les Aulnes', 'La Forge'],
        [SUR_ENTRETIEN, 'Renforcement du nettoyage', '1 000 €', '500 €'],
        ['Total', '', '1 000 €', '500 €'],
      ),
      'Actions communes',
      rows(['Axe', 'Action', 'Montant prévu'], [TRANQUILLITE, 'Vidéosurveillance', '300 €']),
    );
    expect(programmes).toHaveLength(2);
    for (const { unread } of programmes) expect(unread.map(({ text }) => text)).toEqual(['300 €']);
  });
});
