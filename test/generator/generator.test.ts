import { describe, expect, it } from 'vitest';
import { documentExportSchema } from '../../src/model/contract.ts';
import type { ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import type { Block, RichText, TypesetDocument } from '../typeset/model.ts';
import { placeCells, plainText } from '../typeset/layout.ts';
import { generate } from './index.ts';

const documents = generate(20_261_122, 300);
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
      default:
        return [];
    }
  };
  return document.parts
    .flatMap((part) => part.blocks.flatMap(ofBlock))
    .map(plainText)
    .join('\n');
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
    expect(new Set(documents.map((each) => each.layout))).toEqual(new Set(['lens', 'word', 'non_programme']));
    expect(new Set(documents.map((each) => each.producer))).toEqual(new Set(['browser', 'office', 'sheet']));
    expect(new Set(documents.flatMap((each) => each.planted.map((error) => error.kind))).size).toBe(4);
  });

  it('fills the grid of every table', () => {
    for (const { document } of documents)
      for (const part of document.parts)
        for (const block of part.blocks) if (block.kind === 'table') expect(() => placeCells(block)).not.toThrow();
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

  it('states each total once per column, scope and period', () => {
    for (const { programme } of programmes) {
      const keys = programme.totaux
        .filter((total) => total.portee !== 'autre')
        .map((total) => JSON.stringify([total.portee, total.cle, total.colonne, total.rubrique, total.periode]));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
