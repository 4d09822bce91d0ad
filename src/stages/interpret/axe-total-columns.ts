import { fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { AmountColumn } from '../../model/draft.ts';
import { amountsOf, isLine, isStated, printedUnder, type Entry, type LineEntry, type TotalEntry } from './entries.ts';
import { axeKey } from './surroundings.ts';

/** "Total par axe", "Sous-total de l'axe", "Montant total axe": over a column, the sums of axes. */
const OF_AXES =
  /^(?:(?:montant|cout|depense)s? )?(?:sous )?totals?(?:aux)? (?:(?:prevu|previsionnel)s? )?(?:par |de l |des |d |de chaque |pour l )?axes?$/u;

/** The one other column of amounts that its sums are of; `null` where there are several. */
function summedColumn(entries: readonly Entry[], sums: AmountColumn): AmountColumn | null {
  const [only, other] = new Set(
    entries
      .filter(isLine)
      .flatMap((entry) => amountsOf(entry).map(({ column }) => column))
      .filter((column) => column !== sums),
  );
  return only !== undefined && other === undefined ? only : null;
}

/** Behind the last line of each axe the total that its lines say beside them, if exactly one of them does. */
function ofAxe(lines: readonly LineEntry[], sums: AmountColumn, column: AmountColumn): readonly Entry[] | null {
  const stated = lines.flatMap((entry) => entry.line.amounts.filter((amount) => amount.column === sums && isStated(amount)));
  const [first] = lines;
  const [amount, another] = stated;
  if (another !== undefined || first === undefined) return null;
  const bare = lines.map((entry): Entry => ({
    ...entry,
    line: { ...entry.line, amounts: entry.line.amounts.filter((own) => own.column !== sums) },
  }));
  if (amount === undefined) return bare;
  const total: TotalEntry = {
    kind: 'total',
    id: amount.id,
    label: sums.header,
    says: { reach: 'axe', section: null, sure: true },
    sure: true,
    amounts: [{ ...amount, column }],
    asLine: null,
    section: printedUnder(first),
    axeText: first.line.axeText,
    table: first.table,
  };
  return [...bare, total];
}

/** A column whose heading says that it holds the totals of axes: what stands in it, on the first line of each axe or in a cell beside them all, are totals and no amounts of the lines. */
export function axeTotalColumns(entries: readonly Entry[], knowledge: Knowledge): readonly Entry[] {
  const columns = new Set(entries.flatMap((entry) => amountsOf(entry).map(({ column }) => column)));
  const sums = [...columns].find(({ header }) => OF_AXES.test(fold(header)));
  const column = sums === undefined ? null : summedColumn(entries, sums);
  if (sums === undefined || column === null) return entries;
  const out: Entry[] = [];
  for (let at = 0; at < entries.length;) {
    const run: LineEntry[] = [];
    for (
      let entry = entries[at];
      entry !== undefined && isLine(entry) && isSameAxe(run[0] ?? entry, entry, knowledge);
      entry = entries[at]
    ) {
      run.push(entry);
      at++;
    }
    if (run.length > 0) {
      const own = run[0]?.line.axeText === null ? null : ofAxe(run, sums, column);
      if (own === null) return entries;
      out.push(...own);
      continue;
    }
    const entry = entries[at++];
    // A total of both columns says one sum twice.
    if (entry !== undefined && !isLine(entry))
      out.push({ ...entry, amounts: entry.amounts.map((own) => (own.column === sums ? { ...own, column } : own)) });
  }
  return out;
}

function isSameAxe(one: LineEntry, other: LineEntry, knowledge: Knowledge): boolean {
  return axeKey(one.line.axeText, knowledge) === axeKey(other.line.axeText, knowledge) && printedUnder(one) === printedUnder(other);
}
