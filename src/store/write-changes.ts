import type { Transaction } from 'kysely';
import type { LigneExport, ProgrammeExport } from '../model/contract.ts';
import { leftOut } from '../model/counted.ts';
import type { HorsSomme } from '../model/vocabulary.ts';
import type { DocumentToSave } from './corrections.ts';
import { insertAll } from './insert-all.ts';
import { amountRow, doubtRows, lineRow, programmeRow, proofRows, termRows, totalRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Most corrections change one amount and the totals over it: of a programme of a thousand amounts, a few rows. */

function idsOf(things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join(' ');
}

/** What stands where: everything that rows are named and ordered by. */
function shapeOf({ id, pages, lignes, totaux }: ProgrammeExport): string {
  const lines = lignes.map((ligne) => `${ligne.id} ${JSON.stringify(ligne.suites)} ${idsOf(ligne.montants)}`);
  return [id, pages.join(' '), idsOf(totaux), ...lines].join('\n');
}

/** The same programmes, lines, amounts and totals in the same order, and nothing else changed than what {@link writeChanges} writes. */
export function isOfSameShape(before: DocumentToSave, after: DocumentToSave): boolean {
  return (
    before.programmes.length === after.programmes.length &&
    before.programmes.every((programme, index) => {
      const other = after.programmes[index];
      return other !== undefined && shapeOf(programme) === shapeOf(other);
    }) &&
    JSON.stringify([before.convention, before.faits]) === JSON.stringify([after.convention, after.faits])
  );
}

/** Writes what differs between two states of the programmes of one shape; the database holds the first. */
export async function writeChanges(
  trx: Transaction<Tables>,
  document: string,
  before: readonly ProgrammeExport[],
  after: readonly ProgrammeExport[],
): Promise<void> {
  for (const [rang, programme] of after.entries()) {
    const old = before[rang];
    if (old === undefined) continue;
    const { id } = programme;
    const row = changed(programmeRow(document, rang, old), programmeRow(document, rang, programme));
    if (row !== null) await trx.updateTable('programmes').set(row).where('id', '=', id).execute();
    if (old.doutes.join() !== programme.doutes.join()) {
      await trx.deleteFrom('doutes').where('programme', '=', id).execute();
      await insertAll(trx, 'doutes', doubtRows(programme));
    }
    await writeTotals(trx, old, programme);
    const horsSomme = { before: leftOut(old), after: leftOut(programme) };
    for (const [at, ligne] of programme.lignes.entries()) {
      const was = old.lignes[at];
      if (was !== undefined) await writeLine(trx, id, at, was, ligne, horsSomme);
    }
  }
}

async function writeTotals(trx: Transaction<Tables>, before: ProgrammeExport, { id: programme, totaux }: ProgrammeExport): Promise<void> {
  for (const [rang, total] of totaux.entries()) {
    const old = before.totaux[rang];
    if (old === undefined) continue;
    const row = changed(totalRow(programme, rang, old), totalRow(programme, rang, total));
    if (row !== null) await trx.updateTable('totaux').set(row).where('id', '=', total.id).execute();
    if (old.termes.join() === total.termes.join()) continue;
    await trx.deleteFrom('termes').where('total', '=', total.id).execute();
    await insertAll(trx, 'termes', termRows(total));
  }
}

async function writeLine(
  trx: Transaction<Tables>,
  programme: string,
  rang: number,
  old: LigneExport,
  ligne: LigneExport,
  horsSomme: { readonly before: ReadonlyMap<string, HorsSomme>; readonly after: ReadonlyMap<string, HorsSomme> },
): Promise<void> {
  const row = changed(lineRow(programme, rang, old), lineRow(programme, rang, ligne));
  if (row !== null) await trx.updateTable('lignes').set(row).where('id', '=', ligne.id).execute();
  for (const [at, montant] of ligne.montants.entries()) {
    const was = old.montants[at];
    if (was === undefined) continue;
    const amount = changed(amountRow(ligne.id, at, was, horsSomme.before), amountRow(ligne.id, at, montant, horsSomme.after));
    if (amount !== null) await trx.updateTable('montants').set(amount).where('id', '=', montant.id).execute();
    if (was.preuves.join() === montant.preuves.join()) continue;
    await trx.deleteFrom('preuves').where('montant', '=', montant.id).execute();
    await insertAll(trx, 'preuves', proofRows(montant));
  }
}

/** The columns of a row that are not what they were; `null` for none. */
function changed<Row extends object>(before: Row, after: Row): Partial<Row> | null {
  const keys = (Object.keys(after) as (keyof Row)[]).filter((key) => before[key] !== after[key]);
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<Row>);
}
