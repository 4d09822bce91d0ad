import { expect, test } from 'vitest';
import type { DocumentExport } from '../../src/model/contract.ts';
import { amount, HEADING, line, programme, scope, total } from '../support/programmes.ts';
import { amountsOf, corrected, documentOf, entryOf, onLine, setAmount, undo } from './support.ts';
import { applyCorrections } from '../../pipelines/correct-document.ts';

/** A column for each of two quartiers and one for both, whose totals stand in the first quartier's programme: 1 000 + 300, 2 000 + 400. */
function twoQuartiers(stated = '3700.00'): DocumentExport {
  const elsewhere = [amount('m-c', '300.00'), amount('m-d', '400.00')];
  return documentOf(
    programme(
      [line('a', amount('m-a', '1000.00')), line('b', amount('m-b', '2000.00'))],
      [total('t', '3000.00', scope(['m-a', 'm-b'])), total('u', stated, scope(['m-a', 'm-b', 'm-c', 'm-d'], { portee: 'autre' }))],
      { elsewhere },
    ),
    programme([line('c', amount('m-c', '300.00')), line('d', amount('m-d', '400.00'))], [total('v', '700.00', scope(['m-c', 'm-d']))], {
      heading: { ...HEADING, quartier: 'La Plaine' },
    }),
  );
}

const both = ({ programmes }: DocumentExport) => programmes[0]?.totaux[1];
const ids = ({ programmes }: DocumentExport): string[] => programmes.flatMap(amountsOf).map(({ id }) => id);

test('a total over all quartiers names the amounts of all of them', () => {
  const reading = twoQuartiers();
  expect(both(reading)).toMatchObject({ portee: 'autre', recalcule: '3700.00', statut: 'conforme', termes: ids(reading) });
});

test('an amount of another quartier corrected changes the total over all quartiers, and its programme', () => {
  const reading = twoQuartiers();
  const [, , other = ''] = ids(reading);
  const correction = entryOf(reading, [], setAmount(other, '350.00'));
  const after = applyCorrections(reading, [correction]);
  expect(both(after)).toMatchObject({ recalcule: '3750.00', ecart: '-50.00', statut: 'ecart' });
  expect(after.programmes.map(({ statut }) => statut)).toEqual(['ecart', 'ecart']);
  const back = applyCorrections(reading, [correction, entryOf(reading, [correction], undo(correction))]);
  expect(back.programmes).toEqual(reading.programmes);
});

test('what is read wrong in one quartier is mended there, and the total over all agrees', () => {
  const reading = twoQuartiers('3750.00');
  expect(reading.programmes.map(({ statut }) => statut)).toEqual(['ecart', 'reconcilie']);
  const [, , other = ''] = ids(reading);
  const after = corrected(reading, setAmount(other, '350.00'), {
    cible: { sorte: 'total', id: reading.programmes[1]?.totaux[0]?.id ?? '' },
    geste: { type: 'corriger_total', montant: '750.00' },
  });
  expect(after.programmes.map(({ statut }) => statut)).toEqual(['reconcilie', 'reconcilie']);
});

test('a line taken out or divided in one quartier leaves no total of another with an amount that is not there', () => {
  const reading = twoQuartiers();
  const [first, second] = reading.programmes[1]?.lignes ?? [];
  const removed = corrected(reading, onLine(first?.id ?? '', { type: 'retirer_ligne' }));
  expect(both(removed)).toMatchObject({ recalcule: '3400.00', termes: ids(removed) });
  const joined = corrected(reading, onLine(first?.id ?? '', { type: 'reunir_lignes', autres: [second?.id ?? ''] }));
  expect(both(joined)).toMatchObject({ recalcule: '3700.00', termes: ids(joined) });
});

test('a reader may say that a total sums amounts of several quartiers', () => {
  const reading = twoQuartiers();
  const [a = '', , c = ''] = ids(reading);
  const after = corrected(reading, {
    cible: { sorte: 'total', id: both(reading)?.id ?? '' },
    geste: { type: 'changer_portee', portee: 'autre', cle: null, termes: [a, c] },
  });
  expect(both(after)).toMatchObject({ recalcule: '1300.00', termes: [a, c] });
});
