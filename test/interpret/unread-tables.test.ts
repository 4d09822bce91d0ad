import { describe, expect, it } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { tableInText, unreadTable } from '../../src/stages/interpret/unread-tables.ts';

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
});
