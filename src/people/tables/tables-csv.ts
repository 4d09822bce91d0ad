import type { FichierTables } from '../../model/tables-contract.ts';

/** First line of the CSV: where a row stands, then its cells. */
export function tablesCsvHeader(columns: number): string {
  const cells = Array.from({ length: columns }, (_, index) => `colonne_${index + 1}`);
  return `${['fichier', 'page', 'table', 'ligne', ...cells].join(',')}\r\n`;
}

/** One CSV row for each row of each table; a cell over several rows or columns stands in the first. Tables and rows count from 1, for people. */
export function tablesCsv({ fichier, pages }: FichierTables): string {
  let csv = '';
  for (const { page, tables } of pages) {
    tables.forEach(({ lignes, colonnes, cellules }, table) => {
      for (let ligne = 0; ligne < lignes; ligne++) {
        const row = Array.from(
          { length: colonnes },
          (_, colonne) => cellules.find((cell) => cell.ligne === ligne && cell.colonne === colonne)?.texte ?? '',
        );
        csv += `${[fichier, String(page), String(table + 1), String(ligne + 1), ...row].map(csvField).join(',')}\r\n`;
      }
    });
  }
  return csv;
}

/** The widest table decides how many columns the file has. */
export function widest(files: readonly FichierTables[]): number {
  return Math.max(0, ...files.flatMap(({ pages }) => pages.flatMap(({ tables }) => tables.map(({ colonnes }) => colonnes))));
}

/**
 * Quoted where needed (RFC 4180). A text a spreadsheet would run as a formula gets an apostrophe before it; a dash or a negative amount is no formula.
 */
function csvField(text: string): string {
  const isFormula = /^[=+@\t\r]/u.test(text) || (text.startsWith('-') && !/^-[\s\d.,€]*$/u.test(text));
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
