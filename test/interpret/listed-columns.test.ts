import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/stages/interpret/columns.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { withListedNames } from '../../src/stages/interpret/quartiers/listed-columns.ts';

const AMOUNT: Column['amount'] = { header: '', rubrique: 'prevu', periode: null, base: null, taxe: null, unit: 'euro', sure: false };
const column = (index: number, text: string, amount: Column['amount'] = AMOUNT): Column => ({
  index,
  kind: null,
  header: text,
  levels: [text],
  amount,
  unit: 'euro',
  x0: 0,
  x1: 1,
});
const piece = (text: string): Piece => ({ text, place: { page: 1, box: [0, 0, 10, 10] }, size: 10, bold: false });
const pieces = ['Les Chênes - Beauregard', 'Le Clos Saint-Jacques', 'Saint-Exupéry'].map(piece);
const known = new Set(['les chenes beauregard', 'le clos saint jacques', 'saint exupery']);
const over = (...texts: readonly string[]): string[] =>
  withListedNames([column(0, 'Actions', null), ...texts.map((text, at) => column(at + 1, text))], known, pieces).map(({ levels }) =>
    levels.join(' '),
  );

describe('names over the columns of a scan', () => {
  it('are those that the page lists, the last one told by what is left', () => {
    expect(over('Les Crènes Beauregard', 'Le Ckcs Saie-Jaques', 'Sant-Exupéry', 'Ensemble')).toEqual([
      'Actions',
      'Les Chênes - Beauregard',
      'Le Clos Saint-Jacques',
      'Saint-Exupéry',
      'Ensemble',
    ]);
  });

  it('are told for each table by itself', () => {
    const first = ['Les Crènes Beauregard', 'Le Clos Saint-Jacques', 'Saint-Exupéry'].map((text, at) => column(at, text));
    const second = ['Les Chênes Beautegard', 'Le Clos Sart-Jacques', 'Saint-Exupéry'].map((text, at) => column(at, text));
    const names = withListedNames([...first, ...second], known, pieces).map(({ levels }) => levels.join(' '));
    expect(names.slice(3)).toEqual(names.slice(0, 3));
  });

  it('stay as they are where two are unlike any that is listed', () => {
    expect(over('La Source', 'Les Aulnes', 'Saint-Exupéry')).toEqual(['Actions', 'La Source', 'Les Aulnes', 'Saint-Exupéry']);
  });
});
