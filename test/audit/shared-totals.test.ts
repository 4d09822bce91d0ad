import { expect, it } from 'vitest';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import { constatsOfDocument } from '../support/constats.ts';
import { amount, documentOf, HEADING, line, programme, scope, total } from '../support/programmes.ts';

/** Two programmes of one table, and a total over both that stands with the second. */
function findings(stated: string): readonly string[] {
  const [first, second] = [amount('a', '300.00'), amount('b', '200.00')];
  const both = scope(['a', 'b'], { portee: 'autre' });
  const value = documentOf(
    programme([line('1', first)], [total('un', '300.00', scope(['a']))], { heading: { ...HEADING, quartier: 'Les Fleurs' } }),
    programme([line('2', second)], [total('deux', '200.00', scope(['b'])), total('des deux', stated, both)], {
      heading: { ...HEADING, quartier: 'Les Pins' },
      elsewhere: [first],
    }),
  );
  return constatsOfDocument(reconcile([{ value, cost: 0, because: [] }]))
    .filter(({ code }) => code === 'total_partage' || code === 'total_ecart')
    .map(({ code, gravite, programme: of, message }) => `${code} ${gravite} ${String(of)} ${message.replace(/[\u00a0\u202f]/gu, ' ')}`);
}

it('the other programmes that a total sums are told where it stands', () => {
  expect(findings('500.00')).toEqual([
    'total_partage info 0 Le total « Total des deux » (500,00 €) additionne aussi des lignes de ce programme ; il est rangé avec le programme « Les Pins ».',
  ]);
});

it('and that it does not add up, though their own totals do', () => {
  expect(findings('600.00').map((text) => text.slice(0, 24))).toEqual(['total_ecart erreur 1 Le ', 'total_partage alerte 0 L']);
  expect(findings('600.00')[0]).toContain('ses lignes, de plusieurs programmes du document, donnent 500,00 €');
});

it('is an alert where the other programme that it sums is to be read again', () => {
  const [first, second] = [amount('a', '300.00'), amount('b', '200.00')];
  const value = documentOf(
    programme([line('1', { ...first, doubt: 'plusieurs_montants' })], [total('un', '800.00', scope(['a']))]),
    programme(
      [line('2', second)],
      [total('deux', '200.00', scope(['b'])), total('des deux', '1000.00', scope(['a', 'b'], { portee: 'autre' }))],
      {
        elsewhere: [first],
      },
    ),
  );
  const document = reconcile([{ value, cost: 0, because: [] }]);
  expect(document.programmes.map(({ statut }) => statut)).toEqual(['a_relire', 'reconcilie']);
  const found = constatsOfDocument(document).filter(({ code }) => code === 'total_ecart');
  expect(found.map(({ gravite, programme: of }) => [of, gravite])).toEqual([
    [0, 'alerte'],
    [1, 'alerte'],
  ]);
});
