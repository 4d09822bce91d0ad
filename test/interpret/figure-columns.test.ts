import { expect, test } from 'vitest';
import { LEFT, rows } from '../support/grids.ts';
import { understand } from '../support/understand.ts';

const OPENING = ["Programme d'actions TFPB 2026", 'Commune : Lens', 'Quartier : La Forge', 'Bailleur : Artois Habitat'] as const;

/** The texts that a table leaves over, and the amounts it gives, beside two columns of figures under the names of places. */
const read = (figures: readonly string[]) => {
  const actions = ['Renforcement du nettoyage', 'Enlèvement des tags', 'Vidéosurveillance'];
  const body = actions.map((action, row) => ['Sur-entretien', action, figures[row] ?? '', figures[row] ?? '', '1 500']);
  const { programmes } = understand(
    ...OPENING,
    rows(
      ['Axe', 'Action', 'Dépenses réalisées 2020', LEFT, LEFT],
      ['', '', '', 'montants arrondis à l’euro supérieur', ''],
      ['', '', 'Les Quatre Vents', 'Le Banat', 'TOTAL'],
      ...body,
    ),
  );
  const amounts = programmes[0]?.lines.flatMap((line) => line.amounts.map(({ readings: [{ text }] }) => text)) ?? [];
  return { leftOver: programmes[0]?.unread.map(({ text }) => text), amounts };
};

test('large bare figures under a heading that is not taken for money are amounts or are left over: no sum passes for whole without them', () => {
  const figures = ['45 000', '12 350', '1 250'];
  const { leftOver, amounts } = read(figures);
  for (const figure of figures) expect([...(leftOver ?? []), ...amounts].filter((text) => text === figure)).toHaveLength(2);
});

test('ranks, counts and years are no money', () => {
  expect(read(['1', '2', '3']).leftOver).toEqual([]);
  expect(read(['2024', '2025', '2026']).leftOver).toEqual([]);
});

test('figures under a heading of words are left over, an empty cell among them is not', () => {
  const body = ['14000', '', '12500', '2300'].map((figure) => ['Sur-entretien', 'Nettoyage', 'Deux passages', figure, '99 000 €']);
  const { programmes } = understand(...OPENING, rows(['Axe', 'Action', 'Description', 'Partenaires', 'Montant prévu'], ...body));
  expect(programmes[0]?.unread.map(({ text }) => text)).toEqual(['14000', '12500', '2300']);
});

/** The texts left over of a table whose descriptions tell a price, beside what the column of amounts gives. */
const leftBeside = (description: string, amounts: readonly string[]): readonly string[] | undefined => {
  const actions = ['Renforcement du nettoyage', 'Enlèvement des tags', 'Vidéosurveillance'];
  const body = actions.map((action, row) => ['Sur-entretien', action, description, amounts[row] ?? '']);
  const others = ['Sur-entretien', 'Réparations des équipements vandalisés', 'Portes et halls', '900 €'];
  const { programmes } = understand(...OPENING, rows(['Axe', 'Action', 'Description', 'Montant prévu'], ...body, others));
  return programmes[0]?.unread.map(({ text }) => text).filter((text) => text === description);
};

test('a price that a sentence tells is left over where the row gives no amount of its own', () => {
  const told = 'Deux passages par mois, soit 1 200 €';
  expect(leftBeside(told, ['1 200 €', '1 200 €', '1 200 €'])).toEqual([]);
  expect(leftBeside(told, ['', '', ''])).toEqual([told, told, told]);
});

test.each(['Nettoyage renforcé 1 200 €', 'Nettoyage renforcé\n1 200 €', 'Nettoyage 1 200 €\nrenforcé'])(
  'words and an amount in one cell over a column of amounts are left over: %j',
  (mixed) => {
    const { programmes } = understand(
      ...OPENING,
      rows(
        ['Axe', 'Action', 'Prévu', 'Réalisé'],
        ['Sur-entretien', 'Enlèvement des tags', '400 €', '300 €'],
        ['Sur-entretien', mixed, LEFT, '900 €'],
        ['Sur-entretien', 'Réparations', '700 €', '650 €'],
      ),
    );
    expect(programmes[0]?.unread.map(({ text }) => text)).toEqual([mixed.replace('\n', ' ')]);
  },
);
