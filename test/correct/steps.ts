import fc from 'fast-check';
import type { DocumentExport } from '../../src/model/contract.ts';
import type { Correction, Demande, LigneSaisie } from '../../src/model/correction.ts';
import { RUBRIQUES } from '../../src/model/vocabulary.ts';
import { euros } from '../support/arbitrary-programme.ts';
import { amountsOf, check, linesOf, onLine, setAmount, undo } from './support.ts';

/** What a reader may do, one thing after the other. */

export type Step = readonly [kind: number, a: number, b: number];
export const steps = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 99 }), fc.nat({ max: 9_999_999 })), {
  minLength: 1,
  maxLength: 6,
});

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
export function demandeOf(document: DocumentExport, journal: readonly Correction[], [kind, a, b]: Step): Omit<Demande, 'motif'> | null {
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
