import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { tableRuns } from '../../src/stages/tabulate/align/runs.ts';
import { repeatedHeaders } from '../../src/stages/tabulate/align/segments.ts';
import type { Box } from '../../src/model/geometry.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { horizontal, page as drawn, textAt } from './draw.ts';

const line = (y: number, ...texts: readonly (readonly [number, string])[]) => texts.flatMap(([x, text]) => textAt(x, y, text));
const page = (words: ReturnType<typeof textAt>) => ({ lines: chunkedLines(words), horizontal: [], bands: [] });

const HEADER = [
  [40, 'Actions'],
  [200, 'Contenu'],
  [360, 'Échéance'],
] as const;

/** Tables of one row under one header each, one below the other. */
const tables = (count: number) =>
  page(
    Array.from({ length: count }, (_, index) => [
      ...line(40 + 80 * index, ...HEADER),
      ...line(80 + 80 * index, [40, `Nettoyage ${String(index)}`], [200, 'Deux passages'], [360, '1 200 €']),
    ]).flat(),
  );

test('a line of headings that nothing sets apart is a header when the document prints it three times', () => {
  expect(repeatedHeaders([tables(2)]).size).toBe(0);
  expect([...repeatedHeaders([tables(3)])]).toEqual(['actionscontenuéchéance']);
});

test('a header that says one of its many words otherwise is counted with the others', () => {
  const under = (name: string) => page(line(40, [40, 'Axe'], [140, 'Actions'], [240, name], [360, 'Coût']));
  const texts = [...repeatedHeaders([under('Contenu'), under('Contenu'), under('Échéancier')])];
  expect(texts).toEqual(['axeactionscontenucoût', 'axeactionséchéanciercoût']);
  expect(repeatedHeaders([under('Contenu'), under('Échéancier')]).size).toBe(0);
});

test('a row of amounts in the middle of its label keeps the first line of the label and the headings set at several heights above it', () => {
  const words = [
    ...line(40, [40, 'Synthèse']),
    ...line(60, [400, 'Dépense prévue']),
    ...line(66, [240, 'Dépense faite']),
    ...line(72, [416, '2024']),
    ...line(92, [40, 'Présence du personnel']),
    ...line(98, [280, '9 200 €'], [440, '10 961 €']),
    ...line(104, [40, 'de proximité']),
    ...line(124, [40, 'Nettoyage'], [280, '14 610 €'], [440, '14 610 €']),
  ];
  const [run] = tableRuns(chunkedLines(words), 480, { vertical: [], bands: [] });
  expect(run?.flatMap(({ chunks }) => chunks.map(({ text }) => text)).slice(0, 4)).toEqual([
    'Dépense prévue',
    'Dépense faite',
    '2024',
    'Présence du personnel',
  ]);
});

test('a header in a fill over one row whose amount is a dash is a table, though the page ends there', () => {
  const cells = (y: number, ...texts: readonly string[]) => texts.flatMap((text, at) => textAt([45, 200, 400, 470][at] ?? 0, y, text));
  const head: Box = [40, 90, 560, 115];
  const found = (row: readonly string[]) =>
    tabulate([
      drawn({
        words: [...cells(95, 'Axes', 'Actions', 'Coût', 'Calendrier'), ...cells(120, ...row)],
        rules: [horizontal(90, 40, 560), horizontal(115, 40, 560)],
        fills: [{ box: head, shade: 0.8 }],
      }),
    ])[0].value.grids.length;
  expect(found(['Présence', 'Médiation sociale', '-', 'Deux jours'])).toBe(1);
  expect(found(['Présence', 'Médiation sociale', '', 'Deux jours'])).toBe(0);
});
