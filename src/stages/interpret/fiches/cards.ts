import { cellText } from '../../../model/grid.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { isLabel, type Piece } from '../facts.ts';
import type { FlowItem } from '../flow.ts';
import { totalLabel } from '../labels.ts';
import { isMoney } from '../sentences.ts';
import { tableRows, written } from '../table-rows.ts';
import type { Element } from './elements.ts';

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

function cardAt(items: readonly FlowItem[], at: number, pairs: readonly Pair[], knowledge: Knowledge): Card | null {
  const lines = linesOver(items, at);
  const head = lines.findLastIndex(({ text }) => /^\W*axe\b/iu.test(text) && (knowledge.axe(text)?.confidence ?? 0) >= SURE_AXE);
  const [axe, title, ...words] = head < 0 ? [] : lines.slice(head);
  if (axe === undefined || title === undefined || isLabel(title.text)) return null;
  const pair = (key: string, pieces: readonly Piece[]): Element[] => {
    const [first] = pieces;
    const value = pieces.map(({ text }) => text).join(' ');
    return first === undefined
      ? []
      : [{ kind: 'paire', key, value, places: pieces.map(({ place }) => place), valuePlace: first.place, pieces: [] }];
  };
  return {
    texts: lines.slice(head),
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
    const pairs = item.kind === 'table' ? pairsOf(item) : null;
    if (pairs === null) return;
    const names = pairs.map(({ key }) => key).join('|');
    const card = cardAt(items, at, pairs, knowledge);
    if (card !== null && (keys === null || keys === names)) {
      keys = names;
      cards.set(item, card);
      return;
    }
    const [label] = linesOver(items, at).slice(-1);
    if (keys === names && label !== undefined && totalLabel(label.text) !== null) sums.set(item, { label, pairs });
  });
  return cards.size >= FEWEST ? { cards, sums } : { cards: new Map(), sums: new Map() };
}
