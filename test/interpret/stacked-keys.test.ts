import { expect, test } from 'vitest';
import { pairsOfTable } from '../../src/stages/interpret/fiches/elements.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, vertical } from '../tabulate/draw.ts';

/** A box under a bar with a title: keys under each other in the left cell, 15 points apart, and their values beside them. */
function elements(title: string, ...pairs: readonly (readonly [string, ...string[]])[]): (readonly string[])[] | null {
  let y = 124;
  const words = textAt(54, 104, title, { bold: true });
  for (const [key, ...values] of pairs) {
    words.push(...textAt(54, y, key), ...values.flatMap((value, at) => textAt(204, y + 12 * at, value)));
    y += 15 + 12 * (values.length - 1);
  }
  const rules = [...frame([50, 100, 450, y + 4]), horizontal(120, 50, 450), vertical(200, 120, y + 4)];
  const [layout] = tabulate([page({ words, rules })]);
  const tables = layout.value.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  const found = pairsOfTable({ kind: 'table', table, preamble: [], bands: [], pieces: [], unread: [] }, new Set());
  return (
    found?.map((element) => {
      if (element.kind === 'paire') return [element.key, element.value];
      return element.kind === 'titre' ? ['titre', element.words] : [element.kind];
    }) ?? null
  );
}

test('keys under each other in one drawn cell meet the lines beside and under them', () => {
  expect(
    elements(
      'Fiche 2 : Rondes de nuit',
      ['Axe', 'Tranquillité résidentielle'],
      ['Contenu', 'Trois passages par nuit,', 'de novembre à mars'],
      ['Coût prévisionnel', '6 000 €'],
    ),
  ).toEqual([
    ['titre', 'Rondes de nuit'],
    ['Axe', 'Tranquillité résidentielle'],
    ['Contenu', 'Trois passages par nuit, de novembre à mars'],
    ['Coût prévisionnel', '6 000 €'],
  ]);
});

test('texts of two cells that are no keys stay two cells', () => {
  expect(elements('Rondes de nuit', ['Trois passages', 'Tranquillité'], ['par nuit', 'résidentielle'])).toBeNull();
});
