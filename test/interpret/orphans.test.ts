import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/stages/interpret/columns.ts';
import { NO_HEADING } from '../../src/stages/interpret/heading.ts';
import { withRefused } from '../../src/stages/interpret/orphans.ts';
import type { Segment } from '../../src/stages/interpret/segment.ts';
import { NEW_PAGE, rows, type Item } from '../support/grids.ts';
import { understand } from '../support/understand.ts';
import { actions, HALLS, PARKINGS, RONDES, TITLE, total } from './pages.ts';

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

describe('a table of actions none of whose columns was taken for amounts', () => {
  const untaken = rows(
    ['Axe', 'Actions Montant', 'Calendrier'],
    ['Sur-entretien', 'Effacement de tags 46 226 €', 'toute l’année'],
    ['Sur-entretien', 'Réparation des équipements vandalisés -', 'toute l’année'],
    ['Gestion des déchets', 'Ramassage des papiers -', 'au printemps'],
    ['Gestion des déchets', 'Collecte des déchets ménagers -', 'au printemps'],
    ['', '46 226 €', ''],
  );
  const heading = (quartier: string) => ['Ville : Oyonnax', `Quartier : ${quartier}`, 'Bailleur : Bugey Habitat', 'Année : 2026'] as const;
  const unreadOf = (...items: readonly Item[]) => understand(...items).programmes.map(({ unread }) => unread.map(({ text }) => text));

  it('what it states is left over in the programme whose heading stands above it, before its other tables or after them', () => {
    const own = actions(HALLS, RONDES, total('Total général', '1 400 €'));
    expect(unreadOf(TITLE, ...heading('La Forge'), untaken, 'Actions spécifiques', own)).toEqual([['46 226 €']]);
    expect(unreadOf(TITLE, ...heading('La Forge'), own, 'Droit commun', untaken)).toEqual([['46 226 €']]);
    const next = [NEW_PAGE, TITLE, ...heading('La Plaine')];
    expect(unreadOf(TITLE, ...heading('La Forge'), own, 'Droit commun', untaken, ...next, actions(PARKINGS))).toEqual([['46 226 €'], []]);
    expect(unreadOf(TITLE, ...heading('La Forge'), own, ...next, untaken, 'Actions spécifiques', actions(PARKINGS))).toEqual([
      [],
      ['46 226 €'],
    ]);
  });
});
