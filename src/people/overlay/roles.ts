import type { Box } from '../../model/geometry.ts';
import type { Layout, PageGrid } from '../../model/grid.ts';
import type { RoleMark } from '../../model/draft.ts';

/** What each cell was understood as, by cell id. */
export type Roles = ReadonlyMap<string, string>;

/** Rubriques as the codes write them, and as French does. */
const ACCENTS: Readonly<Record<string, string>> = {
  prevu: 'prévu',
  realise: 'réalisé',
  reporte: 'reporté',
  surcout: 'surcoût',
  valorise: 'valorisé',
};

/** Roles by the cells of each page: a cell cut by a page break has its role on both pages, under the ids of the pages' own tables. */
export function rolesByCell({ blocks, grids }: Layout, marks: readonly RoleMark[]): Roles {
  const roles = new Map(marks.map(({ cell, role }) => [cell, label(role)]));
  for (const block of blocks) {
    if (block.kind === 'text') continue;
    for (const { id, continuations } of block.table.cells) {
      const role = roles.get(id);
      if (role === undefined) continue;
      for (const { page, box } of continuations) {
        const part = cellAt(grids, page, box);
        if (part !== null) roles.set(part, role);
      }
    }
  }
  return roles;
}

function label(role: string): string {
  return role
    .split(/[ _]/u)
    .map((word) => ACCENTS[word] ?? word)
    .join(' ');
}

function cellAt(grids: readonly PageGrid[], page: number, box: Box): string | null {
  for (const grid of grids) {
    if (grid.page !== page) continue;
    const cell = grid.cells.find(({ place }) => place.box.every((edge, index) => Math.abs(edge - (box[index] ?? NaN)) < 0.01));
    if (cell !== undefined) return cell.id;
  }
  return null;
}
