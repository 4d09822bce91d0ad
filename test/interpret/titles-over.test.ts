import { expect, test } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { titlesOver } from '../../src/stages/interpret/titles-over.ts';

const piece = (y0: number, text: string): Piece => ({
  text,
  place: { page: 1, box: [50, y0, 50 + 6 * text.length, y0 + 12] },
  size: 10,
  bold: false,
});

test('the total of the section before is no title: the one under it is the title of the table, not half of a legend', () => {
  const title = piece(120, '1 - ACTIONS SPECIFIQUES');
  const sectionUnder = (text: string) => titlesOver([piece(60, 'A'), piece(90, text), title], [], knowledge).section;
  expect(sectionUnder('Total renforcement des moyens de droit commun 105 447 €')).toBe('actions_specifiques');
  expect(sectionUnder('(2) Renforcement des actions de droit commun')).toBeNull();
});
