import type { WrittenFile } from '../../files/output-file.ts';
import type { Facts } from './facts.ts';
import { LINE_END, SEPARATOR } from './formats/csv-cell.ts';
import type { Profile } from './format.ts';
import { TABLE_NAMES, type TableName } from './tables/tables.ts';
import { tableSchema } from './table-schema.ts';

/** `datapackage.json` (Tabular Data Package 1.0): the CSV files, how they are written, and the Table Schema of each. */
export function dataPackage({ version, referentiel, profile, statistics }: Facts, files: ReadonlyMap<TableName, WrittenFile>): unknown {
  return {
    profile: 'tabular-data-package',
    name: 'programmes-tfpb',
    title: "Programmes d'actions TFPB",
    description: `Programmes d'actions remis en contrepartie de l'abattement de taxe foncière (TFPB) dans les quartiers prioritaires, lus par tfpb ${version} ; axes et actions du référentiel national ${referentiel.version}.`,
    resources: TABLE_NAMES.map((name) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: files.get(name)?.octets ?? 0,
      hash: `sha256:${files.get(name)?.sha256 ?? ''}`,
      rowcount: statistics.rows(name),
      dialect: { delimiter: SEPARATOR[profile], lineTerminator: LINE_END, quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchema(name, decimalMark(profile)),
    })),
  };
}

function decimalMark(profile: Profile): '.' | ',' {
  return profile === 'excel-fr' ? ',' : '.';
}
