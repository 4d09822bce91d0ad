import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCorrections } from '../../pipelines/correct-document.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { documentExportSchema } from '../../src/model/contract.ts';
import type { Correction } from '../../src/model/correction.ts';
import { arbitraryAmounts, euros, exactProgramme } from '../support/arbitrary-programme.ts';
import { amountsOf, documentOf, entryOf, setAmount, undo } from './support.ts';
import { demandeOf, steps, type Step } from './steps.ts';

/** What must hold whatever a reader does. */

function journalOf(reading: DocumentExport, taken: readonly Step[]): readonly Correction[] {
  return taken.reduce<readonly Correction[]>((journal, step) => {
    const demande = demandeOf(applyCorrections(reading, journal), journal, step);
    return demande === null ? journal : [...journal, entryOf(reading, journal, demande)];
  }, []);
}

/** What a document says, but for the journal and the trace of who checked. */
function content({ corrections: _corrections, ...document }: DocumentExport): unknown {
  return document;
}

test('whatever a reader does, the document keeps to the contract, ids are unique, and every sum is exactly that of its terms', () => {
  fc.assert(
    fc.property(arbitraryAmounts, steps, (amounts, taken) => {
      const reading = documentOf(exactProgramme(amounts));
      const journal = journalOf(reading, taken);
      const document = documentExportSchema.parse(applyCorrections(reading, journal));
      expect(document.corrections.map(({ id }) => id)).toEqual(journal.map(({ id }) => id));
      for (const programme of document.programmes) {
        const values = new Map(amountsOf(programme).map(({ id, montant }) => [id, montant]));
        const ids = [...values.keys(), ...programme.lignes.map(({ id }) => id), ...programme.totaux.map(({ id }) => id)];
        expect(new Set(ids).size).toBe(ids.length);
        expect(programme.lignes.map(({ ordre }) => ordre)).toEqual(programme.lignes.map((_, index) => index + 1));
        for (const { termes, declare, recalcule, ecart, statut } of programme.totaux) {
          expect(termes.filter((id) => !values.has(id))).toEqual([]);
          expect(new Set(termes).size).toBe(termes.length);
          if (recalcule === null) {
            expect([ecart, statut, termes.filter((id) => values.get(id) !== null)]).toEqual([null, 'non_verifiable', []]);
            continue;
          }
          const sum = termes.reduce((all, id) => all.plus(values.get(id) ?? 0), new Decimal(0));
          expect([recalcule, ecart, statut]).toEqual([
            sum.toFixed(2),
            new Decimal(declare).minus(sum).toFixed(2),
            sum.equals(declare) ? 'conforme' : 'ecart',
          ]);
        }
        const proving = new Map(programme.totaux.map((total) => [total.id, total]));
        for (const { id, preuves } of amountsOf(programme))
          for (const proof of preuves)
            expect([proving.get(proof)?.statut, proving.get(proof)?.termes.includes(id)]).toEqual(['conforme', true]);
        const isReconciled = programme.totaux.every(({ statut }) => statut !== 'ecart');
        if (programme.statut === 'reconcilie') expect(isReconciled).toBe(true);
        if (programme.statut === 'ecart') expect(isReconciled).toBe(false);
      }
      expect(new Set(document.constats.map(({ id }) => id)).size).toBe(document.constats.length);
    }),
    { numRuns: 150 },
  );
});

test('to cancel every correction gives back exactly what was read, and to cancel the cancellations exactly what was corrected', () => {
  fc.assert(
    fc.property(arbitraryAmounts, steps, (amounts, taken) => {
      const reading = documentOf(exactProgramme(amounts));
      const journal = journalOf(
        reading,
        taken.filter(([kind]) => kind < 8),
      );
      const undone = [...journal].reverse().reduce((all, correction) => [...all, entryOf(reading, all, undo(correction))], journal);
      expect(content(applyCorrections(reading, undone))).toEqual(content(reading));
      const redone = undone
        .slice(journal.length)
        .reverse()
        .reduce((all, correction) => [...all, entryOf(reading, all, undo(correction))], undone);
      expect(content(applyCorrections(reading, redone))).toEqual(content(applyCorrections(reading, journal)));
    }),
    { numRuns: 80 },
  );
});

test('the order of corrections of different cells does not matter', () => {
  fc.assert(
    fc.property(
      arbitraryAmounts,
      fc.array(fc.nat({ max: 9_999_999 }), { minLength: 2, maxLength: 5 }),
      fc.nat(),
      (amounts, values, seed) => {
        const reading = documentOf(exactProgramme(amounts));
        const cells = reading.programmes.flatMap(amountsOf);
        const journal = values.flatMap((value, index) => {
          const cell = cells[index];
          return cell === undefined ? [] : [entryOf(reading, [], setAmount(cell.id, euros(value)))];
        });
        const shuffled = [...journal].sort((a, b) => ((a.date.charCodeAt(18) + seed) % 7) - ((b.date.charCodeAt(18) + seed) % 7));
        expect(content(applyCorrections(reading, shuffled))).toEqual(content(applyCorrections(reading, journal)));
      },
    ),
    { numRuns: 60 },
  );
});

test('what was read is never changed by applying a journal to it', () => {
  fc.assert(
    fc.property(arbitraryAmounts, steps, (amounts, taken) => {
      const reading = documentOf(exactProgramme(amounts));
      const before = structuredClone(reading);
      applyCorrections(reading, journalOf(reading, taken));
      expect(reading).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
