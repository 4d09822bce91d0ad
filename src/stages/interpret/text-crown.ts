import { boxAround, overlap } from '../../model/geometry.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import type { Piece } from './heading-piece.ts';
import { assignGroups, columnExtents, headedExtent } from './group-headings.ts';
import { columnKind } from './header-words.ts';
import type { TableRows } from './table-rows.ts';

/** White (ems) between the lines of one header, and between it and its table. */
const IN_HEADER = 1.5;
const LABELS = new Set(['axe', 'action', 'description', 'calendrier']);

/** The lines of text right over a table, nearest last. */
function linesOver(pieces: readonly Piece[], top: number): Piece[] {
  const run: Piece[] = [];
  let edge = top;
  for (const piece of [...pieces].sort((a, b) => b.place.box[3] - a.place.box[3])) {
    const [, y0, , y1] = piece.place.box;
    if (y1 > top + 2) continue;
    if (edge - y1 > IN_HEADER * piece.size || /:\s*\S?/u.test(piece.text)) break;
    run.unshift(piece);
    edge = Math.min(edge, y0);
  }
  return run;
}

/** Lines one under the other are one heading. */
function stacked(run: readonly Piece[]): Cell[] {
  const stacks: Piece[][] = [];
  for (const piece of run) {
    const [x0, , x1] = piece.place.box;
    const open = stacks.find((stack) =>
      stack.some(({ place: { box } }) => overlap(x0, x1, box[0], box[2]) > 0.5 * Math.min(x1 - x0, box[2] - box[0])),
    );
    if (open === undefined) stacks.push([piece]);
    else open.push(piece);
  }
  return stacks.flatMap((stack, index): Cell[] => {
    const box = boxAround(stack.map(({ place }) => place.box));
    const page = stack[0]?.place.page;
    if (box === null || page === undefined) return [];
    const text = stack.map((piece) => piece.text).join(' ');
    const place = { page, box };
    return [
      {
        id: `text-${String(page)}-${String(Math.round(box[0]))}-${String(Math.round(box[1]))}`,
        row: -1,
        column: -1 - index,
        rowSpan: 1,
        columnSpan: 1,
        place,
        continuations: [],
        lines: [],
        readings: [{ text, cost: 0 }],
        bold: stack.every((piece) => piece.bold),
        shaded: false,
      },
    ];
  });
}

/**
 * The upper rows of a header that were read as text over the table, where its own first row heads columns of amounts only ("Prévu | Valorisé" under the
 * names of quartiers): headings by column, none where no such text stands there. Words over a column of texts must name what it holds.
 */
export function textCrown(pieces: readonly Piece[], rows: TableRows): readonly (readonly Cell[])[] {
  const [part] = rows.table.parts;
  const isBlank = (column: number): boolean => {
    const cell = rows.at(0, column);
    return cell === null || cellText(cell) === '';
  };
  const extents = columnExtents(rows);
  const open = extents.flatMap((_, column) => (isBlank(column) ? [] : [column]));
  if (!isBlank(0) || open.length < 2) return [];
  const heads = stacked(
    linesOver(
      pieces.filter(({ place }) => place.page === part.page),
      part.box[1],
    ),
  );
  const headings: Cell[][] = extents.map(() => []);
  const left: Cell[] = [];
  for (const head of heads) {
    const [x0, , x1] = head.place.box;
    const column = extents.findIndex((extent, index) => isBlank(index) && overlap(x0, x1, extent.x0, extent.x1) > 0.5 * (x1 - x0));
    if (column < 0) left.push(head);
    else headings[column]?.push(head);
  }
  const named = headings.flat().filter((cell) => LABELS.has(columnKind(cellText(cell)) ?? ''));
  if (named.length < 2 || left.length === 0 || headings.some((own) => own.length > 1)) return [];
  const groups = assignGroups(
    left.map(({ place: { box } }) => ({ x0: box[0], x1: box[2] })).sort((a, b) => a.x0 - b.x0),
    open.map((column) => headedExtent(rows, extents, column, 0, 0)),
  );
  const sorted = [...left].sort((a, b) => a.place.box[0] - b.place.box[0]);
  open.forEach((column, index) => {
    const cell = sorted[groups?.[index] ?? -1];
    if (cell !== undefined) headings[column]?.push(cell);
  });
  return headings;
}
