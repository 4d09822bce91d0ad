import type { LineDraft, RoleMark, Unread } from '../../model/draft.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { amountColumns, amountOf, statesAmount } from './amount-cells.ts';
import type { Band } from './bands.ts';
import type { Column } from './columns.ts';
import { cutLabels } from './cut-labels.ts';
import { isHeaderWording } from './header-wording.ts';
import type { ColumnKind } from './header-words.ts';
import { isFootReckoning } from './foot-reckoning.ts';
import { isDetail, sectionTitle, totalLabel, type TotalLabel } from './labels.ts';
import { lineUnits } from './line-units.ts';
import { cutTotal, entriesInLabel, entriesOf, missingAmount, unreadIn } from './row-amounts.ts';
import { joined, RowCells, type Labelled } from './row-cells.ts';
import { beginsTotal, isCarriedOver, isFigureBeside, isOnTop, isWholeTotal, isWording } from './row-wording.ts';
import type { RowItem, RowTotal, SectionSource } from './row-items.ts';
import { withSectionShares } from './section-shares.ts';
import { isLegend, isTick, percentIn, sectionMark } from './row-marks.ts';
import { saysAxe } from './says-axe.ts';
import { sumsLinesAbove } from './sums-above.ts';
import { trailingAmount } from './sentences.ts';
import type { TableRows } from './table-rows.ts';
import { titleInCell } from './title-in-cell.ts';
import { titleBeside } from './title-beside.ts';

/** The name of an axe is no longer than this, in characters. */
const LONGEST_TITLE = 160;
/** What is told with this confidence is the name of an action. */
const AN_ACTION = 0.9;
/** What names an item, where an axe only files it. */
const ITEM: readonly ColumnKind[] = ['action', 'description', 'calendrier'];

interface Carry {
  axe: string | null;
  action: string | null;
  /** Whether the carried axe came from the table's own cells. */
  own: boolean;
}

class RowReader {
  private readonly cells: RowCells;
  private readonly carry: Carry = { axe: null, action: null, own: false };
  readonly items: RowItem[] = [];
  readonly roles: RoleMark[] = [];
  readonly unread: Unread[] = [];
  private sectionFrom: SectionSource = null;

  constructor(
    rows: TableRows,
    private readonly columns: readonly Column[],
    private readonly knowledge: Knowledge,
    private readonly marks: ReadonlyMap<'one' | 'two', Section>,
    private readonly cut: ReadonlyMap<Cell, string>,
    /** The last row of the band. */
    private readonly lastRow: number,
    start: { axe: string | null; action: string | null } | null,
  ) {
    this.cells = new RowCells(rows, columns);
    if (start !== null) {
      this.carry.axe = start.axe;
      this.carry.action = start.action;
      this.carry.own = start.axe !== null;
    }
  }

  get carried(): { axe: string | null; action: string | null } {
    return { axe: this.carry.own ? this.carry.axe : null, action: this.carry.action };
  }

  read(from: number, to: number): void {
    const cells = this.cells.of(from, to);
    const texts = cells.filter(({ cell }) => cellText(cell) !== '');
    if (texts.length === 0 && !this.cells.isCovered(from, to)) return;
    const starting = texts.filter(({ cell }) => cell.row >= from);
    if (starting.length === 0) return;
    const amounts = amountColumns(this.columns);
    const figures = amounts.filter(({ index, unit }) => {
      const cell = this.cells.amountAt(from, index);
      return cell !== null && cell.row >= from && statesAmount(cell, unit);
    });
    // The name of an axe is words, whatever stands over it: a title under boxes of totals.
    const words = starting.filter(
      ({ cell }) => !this.cells.isAmount(cell) || (starting.length === 1 && (saysAxe(cellText(cell)) || isWholeTotal(cellText(cell)))),
    );
    // A merged cell that begins beside figures or a total and goes on over the rows below is theirs.
    const ended = words.filter(({ cell }) => cell.row + cell.rowSpan - 1 <= to);
    const isOfRow = figures.length > 0 || ended.some(({ cell }) => totalLabel(cellText(cell)) !== null);
    const labels = isOfRow && ended.length > 0 ? ended : words;
    if (figures.length === 0 && !this.cells.saysNone(from) && (this.readTitle(labels, from) || this.readLegend(labels, to))) return;
    const named = joined(labels.map(({ cell }) => cell)) ?? '';
    if (isCarriedOver(named)) {
      const carried = entriesOf(this.cells, this.columns, from, to);
      const [first] = labels;
      if (first !== undefined && carried.length > 0) this.items.push({ kind: 'note', text: named, place: first.cell.place, carried });
      return;
    }
    if (this.isBesideTheSum(labels, from)) {
      const [first] = labels;
      if (first !== undefined)
        this.items.push({
          kind: 'note',
          text: cellText(first.cell),
          place: first.cell.place,
          share: entriesOf(this.cells, this.columns, from, from),
        });
      return;
    }
    const title = labels.length === 1 ? titleBeside(labels, starting) : null;
    const total = this.asTotal(title === null ? labels : [], figures.length, from, to);
    const whole = total === null ? null : cutTotal(this.cells, this.columns, this.items.at(-1), total, from);
    if (whole !== null) {
      this.items[this.items.length - 1] = whole;
      for (const { cell } of starting) this.roles.push({ cell: cell.id, role: 'total' });
      return;
    }
    if (total !== null) {
      if (title?.isAbove === true) this.readTitle(labels, from);
      if (total.entries.length === 0) this.unread.push(...unreadIn(this.cells, this.columns, from, to));
      // A total that is struck out: nobody can tell whether it still holds.
      else
        this.unread.push(
          ...total.entries.filter(({ doubt }) => doubt === 'raye').map(({ readings: [{ text }], place }) => ({ text, place })),
        );
      this.items.push(total);
      for (const { cell } of starting) if (cell !== title?.cell) this.roles.push({ cell: cell.id, role: 'total' });
      this.carry.action = null;
      if (title?.isAbove === false) this.readTitle(labels, from);
      return;
    }
    if (labels.length === 0 && figures.length === 0 && !this.cells.hasOpenLabel(from)) {
      this.unread.push(...unreadIn(this.cells, this.columns, from, to).filter(({ text }) => trailingAmount(text) !== null));
      return;
    }
    const line = this.lineOf(from, to, true);
    this.unread.push(...this.cells.mixed(from).map((cell) => ({ text: cellText(cell), place: cell.place })));
    if (line === null) return;
    this.items.push({ kind: 'line', line, sectionFrom: this.sectionFrom });
  }

  /** A legend of signs under the last figures of a table, where it was found as a row more: above figures "■ Nettoyage" is an action without an amount. */
  private readLegend(labels: readonly Labelled[], to: number): boolean {
    const [first] = labels;
    const isUnderTotal = this.items.at(-1)?.kind === 'total' && !this.cells.hasFigures(to + 1, this.lastRow);
    if (first === undefined || !isUnderTotal || !labels.every(({ cell }) => isLegend(cellText(cell)))) return false;
    this.items.push({ kind: 'note', text: joined(labels.map(({ cell }) => cell)) ?? '', place: first.cell.place });
    return true;
  }

  /** A row that no sum counts: a detail of the amount right above it ("dont …"), or what a foot reckons from the total over it. */
  private isBesideTheSum(labels: readonly Labelled[], row: number): boolean {
    const [only, another] = labels.filter(isWording);
    if (only === undefined || another !== undefined) return false;
    const text = cellText(only.cell);
    const above = this.items.findLast((item) => item.kind !== 'note');
    if (isFootReckoning(text)) return above?.kind === 'total';
    if (!isDetail(text) || (above?.kind !== 'line' && above?.kind !== 'total')) return false;
    const whole = above.kind === 'line' ? above.line.amounts : above.entries;
    const own = entriesOf(this.cells, this.columns, row, row);
    return (
      own.length > 0 &&
      own.every((entry) => {
        const [part, sum] = [entry.readings[0].amount, whole.find(({ column }) => column === entry.column)?.readings[0].amount ?? null];
        return part !== null && sum !== null && part.lte(sum);
      })
    );
  }

  /** A row without amounts whose only text is a title: of a section, of an axe, or of nothing we know. */
  private readTitle(labels: readonly Labelled[], from: number): boolean {
    const [only, another] = labels.filter(isWording);
    if (only === undefined || another !== undefined) return false;
    const { cell } = only;
    const text = labels.map((label) => cellText(label.cell)).join(' ');
    const wide = cell.columnSpan > 1 && cell.columnSpan >= Math.min(this.cells.textColumns().length, 2) && cell.rowSpan === 1;
    const overAmounts = cell.columnSpan >= this.columns.length - 1 && this.columns.length > 2;
    if (totalLabel(text) !== null) return false;
    const section = sectionTitle(text);
    if (section !== null && (wide || cell.bold || cell.shaded)) {
      this.items.push({ kind: 'section', section, text, place: cell.place });
      this.roles.push({ cell: cell.id, role: 'section' });
      this.resetCarry();
      return true;
    }
    const kind = this.cells.kindOf(cell);
    const axe = this.knowledge.axe(text);
    const named = /^\s*axe\b/iu.test(text);
    const hasActionColumn = this.columns.some((column) => column.kind === 'action');
    const alone = this.columns.every(
      (column) => column.index === cell.column || column.kind === 'numero' || this.cells.isEmpty(from, column.index),
    );
    // An item without amounts in a shaded row, or one that runs over the column beside it: axes have a column of their own, and the text says nothing of one; or
    // it has the name of an action, and says that it has no amount.
    const isItem =
      (kind === 'action' || kind === 'description') &&
      !saysAxe(text) &&
      !/^\p{Ll}/u.test(text) &&
      (this.columns.some((column) => column.kind === 'axe') ||
        (this.cells.isMarked(from) && (this.knowledge.action(text)?.confidence ?? 0) >= AN_ACTION));
    if (
      cell.rowSpan === 1 &&
      ((saysAxe(text) && alone && text.length <= LONGEST_TITLE && kind !== 'axe') || (axe?.confidence ?? 0) >= 0.6) &&
      (overAmounts ||
        named ||
        (!isItem && (wide || ((cell.bold || (cell.shaded && !this.cells.hasStripes()) || this.cells.isUnnumbered(cell)) && alone))) ||
        (kind === 'axe' && hasActionColumn && alone))
    ) {
      this.items.push({ kind: 'axe', text, place: cell.place });
      this.roles.push({ cell: cell.id, role: 'axe' });
      this.carry.axe = text;
      this.carry.own = true;
      this.carry.action = null;
      return true;
    }
    if (overAmounts) {
      const stated = trailingAmount(text);
      if (stated !== null) return false;
      this.items.push({ kind: 'note', text, place: cell.place });
      return true;
    }
    return false;
  }

  private resetCarry(): void {
    this.carry.axe = null;
    this.carry.action = null;
    this.carry.own = false;
  }

  private asTotal(labels: readonly Labelled[], figures: number, from: number, to: number): RowTotal | null {
    const worded = labels.filter(({ cell, column }) => !isFigureBeside(cellText(cell), column));
    const label = joined((worded.length > 0 ? worded : labels).map(({ cell }) => cell));
    const printed = entriesOf(this.cells, this.columns, from, to);
    const entries = printed.length > 0 ? printed : entriesInLabel(this.columns, label, labels);
    const make = (sure: boolean, says: TotalLabel | null): RowTotal | null => {
      const asLine = this.lineOf(from, to, false);
      const [first] = labels;
      const isBolder = this.cells.isBolder(from);
      return {
        kind: 'total',
        id: `t-${first?.cell.id ?? this.cells.idOf(from)}`,
        label,
        says,
        sure,
        entries,
        asLine,
        ...(isBolder === null ? {} : { isBolder }),
      };
    };
    if (label === null) {
      if (figures === 0 || printed.every((entry) => /^20[1-4]\d$/u.test(entry.readings[0].text.trim()))) return null;
      if (!this.cells.hasOpenLabel(from)) return make(true, null);
      // Without rules, a label above seems to go on over the row of a total; bold figures that end a table of plain ones are one.
      const isSetOff = this.cells.isSetOff(from);
      return !this.cells.hasOpenLabel(from, ITEM) || isSetOff ? make(isSetOff && to >= this.lastRow, null) : null;
    }
    const cells = labels.filter((label) => isWording(label) && !isTick(cellText(label.cell)));
    const parts = cells.map(({ cell }) => totalLabel(cellText(cell)));
    const whole = totalLabel(label);
    // A label cut in two cells: "Total du droit commun | et des actions spécifiques (A + B)".
    const isCut = whole?.reach === 'programme' && parts.length > 1 && parts.some((part) => part !== null && part.reach !== 'programme');
    const says = isCut ? whole : (parts.find((found) => found !== null) ?? (cells.length > 1 ? null : whole));
    const [first] = cells;
    const wide = first !== undefined && first.cell.columnSpan > 1;
    if (says !== null) {
      const starts = cells.some(({ cell }) => beginsTotal(cellText(cell)));
      if (starts || wide || cells.length === 1) return make(starts || wide, says);
    }
    const above = this.items.at(-1);
    // Under a total, money that comes on top of it is no total of its own.
    if (above?.kind === 'total' && cells.length === 1 && first !== undefined && isOnTop(cellText(first.cell))) return null;
    const only = cells.length === 1 ? first : undefined;
    if (only === undefined) return null;
    const text = cellText(only.cell);
    if (isHeaderWording(text, wide, figures, this.knowledge)) return make(true, null);
    // A label that a stamp or a fold made unreadable; what arithmetic alone tells stays open to be a line.
    const isUnread = !saysAxe(text) && this.knowledge.action(text) === null;
    return isUnread && sumsLinesAbove(entries, this.items) ? make(false, null) : null;
  }

  /** The rows `from`…`to` as a line. `keep`: remember its axe and action for the rows below. */
  private lineOf(from: number, to: number, keep: boolean): LineDraft | null {
    const texts: Record<'axe' | 'action' | 'description' | 'calendrier' | 'taux', Cell[]> = {
      axe: [],
      action: [],
      description: [],
      calendrier: [],
      taux: [],
    };
    let number: string | null = null;
    let tick: Section | null = null;
    const own: Cell[] = [];
    for (const { cell, column } of this.cells.of(from, to)) {
      const kind =
        this.cells.reachedAmount(cell) !== null ? 'montant' : cell.column === column.index ? column.kind : this.cells.kindOf(cell);
      if (kind === 'tick_specifique' && isTick(cellText(cell))) tick = 'actions_specifiques';
      if (kind === 'tick_droit_commun' && isTick(cellText(cell))) tick = 'droit_commun';
      if (kind === 'numero' && cell.row >= from) number = cellText(cell) === '' ? null : cellText(cell);
      if (cell.row >= from && cell.row + cell.rowSpan - 1 <= to) own.push(cell);
      if (kind === 'axe' || kind === 'action' || kind === 'description' || kind === 'calendrier' || kind === 'taux') {
        if (!texts[kind].includes(cell)) texts[kind].push(cell);
        if (keep && cellText(cell) !== '') this.roles.push({ cell: cell.id, role: kind });
      }
    }
    const ownAxe = this.labelOf(texts.axe);
    const axeText = ownAxe ?? (this.carry.own ? this.carry.axe : null);
    const fresh = ownAxe !== null && ownAxe !== this.carry.axe;
    const titled = titleInCell([...texts.action, ...texts.description], this.columns);
    const ownAction = titled?.title ?? this.labelOf(texts.action);
    const description = titled?.words ?? joined(texts.description);
    const calendrier = joined(texts.calendrier);
    const amounts = amountColumns(this.columns).map(({ index, amount, unit }) => {
      const cell = this.cells.amountAt(from, index);
      const usable = cell !== null && cell.row >= from ? cell : null;
      const draft = usable === null ? null : amountOf(usable, `m-${usable.id}-${String(from)}`, amount, unit);
      if (usable !== null && keep) this.roles.push({ cell: usable.id, role: `montant ${amount.rubrique}` });
      return (
        draft ?? missingAmount(amount, `m-${String(index)}-${String(from)}-${this.cells.idOf(from)}`, this.cells.placeOf(own, from).place)
      );
    });
    const isStated = amounts.some((amount) => amount.readings[0].amount !== null);
    const carriesAction =
      ownAction === null && !fresh && (description !== null || calendrier !== null || texts.description.length === 0 || isStated);
    const actionText = ownAction ?? (carriesAction ? this.carry.action : null);
    if (
      actionText === null &&
      description === null &&
      calendrier === null &&
      amounts.every((amount) => amount.readings.every((reading) => reading.amount === null))
    ) {
      if (ownAxe === null || !keep) return null;
      if (this.columns.some((column) => column.kind === 'action')) {
        this.carry.axe = axeText;
        this.carry.own = true;
        return null;
      }
    }
    if (keep) {
      if (ownAxe !== null) {
        if (fresh) this.carry.action = null;
        this.carry.axe = axeText;
        this.carry.own = true;
      }
      if (ownAction !== null) this.carry.action = ownAction;
    }
    const mark = sectionMark(actionText) ?? sectionMark(description);
    const { place, continuations } = this.cells.placeOf(own, from);
    this.sectionFrom = tick !== null ? 'tick' : mark !== null ? 'mark' : null;
    return {
      id: `l-${this.cells.idOf(from)}`,
      section: tick ?? (mark === null ? null : (this.marks.get(mark) ?? null)),
      axeText,
      actionText: actionText ?? (number !== null && description === null ? number : null),
      description: description ?? calendrier,
      calendrier: description === null ? null : calendrier,
      taux: percentIn(joined(texts.taux)),
      place,
      continuations,
      amounts,
    };
  }

  /** The text of a label cell, or the one that a page break took from it. */
  private labelOf(cells: readonly Cell[]): string | null {
    return joined(cells) ?? cells.map((cell) => this.cut.get(cell)).find((label) => label !== undefined) ?? null;
  }
}

/** Reads the body of a band into lines, totals and titles. `start`: the axe and action that stand open from an earlier part. */
export function readRows(
  rows: TableRows,
  band: Band,
  columns: readonly Column[],
  marks: ReadonlyMap<'one' | 'two', Section>,
  start: { axe: string | null; action: string | null } | null,
  knowledge: Knowledge,
): {
  items: readonly RowItem[];
  roles: readonly RoleMark[];
  carried: { axe: string | null; action: string | null };
  unread: readonly Unread[];
} {
  const reader = new RowReader(rows, columns, knowledge, marks, cutLabels(rows, band, columns, knowledge), band.body.to, start);
  for (const { from, to } of lineUnits(rows, band, columns)) reader.read(from, to);
  return { items: withSectionShares(reader.items), roles: reader.roles, carried: reader.carried, unread: reader.unread };
}
