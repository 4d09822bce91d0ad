import { readAmountCell } from '../../../french/amounts.ts';
import { fold } from '../../../french/text.ts';
import type { LineDraft } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountColumns, amountOfText } from '../amount-cells.ts';
import { onBaseline } from '../baseline.ts';
import type { Flow, FlowItem, ReadBand } from '../flow.ts';
import type { Piece } from '../heading-piece.ts';
import { columnKind } from '../header-words.ts';
import { totalLabel } from '../labels.ts';
import { placeId } from '../place-id.ts';
import type { RowItem } from '../row-items.ts';

/** So many cards, and so large a share of them with a title of their own, are cards: tables of one row each have one header. */
const FEWEST = 3;
const DISTINCT = 0.8;
const SURE_AXE = 0.7;
/** The second line of a card begins this close under its first, in heights of its type. */
const NEAR = 1;

type LineItem = Extract<RowItem, { kind: 'line' }>;

/** The names of the amounts in the header of a band, folded; none where one says nothing of money. */
function namesOf({ columns }: ReadBand): string {
  const headers = amountColumns(columns).map(({ header }) => header);
  return headers.every((header) => columnKind(header) === 'montant') ? headers.map(fold).join('|') : '';
}

/** The words that stand beside the names of the amounts: the title of a card; `null` where there are none, or in several columns. */
function titleOf({ columns, hasHeader }: ReadBand): string | null {
  const [title, another] = columns.filter(({ amount, header }) => amount === null && header !== '');
  return !hasHeader || title === undefined || another !== undefined ? null : title.header;
}

/** The only line of a band; `null` for a table of several, or of none. */
function onlyLine({ items }: ReadBand): LineItem | null {
  const [line, another] = items.filter((item): item is LineItem => item.kind === 'line');
  return another === undefined && items.every(({ kind }) => kind === 'line' || kind === 'axe') ? (line ?? null) : null;
}

/** Bands of one line each whose headers name the same amounts beside a title that is another each time, by the names of the amounts. */
function cardsIn(bands: readonly ReadBand[], knowledge: Knowledge): ReadonlyMap<string, ReadBand> {
  const groups = new Map<string, ReadBand[]>();
  for (const band of bands) {
    const names = namesOf(band);
    if (names !== '') groups.set(names, [...(groups.get(names) ?? []), band]);
  }
  return new Map(
    [...groups].flatMap(([names, own]): [string, ReadBand][] => {
      const titles = own.flatMap((band) => titleOf(band) ?? []);
      const axes = titles.filter((title) => knowledge.action(title) === null && (knowledge.axe(title)?.confidence ?? 0) >= SURE_AXE);
      const areCards =
        own.length >= FEWEST &&
        own.every((band) => titleOf(band) !== null && onlyLine(band) !== null) &&
        new Set(titles.map(fold)).size >= DISTINCT * own.length &&
        2 * axes.length < own.length;
      const [first] = own;
      return areCards && first !== undefined ? [[names, first]] : [];
    }),
  );
}

/** The line of a card: its title is the action, what stands under that its words. */
function titled(line: LineDraft, title: string): LineDraft {
  return { ...line, actionText: title, description: line.description ?? line.actionText };
}

function withTitle(band: ReadBand): ReadBand {
  const title = titleOf(band);
  return title === null
    ? band
    : { ...band, items: band.items.map((item) => (item.kind === 'line' ? { ...item, line: titled(item.line, title) } : item)) };
}

/** Whether a text is what a card has under the name of an amount: the amount, or that there is none. */
function isAmount({ text }: Piece): boolean {
  const { kind } = readAmountCell(text);
  return kind === 'amount' || kind === 'none';
}

/** A card alone under its axe, which two lines of text are: its title beside the names, its words beside the amounts. `null` where none begins at the first of these. */
function cardInText(pieces: readonly Piece[], like: ReadBand): { readonly band: ReadBand; readonly length: number } | null {
  const money = amountColumns(like.columns);
  const [title, ...rest] = pieces;
  if (title === undefined || totalLabel(title.text) !== null) return null;
  const names = rest.slice(0, money.length);
  const below = rest.slice(money.length, 2 * money.length + 1);
  const [under] = below;
  const isNamed =
    names.length === money.length &&
    names.every((name, at) => fold(name.text) === fold(money[at]?.header ?? '') && onBaseline(name, title));
  if (!isNamed || under === undefined) return null;
  const words = isAmount(under) ? null : under;
  const amounts = below.slice(words === null ? 0 : 1).slice(0, money.length);
  const gap = under.place.box[1] - title.place.box[3];
  const isCard =
    under.place.page === title.place.page &&
    gap < NEAR * title.size &&
    amounts.length === money.length &&
    amounts.every((amount) => isAmount(amount) && onBaseline(amount, under));
  if (!isCard) return null;
  const line: LineDraft = {
    id: placeId('l', title.place),
    section: null,
    axeText: null,
    actionText: title.text,
    description: words?.text ?? null,
    calendrier: null,
    taux: null,
    place: title.place,
    continuations: words === null ? [] : [words.place],
    amounts: amounts.flatMap((piece, at) => {
      const column = money[at];
      return column === undefined ? [] : [amountOfText(piece.text, placeId('m', piece.place), column.amount, column.unit, piece.place)];
    }),
  };
  return {
    band: { columns: like.columns, items: [{ kind: 'line', line, sectionFrom: null }], hasHeader: true },
    length: 1 + names.length + (words === null ? 0 : 1) + amounts.length,
  };
}

function piecesFrom(items: readonly FlowItem[], at: number, most: number): Piece[] {
  const pieces: Piece[] = [];
  for (const item of items.slice(at, at + most)) {
    if (item.kind !== 'text') break;
    pieces.push(item.piece);
  }
  return pieces;
}

/**
 * Forms that print each action as a card, its title in bold beside the names of its amounts and its words beside these, repeat what looks like the header of a table of one row. The
 * title is the action.
 */
export function withHeadedCards(flow: Flow, knowledge: Knowledge): Flow {
  const cards = cardsIn(
    flow.items.flatMap((item) => (item.kind === 'table' ? item.bands : [])),
    knowledge,
  );
  if (cards.size === 0) return flow;
  const items: FlowItem[] = [];
  for (let at = 0; at < flow.items.length; at++) {
    const item = flow.items[at];
    if (item === undefined) break;
    if (item.kind === 'table') {
      items.push({ ...item, bands: item.bands.map((band) => (cards.has(namesOf(band)) ? withTitle(band) : band)) });
      continue;
    }
    const found = [...cards.values()].flatMap((like) => {
      const pieces = piecesFrom(flow.items, at, 2 * (amountColumns(like.columns).length + 1));
      return cardInText(pieces, like) ?? [];
    });
    const [card] = found;
    if (card === undefined) items.push(item);
    else {
      items.push({ kind: 'table', preamble: [], bands: [card.band], pieces: [], unread: [] });
      at += card.length - 1;
    }
  }
  return { ...flow, items };
}
