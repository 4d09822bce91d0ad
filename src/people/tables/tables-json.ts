import { cellText, type PageGrid } from '../../model/grid.ts';
import type { Box } from '../../model/geometry.ts';
import type { Page } from '../../model/page.ts';
import type { PageTables } from '../../model/tables-contract.ts';

/** The tables of each page in the contract's shape; `grids` are those of all pages. */
export function pageTables(pages: readonly Page[], grids: readonly PageGrid[]): PageTables[] {
  return pages.map(({ number, width, height, source }) => ({
    page: number,
    largeur: round(width),
    hauteur: round(height),
    source,
    tables: grids
      .filter(({ page }) => page === number)
      .map(({ box, rowCount, columnCount, continues, cells, confidence }) => ({
        boite: boxOf(box),
        lignes: rowCount,
        colonnes: columnCount,
        suite_de: continues === null ? null : { page: continues.page, table: continues.index },
        cellules: cells.map((cell) => ({
          ligne: cell.row,
          colonne: cell.column,
          etendue_lignes: cell.rowSpan,
          etendue_colonnes: cell.columnSpan,
          texte: cellText(cell),
          boite: boxOf(cell.place.box),
          // Costs are −ln of a probability.
          confiance: Math.round(confidence * Math.exp(-cell.readings[0].cost) * 1000) / 1000,
        })),
      })),
  }));
}

function boxOf([x0, y0, x1, y1]: Box): [number, number, number, number] {
  return [round(x0), round(y0), round(x1), round(y1)];
}

/** Hundredths of a point: finer than any printer, and short to read. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
