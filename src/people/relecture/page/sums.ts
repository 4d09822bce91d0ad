import type { ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import { eurosOfCents, sumOf, toCents } from './money.ts';

/** One total as its sum stands, or would stand. In cents; `ecart`: printed minus sum. */
export interface Sum {
  readonly total: TotalExport;
  readonly somme: bigint;
  readonly ecart: bigint;
}

/** The totals that add up an amount, as they would stand if it were `value`; `undefined`: as they stand. */
export function previewOf({ lignes, totaux }: ProgrammeExport, montant: string, value: string | null | undefined): readonly Sum[] {
  const concerned = totaux.filter(({ termes }) => termes.includes(montant));
  if (concerned.length === 0) return [];
  const values = new Map(lignes.flatMap(({ montants }) => montants.map((each) => [each.id, each.montant] as const)));
  if (value !== undefined) values.set(montant, value);
  return concerned.map((total) => {
    const somme = sumOf(total.termes.map((id) => values.get(id) ?? null));
    return { total, somme, ecart: toCents(total.declare) - somme };
  });
}

/** `+600,00 €`: printed too much; `−600,00 €`: printed too little. */
export function gapText(gap: bigint): string {
  return gap > 0n ? `+${eurosOfCents(gap)}` : eurosOfCents(gap);
}
