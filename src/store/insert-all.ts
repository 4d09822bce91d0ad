import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Rows a statement inserts: few sizes, so that few statements are ever prepared; together under SQLite's bound on parameters. */
const ROWS_AT_ONCE = [64, 8, 1] as const;

export async function insertAll<T extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  let start = 0;
  for (const size of ROWS_AT_ONCE) {
    for (; rows.length - start >= size; start += size) {
      await (trx as unknown as Transaction<Record<string, Record<string, unknown>>>)
        .insertInto(table)
        .values(rows.slice(start, start + size) as Record<string, unknown>[])
        .execute();
    }
  }
}
