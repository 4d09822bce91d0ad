import { fold } from '../../../french/text.ts';
import type { Unread } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountOfText } from '../amount-cells.ts';
import type { Column, Unit } from '../columns.ts';
import { isLabel } from '../heading-labels.ts';
import type { Piece } from '../heading-piece.ts';
import type { Flow, FlowItem } from '../flow.ts';
import type { ColumnKind } from '../header-words.ts';
import { totalLabel } from '../labels.ts';
import { placeId } from '../place-id.ts';
import { MoneyColumns } from '../listes/money-columns.ts';
import { titleBefore } from '../listes/programme-title.ts';
import { withoutFurniture } from '../listes/furniture.ts';
import { strandsOf } from './boxed.ts';
import { cardsOf, type Card, type CardSum } from './cards.ts';
import { budgetOfTable, costOfTable } from './budget-table.ts';
import { elementsOfText, pairsOfTable, type Element } from './elements.ts';
import { linesOfTable } from './lines-of-table.ts';
import { keyAndValue, keyKind, sheetTitle } from './keys.ts';
import type { Strand } from './tabbed.ts';
import { withSharedFacts } from './shared-facts.ts';
import { isMoney } from '../sentences.ts';
import { isStacked } from './stacked-keys.ts';
import { has, isPrice, isSheet, lineOf, repeats, type Sheet } from './sheets.ts';

type Pair = Extract<Element, { kind: 'paire' }>;

/** Keys of few sheets may each come once; of many, one that comes once is a sentence with a colon. */
const FEW = 2;

/** The keys that lines of text begin with often enough, and that introduce what a sheet needs; `null` when the text has none. */
function keysOf(strands: readonly Strand[]): ((key: string) => boolean) | null {
  const counts = new Map<string, { kind: ColumnKind | null; count: number }>();
  for (const { text } of strands) {
    const own = keyAndValue(text);
    if (own === null) continue;
    const key = fold(own.key);
    counts.set(key, { kind: keyKind(own.key), count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const most = (...kinds: readonly ColumnKind[]): number =>
    Math.max(0, ...[...counts.values()].filter(({ kind }) => kind !== null && kinds.includes(kind)).map(({ count }) => count));
  const sheets = most('axe', 'action', 'montant', 'description');
  return sheets === 0 ? null : (key) => (counts.get(fold(key))?.count ?? 0) >= (sheets > FEW ? 2 : 1);
}

type Run =
  { readonly kind: 'lignes'; readonly pieces: Piece[] } | { readonly kind: 'table'; readonly item: Extract<FlowItem, { kind: 'table' }> };

/** Text, and the lines of tables whose cells nothing parts, between the tables that are drawn. */
function runsOf(flow: Flow, isApart: (item: FlowItem) => boolean): Run[] {
  const texts = flow.items.flatMap((item) => (item.kind === 'text' ? [item.piece] : []));
  const drawn = flow.items.flatMap((item) =>
    item.kind === 'table' ? (item.table?.cells ?? []).flatMap((cell) => [cell.place, ...cell.continuations]) : [],
  );
  const kept = new Set(withoutFurniture(texts, () => false, drawn));
  // A head that every sheet repeats says once what programme they are of.
  const [head] = texts;
  if (head !== undefined && /\p{L}{3}/u.test(head.text)) kept.add(head);
  const runs: Run[] = [];
  for (const item of flow.items) {
    const pieces =
      item.kind === 'text'
        ? [item.piece].filter((piece) => kept.has(piece))
        : isApart(item) || (isStacked(item) && pairsOfTable(item, new Set()) !== null)
          ? null
          : linesOfTable(item);
    const last = runs.at(-1);
    if (pieces === null) {
      if (item.kind === 'table') runs.push({ kind: 'table', item });
    } else if (last?.kind === 'lignes') last.pieces.push(...pieces);
    else runs.push({ kind: 'lignes', pieces: [...pieces] });
  }
  return runs;
}

function elementsOf(flow: Flow, cards: ReadonlyMap<FlowItem, Card>, isApart: (item: FlowItem) => boolean): readonly Element[] {
  const onCards = new Set([...cards.values()].flatMap(({ texts }) => texts));
  const runs = runsOf({ ...flow, items: flow.items.filter((item) => item.kind !== 'text' || !onCards.has(item.piece)) }, isApart);
  const strands = new Map(runs.map((run) => [run, run.kind === 'lignes' ? strandsOf(run.pieces) : []]));
  const isKey = keysOf([...strands.values()].flat());
  const whole = runs.flatMap((run) => (run.kind === 'table' ? (pairsOfTable(run.item, new Set()) ?? []) : []));
  const known = new Set(whole.flatMap((element) => (element.kind === 'paire' ? [fold(element.key)] : [])));
  const costs = new Set<Run>();
  return runs.flatMap((run, at): readonly Element[] => {
    if (costs.has(run)) return [];
    const card = run.kind === 'table' ? cards.get(run.item) : undefined;
    if (card !== undefined) return card.elements;
    const costed = costedBelow(run, runs.slice(at + 1));
    if (costed !== null) {
      for (const each of costed.runs) costs.add(each);
      return costed.elements;
    }
    if (run.kind === 'table') return pairsOfTable(run.item, known) ?? budgetOfTable(run.item) ?? [{ kind: 'table', item: run.item }];
    const next = runs[at + 1];
    const isOverSheet = next?.kind === 'table' && pairsOfTable(next.item, known) !== null;
    return isKey === null ? plainTexts(run.pieces, isOverSheet) : elementsOfText(strands.get(run) ?? [], isKey);
  });
}

/** Lines of text as they are, but for the title right over a sheet. */
function plainTexts(pieces: readonly Piece[], isOverSheet: boolean): readonly Element[] {
  return pieces.map((piece, at): Element => {
    const title = isOverSheet && at === pieces.length - 1 ? sheetTitle(piece.text) : null;
    return title === null || title.words === '' ? { kind: 'texte', piece } : { kind: 'titre', words: title.words, pieces: [piece] };
  });
}

/** So many lines may stand between a sheet and the table of what its action costs: "Budget de l'action". */
const OVER_COSTS = 2;

/** A sheet without money and the table below it of what its action costs, as the elements of one; `null` for any other run. */
function costedBelow(run: Run, below: readonly Run[]): { readonly elements: readonly Element[]; readonly runs: readonly Run[] } | null {
  const [first, second] = below;
  if (run.kind !== 'table' || first === undefined) return null;
  const between = first.kind === 'lignes' && first.pieces.length <= OVER_COSTS ? first : null;
  const next = between === null ? first : second;
  const cost = next?.kind === 'table' ? costOfTable(next.item) : null;
  const pairs = cost === null ? null : pairsOfTable(run.item, new Set(), true);
  const isPriced = pairs?.some((element) => element.kind === 'paire' && keyKind(element.key) === 'montant') === true;
  if (next === undefined || cost === null || pairs === null || isPriced) return null;
  return { elements: [...pairs, cost], runs: between === null ? [next] : [between, next] };
}

/** What is printed between sheets, and the sheets that follow it without anything between. */
type Part =
  { readonly kind: 'fiches'; readonly sheets: Sheet[]; readonly lost: Unread[] } | { readonly kind: 'autre'; readonly items: FlowItem[] };

/** So many lines may stand between the title of a sheet and its keys. */
const MOST_BETWEEN = 2;

class Gatherer {
  readonly parts: Part[] = [];
  private title: string | null = null;
  private pairs: Pair[] = [];
  /** Text met while a sheet was open: headings of the programme, told on the sheet itself. */
  private aside: FlowItem[] = [];
  /** Amounts of what is no sheet, met before the first that is one. */
  private readonly lost: Unread[] = [];
  /** What several sheets call what they cost. */
  private readonly costs = new Set<string>();

  run(elements: readonly Element[]): readonly Part[] {
    const counts = new Map<string, number>();
    for (const element of elements)
      if (element.kind === 'paire' && keyKind(element.key) === 'montant')
        counts.set(fold(element.key), (counts.get(fold(element.key)) ?? 0) + 1);
    const most = Math.max(0, ...counts.values());
    for (const [key, count] of counts) if (count > FEW) this.costs.add(key);
    // "Total : 45 000 €" is a key where most sheets have it, else what all of them come to.
    const isSum = (key: string): boolean => totalLabel(key) !== null && (counts.get(fold(key)) ?? 0) * 2 < most;
    for (const element of elements) {
      if (element.kind === 'paire' && element.pieces.length > 0 && isSum(element.key))
        for (const piece of element.pieces) this.take({ kind: 'texte', piece });
      else this.take(element);
    }
    this.close();
    this.parts.find((part) => part.kind === 'fiches')?.lost.unshift(...this.lost);
    return this.parts;
  }

  private take(element: Element): void {
    switch (element.kind) {
      case 'titre':
        this.close();
        this.title = element.words;
        break;
      case 'paire':
        if (repeats(this.pairs, element)) this.close();
        this.pairs.push(element);
        break;
      case 'texte': {
        const item: FlowItem = { kind: 'text', piece: element.piece };
        const inside = this.pairs.length > 0 && !has(this.pairs, 'montant') && isLabel(element.piece.text);
        // A line of the heading between the title of a sheet and its keys parts neither.
        const between = this.pairs.length === 0 && (this.title ?? '') !== '' && this.aside.length < MOST_BETWEEN;
        // A lone mark, dust on a copy, says nothing.
        if (inside || between || !/[\p{L}\d]/u.test(element.piece.text)) this.aside.push(item);
        else {
          this.close();
          this.other(item);
        }
        break;
      }
      case 'table':
        this.close();
        this.other(element.item);
        break;
    }
  }

  private other(item: FlowItem): void {
    const last = this.parts.at(-1);
    if (last?.kind === 'autre') last.items.push(item);
    else this.parts.push({ kind: 'autre', items: [item] });
  }

  private close(): void {
    for (const item of this.aside) this.other(item);
    this.aside = [];
    const sheet: Sheet = { title: this.title, pairs: this.pairs };
    if (this.pairs.length > 0 || this.title !== null) {
      if (isSheet(sheet)) {
        const last = this.parts.at(-1);
        if (last?.kind === 'fiches') last.sheets.push(sheet);
        else this.parts.push({ kind: 'fiches', sheets: [sheet], lost: [] });
      } else this.leave(sheet);
    }
    this.title = null;
    this.pairs = [];
  }

  /** What is no sheet after all stays text; what it costs, under a key of the sheets, has found no place. */
  private leave({ pairs }: Sheet): void {
    const last = this.parts.findLast((part) => part.kind === 'fiches');
    const costs = pairs.filter(({ key, value }) => this.costs.has(fold(key)) && isMoney(value));
    (last?.lost ?? this.lost).push(...costs.map(({ key, value, valuePlace }) => ({ text: `${key} : ${value}`, place: valuePlace })));
    for (const pair of pairs) {
      if (pair.item !== undefined) this.other(pair.item);
      else if (pair.pieces.length > 0) for (const piece of pair.pieces) this.other({ kind: 'text', piece });
      else this.other({ kind: 'text', piece: { text: `${pair.key} : ${pair.value}`, place: pair.valuePlace, size: 10, bold: false } });
    }
  }
}

const SURE_AXE = 0.6;
const SURE_ACTION = 0.7;

/** Sheets of a programme d'actions: their title says so, or their axes are the référentiel's; most are filed under one or name one of its actions. */
function areOfAProgramme(sheets: readonly Sheet[], before: readonly Piece[], columns: MoneyColumns, knowledge: Knowledge): boolean {
  const axes = new Set<number>();
  let known = 0;
  for (const sheet of sheets) {
    const line = lineOf(sheet, columns);
    const axe = line.axeText === null ? null : knowledge.axe(line.axeText);
    const action = line.actionText === null ? null : knowledge.action(line.actionText);
    const isAxe = axe !== null && axe.confidence >= SURE_AXE;
    if (isAxe) axes.add(axe.axe);
    if (isAxe || (action !== null && action.confidence >= SURE_ACTION)) known++;
  }
  // One sheet alone shows that it is one by both of its keys.
  const [only, another] = sheets;
  const isSure = another !== undefined || (only !== undefined && has(only.pairs, 'axe') && has(only.pairs, 'action'));
  return isSure && known * 2 >= sheets.length && (axes.size > 1 || titleBefore(before));
}

function tableOf(sheets: readonly Sheet[], unread: readonly Unread[], money: MoneyColumns): FlowItem {
  const items = sheets.map((sheet) => ({ kind: 'line' as const, line: lineOf(sheet, money), sectionFrom: null, from: 'fiche' as const }));
  const keys = new Map<string, Column>();
  for (const { key } of sheets.flatMap((sheet) => sheet.pairs)) {
    const kind = keyKind(key);
    if (kind !== null && kind !== 'montant' && !keys.has(fold(key)))
      keys.set(fold(key), { index: -1 - keys.size, kind, header: key, levels: [key], amount: null, unit: 'euro', x0: 0, x1: 0 });
  }
  return {
    kind: 'table',
    preamble: [],
    bands: [{ columns: [...keys.values(), ...money.all], items, hasHeader: true }],
    pieces: [],
    unread,
  };
}

/** What the cards come to, each amount a total of its own. */
function sumTable({ label, pairs }: CardSum, money: MoneyColumns): FlowItem {
  const items = pairs.flatMap(({ key, value, valuePlace }) => {
    const { amount, unit } = money.of(key, pairs.length > 1);
    if (amount === null) return [];
    const entries = [amountOfText(value, placeId('m', valuePlace), amount, unit, valuePlace)];
    const says = totalLabel(label.text);
    return [{ kind: 'total' as const, id: placeId('t', valuePlace), label: label.text, says, sure: true, entries, asLine: null }];
  });
  return { kind: 'table', preamble: [], bands: [{ columns: money.all, items, hasHeader: true }], pieces: [], unread: [] };
}

/**
 * Reads sheets, one action each (keys with their values, drawn as a table or written as lines), as the lines of one table, where they are those of a
 * programme. Everything else stays as it was.
 */
export function withSheets(flow: Flow, unit: Unit | null, knowledge: Knowledge): Flow {
  const { cards, sums } = cardsOf(flow.items, knowledge);
  const parts = new Gatherer().run(withSharedFacts(elementsOf(flow, cards, (item) => cards.has(item) || sums.has(item))));
  const sheets = parts.flatMap((part) => (part.kind === 'fiches' ? part.sheets : []));
  if (sheets.length === 0) return flow;
  // A name and what it costs is an item of a list, which may say more between the two.
  if (sheets.every(({ pairs }) => pairs.every(isPrice))) return flow;
  const money = new MoneyColumns(unit);
  const before = flow.items.flatMap((item) => (item.kind === 'text' ? [item.piece] : []));
  if (!areOfAProgramme(sheets, before, money, knowledge)) return flow;
  const asSum = (item: FlowItem): FlowItem => {
    const sum = sums.get(item);
    return sum === undefined ? item : sumTable(sum, money);
  };
  return {
    ...flow,
    items: parts.flatMap((part) => (part.kind === 'fiches' ? [tableOf(part.sheets, part.lost, money)] : part.items.map(asSum))),
  };
}
