import { fold } from '../../../french/text.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import type { FlowItem } from '../flow.ts';
import { totalLabel } from '../labels.ts';
import { tableRows, written } from '../table-rows.ts';
import type { Element } from './elements.ts';
import { isMoneyValue } from './sheets.ts';

const SPENT = /^(?:depenses|charges|emplois)(?: previsionnelles| realisees| prevues| de l action)?$/u;
const RECEIVED = /^(?:recettes|produits|ressources|financements?)(?: previsionnel\w*| realisee?s| prevue?s| de l action)?$/u;

function isMoneyCell(cell: Cell): boolean {
  return /\d/u.test(cellText(cell)) && isMoneyValue(cellText(cell));
}

/**
 * The balanced budget of one action, its expenses beside what pays for them: its cost is the total of the expenses, as a key with its value. The receipts are
 * other people's money, and the details are no actions. `null` for any other table, and for one without that total.
 */
export function budgetOfTable(item: Extract<FlowItem, { kind: 'table' }>): readonly Element[] | null {
  if (item.table === undefined) return null;
  const rows = tableRows(item.table);
  const header = written(rows, 0);
  const spent = header.find((cell) => SPENT.test(fold(cellText(cell))));
  const received = header.find((cell) => RECEIVED.test(fold(cellText(cell))));
  if (spent === undefined || received === undefined || received.column <= spent.column) return null;
  for (let row = rows.rowCount - 1; row > 0; row--) {
    const own = written(rows, row).filter(({ column }) => column >= spent.column && column < received.column);
    const label = own.find((cell) => totalLabel(cellText(cell)) !== null);
    const value = own.find(isMoneyCell);
    if (label === undefined || value === undefined) continue;
    const places = [label.place, value.place];
    return [{ kind: 'paire', key: cellText(label), value: cellText(value), places, valuePlace: value.place, pieces: [], item }];
  }
  return null;
}

/**
 * What one action costs, item by item, with the sum below: a key with its value, the details being no actions. `null` for a table with several columns of money, with axes, or
 * without a sum.
 */
export function costOfTable(item: Extract<FlowItem, { kind: 'table' }>): Element | null {
  const [band, another] = item.bands;
  if (item.table === undefined || band?.hasHeader !== true || another !== undefined) return null;
  const money = band.columns.filter(({ kind }) => kind === 'montant');
  const last = band.items.at(-1);
  const isDetailed = band.items.slice(0, -1).every((row) => row.kind === 'line') && band.items.length > 1;
  if (money.length !== 1 || band.columns.some(({ kind }) => kind === 'axe') || last?.kind !== 'total' || !isDetailed) return null;
  const [amount] = last.entries;
  if (amount === undefined || last.label === null) return null;
  const { place } = amount;
  return { kind: 'paire', key: last.label, value: amount.readings[0].text, places: [place], valuePlace: place, pieces: [], item };
}
