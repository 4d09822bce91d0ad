import type { DatasetWriter, Profile } from '../format.ts';

/** Every form the dataset can take; each is loaded when it is asked for. */
export const EXPORT_FORMATS = ['json', 'jsonl', 'csv', 'xlsx', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export async function openWriter(format: ExportFormat, folder: string, profile: Profile): Promise<DatasetWriter> {
  switch (format) {
    case 'json':
    case 'jsonl':
      return (await import('./json.ts')).jsonWriter(folder, format);
    case 'csv':
      return (await import('./csv.ts')).csvWriter(folder, profile);
    case 'xlsx':
      return (await import('./xlsx/xlsx.ts')).xlsxWriter(folder);
    case 'parquet':
      return (await import('./parquet.ts')).parquetWriter(folder);
  }
}
