import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/stages/interpret/columns.ts';
import { NO_HEADING } from '../../src/stages/interpret/heading.ts';
import { withRefused } from '../../src/stages/interpret/orphans.ts';
import type { Segment } from '../../src/stages/interpret/segment.ts';

const PLACE = { page: 1, box: [0, 0, 10, 10] } as const;
const AMOUNT = { header: 'Coût', rubrique: 'prevu', periode: null, base: null, taxe: null, unit: 'euro', sure: true } as const;

function column(kind: 'action' | 'montant', header: string): Column {
  return { index: 0, kind, header, levels: [header], amount: kind === 'montant' ? AMOUNT : null, unit: 'euro', x0: 0, x1: 10 };
}

function segment(...headers: readonly string[]): Segment {
  const reading = { text: '9 283 €', amount: new Decimal(9283), cost: 0 };
  const total = { id: 'm', column: AMOUNT, place: PLACE, taxe: null, base: null, readings: [reading], doubt: null } as const;
  return {
    heading: NO_HEADING,
    pieces: [],
    columns: [column('action', headers[0] ?? ''), column('montant', headers[1] ?? '')],
    pages: new Set([1]),
    unread: [],
    entries: [
      {
        kind: 'total',
        id: 't',
        label: null,
        says: null,
        sure: true,
        amounts: [total],
        asLine: null,
        section: null,
        axeText: null,
        table: 0,
      },
    ],
  };
}

describe('tables that are no programme by themselves', () => {
  it('leave what they state to the programme before them, under whose headings they stand', () => {
    const [own] = withRefused([segment('Action', 'Coût'), segment('Action', 'Coût')], [true, false]);
    expect(own?.unread.map(({ place }) => place)).toEqual([PLACE]);
  });

  it('are nobody’s under other headings, or before any programme', () => {
    const [own, other] = withRefused([segment('Action', 'Coût'), segment('Poste', 'Crédits')], [true, false]);
    expect([own?.unread, other?.unread]).toEqual([[], []]);
    expect(withRefused([segment('Action', 'Coût'), segment('Action', 'Coût')], [false, true]).map(({ unread }) => unread)).toEqual([
      [],
      [],
    ]);
  });
});
