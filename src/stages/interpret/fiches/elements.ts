import { fold } from '../../../french/text.ts';
import { boxAround, type Place } from '../../../model/geometry.ts';
import { cellText, type Cell } from '../../../model/grid.ts';
import { isLabel } from '../heading-labels.ts';
import type { Piece } from '../heading-piece.ts';
import type { FlowItem } from '../flow.ts';
import { isYears, type ColumnKind } from '../header-words.ts';
import { joinedLines } from '../joined-lines.ts';
import { totalLabel } from '../labels.ts';
import { isMoney } from '../sentences.ts';
import { tableRows, written } from '../table-rows.ts';
import { keyAndValue, keyKind, sheetTitle } from './keys.ts';
import { isMoneyValue } from './sheets.ts';
import { unstacked } from './stacked-keys.ts';
import { isTitleOfForm, titleRows } from './title-row.ts';
import { moneyBelow, withMoneyBeside } from './values-below.ts';
import { isUnder, sameLine, type Strand } from './tabbed.ts';

/** What a sheet is made of, in reading order. */
export type Element =
  | {
      readonly kind: 'paire';
      readonly key: string;
      readonly value: string;
      readonly places: readonly Place[];
      readonly valuePlace: Place;
      readonly pieces: readonly Piece[];
      /** Money under a name that need not say so: "Part TFPB". */
      readonly isMoney?: true;
      /** The table that it sums up: what is left where it turns out to be of no sheet. */
      readonly item?: FlowItem;
    }
  | { readonly kind: 'titre'; readonly words: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'texte'; readonly piece: Piece }
  | { readonly kind: 'table'; readonly item: FlowItem };

function pieceOfCell(cell: Cell, text: string): Piece {
  return { text, place: cell.place, size: cell.lines[0]?.size ?? 10, bold: cell.bold, whole: true };
}

function pair(keyCell: Cell, valueCell: Cell | null, key: string, value: string): Extract<Element, { kind: 'paire' }> {
  const places = [keyCell, ...(valueCell === null ? [] : [valueCell])].flatMap((cell) => [cell.place, ...cell.continuations]);
  return { kind: 'paire', key, value, places, valuePlace: (valueCell ?? keyCell).place, pieces: [] };
}

/** The year printed over a cell in the row that heads its own. */
function yearOver(years: readonly Cell[], cell: Cell): string | undefined {
  const over = years.find(({ column }) => column === cell.column);
  return over === undefined ? undefined : cellText(over);
}

/** Two facts of a heading under one key: "Commune / Quartier". */
function labelsOf(text: string): readonly string[] | null {
  const labels = text.split(/\s*\/\s*|\s+et\s+/u);
  return labels.length > 1 && labels.every((label) => isLabel(label)) ? labels : null;
}

/** A dash between two names, with white around it. */
const DASH = /\s+[–—-]\s+|\s*\/\s*/u;

/** Each fact of such a key with its share of the value; none where the value does not part as its key does. */
function factsOf(key: Cell, value: Cell): readonly Element[] {
  const labels = labelsOf(cellText(key)) ?? [];
  const values = cellText(value).split(DASH);
  return values.length === labels.length
    ? labels.map((label, at): Element => ({ kind: 'texte', piece: pieceOfCell(value, `${label} : ${values[at] ?? ''}`) }))
    : [];
}

const LONGEST_UNKNOWN = 40;

/** What stands where the keys of a sheet do, beside one text: a key too, though nobody knows its word ("Diagnostic"). Its text belongs to the action. */
function isUnknownKey(cell: Cell, row: readonly Cell[]): boolean {
  const [first, value, another] = row;
  const text = cellText(cell);
  return (
    cell === first &&
    cell.column === 0 &&
    another === undefined &&
    value !== undefined &&
    text.length <= LONGEST_UNKNOWN &&
    totalLabel(text) === null &&
    /\p{L}{3}/u.test(cellText(value)) &&
    !/\d/u.test(text)
  );
}

/** The name of an axe or an action with what it costs beside it ("Actions d'insertion | 9 200"). Money beside what an action consists of ends its text ("mise en œuvre | 150 €"). */
function isPriced(kind: ColumnKind, next: Cell | undefined): boolean {
  return (kind === 'axe' || kind === 'action') && next !== undefined && cellText(next) !== '' && isMoneyValue(cellText(next));
}

/** The value of a key is left empty: what stands behind the empty cell is the next key of the row, or no money where the key asks for it. */
function isBehindEmpty(key: Cell, kind: ColumnKind | null, next: Cell | undefined): boolean {
  if (kind === null || next === undefined || next.column <= key.column + key.columnSpan) return false;
  const text = cellText(next);
  return keyKind(text) !== null || isLabel(text) || (kind === 'montant' && !isMoneyValue(text));
}

const SHEET_NUMBER = /^(?:fiche|action)(?: action)?(?: n| numero)?(?: o)?$/u;

/**
 * A payer with what it pays, in a row beside a key that runs over several ("Plan de financement | Ville | 6 000 €", then "État | 9 000 €"): money of the sheet, under both names. `open`: the key
 * of the rows before; `null` for any other row.
 */
function sharesOf(cells: readonly Cell[], open: Cell | null): { readonly element: Element; readonly open: Cell } | null {
  const key = cells.length === 3 ? cells[0] : open;
  const [name, amount] = cells.length === 3 ? cells.slice(1) : cells;
  if (key === undefined || key === null || key.rowSpan < 2 || name === undefined || amount === undefined || cells.length > 3) return null;
  const isWithin = name.row >= key.row && name.row < key.row + key.rowSpan;
  const [text, value] = [cellText(name), cellText(amount)];
  if (!isWithin || !/\p{L}{2}/u.test(text) || keyKind(text) !== null || !isMoney(value)) return null;
  const title = cellText(key).replace(/\s*:\s*$/u, '');
  return { element: { ...pair(name, amount, `${title} ${text}`, value), isMoney: true }, open: key };
}

/** Share of the written rows that must pair keys with values. */
const MOSTLY = 0.6;

/**
 * The keys and values of a table in which they stand side by side, row by row; `null` for a table of rows under a header. `known`: keys of other sheets of the
 * document, all of whose rest a page break may have left in a table of its own. `isCostedBelow`: what the action costs stands in a table of its own below.
 */
export function pairsOfTable(
  item: Extract<FlowItem, { kind: 'table' }>,
  known: ReadonlySet<string>,
  isCostedBelow = false,
): readonly Element[] | null {
  if (item.table === undefined) return null;
  const rows = tableRows(item.table);
  const elements: Element[] = [];
  const kinds = new Set<string>();
  let paired = 0;
  let total = 0;
  let years: readonly Cell[] = [];
  let open: Cell | null = null;
  const whole = Array.from({ length: rows.rowCount }, (_, row) => unstacked(written(rows, row))).flat();
  const titles = titleRows(whole, rows.columnCount);
  const below = moneyBelow(whole);
  const named = new Set(below.map(({ name }) => name));
  const printed = withMoneyBeside(whole, below);
  const isSheetTable = below.length > 0 || printed.flat().some((cell) => keyKind(cellText(cell)) === 'montant');
  for (const cells of printed) {
    if (cells.length === 0) continue;
    total++;
    const [first, sum] = cells;
    const words = first === undefined ? undefined : titles.get(first);
    if (words !== undefined) {
      elements.push({ kind: 'titre', words, pieces: [] });
      paired++;
      continue;
    }
    if (first !== undefined && sum !== undefined && named.has(first)) {
      elements.push({ ...pair(first, sum, cellText(first).replace(/\s*:\s*$/u, ''), cellText(sum)), isMoney: true });
      kinds.add('montant');
      paired++;
      continue;
    }
    // Keys side by side head columns.
    if (cells.length > 2 && cells.every((cell) => keyKind(cellText(cell)) !== null)) return null;
    const [key, ...values] = cells;
    // "Budget | 2025 | 2026" heads the amounts of the rows below it: a year is no amount.
    if (key !== undefined && values.length > 1 && values.every((cell) => isYears(cellText(cell)))) {
      years = values;
      paired++;
      continue;
    }
    const yearly =
      key === undefined || keyKind(cellText(key)) !== 'montant' ? [] : values.filter((cell) => yearOver(years, cell) !== undefined);
    if (key !== undefined && yearly.length > 0 && yearly.length === values.length) {
      for (const cell of yearly) elements.push(pair(key, cell, `${cellText(key)} ${yearOver(years, cell) ?? ''}`, cellText(cell)));
      kinds.add('montant');
      paired++;
      continue;
    }
    years = [];
    const shares = sharesOf(cells, open);
    if (shares !== null) {
      open = shares.open;
      elements.push(shares.element);
      paired++;
      continue;
    }
    let found = false;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (cell === undefined) continue;
      const text = cellText(cell);
      const own = keyAndValue(text);
      const kind = keyKind(text);
      const next = isBehindEmpty(cell, kind, cells[at + 1]) ? undefined : cells[at + 1];
      // "Fiche n° | 3": nothing but the number of the sheet.
      if (cells.length === 2 && at === 0 && next !== undefined && SHEET_NUMBER.test(fold(text)) && /^\d{1,3}$/u.test(cellText(next))) {
        elements.push({ kind: 'titre', words: '', pieces: [] });
        found = true;
        break;
      }
      const numbered = cells.length === 2 && at === 0 && next !== undefined && own === null ? sheetTitle(text) : null;
      // "Action n° 2 | Rondes de nuit": the number of the sheet, its title beside it.
      if (numbered?.words === '' && next !== undefined && keyKind(cellText(next)) === null) {
        elements.push({ kind: 'titre', words: cellText(next), pieces: [] });
        found = true;
        at++;
      } else if (own !== null && own.value !== '') {
        elements.push(pair(cell, null, own.key, own.value));
        kinds.add(keyKind(own.key) ?? '');
        found = true;
      } else if (kind !== null && !(kind === 'quantite' && isLabel(text) && !isSheetTable) && !isPriced(kind, next)) {
        elements.push(pair(cell, next ?? null, text.replace(/\s*:\s*$/u, ''), next === undefined ? '' : cellText(next)));
        kinds.add(kind);
        found = true;
        if (next !== undefined) at++;
      } else if (isLabel(text)) {
        const value = next === undefined || /:\s*\S/u.test(text) ? '' : ` : ${cellText(next)}`;
        elements.push({ kind: 'texte', piece: pieceOfCell(cell, `${text.replace(/\s*:\s*$/u, value === '' ? ' :' : '')}${value}`) });
        if (value !== '') at++;
      } else if (next !== undefined && labelsOf(text) !== null && factsOf(cell, next).length > 0) {
        elements.push(...factsOf(cell, next));
        at++;
      } else if (isUnknownKey(cell, cells)) {
        elements.push(pair(cell, next ?? null, text.replace(/\s*:\s*$/u, ''), next === undefined ? '' : cellText(next)));
        at++;
      } else {
        const title = cells.length === 1 ? sheetTitle(text) : null;
        elements.push(
          title === null ? { kind: 'texte', piece: pieceOfCell(cell, text) } : { kind: 'titre', words: title.words, pieces: [] },
        );
        if (title !== null) found = true;
      }
    }
    if (found) paired++;
  }
  const keys = elements.flatMap((element) => (element.kind === 'paire' ? [fold(element.key)] : []));
  if (known.size > 0 && keys.length > 0 && paired >= MOSTLY * total && keys.every((key) => known.has(key))) return elements;
  const isWhole = isCostedBelow && kinds.has('axe') && kinds.has('action');
  const isSheet = isWhole || (kinds.has('montant') && (kinds.has('axe') || kinds.has('action') || kinds.has('description')));
  return isSheet && paired >= MOSTLY * total && distinctRows(printed) > 1 ? elements : null;
}

/** How many rows hold a key. */
function distinctRows(printed: readonly (readonly Cell[])[]): number {
  return printed.filter((cells) => cells.some((cell) => keyKind(cellText(cell)) !== null || keyAndValue(cellText(cell)) !== null)).length;
}

/** Reads lines of text as keys with their values: "Coût : 3 000 €", or the value set apart on the same line; values go on below. `isKey`: the keys of this document. */
export function elementsOfText(strands: readonly Strand[], isKey: (key: string) => boolean): readonly Element[] {
  const elements: Element[] = [];
  let open: { readonly key: string; value: string; readonly pieces: Piece[] } | null = null;
  let title: { words: string; readonly pieces: Piece[] } | null = null;
  const close = (): void => {
    if (open !== null) {
      const places = open.pieces.map(({ place }) => place);
      const pages = [...new Set(places.map(({ page }) => page))].map((page) => ({
        page,
        box: boxAround(places.filter((place) => place.page === page).map(({ box }) => box)) ?? ([0, 0, 0, 0] as const),
      }));
      const last = pages.at(-1) ?? { page: 1, box: [0, 0, 0, 0] as const };
      elements.push({ kind: 'paire', key: open.key, value: open.value, places: pages, valuePlace: last, pieces: open.pieces });
    }
    if (title !== null) elements.push({ kind: 'titre', words: title.words, pieces: title.pieces });
    open = null;
    title = null;
  };
  for (const { text, pieces, isTabbed } of strands) {
    const own = keyAndValue(text);
    const named = sheetTitle(text);
    const [first] = pieces;
    // Nothing goes on an amount: what looks like a key behind one is one, however seldom.
    const isPaid: boolean = open !== null && keyKind(open.key) === 'montant' && /\d/u.test(open.value) && isMoneyValue(open.value);
    if (own !== null && (isTabbed || isPaid || isKey(own.key))) {
      close();
      open = { key: own.key, value: own.value, pieces: [...pieces] };
    } else if (named !== null) {
      close();
      title = { words: named.words, pieces: [...pieces] };
    } else if (open !== null && first !== undefined && goesOn(open, first)) {
      open.value = open.value === '' ? text : joinedLines(open.value, text);
      open.pieces.push(...pieces);
    } else if (title !== null && first !== undefined && goesOnTitle(title, first)) {
      title.words = title.words === '' ? text : joinedLines(title.words, text);
      title.pieces.push(...pieces);
    } else {
      close();
      elements.push(...pieces.map((piece): Element => ({ kind: 'texte', piece: pieces.length === 1 ? { ...piece, text } : piece })));
    }
  }
  close();
  return elements;
}

const LONGEST_NAME = 110;

/** A title that stands out, of few words without figures: no fact of a heading. */
function isName({ text, bold, size }: Piece): boolean {
  return (
    (bold || size > STANDS_OUT) &&
    text.length <= LONGEST_NAME &&
    !isLabel(text) &&
    !/\d{3}|\bQPV\b|[–—]/u.test(text) &&
    !/[.;,]$/u.test(text)
  );
}

const STANDS_OUT = 12;

/** The next line down, with the white that a title may leave. */
function isBelow(above: Piece, piece: Piece): boolean {
  const gap = piece.place.box[1] - above.place.box[3];
  return piece.place.page === above.place.page && gap > -0.6 * piece.size && gap < 2 * piece.size;
}

function goesOnTitle(title: { readonly words: string; readonly pieces: readonly Piece[] }, piece: Piece): boolean {
  const last = title.pieces.at(-1);
  if (last === undefined || /^[^:]{2,40}:/u.test(piece.text)) return false;
  // Under or beside a bare "Fiche action n° 3" stands its title, set as it pleases, unless that line is about something else.
  if (title.words === '') return (isBelow(last, piece) || sameLine(last, piece)) && isName(piece);
  return isUnder(last, piece) && Math.abs(last.size - piece.size) < 0.3 && last.bold === piece.bold;
}

/** The last words of a sentence may be a label's: "1 pour 120 hors" over "quartier". */
const isEndOfSentence = (text: string): boolean => /^\p{Ll}[^:]*$/u.test(text);

function goesOn(open: { readonly key: string; readonly value: string; readonly pieces: readonly Piece[] }, piece: Piece): boolean {
  const [first] = open.pieces;
  const last = open.pieces.at(-1);
  if (first === undefined || last === undefined || (isLabel(piece.text) && !isEndOfSentence(piece.text))) return false;
  if (sameLine(last, piece)) return true;
  const overPage =
    piece.place.page === last.place.page + 1 &&
    keyKind(open.key) !== 'montant' &&
    !piece.bold &&
    !isTitleOfForm(piece.text) &&
    piece.place.box[0] >= first.place.box[0] - 3;
  if (overPage && Math.abs(last.size - piece.size) < 0.3) return true;
  if (!isUnder(last, piece) || Math.abs(last.size - piece.size) > 0.3 || (piece.bold && !last.bold)) return false;
  return piece.place.box[0] >= first.place.box[0] - 3;
}

/** The printed lines of a table whose cells nothing parts, where its lines pair keys with values one under the other; `null` for a table of rows. */
export function linesOfTable(item: Extract<FlowItem, { kind: 'table' }>): readonly Piece[] | null {
  const { table } = item;
  if (table === undefined || table.ruling === 'full' || table.columnCount > 4) return null;
  const lines = table.cells
    .flatMap((cell) => cell.lines)
    .map((line): Piece => ({ text: line.text, place: line.place, size: line.size, bold: line.bold }))
    .sort(
      (a, b) =>
        a.place.page - b.place.page ||
        (Math.abs(a.place.box[1] - b.place.box[1]) > 3 ? a.place.box[1] - b.place.box[1] : a.place.box[0] - b.place.box[0]),
    );
  // What stands beside a key with its colon is its value, whatever words it has.
  const endsKey = ({ text }: Piece): boolean => /:\s*$/u.test(text);
  const isValue = (line: Piece): boolean => !endsKey(line) && lines.some((other) => endsKey(other) && sameLine(other, line));
  const keys = lines.filter((line) => (keyKind(line.text) !== null || keyAndValue(line.text) !== null) && !isValue(line));
  const sharing = keys.filter((key) => keys.some((other) => other !== key && (sameLine(key, other) || sameLine(other, key))));
  const left = Math.min(...lines.map((line) => line.place.box[0]));
  const down = keys.filter((line) => line.place.box[0] < left + 6);
  return down.length > 0 && down.length * 2 > keys.length && sharing.length * 2 <= keys.length && down.length * 4 >= table.rowCount
    ? lines
    : null;
}
