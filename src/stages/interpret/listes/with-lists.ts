import type { Knowledge } from '../../../model/knowledge.ts';
import type { Column, Unit } from '../columns.ts';
import type { Piece } from '../heading-piece.ts';
import type { Flow, FlowItem } from '../flow.ts';
import { withoutFurniture } from './furniture.ts';
import { listParagraphs } from './list-paragraphs.ts';
import { ListReader, type ListRead, type Told } from './list-reader.ts';
import { MoneyColumns } from './money-columns.ts';
import { kindOf } from './paragraph-kinds.ts';
import { subjectBefore, titleBefore } from './programme-title.ts';
import { textOfTable } from './text-tables.ts';

/** A list needs this many items that state an amount… */
const FEWEST_ITEMS = 2;
/** How surely a line names an axe that stands first on a page, to be no running head. */
const SURE_AXE = 0.7;
/** …and this share of its lines under an axe, or known as actions. */
const KNOWN = 0.6;

function isList(read: ListRead, knowledge: Knowledge): boolean {
  const lines = read.bands.flat().flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const stated = lines.filter((line) => line.amounts.some((amount) => amount.readings[0].amount !== null));
  const isEnough = stated.length >= FEWEST_ITEMS || (stated.length > 0 && goesThrough(read, AXES_OF_ONE, knowledge));
  return isEnough && read.known >= KNOWN * lines.length;
}

/** A letter that speaks of a programme names an action or two; one that gives it goes through so many axes of the référentiel, and states what their actions come to. */
const FEWEST_AXES = 3;
/** With a total, so many axes make a list of one item that states an amount beside others without cost. */
const AXES_OF_ONE = 2;

function goesThrough({ bands }: ListRead, fewest: number, knowledge: Knowledge): boolean {
  const items = bands.flat();
  const axes = items.flatMap((item) => (item.kind === 'axe' ? [knowledge.axe(item.text)] : []));
  const sure = axes.flatMap((axe) => (axe !== null && axe.confidence >= SURE_AXE ? [axe.axe] : []));
  return new Set(sure).size >= fewest && items.some((item) => item.kind === 'total');
}

/** Columns as the evidence for a programme looks for them: a list has shown by its headings and items what a header would say. */
function columnsOf(money: readonly Column[]): readonly Column[] {
  const words = (kind: 'axe' | 'action', index: number): Column => ({
    index,
    kind,
    header: kind,
    levels: [kind],
    amount: null,
    unit: 'euro',
    x0: 0,
    x1: 0,
  });
  return [words('axe', -2), words('action', -1), ...money];
}

function tableOf(read: ListRead, money: MoneyColumns): FlowItem {
  const columns = columnsOf(money.all);
  return {
    kind: 'table',
    preamble: [],
    bands: read.bands.map((items) => ({ columns, items, hasHeader: false })),
    pieces: [],
    unread: read.unread,
  };
}

/** Runs of paragraphs between the headings of programmes and real tables. */
function runsOf(told: readonly (Told | null)[]): Told[][] {
  const runs: Told[][] = [[]];
  for (const each of told) {
    if (each === null || each.kind.kind === 'entete') runs.push([]);
    else runs.at(-1)?.push(each);
  }
  return runs.filter((run) => run.some(({ kind }) => kind.kind === 'item' || kind.kind === 'montant'));
}

/**
 * Reads lists of actions in running text as if they were tables, where the text says that it is a programme: its title, axes or actions of the
 * référentiel, amounts item by item. Everything else stays text.
 */
export function withLists(flow: Flow, unit: Unit | null, knowledge: Knowledge): Flow {
  const origin = new Map<Piece, number>();
  const stretches: Piece[][] = [[]];
  flow.items.forEach((item, at) => {
    const pieces = item.kind === 'text' ? [item.piece] : textOfTable(item);
    if (pieces === null) stretches.push([]);
    else
      for (const piece of pieces) {
        origin.set(piece, at);
        stretches.at(-1)?.push(piece);
      }
  });
  const kept = new Set(withoutFurniture(stretches.flat(), (text) => (knowledge.axe(text)?.confidence ?? 0) >= SURE_AXE));
  const before: Piece[] = [];
  const money = new MoneyColumns(unit);
  const startsAt = new Map<Piece, ListRead>();
  const consumed = new Set<Piece>();
  for (const stretch of stretches) {
    const paragraphs = listParagraphs(stretch.filter((piece) => kept.has(piece)));
    const told = paragraphs.map((paragraph): Told => ({ paragraph, kind: kindOf(paragraph, knowledge) }));
    for (const run of runsOf(told)) {
      const read = new ListReader(run, money, knowledge).read();
      const first = run.find(({ paragraph }) => read.used.has(paragraph))?.paragraph.rows[0]?.pieces[0];
      if (first === undefined || !isList(read, knowledge)) continue;
      const over = stretch.indexOf(first);
      const above = [...before, ...stretch.slice(0, over < 0 ? 0 : over)];
      if (!titleBefore(above) && !(goesThrough(read, FEWEST_AXES, knowledge) && subjectBefore(above))) continue;
      startsAt.set(first, read);
      for (const paragraph of read.used) for (const row of paragraph.rows) for (const piece of row.pieces) consumed.add(piece);
    }
    before.push(...stretch);
  }
  if (startsAt.size === 0) return flow;
  const touched = new Set([...consumed].flatMap((piece) => origin.get(piece) ?? []));
  const items = flow.items.flatMap((item, at): FlowItem[] => {
    if (!touched.has(at)) return [item];
    const pieces = [...origin.entries()].filter(([, from]) => from === at).map(([piece]) => piece);
    return pieces.flatMap((piece): FlowItem[] => {
      const read = startsAt.get(piece);
      if (read !== undefined) return [tableOf(read, money)];
      return consumed.has(piece) ? [] : [{ kind: 'text', piece }];
    });
  });
  return { ...flow, items };
}
