import { fold } from '../../french/text.ts';
import { readTaxe } from '../../french/periods.ts';
import { isSubtotalLabel } from './labels.ts';
import { isTotal, type Entry, type TotalEntry } from './entries.ts';

const TVA = /^(?:montant )?(?:total )?(?:de )?(?:la )?tva\b/u;

/** The tax of the figures of a total's columns, where their headings say one. */
function taxeOf(total: TotalEntry): string | null {
  return total.amounts.map(({ column }) => column.taxe).find((taxe) => taxe !== null) ?? null;
}

/** "Total", without a word of tax. The subtotal of an axe, under which stands a total of all, is none. */
function isPlainTotal({ label, says }: TotalEntry, after: readonly { readonly total: TotalEntry }[]): boolean {
  if (says === null || readTaxe(label ?? '') !== null) return false;
  const isPartial = says.reach === 'axe' || says.reach === 'section' || isSubtotalLabel(label ?? '');
  return !isPartial || after.every(({ total }) => total.says?.reach === says.reach);
}

function saysSame(a: TotalEntry, b: TotalEntry): boolean {
  return a.amounts.some(({ readings: [{ amount }] }) =>
    b.amounts.some(({ readings: [other] }) => amount !== null && other.amount !== null && amount.equals(other.amount)),
  );
}

/** The runs of totals that follow one another in one table. */
function runs(entries: readonly Entry[]): TotalEntry[][] {
  const found: TotalEntry[][] = [];
  entries.forEach((entry, at) => {
    if (!isTotal(entry)) return;
    const above = entries[at - 1];
    const run = found.at(-1);
    if (above !== undefined && isTotal(above) && above.table === entry.table && run !== undefined) run.push(entry);
    else found.push([entry]);
  });
  return found;
}

/**
 * "Total HT", "TVA 20 %", "Total TTC" one under the other: one of them sums the lines, as the heading of their column says, else the first printed; the tax, and the total
 * with the other tax, sum none.
 */
export function setTaxesApart(entries: readonly Entry[]): Entry[] {
  const apart = new Set<Entry>();
  for (const run of runs(entries)) {
    const told = run.flatMap((total) => {
      const taxe = readTaxe(total.label ?? '');
      return taxe === null ? [] : [{ total, taxe }];
    });
    const tva = run.filter(({ label }) => TVA.test(fold(label ?? '')));
    const [first] = told;
    // "Total", then "Total TTC" with another figure: the first sums the lines.
    const [plain] = run;
    const after = told.filter(({ total }) => plain !== undefined && total !== plain && !saysSame(plain, total));
    if (plain !== undefined && isPlainTotal(plain, after) && taxeOf(plain) === null && tva.length === 0)
      for (const { total } of after) apart.add(total);
    if (first === undefined || (tva.length === 0 && new Set(told.map(({ taxe }) => taxe)).size < 2)) continue;
    const own = taxeOf(first.total) ?? first.taxe;
    for (const total of tva) apart.add(total);
    for (const { total, taxe } of told) if (taxe !== own) apart.add(total);
  }
  return entries.map((entry) => (isTotal(entry) && apart.has(entry) ? { ...entry, covers: [] } : entry));
}
