import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { CommandError, EXIT } from '../../../model/errors.ts';
import { productVersion } from '../../../product.ts';
import { toCents } from '../../../store/cents.ts';
import type { DatasetWriter } from '../format.ts';
import type { Cell, CellType, Column } from '../tables/column.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../tables/tables.ts';

/** Rows held in memory before they are written as one row group. */
const GROUP = 20_000;
/** Digits of a DECIMAL kept in 64 bits. */
const PRECISION = 18;

/** One Parquet file a table: amounts DECIMAL(18, 2), whole numbers INT64, other numbers DOUBLE, texts and lists (as JSON) UTF-8 strings. */
export function parquetWriter(folder: string): DatasetWriter {
  const files = new Map<TableName, ParquetFile>(
    TABLE_NAMES.map((name) => [name, new ParquetFile(join(folder, `${name}.parquet`), TABLES[name].colonnes)]),
  );
  return {
    add(_stored, rows) {
      for (const { table, cells } of rows) files.get(table)?.add(cells);
    },
    end: () => files.forEach((file) => file.end()),
    // The library opens the file for each piece it writes: nothing is held.
    abandon: () => undefined,
  };
}

class ParquetFile {
  readonly #writer: ParquetWriter;
  #columns: (Cell | bigint)[][];
  #rows = 0;

  constructor(
    path: string,
    private readonly columns: readonly Column[],
  ) {
    this.#columns = columns.map(() => []);
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: 'schema', num_children: columns.length }, ...columns.map(elementOf)],
      createdBy: `tfpb version ${productVersion()}`,
    });
  }

  add(cells: readonly Cell[]): void {
    cells.forEach((cell, index) => {
      this.#columns[index]?.push(parquetValue(cell, this.columns[index]?.type));
    });
    this.#rows += 1;
    if (this.#rows === GROUP) this.#flush();
  }

  end(): void {
    this.#flush();
    // A file is written at once, never later: the library's promise is for other kinds of writer.
    void this.#writer.finish();
  }

  #flush(): void {
    if (this.#rows === 0) return;
    const columnData = this.columns.map((column, index) => ({
      name: column.nom,
      data: this.#columns[index] ?? [],
      ...EFFORT[effortOf(column)],
    }));
    void this.#writer.write({ columnData, rowGroupSize: this.#rows });
    this.#columns = this.columns.map(() => []);
    this.#rows = 0;
  }
}

/** What the library tries: the bounds of texts are of use to nobody, and keys do not repeat. */
const EFFORT = {
  number: {},
  text: { statistics: false },
  key: { statistics: false, encoding: 'PLAIN' },
} as const;

function effortOf({ nom, type }: Column): keyof typeof EFFORT {
  if (nom === 'id') return 'key';
  return type === 'texte' || type === 'liste' ? 'text' : 'number';
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const ELEMENTS: Readonly<Record<CellType, Omit<SchemaElement, 'name'>>> = {
  texte: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  liste: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  entier: { type: 'INT64' },
  nombre: { type: 'DOUBLE' },
  montant: { type: 'INT64', converted_type: 'DECIMAL', precision: PRECISION, scale: 2 },
};

function elementOf({ nom, type, rempli }: Column): SchemaElement {
  return { name: nom, ...ELEMENTS[type], repetition_type: rempli ? 'REQUIRED' : 'OPTIONAL' };
}

function parquetValue(cell: Cell, type: CellType | undefined): Cell | bigint {
  if (type === 'montant' && typeof cell === 'string') return decimal(cell);
  return type === 'entier' && typeof cell === 'number' ? BigInt(cell) : cell;
}

/** The amount in cents, which is the unscaled value. Throws for one that has more digits than the column. */
function decimal(amount: string): bigint {
  const cents = toCents(amount);
  if (cents.toString().replace('-', '').length > PRECISION) {
    throw new CommandError(
      'montant_trop_grand',
      `Le montant ${amount} dépasse ce que le format parquet peut tenir. Choisissez csv ou json.`,
      EXIT.usage,
    );
  }
  return cents;
}
