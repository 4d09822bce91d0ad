import { describe, expect, it } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { tableInText, unreadTable } from '../../src/stages/interpret/unread-tables.ts';
import type { Item } from '../support/grids.ts';
import { understand } from '../support/understand.ts';
import { actions, CAMERAS, RONDES, TITLE, total } from './pages.ts';

const piece = (text: string, x0: number, y0: number): Piece => ({
  text,
  place: { page: 5, box: [x0, y0, x0 + 5 * text.length, y0 + 9] },
  size: 8,
  bold: false,
});

/** A table whose rows have no amounts and no rules: nothing but its words shows it. */
const header = [piece('AXES', 103, 255), piece('Actions proposées', 257, 255), piece('Dépense prévue', 703, 255)];
const rows = [piece('1.2 Agents de médiation sociale', 196, 291), piece('3.1 Renforcement du nettoyage', 196, 309)];

describe('a table of actions that was not seen as one', () => {
  it('is told by its header and the actions under it', () => {
    const found = tableInText([...header, ...rows], knowledge);
    expect(found).toMatchObject({ text: 'AXES Actions proposées Dépense prévue', names: rows.map(({ text }) => text) });
  });

  it('has a column of money, and more than one action under its header', () => {
    expect(tableInText([...header.slice(0, 2), ...rows], knowledge)).toBeNull();
    expect(tableInText([...header, ...rows.slice(1)], knowledge)).toBeNull();
  });

  it('leaves its programme without lines, unless other tables have them', () => {
    const found = tableInText([...header, ...rows], knowledge);
    expect(found === null ? null : unreadTable(found, [])).toMatchObject({ isUnreadTable: true, place: { page: 5 } });
    const line = (actionText: string) => ({ kind: 'line', line: { actionText, description: null } });
    const entries = rows.map(({ text }) => line(text)) as unknown as Parameters<typeof unreadTable>[1];
    expect(found === null ? null : unreadTable(found, entries)).toBeNull();
  });

  describe('in the text above a table', () => {
    const table = actions(RONDES, CAMERAS, total('Total', '1 000 €'));
    const inText = (top: number): Item[] => [
      { text: 'Axe', x: 50, y: top },
      { text: 'Action', x: 150, y: top },
      { text: 'Montant', x: 400, y: top },
      { text: 'Effacement de tags et graffitis', x: 150, y: top + 24 },
      { text: 'Renforcement nettoyage', x: 150, y: top + 48 },
    ];
    const unreadOf = (...items: readonly Item[]): string[][] =>
      understand(...items).programmes.map((programme) => programme.unread.map(({ text }) => text));

    it('is that of the first programme, under whose heading it stands', () => {
      expect(unreadOf(TITLE, 'Quartier : La Forge', ...inText(140), table)).toEqual([['Axe Action Montant']]);
    });

    it('is that of the programme before where it stands above the heading of the next, of the next under it', () => {
      const forge = [TITLE, 'Quartier : La Forge', table];
      const plaine = (top: number): Item[] => [
        { text: TITLE, y: top },
        { text: 'Quartier : La Plaine', y: top + 24 },
      ];
      expect(unreadOf(...forge, ...inText(250), ...plaine(340), table)).toEqual([['Axe Action Montant'], []]);
      expect(unreadOf(...forge, ...plaine(250), ...inText(320), table)).toEqual([[], ['Axe Action Montant']]);
    });
  });
});
