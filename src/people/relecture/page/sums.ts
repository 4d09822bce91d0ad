import type { ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import { eurosOfCents, sumOf, toCents } from './money.ts';

/** One total as its sum stands, or would stand. In cents; `ecart`: printed minus sum. */
export interface Sum {
  readonly total: TotalExport;
  readonly somme: bigint;
  readonly ecart: bigint;
}

/** The totals that add up an amount, as they would stand if it were `value`; `undefined`: as they stand. One over all quartiers may stand in another programme. */
export function previewOf(programmes: readonly ProgrammeExport[], montant: string, value: string | null | undefined): readonly Sum[] {
  const concerned = programmes.flatMap(({ totaux }) => totaux.filter(({ termes }) => termes.includes(montant)));
  if (concerned.length === 0) return [];
  const values = valuesOf(programmes);
  if (value !== undefined) values.set(montant, value);
  return concerned.map((total) => {
    const somme = sumOf(total.termes.map((id) => values.get(id) ?? null));
    return { total, somme, ecart: toCents(total.declare) - somme };
  });
}

/** What stands in each cell of a document, by its id. */
export function valuesOf(programmes: readonly ProgrammeExport[]): Map<string, string | null> {
  const lignes = programmes.flatMap((programme) => programme.lignes);
  return new Map(lignes.flatMap(({ montants }) => montants.map((each) => [each.id, each.montant] as const)));
}

/** `+600,00 €`: printed too much; `−600,00 €`: printed too little. */
export function gapText(gap: bigint): string {
  return gap > 0n ? `+${eurosOfCents(gap)}` : eurosOfCents(gap);
}
