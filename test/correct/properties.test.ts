import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCorrections } from '../../pipelines/correct-document.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { documentExportSchema } from '../../src/model/contract.ts';
import type { Correction, Demande, LigneSaisie } from '../../src/model/correction.ts';
import { RUBRIQUES } from '../../src/model/vocabulary.ts';
import { arbitraryAmounts, euros, exactProgramme } from '../support/arbitrary-programme.ts';
import { amountsOf, check, documentOf, entryOf, linesOf, onLine, setAmount, undo } from './support.ts';

/** What must hold whatever a reader does. */

type Step = readonly [kind: number, a: number, b: number];
const steps = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 99 }), fc.nat({ max: 9_999_999 })), { minLength: 1, maxLength: 6 });

function saisie(page: number, montant: string | null, rubrique: number, de: string | null = null): LigneSaisie {
  return {
    section: null,
    axe_texte: null,
    action_texte: null,
    description: 'Ligne oubliée',
    calendrier: null,
    axe: 3,
    action: '3.1',
    page,
    boite: [50, 400, 500, 420],
    montants: [
      {
        de,
        rubrique: RUBRIQUES[rubrique % RUBRIQUES.length] ?? 'prevu',
        colonne: 'Dépense prévisionnelle',
        periode: { debut: 2026, fin: 2026 },
        base: null,
        taxe: null,
        montant,
        page,
        boite: [400, 400, 500, 420],
      },
    ],
  };
}

/** What a reader may do next to a document as it stands; `null` where this kind of thing cannot be done now. */
function demandeOf(document: DocumentExport, journal: readonly Correction[], [kind, a, b]: Step): Omit<Demande, 'motif'> | null {
  const programme = document.programmes[0];
  const lines = linesOf(document);
  const line = lines[a % Math.max(1, lines.length)];
  if (programme === undefined || line === undefined) return null;
  const amounts = amountsOf(programme);
  const amount = amounts[a % Math.max(1, amounts.length)];
  const total = programme.totaux[a % Math.max(1, programme.totaux.length)];
  const onTotal = (geste: Demande['geste']): Omit<Demande, 'motif'> | null =>
    total === undefined ? null : { cible: { sorte: 'total', id: total.id }, geste };
  switch (kind) {
    case 0:
    case 1:
      return amount === undefined ? null : setAmount(amount.id, b % 7 === 0 ? null : euros(b));
    case 2:
      return {
        cible: { sorte: 'programme', id: programme.id },
        geste: { type: 'ajouter_ligne', apres: line.id, ligne: saisie(1, euros(b), b), totaux: null },
      };
    case 3:
      return onLine(line.id, { type: 'retirer_ligne' });
    case 4: {
      const de = line.montants[0]?.id ?? null;
      return onLine(line.id, { type: 'diviser_ligne', parties: [saisie(1, euros(b), 0, de), saisie(1, euros(a), 0, de)] });
    }
    case 5: {
      const other = lines[b % lines.length];
      return other === undefined || other === line ? null : onLine(line.id, { type: 'reunir_lignes', autres: [other.id] });
    }
    case 6:
      return onTotal({ type: 'corriger_total', montant: euros(b) });
    case 7:
      return onTotal({
        type: 'changer_portee',
        portee: 'autre',
        cle: null,
        termes: amounts.filter((_, index) => index % (1 + (b % 3)) === 0).map(({ id }) => id),
      });
    case 8:
      return check(programme, b % 2 === 0);
    default: {
      const open = document.corrections.filter(({ etat }) => etat !== 'annulee');
      const earlier = journal.find(({ id }) => id === open[a % Math.max(1, open.length)]?.id);
      return earlier === undefined ? null : undo(earlier);
    }
  }
}

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
