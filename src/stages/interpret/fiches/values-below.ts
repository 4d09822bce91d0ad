import { cellText, type Cell } from '../../../model/grid.ts';
import { headerShare } from '../header-words.ts';
import { isLabel } from '../heading-labels.ts';
import { isMoney } from '../sentences.ts';
import { keyKind } from './keys.ts';
import { isMoneyValue } from './sheets.ts';

/** Share of the words of a name that headers have. */
const IN_HEADERS = 0.5;

/** A name of money over its amount, in the column of a sheet that has its other keys on the left. */
export interface MoneyBelow {
  readonly name: Cell;
  readonly amount: Cell;
}

/** Whether a cell may name the amount under it. */
function isName(cell: Cell): boolean {
  const text = cellText(cell);
  return headerShare(text) >= IN_HEADERS && keyKind(text) !== 'quantite' && !isLabel(text) && !isMoney(text);
}

/** Whether a row begins with a key, as those of a sheet do beside such a column, and pairs keys with values but for its last cell. */
function isKeyed(cells: readonly Cell[]): boolean {
  const [first] = cells;
  return (
    first !== undefined && cells.length > 2 && cells.length % 2 === 1 && (keyKind(cellText(first)) !== null || isLabel(cellText(first)))
  );
}

/** An amount, or what says that there is none, right under a cell as wide. */
function amountUnder(name: Cell, [...cells]: readonly Cell[]): Cell | null {
  const last = cells.at(-1);
  const isUnder = last?.column === name.column && last.columnSpan === name.columnSpan && last.row === name.row + name.rowSpan;
  return last !== undefined && isUnder && isMoneyValue(cellText(last)) ? last : null;
}

/**
 * The names of money of a sheet that stand over their amounts, at the right of rows that begin with keys of their own ("Axe | 1 – Présence | Coût total" over "Contenu | Deux postes | 174 000 €").
 * `rows`: the written cells of each row. None where no amount shows that it is one.
 */
export function moneyBelow(rows: readonly (readonly Cell[])[]): readonly MoneyBelow[] {
  const found = rows.flatMap((cells, at): MoneyBelow[] => {
    const name = cells.at(-1);
    if (name === undefined || !isKeyed(cells) || !isName(name)) return [];
    const amount = rows.slice(at + 1).flatMap((below) => amountUnder(name, below) ?? [])[0];
    return amount === undefined ? [] : [{ name, amount }];
  });
  const columns = new Set(found.filter(({ amount }) => isMoney(cellText(amount))).map(({ name }) => name.column));
  return found.filter(({ name }) => columns.has(name.column));
}

/** Rows with each name of money and its amount as a row of their own, where the name is printed. */
export function withMoneyBeside(rows: readonly (readonly Cell[])[], below: readonly MoneyBelow[]): readonly (readonly Cell[])[] {
  const apart = new Set(below.flatMap(({ name, amount }) => [name, amount]));
  return rows.flatMap((cells) => [
    cells.filter((cell) => !apart.has(cell)),
    ...below.filter(({ name }) => cells.includes(name)).map(({ name, amount }) => [name, amount]),
  ]);
}
