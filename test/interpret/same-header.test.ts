import { expect, test } from 'vitest';
import type { Column } from '../../src/stages/interpret/columns.ts';
import { asAbove, isRunOn, isSameHeader } from '../../src/stages/interpret/same-header.ts';
import { PREVU } from '../support/programmes.ts';

const column = (kind: Column['kind'], header: string, rubrique: 'prevu' | 'valorise' | null = null): Column => ({
  ...{ index: 0, kind, header, levels: [header], unit: 'euro', x0: 0, x1: 100 },
  amount: rubrique === null ? null : { ...PREVU, header, rubrique },
});

const ABOVE = [
  column('action', "Intitulé de l'action Axe 6 : Concertation"),
  column('description', 'Détail'),
  column('montant', 'Dépense totale', 'prevu'),
  column('montant', 'Plan de financement Bailleur', 'prevu'),
];

test('a header whose groups were cut another way is the same header, as long as most columns say the same', () => {
  const cut = [column('action', "Intitulé de l'action"), ...ABOVE.slice(1)];
  expect(isSameHeader(ABOVE, cut)).toBe(true);
  expect(isSameHeader(ABOVE, [...cut.slice(0, 3), column('montant', 'Bailleur', 'prevu')])).toBe(false);
});

test('more words over the same figures are the same header, over others another', () => {
  const more = (rubrique: 'prevu' | 'valorise') => [...ABOVE.slice(0, 3), column('montant', 'Plan de financement Bailleur HLM', rubrique)];
  expect(isSameHeader(ABOVE, more('prevu'))).toBe(true);
  expect(isSameHeader(ABOVE, more('valorise'))).toBe(false);
  expect(isSameHeader(ABOVE, ABOVE.slice(0, 3))).toBe(false);
});

test('short plain lines between two pages are furniture, a title is not', () => {
  const piece = (text: string, bold = false) => ({ text, bold, size: 10, place: { page: 1, box: [0, 0, 10, 10] as const } });
  expect(isRunOn([piece('Document de travail – page 1')])).toBe(true);
  expect(isRunOn([piece('Axe 7 : Animation', true)])).toBe(false);
});

test('figures under a header printed again tell a column of money that showed none above', () => {
  const [description, money] = [column('description', 'Financement partenaires'), column('montant', 'Financement partenaires', 'prevu')];
  const kindsOf = (above: Column, own: Column) => asAbove([above], [own]).map(({ kind }) => kind);
  expect(kindsOf(description, money)).toEqual(['montant']);
  expect(kindsOf(money, description)).toEqual(['montant']);
  expect(kindsOf(description, column('montant', 'partenaires', 'prevu'))).toEqual(['description']);
});
