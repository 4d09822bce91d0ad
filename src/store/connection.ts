import { readFile, stat } from 'node:fs/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { CommandError, EXIT } from '../model/errors.ts';

/**
 * One open SQLite file. Statements are prepared once for each text and kept, as is the connection itself, until the process ends: that is quicker, and
 * on Node 24.19 and later needed. There a native object of better-sqlite3 12 that the garbage collector takes between two tasks aborts the process
 * (https://github.com/nodejs/node/issues/65446); what is never garbage is never taken. So: no SQL text without bound, and no `pragma()`, whose
 * statements cannot be kept.
 */
export class Connection {
  readonly #database: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement>();

  constructor(database: BetterSqlite3.Database) {
    this.#database = database;
    KEPT.push(this);
  }

  prepare(sql: string): BetterSqlite3.Statement {
    // A full disk makes SQLite roll back by itself; to be told so again, as the query builder does, would hide why.
    if (!this.#database.inTransaction && /^rollback$/iu.test(sql)) return this.prepare('SELECT 1 WHERE 0');
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Runs SQL that gives no rows. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** The one value of a query such as `SELECT count(*) AS n …` or `PRAGMA user_version`. */
  value(sql: string): unknown {
    return Object.values(this.prepare(sql).get() ?? {})[0];
  }

  close(): void {
    this.#database.close();
  }
}

const KEPT: Connection[] = [];

/** A process that ends early (Ctrl-C twice, a reader that went away) must not leave the side files of an open database behind. */
process.on('exit', () => {
  for (const connection of KEPT) {
    try {
      connection.close();
    } catch {
      // What cannot be closed is left to the system.
    }
  }
});

export interface ConnectOptions {
  /** The file must be there already. */
  readonly mustExist: boolean;
  /** Milliseconds a statement waits for another process's lock. */
  readonly timeout: number;
}

/**
 * Opens a file; one that does not exist is created unless it must be there. SQLite is loaded here, on first need, so that what never touches a
 * database works where the native module could not be built.
 */
export async function connect(path: string, { mustExist, timeout }: ConnectOptions): Promise<Connection> {
  const Sqlite = await loadSqlite();
  return new Connection(new Sqlite(path, { fileMustExist: mustExist, timeout }));
}

/** Where a database file says by which journal it is written and read; 1 is the plain one, which asks for no side file. */
const JOURNAL_MARKS = [18, 19] as const;

/**
 * Opens a copy in memory of a file that stands where nothing can be written: a write-ahead log cannot be opened there. `null` when such a log holds
 * what the file does not yet, for then a copy of the file would be a lie.
 */
export async function connectCopy(path: string): Promise<Connection | null> {
  const log = await stat(`${path}-wal`).catch(() => null);
  if (log !== null && log.size > 0) return null;
  const Sqlite = await loadSqlite();
  const bytes = await readFile(path);
  for (const mark of JOURNAL_MARKS) bytes[mark] = 1;
  return new Connection(new Sqlite(bytes));
}

let loaded: Promise<typeof BetterSqlite3> | null = null;

function loadSqlite(): Promise<typeof BetterSqlite3> {
  loaded ??= probeSqlite();
  return loaded;
}

/** The native module, or a French explanation of why it cannot be loaded. */
async function probeSqlite(): Promise<typeof BetterSqlite3> {
  try {
    const { default: Sqlite } = await import('better-sqlite3');
    // The binary is loaded by the first connection, not by the import.
    new Connection(new Sqlite(':memory:')).close();
    return Sqlite;
  } catch (error) {
    throw new CommandError(
      'sqlite_absent',
      `Le module SQLite ne peut pas être chargé (${codeOf(error)}). Relancez : npm rebuild better-sqlite3`,
      EXIT.database,
    );
  }
}

/** The library's own words are English; its code is what a helper needs. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'raison inconnue';
}
