import type { Align, BorderStyle, FontFamily, Table, TableCell, TableRow, VerticalAlign } from '../typeset/model.ts';
import { plainText } from '../typeset/layout.ts';
import { lineWidth } from '../typeset/measure.ts';
import type { LineContent, SectionContent } from './content.ts';
import type { Random } from './random.ts';

export type TextColumn =
  | 'numero'
  | 'axe'
  | 'action'
  | 'description'
  | 'quantite'
  | 'calendrier'
  | 'observations'
  | 'taux'
  | 'case_droit_commun'
  | 'case_specifique';

export interface TableColumn {
  readonly content: TextColumn | { readonly amount: number };
  readonly heading: string;
  /** A heading over this column and its neighbours of the same group. */
  readonly group?: string | null;
  /** Share of the width left over by the amounts. */
  readonly weight: number;
}

export type Repetition = 'merged' | 'repeated' | 'first';

/** How one document draws its tables. */
export interface TableHabits {
  readonly border: BorderStyle;
  readonly borderWidth: number;
  readonly padding: number;
  readonly headerBackground: string | null;
  readonly totalBackground: string | null;
  readonly totalBold: boolean;
  readonly headerBold: boolean;
  readonly headerAlign: Align;
  readonly amountAlign: Align;
  readonly valign: VerticalAlign;
  readonly axes: Repetition;
  readonly actions: Repetition;
  readonly boldAxes: boolean;
  readonly repeatHeader: boolean;
  readonly splitRows: boolean;
  /** Headings of amounts turned a quarter. */
  readonly turned: boolean;
  readonly labelPlace: 'span' | 'beside';
  readonly labelAlign: Align;
  readonly font: FontFamily;
  readonly size: number;
  /** Room beyond what the words of a column are reckoned to need, so that none is cut in two: 1 for none. */
  readonly slack?: number;
}

export function pickTableHabits(random: Random, font: FontFamily, size: number, ruled: number, turned: number): TableHabits {
  const border = random.chance(ruled) ? 'all' : random.pick<BorderStyle>(['horizontal', 'horizontal', 'zebra', 'header', 'outer', 'none']);
  const open = border === 'none' || border === 'header' || border === 'outer' || border === 'zebra';
  const repetition = (): Repetition =>
    random.weighted([
      [open ? 1 : 7, 'merged'],
      [1.5, 'repeated'],
      [open ? 3 : 1, 'first'],
    ]);
  return {
    border,
    borderWidth: random.pick([0.25, 0.5, 0.5, 0.75, 1]),
    padding: open ? random.int(3, 4) : random.pick([1, 1.5, 2, 2, 3]),
    headerBackground: random.chance(0.6)
      ? random.pick(['#d9d9d9', '#bdd7ee', '#c6e0b4', '#ffe699', '#f2f2f2', '#ddebf7', '#fce4d6'])
      : null,
    totalBackground: random.chance(0.4) ? random.pick(['#e7e6e6', '#fff2cc', '#ededed', '#deeaf6']) : null,
    totalBold: random.chance(0.75),
    headerBold: random.chance(0.85),
    headerAlign: random.pick(['center', 'center', 'left']),
    amountAlign: random.pick(['right', 'right', 'right', 'center', 'left']),
    valign: open ? 'top' : random.pick(['middle', 'middle', 'top']),
    axes: repetition(),
    actions: repetition(),
    boldAxes: random.chance(0.25),
    repeatHeader: random.chance(0.5),
    splitRows: random.chance(0.3),
    turned: random.chance(turned),
    labelPlace: random.pick(['span', 'span', 'beside']),
    labelAlign: random.pick(['left', 'right', 'center']),
    font,
    size,
  };
}

/** A row of the body: a line, a total (one text a column of amounts), or a band across the table. */
export type BodyItem =
  | { readonly line: LineContent }
  | { readonly label: string | null; readonly amounts: readonly string[]; readonly strong: boolean }
  | { readonly band: string };

const CENTRED: ReadonlySet<TextColumn> = new Set(['taux', 'numero', 'quantite', 'case_droit_commun', 'case_specifique']);

const rowsOf = (line: LineContent): number => (line.rowPerDescription ? line.descriptions.length : 1);

/** How many lines from `index` on share a text, counted until the run ends. */
function runFrom(items: readonly BodyItem[], index: number, same: (a: LineContent, b: LineContent) => boolean): readonly LineContent[] {
  const first = items[index];
  if (first === undefined || !('line' in first)) return [];
  const run: LineContent[] = [];
  for (const item of items.slice(index)) {
    if (!('line' in item) || !same(first.line, item.line)) break;
    run.push(item.line);
  }
  return run;
}

const sameAxe = (a: LineContent, b: LineContent): boolean => a.axeText === b.axeText;
const sameAction = (a: LineContent, b: LineContent): boolean => sameAxe(a, b) && a.actionText === b.actionText;

function repeatedCell(
  items: readonly BodyItem[],
  index: number,
  text: string,
  repetition: Repetition,
  same: (a: LineContent, b: LineContent) => boolean,
): TableCell | null {
  const before = items[index - 1];
  const current = items[index];
  const begins = !(
    before !== undefined &&
    current !== undefined &&
    'line' in before &&
    'line' in current &&
    same(before.line, current.line)
  );
  const own = current !== undefined && 'line' in current ? rowsOf(current.line) : 1;
  if (repetition === 'repeated') return { text, rowSpan: own };
  if (repetition === 'first') return { text: begins ? text : '', rowSpan: own };
  if (!begins) return null;
  return { text, rowSpan: runFrom(items, index, same).reduce((sum, line) => sum + rowsOf(line), 0) };
}

function lineRows(items: readonly BodyItem[], index: number, columns: readonly TableColumn[], habits: TableHabits): TableRow[] {
  const item = items[index];
  if (item === undefined || !('line' in item)) return [];
  const { line } = item;
  const rows = rowsOf(line);
  const texts: Record<Exclude<TextColumn, 'axe' | 'action' | 'description'>, string> = {
    calendrier: line.calendrier ?? '',
    observations: line.observations ?? '',
    numero: String(items.slice(0, index + 1).filter((each) => 'line' in each).length),
    quantite: line.quantite ?? '',
    taux: line.taux === null ? '' : `${line.taux} %`,
    case_droit_commun: line.section === 'droit_commun' ? 'X' : '',
    case_specifique: line.section === 'actions_specifiques' ? 'X' : '',
  };
  const first: TableCell[] = [];
  for (const { content } of columns) {
    if (typeof content !== 'string') {
      first.push({ text: line.amounts[content.amount]?.text ?? '', align: habits.amountAlign, rowSpan: rows });
    } else if (content === 'axe') {
      const cell = repeatedCell(items, index, line.axeText, habits.axes, sameAxe);
      if (cell !== null) first.push({ ...cell, ...(habits.boldAxes ? { bold: true } : {}) });
    } else if (content === 'action') {
      const cell = repeatedCell(items, index, line.actionText ?? '', habits.actions, sameAction);
      if (cell !== null) first.push(cell);
    } else if (content === 'description') {
      first.push({ text: line.rowPerDescription ? (line.descriptions[0] ?? '') : line.descriptions.join('\n\n') });
    } else {
      first.push({
        text: texts[content],
        rowSpan: rows,
        ...(CENTRED.has(content) ? { align: 'center' as const } : {}),
      });
    }
  }
  return [{ cells: first }, ...line.descriptions.slice(1, rows).map((text) => ({ cells: [{ text }] }))];
}

function totalRow(
  item: { label: string | null; amounts: readonly string[]; strong: boolean },
  columns: readonly TableColumn[],
  habits: TableHabits,
): TableRow {
  const firstAmount = columns.findIndex((column) => typeof column.content !== 'string');
  const bold = habits.totalBold || item.strong;
  const cells: TableCell[] = [];
  if (firstAmount > 1 && habits.labelPlace === 'beside' && item.label !== null) {
    cells.push({ text: '', colSpan: firstAmount - 1 }, { text: item.label, bold, align: habits.labelAlign });
  } else if (firstAmount > 0) {
    cells.push({
      text: item.label ?? '',
      colSpan: firstAmount,
      bold,
      align: habits.labelAlign,
      ...(item.label === null ? { borders: 'none' } : {}),
    });
  }
  for (const column of columns.slice(firstAmount)) {
    cells.push(
      typeof column.content === 'string'
        ? { text: '' }
        : { text: item.amounts[column.content.amount] ?? '', bold, align: habits.amountAlign },
    );
  }
  return { cells, ...(habits.totalBackground === null ? {} : { background: habits.totalBackground }) };
}

function textsOf(content: TableColumn['content'], items: readonly BodyItem[]): string[] {
  return items.flatMap((item) => {
    if ('band' in item) return [];
    if (typeof content !== 'string')
      return [('line' in item ? item.line.amounts[content.amount]?.text : item.amounts[content.amount]) ?? ''];
    if (!('line' in item)) return [];
    const { line } = item;
    const texts: Record<TextColumn, string> = {
      numero: '',
      quantite: line.quantite ?? '',
      axe: line.axeText,
      action: line.actionText ?? '',
      description: line.descriptions.join(' '),
      calendrier: line.calendrier ?? '',
      observations: line.observations ?? '',
      taux: '',
      case_droit_commun: '',
      case_specifique: '',
    };
    return texts[content].split(/[\s/]+/u);
  });
}

/** Widths: amounts get what they need, the rest is shared by weight, but no text column gets less than its longest word. */
function columnWidths(columns: readonly TableColumn[], items: readonly BodyItem[], habits: TableHabits, width: number): number[] {
  const measure = { size: habits.size, font: habits.font, bold: true };
  const needed = columns.map(({ content, heading }) => {
    const widest = Math.max(...[...textsOf(content, items), ...heading.split(' ')].map((text) => lineWidth(text, measure)));
    return Math.max(typeof content === 'string' ? 12 : 18, widest * (habits.slack ?? 1) + 3 + habits.padding);
  });
  const isText = columns.map((column) => typeof column.content === 'string');
  const spare = width - needed.reduce((sum, each) => sum + each, 0);
  const free = isText.map((text, index) => (text ? Math.max(1, (columns[index]?.weight ?? 1) * (width / 100) - (needed[index] ?? 0)) : 0));
  const sum = free.reduce((all, each) => all + each, 0);
  return needed.map((least, index) => {
    const share =
      spare >= 0
        ? least + (spare * (free[index] ?? 0)) / sum
        : isText[index] === true
          ? Math.max(14, least + spare / isText.filter(Boolean).length)
          : least;
    return Math.round(share * 10) / 10;
  });
}

export interface MarginLetter {
  readonly letter: string;
  readonly width: number;
}

/** One row of headings, or two where neighbours share a group. */
function headingRows(columns: readonly TableColumn[], habits: TableHabits): TableRow[] {
  const style = {
    bold: habits.headerBold,
    align: habits.headerAlign,
    ...(habits.headerBackground === null ? {} : { background: habits.headerBackground }),
  };
  const cell = (column: TableColumn): TableCell => ({
    text: column.heading,
    ...style,
    ...(habits.turned && typeof column.content !== 'string' && column.heading.length < 34 ? { vertical: true } : {}),
  });
  const cells = columns.map(cell);
  const lengths = cells.map((each) =>
    each.vertical === true ? lineWidth(plainText(each.text), { size: habits.size, font: habits.font, bold: true }) : 0,
  );
  const height = Math.max(...lengths) === 0 ? {} : { minHeight: Math.round(Math.max(...lengths) + 5) };
  if (columns.every((column) => (column.group ?? null) === null)) return [{ cells, ...height }];
  const top = columns.flatMap((column, index): TableCell[] => {
    const group = column.group ?? null;
    if (group === null) return [{ ...cell(column), rowSpan: 2 }];
    if (columns[index - 1]?.group === group) return [];
    const after = columns.slice(index).findIndex((other) => other.group !== group);
    return [{ text: group, colSpan: after < 0 ? columns.length - index : after, ...style }];
  });
  return [{ cells: top }, { cells: columns.filter((column) => (column.group ?? null) !== null).map(cell), ...height }];
}

/** The table of one section; `title` becomes a first header row across the table; `measure` holds the items whose amounts decide the widths. */
export function sectionTable(
  columns: readonly TableColumn[],
  items: readonly BodyItem[],
  habits: TableHabits,
  width: number,
  options: {
    readonly title?: string;
    readonly margin?: MarginLetter;
    readonly after?: number;
    readonly measure?: readonly BodyItem[];
  } = {},
): Table {
  const background = habits.headerBackground === null ? {} : { background: habits.headerBackground };
  const header: TableRow[] = [];
  if (options.title !== undefined) {
    header.push({ cells: [{ text: options.title, colSpan: columns.length, bold: true, align: habits.headerAlign }] });
  }
  header.push(...headingRows(columns, habits));
  const body = items.flatMap((item, index): TableRow[] => {
    if ('line' in item) return lineRows(items, index, columns, habits);
    if ('band' in item) return [{ cells: [{ text: item.band, colSpan: columns.length, bold: true }], ...background }];
    return [totalRow(item, columns, habits)];
  });
  const letter = options.margin;
  const inner = columnWidths(columns, options.measure ?? items, habits, width - (letter?.width ?? 0));
  const rows = [...header, ...body];
  const withLetter = rows.map((row, index): TableRow => {
    if (letter === undefined) return row;
    if (index < header.length) return { ...row, cells: [{ text: '', borders: 'none' }, ...row.cells] };
    if (index > header.length) return row;
    return {
      ...row,
      cells: [
        {
          text: letter.letter,
          rowSpan: body.length,
          borders: 'none',
          bold: true,
          align: 'center',
          size: habits.size + 6,
          valign: 'middle',
        },
        ...row.cells,
      ],
    };
  });
  return {
    kind: 'table',
    columns: letter === undefined ? inner : [letter.width, ...inner],
    rows: withLetter,
    headerRows: header.length,
    repeatHeader: habits.repeatHeader,
    border: habits.border,
    borderWidth: habits.borderWidth,
    padding: habits.padding,
    splitRows: habits.splitRows,
    valign: habits.valign,
    size: habits.size,
    after: options.after ?? 8,
  };
}

/** The amount columns of a section as table columns. */
export function amountColumns(section: SectionContent): readonly TableColumn[] {
  return section.columns.map((column, index) => ({ content: { amount: index }, heading: column.heading, group: column.group, weight: 0 }));
}
