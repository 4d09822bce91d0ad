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
