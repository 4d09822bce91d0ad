import { readAmountCell } from '../../../french/amounts.ts';
import { cellText } from '../../../model/grid.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { isLabel } from '../heading-labels.ts';
import type { Piece } from '../heading-piece.ts';
import type { FlowItem } from '../flow.ts';
import { totalLabel } from '../labels.ts';
import { isMoney } from '../sentences.ts';
import { tableRows, written } from '../table-rows.ts';
import type { Element } from './elements.ts';
import { keyKind } from './keys.ts';

type TableItem = Extract<FlowItem, { kind: 'table' }>;
type Pair = Extract<Element, { kind: 'paire' }>;

/** A card: its axe, its title and its words in lines, and under them the names of its amounts beside these. */
export interface Card {
  readonly texts: readonly Piece[];
  readonly elements: readonly Element[];
}

/** What several cards come to, in the same form. */
export interface CardSum {
  readonly label: Piece;
  readonly pairs: readonly Pair[];
}

/** So many lines stand over the amounts of a card. */
const MOST_LINES = 6;
const MOST_AMOUNTS = 4;
/** Lines may begin this far left of the amounts below them, in points. */
const MARGIN = 6;
const SURE_AXE = 0.6;

/** The names and amounts of a small table without header that holds nothing else. */
function pairsOf(item: TableItem): readonly Pair[] | null {
  if (item.table === undefined || item.table.columnCount > 3 || item.bands.some((band) => band.hasHeader)) return null;
  const rows = tableRows(item.table);
  const pairs: Pair[] = [];
  for (let row = 0; row < rows.rowCount; row++) {
    const cells = written(rows, row);
    const [key, value, another] = cells;
    if (cells.length === 0) continue;
    if (key === undefined || value === undefined || another !== undefined || !/\p{L}{2}/u.test(cellText(key)) || !isMoney(cellText(value)))
      return null;
    pairs.push({
      kind: 'paire',
      key: cellText(key).replace(/\s*:\s*$/u, ''),
      value: cellText(value),
      places: [key.place, value.place],
      valuePlace: value.place,
      pieces: [],
      isMoney: true,
    });
  }
  return pairs.length > 0 && pairs.length <= MOST_AMOUNTS ? pairs : null;
}

/** The same where the names stand over the amounts, in one row of each; a sum has its label before its amounts. */
function pairsUnderNames(item: TableItem): { readonly pairs: readonly Pair[]; readonly label: Piece | null } | null {
  const [band, another] = item.bands;
  if (item.table === undefined || band?.hasHeader !== true || another !== undefined) return null;
  const rows = tableRows(item.table);
  const [header, amounts] = [written(rows, 0), written(rows, 1)];
  if (rows.rowCount !== 2 || header.length === 0 || header.length > MOST_AMOUNTS) return null;
  const labels = amounts.filter((cell) => header.every(({ column }) => column !== cell.column));
  const [label, other] = labels;
  const pairs = header.flatMap((key): Pair[] => {
    const value = amounts.find(({ column }) => column === key.column);
    const text = value === undefined ? '' : cellText(value);
    if (value === undefined || !(isMoney(text) || readAmountCell(text).kind === 'none') || keyKind(cellText(key)) !== 'montant') return [];
    return [
      {
        kind: 'paire',
        key: cellText(key),
        value: text,
        places: [key.place, value.place],
        valuePlace: value.place,
        pieces: [],
        isMoney: true,
      },
    ];
  });
  if (pairs.length < header.length || other !== undefined) return null;
  const [line] = label?.lines ?? [];
  return {
    pairs,
    label: label === undefined ? null : { text: cellText(label), place: label.place, size: line?.size ?? 10, bold: label.bold },
  };
}

/** The lines right over a table, within its width, as far as another table or page. */
function linesOver(items: readonly FlowItem[], at: number): readonly Piece[] {
  const item = items[at];
  const part = item?.kind === 'table' ? item.table?.parts[0] : undefined;
  const lines: Piece[] = [];
  for (let index = at - 1; part !== undefined && index >= 0 && lines.length < MOST_LINES; index--) {
    const above = items[index];
    if (above?.kind !== 'text') break;
    const { page, box } = above.piece.place;
    if (page !== part.page || box[3] > part.box[1] + 2 || box[0] < part.box[0] - MARGIN || box[0] > part.box[2]) break;
    lines.unshift(above.piece);
  }
  return lines;
}

/** An axe as a title names it; one named further up goes on until the next. */
function isAxe({ text }: Piece, knowledge: Knowledge): boolean {
  return /^\W*axe\b/iu.test(text) && (knowledge.axe(text)?.confidence ?? 0) >= SURE_AXE;
}

/** The axe, the title and the words of the card whose amounts stand in a table; `null` where one is missing. `isUnder`: its axe may stand further up, over several cards. */
function wordsOf(items: readonly FlowItem[], at: number, isUnder: boolean, knowledge: Knowledge): readonly Piece[] | null {
  const lines = linesOver(items, at);
  const head = lines.findLastIndex((piece) => isAxe(piece, knowledge));
  if (head >= 0) return lines.slice(head);
  const above = isUnder ? items.slice(0, at).findLast((item) => item.kind === 'text' && isAxe(item.piece, knowledge)) : undefined;
  return above?.kind === 'text' && lines[0]?.bold === true ? [above.piece, ...lines] : null;
}

function cardAt(items: readonly FlowItem[], at: number, pairs: readonly Pair[], isUnder: boolean, knowledge: Knowledge): Card | null {
  const texts = wordsOf(items, at, isUnder, knowledge);
  const [axe, title, ...words] = texts ?? [];
  if (texts === null || axe === undefined || title === undefined || isLabel(title.text)) return null;
  const pair = (key: string, pieces: readonly Piece[]): Element[] => {
    const [first] = pieces;
    const value = pieces.map(({ text }) => text).join(' ');
    return first === undefined
      ? []
      : [{ kind: 'paire', key, value, places: pieces.map(({ place }) => place), valuePlace: first.place, pieces: [] }];
  };
  return {
    texts,
    elements: [{ kind: 'titre', words: title.text, pieces: [] }, ...pair('Axe', [axe]), ...pair('Description', words), ...pairs],
  };
}

/** Fewer cards are a table under its titles. */
const FEWEST = 2;

/** The cards of a document, and what they come to, by the table of their amounts. Each names the same amounts as the first. */
export function cardsOf(
  items: readonly FlowItem[],
  knowledge: Knowledge,
): { readonly cards: ReadonlyMap<FlowItem, Card>; readonly sums: ReadonlyMap<FlowItem, CardSum> } {
  const cards = new Map<FlowItem, Card>();
  const sums = new Map<FlowItem, CardSum>();
  let keys: string | null = null;
  items.forEach((item, at) => {
    const named = item.kind === 'table' ? pairsUnderNames(item) : null;
    const pairs = named?.pairs ?? (item.kind === 'table' ? pairsOf(item) : null);
    if (pairs === null) return;
    const names = pairs.map(({ key }) => key).join('|');
    const card = named !== null && named.label !== null ? null : cardAt(items, at, pairs, named !== null, knowledge);
    if (card !== null && (keys === null || keys === names)) {
      keys = names;
      cards.set(item, card);
      return;
    }
    const label = named?.label ?? linesOver(items, at).at(-1);
    if (keys === names && label !== undefined && totalLabel(label.text) !== null) sums.set(item, { label, pairs });
  });
  return cards.size >= FEWEST ? { cards, sums } : { cards: new Map(), sums: new Map() };
}
