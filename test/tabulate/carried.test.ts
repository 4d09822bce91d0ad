import { describe, expect, test } from 'vitest';
import { cellText, type Layout, type Table } from '../../src/model/grid.ts';
import type { Word } from '../../src/model/page.ts';
import { withCarriedSide } from '../../src/stages/tabulate/align/carried.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { page, textAt, widthOf } from './draw.ts';

const [AXE, ACTION, AMOUNT_END, DESCRIPTION] = [40, 170, 400, 410];

/** A row of a table without any rule: texts at the left of their columns, the amount at the right of its own. */
function row(y: number, axe: string, action: string, amount: string, description: string): Word[] {
  const words = [...textAt(AXE, y, axe), ...textAt(ACTION, y, action), ...textAt(DESCRIPTION, y, description)];
  return amount === '' ? words : [...words, ...textAt(AMOUNT_END - widthOf(amount), y, amount)];
}

const FIRST = page({
  number: 1,
  height: 400,
  words: [
    ...row(40, 'Axes', 'Actions', 'Montant', 'Contenu'),
    ...Array.from({ length: 12 }, (_, index) =>
      row(66 + 26 * index, 'Axe 5 :', 'Surveillance des chantiers', `${String(index + 1)} 048,00 €`, 'Gardien, 8 semaines'),
    ).flat(),
    ...row(378, 'Axe 8 : petits travaux', "Petits travaux d'amélioration", '1 000,00 €', 'Reprise de la lumière'),
  ],
});

function tablesOf({ blocks }: Layout): readonly Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

function rowsOf(table: Table): string[] {
  return Array.from({ length: table.rowCount }, (_, at) =>
    table.cells
      .filter((cell) => cell.row === at)
      .sort((a, b) => a.column - b.column)
      .map(cellText)
      .join('|'),
  );
}

describe('the rest of a table without rules on the next page', () => {
  test('the end of a cut row, one row and a total whose amount is set in two lines stand in its columns', () => {
    const second = page({
      number: 2,
      height: 400,
      words: [
        ...row(30, 'de la vie', 'du cadre de vie', '', ''),
        ...row(56, 'Axe 8 :', 'Travaux de sécurisation', '23 153,00 €', 'Porte des logements vacants'),
        ...textAt(AMOUNT_END - widthOf('343 025,18'), 88, '343 025,18', { bold: true }),
        ...textAt(AMOUNT_END - widthOf('€'), 98, '€', { bold: true }),
      ],
      fills: [{ box: [36, 84, 560, 112], shade: 0.9 }],
    });
    const [table, ...others] = tablesOf(tabulate([FIRST, second])[0].value);
    expect(others).toEqual([]);
    const rows = table === undefined ? [] : rowsOf(table);
    expect(rows.slice(-2)).toEqual(['Axe 8 :|Travaux de sécurisation|23 153,00 €|Porte des logements vacants', '||343 025,18 €|']);
    expect(rows.at(-3)).toContain("Petits travaux d'amélioration du cadre de vie");
  });

  test('centred amounts and a label broken over many lines stand in its columns too', () => {
    const centred = (y: number, amount: string) => textAt(370 - widthOf(amount) / 2, y, amount);
    const first = page({
      number: 1,
      height: 400,
      words: [
        ...[...textAt(AXE, 40, 'Actions'), ...textAt(ACTION, 40, 'Détail'), ...textAt(300, 40, 'ETP'), ...centred(40, 'Montant')],
        ...Array.from({ length: 12 }, (_, index) => [
          ...textAt(AXE, 66 + 26 * index, 'Référents'),
          ...textAt(ACTION, 66 + 26 * index, 'Chargé de sûreté'),
          ...textAt(300 + (index % 3) * 4, 66 + 26 * index, '7'.repeat(1 + (index % 2))),
          ...centred(66 + 26 * index, `${'1'.repeat(1 + (index % 3))} 048,00 €`),
        ]).flat(),
      ],
    });
    const second = page({
      number: 2,
      height: 400,
      words: [
        ...[...textAt(ACTION, 30, 'Réunions mensuelles'), ...centred(30, '29 500,00 €')],
        ...[...textAt(292, 56, 'Sous'), ...centred(56, '340,00 €'), ...textAt(292, 67, 'total'), ...textAt(292, 78, 'Forma')],
        ...textAt(292, 89, 'tion'),
      ],
    });
    const [table, ...others] = tablesOf(tabulate([first, second])[0].value);
    expect(others).toEqual([]);
    expect(table === undefined ? [] : rowsOf(table).slice(-2)).toEqual([
      '|Réunions mensuelles||29 500,00 €',
      '||Sous total Forma tion|340,00 €',
    ]);
  });

  test('few rows of a table are told by those of the tables under the same header', () => {
    const header = (y: number) => [
      ...textAt(AXE, y, 'Actions', { bold: true }),
      ...textAt(200, y, 'Calendrier', { bold: true }),
      ...textAt(350, y, 'Montant', { bold: true }),
      ...textAt(432, y, 'Remarques', { bold: true }),
    ];
    const line = (y: number, action: string, when: string, amount: string, remark: string) => [
      ...[...textAt(AXE, y, action), ...textAt(190, y, when), ...textAt(AMOUNT_END - widthOf(amount), y, amount)],
      ...textAt(DESCRIPTION, y, remark),
    ];
    const first = page({
      number: 1,
      height: 400,
      words: [
        ...[...textAt(AXE, 30, 'Propreté', { bold: true, size: 12 }), ...header(52), ...line(66, 'Tags', 'Annuel', '1 000 €', 'Devis')],
        ...[...line(92, 'Halls', 'Mensuel', '12 000 €', 'Bilan'), ...line(118, 'Caves', 'Été', '3 000 €', 'Suivi')],
        ...[...textAt(AXE, 160, 'Présence', { bold: true, size: 12 }), ...header(182)],
        ...[...line(196, 'Gardiens', 'Tout', '4 500 €', ''), ...line(222, 'Renforcement', 'Hiver', '900 €', '')],
      ],
    });
    const second = page({
      number: 2,
      height: 400,
      words: [...textAt(AXE, 30, 'de nuit'), ...line(50, 'Médiation', 'Juin', '20 120 €', 'Cf. bilan')],
    });
    const rows = tablesOf(tabulate([first, second])[0].value).flatMap(rowsOf);
    expect(rows.slice(-2)).toEqual(['de nuit|||', 'Médiation|Juin|20 120 €|Cf. bilan']);
  });

  test('text of another kind at the same left border stays text', () => {
    const second = page({
      number: 2,
      height: 400,
      words: [...textAt(AXE, 30, 'Fait à Lens, le 3 mars 2023'), ...textAt(AXE, 60, 'Le directeur territorial')],
    });
    const [table] = tablesOf(tabulate([FIRST, second])[0].value);
    expect(table?.parts.map((part) => part.page)).toEqual([1]);
  });

  test('a table of its own, set in other columns, stays one', () => {
    const second = page({
      number: 2,
      height: 400,
      words: Array.from({ length: 5 }, (_, index) => [
        ...textAt(60, 40 + 20 * index, 'Immeuble Verlaine'),
        ...textAt(300, 40 + 20 * index, `${String(index + 3)}1 logements`),
        ...textAt(480, 40 + 20 * index, `${String(index + 1)} 200 €`),
      ]).flat(),
    });
    const tables = tablesOf(tabulate([FIRST, second])[0].value);
    expect(tables.map((table) => table.parts.map((part) => part.page))).toEqual([[1], [2]]);
  });
});

test('a stack with the ground of an empty margin at its left has no more columns than the table of the page before', () => {
  const carried = {
    xs: [55, 200, 390, 810],
    starts: [null, null, null],
    middles: [null, null, null],
    ends: [null, null, null],
    lines: new Set<string>(),
    over: [],
  };
  const stack = { left: 25, right: 812, ys: [25, 44, 81, 98] };
  const words = textAt(60, 50, 'Axe 8 : petits travaux');
  expect(withCarriedSide(stack, words, carried).left).toBe(55);
  expect(withCarriedSide(stack, [...words, ...textAt(30, 50, 'B')], carried).left).toBe(25);
});
