import type { DocumentExport } from '../../../model/contract.ts';
import { leftOut } from '../../../model/counted.ts';
import type { Cell, ContractObject } from './column.ts';
import { TABLES, type TableName } from './tables.ts';

/** One row of one table, its cells in the order of the table's columns. */
export interface Row {
  readonly table: TableName;
  readonly cells: readonly Cell[];
}

/** The rows of one document, those a row refers to before it; `id` is the document's key in the database. */
export function rowsOf(id: string, document: DocumentExport): Row[] {
  const rows = [row('documents', document, id)];
  if (document.convention !== null) rows.push(row('conventions', document.convention, id));
  for (const programme of document.programmes) {
    const horsSomme = leftOut(programme);
    rows.push(row('programmes', programme, id));
    for (const ligne of programme.lignes) {
      rows.push(row('lignes', ligne, programme.id));
      for (const montant of ligne.montants)
        rows.push(row('montants', { ...montant, hors_somme: horsSomme.get(montant.id) ?? null }, ligne.id));
    }
    for (const total of programme.totaux) rows.push(row('totaux', total, programme.id));
  }
  for (const constat of document.constats) rows.push(row('constats', constat, id));
  for (const correction of document.corrections) rows.push(row('corrections', correction, id));
  for (const fait of document.faits) rows.push(row('faits', fait, id));
  return rows;
}

function row(table: TableName, value: ContractObject, owner: string): Row {
  return { table, cells: TABLES[table].colonnes.map((column) => column.read(value, owner)) };
}
