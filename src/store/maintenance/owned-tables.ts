import type { Connection } from '../connection.ts';

/** A table whose rows belong to a document, and the SQL that tells whose. */
export interface OwnedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** An SQL expression over a row of the table (under its own name): the id of the document it belongs to. */
  readonly document: string;
  /** Kept by the hash of the bytes alone, so that it may be there before the document is, or without it. */
  readonly isLoose: boolean;
}

interface ForeignKey {
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Every table that hangs on `documents` by foreign keys, or by the hash of the bytes in a column `sha256`; `documents` first, a table always after those it refers
 * to. Found in the schema itself, so that a table added by a later version is not forgotten.
 *
 * @param schema the name an attached database has, `main` for the opened one.
 */
export function ownedTables(connection: Connection, schema: string): readonly OwnedTable[] {
  const names = connection
    .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all()
    .map((row) => String((row as { name: unknown }).name));
  const keys = new Map(names.map((name) => [name, connection.prepare(`PRAGMA ${schema}.foreign_key_list(${name})`).all() as ForeignKey[]]));
  const found = new Map<string, OwnedTable>();
  const columnsOf = (name: string): string[] =>
    connection
      .prepare(`PRAGMA ${schema}.table_info(${name})`)
      .all()
      .map((row) => String((row as { name: unknown }).name));
  const add = (name: string, document: string, isLoose = false): void => {
    found.set(name, { name, columns: columnsOf(name), document, isLoose });
  };
  add('documents', 'documents.id');
  for (const name of names)
    if (keys.get(name)?.length === 0 && !found.has(name) && columnsOf(name).includes('sha256')) add(name, `${name}.sha256`, true);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const name of names) {
      const parents = keys.get(name) ?? [];
      if (found.has(name) || !parents.every(({ table }) => found.has(table))) continue;
      const key = parents.find(({ table }) => table === 'documents') ?? parents[0];
      const parent = key === undefined ? undefined : found.get(key.table);
      if (key !== undefined && parent !== undefined) add(name, documentOf(schema, name, key, parent));
    }
  }
  return [...found.values()];
}

function documentOf(schema: string, name: string, { from, to }: ForeignKey, parent: OwnedTable): string {
  if (parent.name === 'documents') return `${name}.${from}`;
  return `(SELECT ${parent.document} FROM ${schema}.${parent.name} AS ${parent.name} WHERE ${parent.name}.${to ?? 'id'} = ${name}.${from})`;
}
