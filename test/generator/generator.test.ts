import { describe, expect, it } from 'vitest';
import { documentExportSchema } from '../../src/model/contract.ts';
import type { ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import type { Block, RichText, Table, TypesetDocument } from '../typeset/model.ts';
import { placeCells, plainText } from '../typeset/layout.ts';
import { LAYOUTS, generate } from './index.ts';
import { cuttableRows, splitTable } from './split-table.ts';

const FIRST_LAYOUTS = ['lens', 'word', 'lens', 'non_programme', 'word'] as const;
const documents = [...generate(20_261_122, 200, { layouts: FIRST_LAYOUTS }), ...generate(20_261_125, 300)];
const programmes = documents.flatMap((document) => document.truth.programmes.map((programme) => ({ document, programme })));

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function texts(document: TypesetDocument): string {
  const ofBlock = (block: Block): RichText[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text];
      case 'tabs':
        return block.pieces.map((piece) => piece.text);
      case 'list':
        return [...block.items];
      case 'table':
        return block.rows.flatMap((row) => row.cells.map((cell) => cell.text));
      case 'beside':
        return [...ofBlock(block.left), ...ofBlock(block.right)];
      default:
        return [];
    }
  };
  return document.parts
    .flatMap((part) => part.blocks.flatMap(ofBlock))
    .map(plainText)
    .join('\n');
}

function tablesOf(block: Block): readonly Table[] {
  return block.kind === 'table' ? [block] : block.kind === 'beside' ? [block.left, block.right] : [];
}

describe('the generator', () => {
  it('makes the same documents from the same seed, whatever their number', () => {
    expect(generate(7, 3)).toEqual(generate(7, 12).slice(0, 3));
    expect(generate(7, 1)).not.toEqual(generate(8, 1));
  });

  it('gives its truth in the shape of the contract', () => {
    for (const { truth } of documents) expect(() => documentExportSchema.parse(truth)).not.toThrow();
  });

  it('makes every layout, producer and kind of planted error', () => {
    expect(new Set(documents.map((each) => each.layout))).toEqual(new Set(LAYOUTS));
    expect(new Set(documents.map((each) => each.producer))).toEqual(new Set(['browser', 'office', 'sheet']));
    expect(new Set(documents.flatMap((each) => each.planted.map((error) => error.kind))).size).toBe(4);
  });

  it('fills the grid of every table', () => {
    for (const { document } of documents)
      for (const part of document.parts)
        for (const block of part.blocks) for (const table of tablesOf(block)) expect(() => placeCells(table)).not.toThrow();
  });

  it('prints every amount of its truth', () => {
    for (const { document, programme } of programmes) {
      const page = texts(document.document);
      for (const line of programme.lignes) for (const amount of line.montants) expect(page).toContain(amount.texte);
    }
  });

  it('prints every name of the heading', () => {
    const flat = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (const { document, programme } of programmes) {
      const page = flat(texts(document.document));
      for (const name of [programme.commune, programme.quartier, programme.bailleur, programme.code_qp])
        if (name !== null) expect(page).toContain(flat(name));
    }
  });

  it('sums the lines of a programme exactly, and breaks a total only where an error was planted', () => {
    const whole = (programme: ProgrammeExport, total: TotalExport): number =>
      programme.lignes
        .filter((line) => total.portee !== 'section' || line.section === total.cle)
        .filter((line) => total.portee !== 'axe' || String(line.axe) === total.cle)
        .flatMap((line) => line.montants)
        .filter((amount) => amount.rubrique === total.rubrique && amount.colonne === total.colonne && amount.montant !== null)
        .reduce((sum, amount) => sum + cents(amount.montant ?? '0'), 0);
    for (const { programme } of programmes) {
      for (const total of programme.totaux) {
        if (total.recalcule === null) continue;
        expect(cents(total.ecart ?? '0')).toBe(cents(total.declare) - cents(total.recalcule));
        if (total.portee === 'axe' || total.portee === 'section') expect(cents(total.recalcule)).toBe(whole(programme, total));
      }
    }
    for (const { truth, planted } of documents)
      expect(truth.programmes.some((programme) => programme.statut === 'ecart')).toBe(planted.length > 0);
  });

  it('gives every quartier of a shared table the same lines, and totals over all of them', () => {
    const shared = documents.filter((each) => each.layout === 'quartiers');
    expect(
      shared.some(({ truth }) => truth.programmes.some((programme) => programme.totaux.some((total) => total.portee === 'autre'))),
    ).toBe(true);
    for (const { truth } of shared) {
      const words = truth.programmes.map((programme) => programme.lignes.map((line) => [line.action_texte, line.description]));
      for (const other of words) expect(other).toEqual(words[0]);
      const wholes = truth.programmes.flatMap((programme) => programme.totaux.filter((total) => total.portee === 'programme'));
      const across = truth.programmes[0]?.totaux.filter((total) => total.portee === 'autre') ?? [];
      const declared = across.map((total) => cents(total.declare));
      if (across.length > 0) expect(declared.at(-1)).toBe(wholes.reduce((sum, total) => sum + cents(total.declare), 0));
    }
  });

  it('cuts a table so that no row is lost and both parts fill their grids', () => {
    const table: Table = {
      kind: 'table',
      columns: [30, 40, 20],
      headerRows: 1,
      rows: [
        { cells: [{ text: 'Axe' }, { text: 'Action' }, { text: 'Coût' }] },
        { cells: [{ text: 'a', rowSpan: 3 }, { text: 'b', rowSpan: 2 }, { text: '1 €' }] },
        { cells: [{ text: '2 €' }] },
        { cells: [{ text: 'c' }, { text: '3 €' }] },
      ],
    };
    expect(cuttableRows(table, 2)).toEqual([2, 3]);
    expect(cuttableRows(table, 1)).toEqual([3]);
    const [first, rest] = splitTable(table, 2);
    expect(placeCells(first).map(({ slots }) => slots.map((slot) => slot?.cell.text ?? null))).toEqual([
      ['Axe', 'Action', 'Coût'],
      ['a', 'b', '1 €'],
    ]);
    expect(placeCells(rest).map(({ slots }) => slots.map((slot) => slot?.cell.text ?? null))).toEqual([
      ['', '', '2 €'],
      [null, 'c', '3 €'],
    ]);
  });

  it('states each total once per column, scope and period', () => {
    for (const { programme } of programmes) {
      const keys = programme.totaux
        .filter((total) => total.portee !== 'autre')
        .map((total) => JSON.stringify([total.portee, total.cle, total.colonne, total.rubrique, total.periode]));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
