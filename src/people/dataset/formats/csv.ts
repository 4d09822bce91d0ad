import { join } from 'node:path';
import { OutputFile } from '../../../files/output-file.ts';
import { dataPackage } from '../data-package.ts';
import type { DatasetWriter, Profile } from '../format.ts';
import { jsonText } from '../json-schema.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../tables/tables.ts';
import { BYTE_ORDER_MARK, csvCell, LINE_END, SEPARATOR } from './csv-cell.ts';

/** One CSV file a table, and `datapackage.json` that describes them. */
export function csvWriter(folder: string, profile: Profile): DatasetWriter {
  const separator = SEPARATOR[profile];
  const files = new Map<TableName, OutputFile>();
  for (const name of TABLE_NAMES) {
    const file = new OutputFile(join(folder, `${name}.csv`));
    file.write(`${BYTE_ORDER_MARK[profile]}${TABLES[name].colonnes.map(({ nom }) => nom).join(separator)}${LINE_END}`);
    files.set(name, file);
  }
  return {
    add(_stored, rows) {
      for (const { table, cells } of rows) {
        const { colonnes } = TABLES[table];
        const line = cells.map((cell, index) => csvCell(cell, colonnes[index]?.type ?? 'texte', profile)).join(separator);
        files.get(table)?.write(line + LINE_END);
      }
    },
    end(facts) {
      const written = new Map([...files].map(([name, file]) => [name, file.end()]));
      const description = new OutputFile(join(folder, 'datapackage.json'));
      description.write(jsonText(dataPackage(facts, written)));
      description.end();
    },
    abandon: () => files.forEach((file) => file.close()),
  };
}
