import type { Block } from '../typeset/model.ts';
import type { ColumnSet } from './columns.ts';
import { pickColumns, spell } from './columns.ts';
import { headingPath } from './content.ts';
import type { Habits, HeadingContent, LineContent, ProgrammeContent, SectionContent } from './content.ts';
import { pickHeadings } from './heading.ts';
import { pickWords } from './lens.ts';
import { axeName, makeLines, pickCodes } from './lines.ts';
import type { PlannedProgramme } from './planned.ts';
import type { Random } from './random.ts';
import { amountColumns, sectionTable } from './table.ts';
import type { BodyItem, TableColumn, TableHabits, TextColumn } from './table.ts';
import { TotalBook, printed } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, grandTotalLabel, totalText, withTotals, withUnit } from './totals.ts';
import { closingBlocks, openingBlocks, pickWordPaper } from './word-prose.ts';
import type { WordPaper } from './word-prose.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

export interface WordHabits {
  readonly table: TableHabits;
  /** One table an axe under a heading, or one table with the axe in a column or in bands. */
  readonly shape: 'per_axe' | 'axe_column' | 'axe_bands';
  readonly actions: 'named' | 'named_only' | 'free';
  readonly calendar: boolean;
  readonly observations: boolean;
  readonly numbered: boolean;
  readonly quantities: boolean;
  readonly taux: boolean;
  readonly axeTotals: boolean;
  readonly recap: 'none' | 'start' | 'end';
  readonly recapColumns: 'all' | 'first' | 'last';
  readonly recapAbsent: 'omit' | 'dash' | 'zero';
  readonly grand: 'recap' | 'row' | 'sentence' | 'none';
  readonly words: Readonly<Record<TextColumn, string>>;
  readonly paper: WordPaper;
}

export function pickWordHabits(random: Random, set: ColumnSet, table: TableHabits, bilan: boolean): WordHabits {
  const shape = random.weighted<WordHabits['shape']>([
    [6, 'per_axe'],
    [2, 'axe_column'],
    [1.5, 'axe_bands'],
  ]);
  const many = set.columns.length > 2;
  const recap = random.weighted<WordHabits['recap']>([
    [4, 'end'],
    [1, 'start'],
    [4, 'none'],
  ]);
  const words = pickWords(random);
  return {
    table,
    shape,
    actions: random.weighted([
      [5, 'named'],
      [1.5, 'named_only'],
      [2, 'free'],
    ]),
    calendar: !many && random.chance(0.5),
    observations: !many && random.chance(0.22),
    numbered: random.chance(0.07),
    quantities: !many && random.chance(0.06),
    taux: set.kind === 'prevu_valorise' && random.chance(0.5),
    axeTotals: random.chance(0.65),
    recap,
    recapColumns: random.pick(['all', 'all', 'first', 'last']),
    recapAbsent: random.pick(['omit', 'omit', 'dash', 'dash', 'zero']),
    grand: random.weighted([
      [recap === 'none' ? 0 : 5, 'recap'],
      [3, 'row'],
      [2, 'sentence'],
      [1.5, 'none'],
    ]),
    // Two columns of one name, or a calendar that is called a description, would leave the reader guessing.
    words: {
      ...words,
      description: words.description.startsWith('Calendrier') ? 'Description' : words.description,
      observations: words.description === words.observations ? 'Observations' : words.observations,
    },
    paper: pickWordPaper(random, bilan),
  };
}

function textColumns(word: WordHabits): readonly TableColumn[] {
  const columns: TableColumn[] = [];
  if (word.numbered) columns.push({ content: 'numero', heading: word.words.numero, weight: 6 });
  if (word.shape === 'axe_column') columns.push({ content: 'axe', heading: word.words.axe, weight: 22 });
  columns.push({ content: 'action', heading: word.words.action, weight: word.actions === 'named' ? 28 : 50 });
  if (word.actions === 'named') columns.push({ content: 'description', heading: word.words.description, weight: 40 });
  if (word.calendar) columns.push({ content: 'calendrier', heading: word.words.calendrier, weight: 18 });
  if (word.quantities) columns.push({ content: 'quantite', heading: word.words.quantite, weight: 10 });
  return columns;
}

function tableColumns(word: WordHabits, section: SectionContent): readonly TableColumn[] {
  const amounts = amountColumns(section);
  const taux: TableColumn[] = word.taux ? [{ content: 'taux', heading: word.words.taux, weight: 13 }] : [];
  const end: TableColumn[] = word.observations ? [{ content: 'observations', heading: word.words.observations, weight: 20 }] : [];
  return [...textColumns(word), ...amounts.slice(0, 1), ...taux, ...amounts.slice(1), ...end];
}

interface AxePlan {
  readonly axe: number;
  readonly heading: string;
  readonly subtotalLabel: string;
  readonly subtotal: PrintedTotals | null;
}

interface WordPlan {
  readonly axes: readonly AxePlan[];
  readonly recap: readonly { readonly label: string; readonly totals: PrintedTotals }[] | null;
  readonly recapColumns: readonly number[];
  readonly grandLabel: string;
  readonly grand: PrintedTotals | null;
}

/** Over a single axe, the total of the axe and that of the programme would be one statement. */
function pickSeveralAxes(random: Random, habits: Habits): string[] {
  for (;;) {
    const codes = pickCodes(random, codesOf(habits.version), random.pick([0.25, 0.35, 0.5, 0.7]));
    if (new Set(codes.map(axeOf)).size > 1) return codes;
  }
}

/** Codes given several times over are actions with many lines: their name is one. */
function sameNames(wanted: boolean, lines: readonly LineContent[]): readonly LineContent[] {
  if (!wanted) return lines;
  const names = new Map<string, string | null>();
  for (const line of lines) if (!names.has(line.action)) names.set(line.action, line.actionText);
  return lines.map((line) => (line.descriptions.length === 0 ? line : { ...line, actionText: names.get(line.action) ?? line.actionText }));
}

/** One programme in the Word manner: its content with totals, and how to lay it out once errors are planted. */
export function planWord(
  random: Random,
  habits: Habits,
  word: WordHabits,
  set: ColumnSet,
  heading: HeadingContent,
  given?: readonly string[],
): PlannedProgramme {
  const codes = given ?? pickSeveralAxes(random, habits);
  const section: SectionContent = {
    section: null,
    columns: set.columns,
    lines: sameNames(
      given !== undefined,
      makeLines(
        random,
        habits,
        codes,
        {
          columns: set.columns,
          kind: set.kind,
          context: { year: set.years.debut, commune: heading.commune },
          actionCells: word.actions !== 'free',
          freeActions: word.actions === 'free',
          descriptionCells: word.actions === 'named',
          calendrierCells: word.calendar,
          observationCells: word.observations,
          quantityCells: word.quantities,
          tauxCells: word.taux,
          nothing: random.pick([0.03, 0.1, 0.2]),
          several: 0.22,
          actionSuffix: '',
        },
        0,
      ),
    ),
  };
  const book = new TotalBook([section]);
  const axeNumbers = [...new Set(section.lines.map((line) => line.axe))];
  const axes = axeNumbers.map((axe): AxePlan => {
    const lines = section.lines.filter((line) => line.axe === axe);
    const label = axeTotalLabel(random, axe, lines[0]?.axeText ?? '');
    const subtotal = word.axeTotals ? book.addRow(0, lines, { portee: 'axe', cle: String(axe), libelle: label }) : null;
    return { axe, heading: lines[0]?.axeText ?? '', subtotalLabel: label, subtotal };
  });
  const indices = set.columns.map((_, index) => index);
  const recapColumns = word.recapColumns === 'all' ? indices : word.recapColumns === 'first' ? indices.slice(0, 1) : indices.slice(-1);
  const recap = word.recap === 'none' ? null : planRecap(random, habits, word, section, axes, recapColumns, book);
  const grandLabel = grandTotalLabel(random);
  const grandWanted = word.grand === 'none' ? [] : word.grand === 'recap' ? recapColumns : indices;
  const all = book.addRow(0, word.grand === 'none' ? [] : section.lines, { portee: 'programme', cle: null, libelle: grandLabel });
  const grand = word.grand === 'none' ? null : all.map((index, column) => (grandWanted.includes(column) ? index : null));
  const content = withTotals({ heading, nature: set.nature, sections: [section] }, book.totals);
  const layoutRandom = random.fork();
  const kept = word.grand === 'recap' || word.grand === 'sentence' ? dropUnprinted(content, all, grand, word, set) : { content, grand };
  const plan: WordPlan = { axes, recap, recapColumns, grandLabel, grand: kept.grand };
  return { content: kept.content, blocks: (programme, width) => wordBlocks(programme, habits, word, set, plan, width, layoutRandom) };
}

/** A grand total that the recapitulation or the sentence leaves out is not stated. It was added last, so no other index moves. */
function dropUnprinted(
  content: ProgrammeContent,
  all: PrintedTotals,
  grand: PrintedTotals | null,
  word: WordHabits,
  set: ColumnSet,
): { content: ProgrammeContent; grand: PrintedTotals | null } {
  const said =
    word.grand === 'sentence'
      ? grand?.map((index, column) => (column === 0 || (column === 1 && set.columns[1]?.rubrique === 'valorise') ? index : null))
      : grand;
  const kept = new Set((said ?? []).filter((index) => index !== null));
  const dropped = new Set(all.filter((index) => index !== null && !kept.has(index)));
  const order = content.totals
    .map((_, index) => index)
    .filter((index) => !dropped.has(index) || content.totals[index]?.portee !== 'programme');
  const moved = new Map(order.map((index, place) => [index, place]));
  return {
    content: { ...content, totals: order.flatMap((index) => content.totals[index] ?? []) },
    grand: (said ?? []).map((index) => (index === null ? null : (moved.get(index) ?? null))),
  };
}

function planRecap(
  random: Random,
  habits: Habits,
  word: WordHabits,
  section: SectionContent,
  axes: readonly AxePlan[],
  columns: readonly number[],
  book: TotalBook,
): { label: string; totals: PrintedTotals }[] {
  const numbers = word.recapAbsent === 'omit' ? axes.map((axe) => axe.axe) : [1, 2, 3, 4, 5, 6, 7, 8];
  return numbers.map((axe) => {
    const present = axes.find((each) => each.axe === axe);
    const label = present?.heading ?? axeName(axe, habits, random);
    const lines: readonly LineContent[] = section.lines.filter((line) => line.axe === axe);
    const zero = word.recapAbsent === 'zero' && present === undefined;
    const scope = { portee: 'axe', cle: String(axe), libelle: label } as const;
    const totals = section.columns.map((column, index) =>
      columns.includes(index)
        ? book.add(
            {
              ...scope,
              terms: [{ section: 0, column: index }],
              lines,
              colonne: headingPath(column),
              rubrique: column.rubrique,
              periode: column.periode,
            },
            zero,
          )
        : null,
    );
    return { label, totals };
  });
}

function columnPath(section: SectionContent | undefined, index: number): string {
  const column = section?.columns[index];
  return column === undefined ? '' : headingPath(column);
}

function recapBlocks(
  programme: ProgrammeContent,
  habits: Habits,
  word: WordHabits,
  plan: WordPlan,
  width: number,
  random: Random,
): Block[] {
  if (plan.recap === null) return [];
  const section = programme.sections[0];
  const headings = plan.recapColumns.map((index) => columnPath(section, index));
  const texts = (totals: PrintedTotals): string[] =>
    plan.recapColumns.map((column) => totalText(printed(programme, totals[column] ?? null), habits));
  const bold = word.table.headerBold;
  const background = word.table.headerBackground === null ? {} : { background: word.table.headerBackground };
  const amountWidth = Math.min(45, (width * 0.55) / plan.recapColumns.length);
  const row = (
    label: string,
    amounts: readonly string[],
    strong: boolean,
  ): { cells: { text: string; bold?: boolean; align?: 'right' }[] } => ({
    cells: [
      { text: label, ...(strong ? { bold: true } : {}) },
      ...amounts.map((text) => ({ text, align: 'right' as const, ...(strong ? { bold: true } : {}) })),
    ],
  });
  const rows = [
    {
      cells: [
        { text: random.pick(['Axe', 'Axes', 'Intitulé de l’axe', '']), bold, ...background },
        ...headings.map((text) => ({ text, bold, align: 'center' as const, ...background })),
      ],
    },
    ...plan.recap.map((each) => row(each.label, texts(each.totals), false)),
    ...(word.grand === 'recap' && plan.grand !== null ? [row(plan.grandLabel, texts(plan.grand), true)] : []),
  ];
  const title = random.pick([
    'Récapitulatif',
    'Récapitulatif financier',
    'Synthèse par axe',
    'Tableau récapitulatif',
    'RÉCAPITULATIF PAR AXE',
  ]);
  return [
    { kind: 'paragraph', text: title, bold: true, size: word.table.size + 2, before: 8, after: 4, keepWithNext: true },
    {
      kind: 'table',
      columns: [Math.round((width - amountWidth * headings.length) * 10) / 10, ...headings.map(() => Math.round(amountWidth * 10) / 10)],
      rows,
      headerRows: 1,
      border: word.table.border,
      borderWidth: word.table.borderWidth,
      padding: word.table.padding,
      size: word.table.size,
      after: 8,
    },
  ];
}

function grandSentence(programme: ProgrammeContent, habits: Habits, plan: WordPlan, random: Random): Block[] {
  const first = printed(programme, plan.grand?.[0]);
  if (first === null) return [];
  const valued = printed(programme, plan.grand?.[1]);
  const amount = withUnit(totalText(first, habits), habits.style);
  const tail = valued === null ? '' : `, dont ${withUnit(totalText(valued, habits), habits.style)} valorisés au titre de la TFPB`;
  const text = random.pick([
    `Le montant total du programme d'actions s'élève à ${amount}${tail}.`,
    `Total général : ${amount}${tail}`,
    `Soit un total de ${amount} pour l'ensemble du programme${tail}.`,
    `Montant total des actions : ${amount}${tail}.`,
  ]);
  return [{ kind: 'paragraph', text, bold: random.chance(0.5), before: 6, after: 8 }];
}

function wordBlocks(
  programme: ProgrammeContent,
  habits: Habits,
  word: WordHabits,
  set: ColumnSet,
  plan: WordPlan,
  width: number,
  random: Random,
): Block[] {
  const section = programme.sections[0];
  if (section === undefined) return [];
  const blocks: Block[] = openingBlocks(programme.heading, word.paper, spell(set.years, random), { width, size: word.table.size }, random);
  const recap = recapBlocks(programme, habits, word, plan, width, random);
  if (word.recap === 'start') blocks.push(...recap);
  const columns = tableColumns(word, section);
  const texts = (totals: PrintedTotals): string[] => totals.map((index) => totalText(printed(programme, index), habits));
  const grandItems: BodyItem[] =
    word.grand === 'row' && plan.grand !== null ? [{ label: plan.grandLabel, amounts: texts(plan.grand), strong: true }] : [];
  const itemsOf = (axe: AxePlan): BodyItem[] => [
    ...section.lines.filter((line) => line.axe === axe.axe).map((line) => ({ line })),
    ...(axe.subtotal === null ? [] : [{ label: axe.subtotalLabel, amounts: texts(axe.subtotal), strong: false }]),
  ];
  const measure = [...plan.axes.flatMap(itemsOf), ...grandItems];
  if (word.shape === 'per_axe') {
    for (const axe of plan.axes) {
      blocks.push({ kind: 'paragraph', text: axe.heading, bold: true, size: word.table.size + 1, before: 8, after: 4, keepWithNext: true });
      blocks.push(sectionTable(columns, itemsOf(axe), word.table, width, { measure }));
    }
    if (grandItems.length > 0) blocks.push(totalTable(grandItems, measure, columns, word, width));
  } else {
    const items = plan.axes.flatMap((axe) => (word.shape === 'axe_bands' ? [{ band: axe.heading }, ...itemsOf(axe)] : itemsOf(axe)));
    blocks.push(sectionTable(columns, [...items, ...grandItems], word.table, width));
  }
  if (word.grand === 'sentence') blocks.push(...grandSentence(programme, habits, plan, random));
  if (word.recap === 'end') blocks.push(...recap);
  return [...blocks, ...closingBlocks(programme.heading, word.paper, random)];
}

/** A total on its own under the last table, on the same columns. */
function totalTable(
  items: readonly BodyItem[],
  measure: readonly BodyItem[],
  columns: readonly TableColumn[],
  word: WordHabits,
  width: number,
): Block {
  const table = sectionTable(columns, items, word.table, width, { measure });
  return { ...table, rows: table.rows.slice(table.headerRows ?? 0), headerRows: 0 };
}

/** What one file in the Word manner is made of, before errors are planted. */
export function planWordFile(random: Random, habits: Habits, table: TableHabits, count: number): readonly PlannedProgramme[] {
  const set = pickColumns(random, habits.style.headingUnit, true);
  const word = pickWordHabits(random, set, table, set.nature === 'bilan');
  const named = word.shape === 'per_axe' && word.actions === 'named_only' && set.columns.length < 3 ? { ...word, calendar: true } : word;
  return pickHeadings(random, set.years, count).map((heading) => planWord(random.fork(), habits, named, set, heading));
}
