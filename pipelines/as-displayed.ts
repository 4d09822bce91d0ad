import type { PageGrid } from '../src/model/grid.ts';
import type { Box, Place } from '../src/model/geometry.ts';
import type { Page } from '../src/model/page.ts';
import type { PageTables } from '../src/model/tables-contract.ts';
import type { DocumentRead } from './read-document.ts';

/** Boxes of a scanned page are found on the page put straight; people see the page as it lay. These put them back. */

type ToDisplay = (box: Box) => Box;

function back({ width, height, lay }: Page): ToDisplay {
  if (lay === undefined || (lay.turn === 0 && lay.tilt === 0)) return (box) => box;
  const angle = (-lay.tilt * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  const point = (x: number, y: number): readonly [number, number] => {
    const [dx, dy] = [x - cx, y - cy];
    const [sx, sy] = [cx + cos * dx - sin * dy, cy + sin * dx + cos * dy];
    switch (lay.turn) {
      case 0:
        return [sx, sy];
      case 90:
        return [sy, width - sx];
      case 180:
        return [width - sx, height - sy];
      case 270:
        return [height - sy, sx];
    }
  };
  return ([x0, y0, x1, y1]) => {
    const corners = [point(x0, y0), point(x1, y0), point(x0, y1), point(x1, y1)];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const round = (value: number): number => Math.max(0, Math.round(value * 100) / 100);
    return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
  };
}

function sizeOf({ width, height, lay }: Page): { width: number; height: number } {
  return lay !== undefined && lay.turn % 180 !== 0 ? { width: height, height: width } : { width, height };
}

/** The page with everything on it where it is displayed. */
export function pageAsDisplayed(page: Page): Page {
  if (page.lay === undefined) return page;
  const to = back(page);
  const place = <T extends { readonly box: Box }>(each: T): T => ({ ...each, box: to(each.box) });
  return {
    ...page,
    ...sizeOf(page),
    words: page.words.map(place),
    rules: page.rules.map(place),
    fills: page.fills.map(place),
    lay: undefined,
  };
}

/** The grids of one page where they are displayed. */
export function gridsAsDisplayed(grids: readonly PageGrid[], page: Page): PageGrid[] {
  if (page.lay === undefined) return [...grids];
  const to = back(page);
  const place = <T extends { readonly place: Place }>(each: T): T => ({ ...each, place: { ...each.place, box: to(each.place.box) } });
  return grids.map((grid) => ({
    ...grid,
    box: to(grid.box),
    cells: grid.cells.map((cell) => ({ ...place(cell), lines: cell.lines.map(place) })),
  }));
}

export function tablesAsDisplayed(tables: readonly PageTables[], pages: readonly Page[]): PageTables[] {
  return tables.map((own) => {
    const page = pages[own.page - 1];
    if (page?.lay === undefined) return own;
    const to = back(page);
    const { width, height } = sizeOf(page);
    return {
      ...own,
      largeur: width,
      hauteur: height,
      tables: own.tables.map((table) => ({
        ...table,
        boite: [...to(table.boite)],
        cellules: table.cellules.map((cell) => ({ ...cell, boite: [...to(cell.boite)] })),
      })),
    };
  });
}

export function documentAsDisplayed(document: DocumentRead, pages: readonly Page[]): DocumentRead {
  if (pages.every((page) => page.lay === undefined)) return document;
  const place = <T extends { readonly page: number | null; readonly boite: Box | null }>(each: T): T => {
    const page = each.page === null ? undefined : pages[each.page - 1];
    return page?.lay === undefined || each.boite === null ? each : { ...each, boite: back(page)(each.boite) };
  };
  return {
    ...document,
    constats: document.constats.map(place),
    programmes: document.programmes.map((programme) => ({
      ...programme,
      totaux: programme.totaux.map(place),
      lignes: programme.lignes.map((ligne) => ({
        ...place(ligne),
        suites: ligne.suites.map(place),
        montants: ligne.montants.map(place),
      })),
    })),
  };
}
