import { readAmountCell } from '../../french/amounts.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import { isLabel } from './heading-labels.ts';
import { codeQpIn } from './heading-values.ts';
import { columnKind, headerShare, isYears, type ColumnKind } from './header-words.ts';
import { sectionTitle, totalLabel } from './labels.ts';
import { isMoney } from './sentences.ts';
import { written, type TableRows } from './table-rows.ts';

/** A stretch of a table under one header. A table without a header is one band; stacked tables of one grid are several. */
export interface Band {
  /** Rows of the header, `from` > `to` when there is none. */
  readonly header: { readonly from: number; readonly to: number };
  readonly body: { readonly from: number; readonly to: number };
}

export interface Bands {
  /** Rows above the first header: titles, key and value pairs. */
  readonly preamble: { readonly from: number; readonly to: number };
  readonly bands: readonly Band[];
}

/** A cell that states an amount, or that there is none: it belongs to the body. */
function isFigure(text: string): boolean {
  const reading = readAmountCell(text);
  if (reading.kind === 'amount') return reading.hasUnit || !reading.looksLikeYear;
  // "1,074" under "en millions d'euros": its column tells what it is worth.
  if (reading.kind === 'text' && reading.ambiguous) return true;
  return reading.kind === 'none' && text.trim() !== '';
}

/** A sum of money inside a text. */
const MONEY_IN_TEXT = /\d\s*(?:k?€|eur(?:os?)?\b)/iu;

/** Whether a text could head a column by its words; a sum of money is what stands under headings ("Coût 2025 : 24,50 € par attribution"). */
function isHeaderText(text: string): boolean {
  if (text.length > 160 || MONEY_IN_TEXT.test(text)) return false;
  return /\p{L}/u.test(text) ? headerShare(text) >= 0.6 : true;
}

/** The first row names only the column of amounts and leaves the corner over the labels empty. */
function isLoneHeader(rows: TableRows, row: number, cells: readonly Cell[]): boolean {
  const [only, another] = cells;
  if (row !== 0 || only === undefined || another !== undefined || only.column === 0 || rows.rowCount < 3) return false;
  const text = cellText(only);
  return (
    isHeaderText(text) &&
    (columnKind(text) === 'montant' || isYears(text)) &&
    (rows.starting(1).some((cell) => cell.column === only.column && isFigure(cellText(cell))) || isOverFigures(rows, row, only))
  );
}

/** The rows a header may stand in by its place and weight alone, whatever its words. */
const FIRST_ROWS = 3;
/** Share of a column's texts that must be figures for words over them to head it. */
const MOSTLY_FIGURES = 0.6;

/** A quartier with its code and dwellings is no longer than this, in characters. */
const LONGEST_PLACE = 90;

/** The rest of a heading is this short, in characters. */
const SHORT = 20;

/** Whether the cells of a column under a row state figures, mostly. */
function isOverFigures(rows: TableRows, row: number, cell: Cell): boolean {
  const texts: string[] = [];
  for (let below = row + cell.rowSpan; below < rows.rowCount; below++) {
    const other = rows.at(below, cell.column);
    if (other !== null && other.row === below && other.column === cell.column && cellText(other) !== '') texts.push(cellText(other));
  }
  const amounts = texts.filter((text) => readAmountCell(text).kind === 'amount').length;
  return amounts > 0 && texts.filter(isFigure).length >= MOSTLY_FIGURES * texts.length;
}

/** Whether every cell with text of a row stands out from the cells below it by weight or background. */
function standsOut(rows: TableRows, row: number, cells: readonly Cell[]): boolean {
  const below = rows.table.cells.filter((cell) => cell.row > row && cellText(cell) !== '');
  const rare = (marks: (cell: Cell) => boolean): boolean => cells.every(marks) && below.filter(marks).length <= 0.4 * below.length;
  return rare((cell) => cell.bold) || rare((cell) => cell.shaded);
}

/** One of the first rows, words without a figure over at least one column of figures, set apart or worded as a header. */
function isHeaderByPlace(rows: TableRows, row: number, cells: readonly Cell[], like: number): boolean {
  if (row >= FIRST_ROWS || cells.some((cell) => cellText(cell).length > 160)) return false;
  const heads = cells.filter((cell) => /\p{L}{2}/u.test(cellText(cell)) && isOverFigures(rows, row, cell));
  // The code of a quartier over figures heads their column as well as any word of headers.
  const coded = heads.filter((cell) => !isHeaderText(cellText(cell)) && codeQpIn(cellText(cell)) !== null).length;
  return heads.length > 0 && (2 * (like + coded) >= cells.length || standsOut(rows, row, cells) || areNamesOverFigures(cells, heads));
}

/** Names over columns of figures, two at least, and beside them nothing but words that head columns: "Axe | Actions | Les Aulnes | La Source | Bellevue". No line of the table looks like that. */
function areNamesOverFigures(cells: readonly Cell[], heads: readonly Cell[]): boolean {
  const isHeading = (text: string): boolean => isHeaderText(text) && !/\d/u.test(text) && columnKind(text) !== null;
  return heads.length >= 2 && cells.every((cell) => heads.includes(cell) || isHeading(cellText(cell)));
}

/** A label with its value in one cell: "Ville : Lens". */
function isFact(text: string): boolean {
  return isLabel(text) && /:\s*[^\s:]/u.test(text);
}

/** A row of a heading set over the table in the same lines: labels, each with its value beside it ("Organisme : | Plaine Habitat | Année | 2026") or in its cell, the first at least. Heads of columns may be such words too: a colon or a figure tells. */
export function statesFacts(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  const texts = cells.map(cellText);
  const [first] = cells;
  if (texts.length >= 2 && (texts.every(isFact) || (first?.column === 0 && isFact(cellText(first))))) return true;
  return (
    texts.length >= 2 &&
    texts.length % 2 === 0 &&
    texts.every((text, index) => isLabel(text) === (index % 2 === 0)) &&
    texts.some((text, index) => (index % 2 === 0 ? text.endsWith(':') : /\d/u.test(text)))
  );
}

function isHeaderRow(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  if (isLoneHeader(rows, row, cells)) return true;
  if (cells.length < 2 || statesFacts(rows, row)) return false;
  let named = 0;
  let like = 0;
  const kinds = new Set<ColumnKind>();
  for (const cell of cells) {
    const text = cellText(cell);
    if (isFigure(text)) return false;
    // A quartier with its code over figures heads them.
    if (!isHeaderText(text) && !(codeQpIn(text) !== null && text.length <= LONGEST_PLACE && isOverFigures(rows, row, cell))) continue;
    like++;
    const kind = columnKind(text);
    if (kind !== null) {
      named++;
      kinds.add(kind);
    }
  }
  const first = cells[0];
  if (first !== undefined && cells.length === 2 && totalLabel(cellText(first))?.sure === true && named < 2) return false;
  const names = kinds.has('montant') || (kinds.has('action') && kinds.size > 1) || cells.some((cell) => isYears(cellText(cell)));
  if (isHeaderByPlace(rows, row, cells, like)) return true;
  // Years side by side without a word are no line, wherever they stand.
  const areYears = cells.every((cell) => isYears(cellText(cell)));
  return (
    names &&
    (like === cells.length ? named >= 1 || row <= 1 || areYears : named >= 2 && like / cells.length >= (kinds.size >= 3 ? 0.6 : 0.7))
  );
}

/** A row that only completes a header above or below it: group titles, units, "(a)". */
function completesHeader(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  if (cells.length === 0) return false;
  const widest = Math.max(...cells.map((cell) => cell.columnSpan));
  if (cells.length === 1 && widest >= rows.columnCount - 1) return false;
  const [first, second] = cells;
  if (first !== undefined && second === undefined && (first.column === 0 || sectionTitle(cellText(first)) !== null)) return false;
  return cells.every((cell) => {
    const text = cellText(cell);
    return text.length <= 80 && !isFigure(text) && isHeaderText(text) && totalLabel(text)?.reach !== 'section';
  });
}

/** A row over a header some of whose headings reach down into it ("Axe | Action | Bellevue | Les Fontaines" over "| | Prévu | Valorisé | Prévu | Valorisé"): whatever the others say, they head columns. */
function reachesInto(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  return (
    cells.length > 1 &&
    cells.some((cell) => cell.rowSpan > 1 && columnKind(cellText(cell)) !== null) &&
    cells.every((cell) => !isFigure(cellText(cell)) && cellText(cell).length <= LONGEST_PLACE)
  );
}

/** The rest of a heading that its column was too narrow for, in a row of its own ("Dépense prévisionnell" over "e 2021"): nothing but short texts without a figure under other headings, none under the first. */
function isRestOfHeader(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  return (
    cells.length > 0 &&
    cells.every((cell) => {
      const above = rows.at(row - 1, cell.column);
      return (
        cell.column > 0 &&
        cell.columnSpan === 1 &&
        cellText(cell).length <= SHORT &&
        !isFigure(cellText(cell)) &&
        above !== null &&
        /\p{L}{2}/u.test(cellText(above)) &&
        isOverFigures(rows, row, cell)
      );
    })
  );
}

/** The last row that the cells of a header's row reach. A row with a figure is none of it: a letter in the margin ("A") stands beside the whole table, header and all. */
function bottomOf(rows: TableRows, row: number): number {
  const lowest = Math.min(rows.rowCount - 1, Math.max(row, ...written(rows, row).map((cell) => cell.row + cell.rowSpan - 1)));
  for (let below = row + 1; below <= lowest; below++) if (written(rows, below).some((cell) => isFigure(cellText(cell)))) return below - 1;
  return lowest;
}

/** An item without amount says at least what it is and of which axe. */
const ITEM_CELLS = 3;

/** A row of a table whose header stands elsewhere: words, and money in a column of its own, or behind several words a mark for none ("Sur-entretien | Tags | Façades de la tour | -"); not a fact of a heading ("Nombre de logements | 1 190"). */
function isLineOrTotal(rows: TableRows, row: number): boolean {
  const cells = written(rows, row);
  const last = cells.at(-1);
  if (last === undefined || last.column === 0 || cells.some((cell) => isLabel(cellText(cell)))) return false;
  return isMoney(cellText(last)) || (cells.length >= ITEM_CELLS && readAmountCell(cellText(last)).kind === 'none');
}

/** Whether nothing stands between two rows of headings but the rest of the upper one, on a line of its own ("Dépenses 2020 en" over "euros" over the names of places). */
function isRestBetween(rows: TableRows, from: number, to: number): boolean {
  const cells = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => written(rows, from + at)).flat();
  return (
    to - from < 1 &&
    cells.every((cell) => cell.column > 0 && cellText(cell).length <= SHORT && /\p{L}/u.test(cellText(cell)) && !/\d/u.test(cellText(cell)))
  );
}

/**
 * Cuts a table into its preamble and its bands, by the wording of rows alone. Rows above the first header are a band of their own when they are lines:
 * the rest of a table whose header stands on the page before. `goesOn`: there is such a table.
 */
export function findBands(rows: TableRows, goesOn = false): Bands {
  const headers: { from: number; to: number }[] = [];
  for (let row = 0; row < rows.rowCount; row++) {
    if (!isHeaderRow(rows, row)) continue;
    let from = row;
    const last = headers.at(-1);
    while (from - 1 > (last?.to ?? -1) && (completesHeader(rows, from - 1) || reachesInto(rows, from - 1)) && !statesFacts(rows, from - 1))
      from--;
    let to = bottomOf(rows, row);
    while (to + 1 < rows.rowCount && (isHeaderRow(rows, to + 1) || completesHeader(rows, to + 1) || isRestOfHeader(rows, to + 1)))
      to = bottomOf(rows, to + 1);
    if (last !== undefined && isRestBetween(rows, last.to + 1, from - 1)) last.to = to;
    else headers.push({ from, to });
    row = to;
  }
  const [first] = headers;
  if (first === undefined)
    return { preamble: { from: 0, to: -1 }, bands: [{ header: { from: 0, to: -1 }, body: { from: 0, to: rows.rowCount - 1 } }] };
  const bands = headers.map((header, index) => ({
    header,
    body: { from: header.to + 1, to: (headers[index + 1]?.from ?? rows.rowCount) - 1 },
  }));
  const above = Array.from({ length: first.from }, (_, row) => row).filter((row) => isLineOrTotal(rows, row)).length;
  if (above >= 2 || (goesOn && above > 0)) {
    const rest: Band = { header: { from: 0, to: -1 }, body: { from: 0, to: first.from - 1 } };
    return { preamble: { from: 0, to: -1 }, bands: [rest, ...bands] };
  }
  return { preamble: { from: 0, to: first.from - 1 }, bands };
}
