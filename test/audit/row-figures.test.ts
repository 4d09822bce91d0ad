import { describe, expect, it } from 'vitest';
import { auditEnclosed } from '../../src/stages/audit/enclosed.ts';
import { found, lines, type DocumentSaid } from '../support/audited.ts';

/** Lines with these columns, a row of figures each. */
function table(columns: readonly string[], ...rows: readonly (readonly string[])[]): DocumentSaid {
  return lines(...rows.map((row) => ({ figures: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])) })));
}

const YEARS = ['prevu 2025', 'prevu 2026', 'prevu 2025-2026'];
const SILENT = ['prevu 2026', 'realise 2026', 'reporte 2026'];
const FOUR = [
  ['900.00', '400.00', '500.00'],
  ['800.00', '200.00', '600.00'],
  ['700.00', '100.00', '600.00'],
  ['500.00', '200.00', '300.00'],
];

/** By code: figures of a row that are told, how, and figures that are not. */
const CASES: readonly (readonly [code: string, gravite: string, fires: DocumentSaid, says: RegExp, passes: DocumentSaid])[] = [
  [
    'ligne_ecart',
    'erreur',
    table(YEARS, ['1000.00', '1100.00', '2100.00'], ['500.00', '500.00', '900.00'], ['200.00', '300.00', '500.00']),
    /500,00 € \(« prevu 2025 »\) \+ 500,00 € \(« prevu 2026 »\) = 1 000,00 €, et non 900,00 € .*écart de -?100,00 €/u,
    table(YEARS, ['1000.00', '1100.00', '2100.00'], ['500.00', '500.00', '1000.00'], ['200.00', '300.00', '500.00']),
  ],
  [
    'ligne_arrondi',
    'info',
    table(YEARS, ['1000', '1100', '2100'], ['416', '83', '500'], ['200', '300', '500']),
    /= 499,00 €, et non 500,00 € .*que l'arrondi des montants imprimés explique/u,
    table(YEARS, ['1000', '1100', '2100'], ['417', '83', '500'], ['200', '300', '500']),
  ],
  [
    'colonnes_en_desaccord',
    'alerte',
    table(SILENT, ...FOUR, ['600.00', '100.00', '400.00']),
    /= 500,00 €, et non 600,00 € .*à vérifier/u,
    table(SILENT, ...FOUR, ['600.00', '100.00', '500.00']),
  ],
];

describe.each(CASES)('%s', (code, gravite, fires, says, passes) => {
  it('is told once, with the figures of the row', () => {
    const constats = found(fires, code);
    expect(constats).toMatchObject([{ gravite }]);
    expect(constats[0]?.message).toMatch(says);
  });

  it('is not told of rows that add up', () => {
    expect(found(passes, code)).toEqual([]);
  });
});

describe('formulaire_xfa', () => {
  it('is told of a form that the pages do not show', () => {
    expect(auditEnclosed({ pieces: [], isDynamicForm: true })).toMatchObject([
      { code: 'formulaire_xfa', gravite: 'alerte', programme: null, message: expect.stringMatching(/formulaire XFA/u) as string },
    ]);
  });

  it('is not told of a file with attachments alone', () => {
    const pieces = [{ name: 'annexe.pdf', bytes: new Uint8Array(), isPdf: true }];
    expect(auditEnclosed({ pieces, isDynamicForm: false }).map(({ code }) => code)).toEqual(['pieces_jointes']);
  });
});
