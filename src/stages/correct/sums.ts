import { Decimal } from 'decimal.js';
import type { MontantExport, ProgrammeExport, TotalExport } from '../../model/contract.ts';
import { BROKEN, PROVEN, READ_BY_PERSON, UNPROVEN } from './confidence.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Totals, what they prove and how sure that makes amounts, after corrections. Sums are exact. */

/** The amounts of a document, by their ids. */
type Amounts = ReadonlyMap<string, MontantExport>;

function euros(value: Decimal): string {
  const text = value.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** Whether any amount of a total's column is stated: without one, nothing can be verified. */
function hasColumn({ lignes }: ProgrammeExport, { rubrique, colonne }: TotalExport): boolean {
  return lignes.some(({ montants }) =>
    montants.some((each) => each.montant !== null && each.rubrique === rubrique && each.colonne === colonne),
  );
}

function recompute(programme: ProgrammeExport, total: TotalExport, amounts: Amounts): void {
  const values = total.termes.flatMap((id) => amounts.get(id)?.montant ?? []);
  const sum = values.reduce((all, value) => all.plus(value), new Decimal(0));
  const isOpen = values.length === 0 && !hasColumn(programme, total);
  total.recalcule = isOpen ? null : euros(sum);
  total.ecart = isOpen ? null : euros(new Decimal(total.declare).minus(sum));
  total.statut = isOpen ? 'non_verifiable' : sum.equals(total.declare) ? 'conforme' : 'ecart';
}

/** Agreeing totals that prove nothing, because their sum chose what they cover: what was read says so by not naming them as proofs. */
export function unprovingTotals(read: ProgrammeExport | null): ReadonlySet<string> {
  if (read === null) return new Set();
  const amounts = read.lignes.flatMap(({ montants }) => montants);
  const proving = new Set(amounts.flatMap(({ preuves }) => preuves));
  const plain = new Set(amounts.filter(({ montant, corrige }) => montant !== null && corrige === null).map(({ id }) => id));
  return new Set(
    read.totaux
      .filter(({ id, statut, termes }) => statut === 'conforme' && !proving.has(id) && termes.some((term) => plain.has(term)))
      .map(({ id }) => id),
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Whether nothing of what makes a total's arithmetic has changed since it was read: then it stays as it was decided. */
function isUntouched(copy: WorkingCopy, total: TotalExport, read: TotalExport | undefined, amounts: Amounts): boolean {
  return (
    read !== undefined &&
    read.declare === total.declare &&
    isSame(read.termes, total.termes) &&
    total.termes.every((id) => copy.amountRead(id)?.montant === amounts.get(id)?.montant)
  );
}

function confidenceOf(copy: WorkingCopy, montant: MontantExport, read: MontantExport | null, isContradicted: boolean): number {
  const proven = montant.preuves.length > 0;
  if (read === null || copy.settled.has(montant.id)) return proven ? PROVEN : READ_BY_PERSON;
  const wasProven = read.preuves.length > 0;
  if (proven === wasProven) return read.confiance;
  return proven ? Math.max(read.confiance, PROVEN) : Math.min(read.confiance, isContradicted ? BROKEN : UNPROVEN);
}

/** The totals of a programme that are not as they were read: their own figure, what they sum, or an amount of it, perhaps of another programme. */
function changedTotals(copy: WorkingCopy, programme: ProgrammeExport, amounts: Amounts): readonly TotalExport[] {
  const totalsRead = new Map(copy.programmeRead(programme.id)?.totaux.map((total) => [total.id, total]));
  return programme.totaux.filter((total) => !isUntouched(copy, total, totalsRead.get(total.id), amounts));
}

/** A total over all quartiers stands in one programme and sums amounts of others: a correction of these touches that programme too. */
export function touchSharedTotals(copy: WorkingCopy, amounts: Amounts): void {
  for (const programme of copy.programmes) if (changedTotals(copy, programme, amounts).length > 0) copy.touched.add(programme.id);
}

/** Redoes the sums of a programme that corrections touched. `amounts`: all of the document. */
export function redoSums(copy: WorkingCopy, programme: ProgrammeExport, amounts: Amounts): void {
  const read = copy.programmeRead(programme.id);
  const all = programme.lignes.flatMap(({ montants }) => montants);
  for (const total of changedTotals(copy, programme, amounts)) recompute(programme, total, amounts);

  const unproving = unprovingTotals(read);
  const proofs = new Map<string, string[]>();
  const contradicted = new Set<string>();
  for (const { id, statut, termes } of programme.totaux) {
    if (statut === 'ecart') for (const term of termes) contradicted.add(term);
    if (statut !== 'conforme' || (unproving.has(id) && !copy.rescoped.has(id))) continue;
    for (const term of termes) proofs.set(term, [...(proofs.get(term) ?? []), id]);
  }
  for (const montant of all) {
    const covering = proofs.get(montant.id) ?? [];
    // A reading that a sum chose is not proven by that sum alone, unless a person saw it.
    const isChosen = montant.corrige?.par === 'somme_de_controle' && !copy.settled.has(montant.id);
    montant.preuves = montant.montant === null || (isChosen && covering.length < 2) ? [] : covering;
    montant.confiance = confidenceOf(copy, montant, copy.amountRead(montant.id), contradicted.has(montant.id));
  }
}
