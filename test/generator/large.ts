import type { Part, Producer, Table } from '../typeset/model.ts';
import type { HeadingContent, ProgrammeContent, SectionContent } from './content.ts';
import { landscape, pickFrame } from './file-plan.ts';
import type { Ask, FilePlan, Frame } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { levelledHeader } from './header-levels.ts';
import { pickLargeColumns } from './large-columns.ts';
import type { LargeColumns } from './large-columns.ts';
import { makeLines } from './lines.ts';
import { headBlocks, pickPageHead } from './programme-page.ts';
import type { PageHead } from './programme-page.ts';
import type { Random } from './random.ts';
import { fittedTable } from './fit-table.ts';
import type { BodyItem, TableColumn, TableHabits } from './table.ts';
import { TotalBook } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, textsOfTotals, withTotals } from './totals.ts';
import { ORDINARY } from './lens.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

/** The wide multi-period table: every action of the framework listed, even when empty, with the history of earlier periods beside the year planned. */

interface LargeHabits {
  readonly head: PageHead;
  readonly boxes: boolean;
  readonly comments: boolean;
  readonly table: TableHabits;
  readonly axeTotals: boolean;
  readonly grandLabel: string;
  readonly printZero: boolean;
}

interface LargePlan {
  readonly content: ProgrammeContent;
  readonly axes: readonly { readonly axe: number; readonly label: string; readonly totals: PrintedTotals | null }[];
  readonly grand: PrintedTotals;
}

function pickLargeHabits(random: Random, frame: Frame, year: number): LargeHabits {
  return {
    head: pickPageHead(random, year, [
      `Utilisation de l'abattement TFPB – Programme d'actions ${year}`,
      `TABLEAU DE SUIVI PLURIANNUEL DE L'ABATTEMENT TFPB`,
      `Annexe – programme d'actions TFPB ${year}`,
      'ABATTEMENT TFPB : BILANS ET PROGRAMME PREVISIONNEL',
    ]),
    boxes: random.chance(0.45),
    comments: random.chance(0.25),
    table: {
      ...frame.table,
      axes: frame.table.border === 'all' ? random.pick(['merged', 'merged', 'first', 'repeated']) : frame.table.axes,
      actions: 'repeated',
      turned: false,
      labelPlace: 'span',
    },
    axeTotals: random.chance(0.85),
    grandLabel: random.pick(['MONTANT TOTAL PREVISIONNEL', 'MONTANT TOTAL', 'TOTAL GENERAL', 'TOTAL', 'Total général']),
    printZero: random.chance(0.25),
  };
}

function planLarge(random: Random, frame: Frame, large: LargeHabits, set: LargeColumns, heading: HeadingContent): LargePlan {
  const { habits } = frame;
  const made = makeLines(
    random,
    habits,
    codesOf(habits.version),
    {
      columns: set.columns,
      kind: 'prevu',
      context: { year: set.years.debut, commune: heading.commune },
      actionCells: true,
      descriptionCells: false,
      calendrierCells: false,
      observationCells: large.comments,
      quantityCells: false,
      tauxCells: false,
      nothing: random.pick([0.3, 0.5, 0.65]),
      several: 0,
      amounts: set.amounts(habits, random.pick([0.15, 0.35])),
      actionSuffix: '',
    },
    0,
  );
  const lines = large.boxes
    ? made.map((line) => ({ ...line, section: ORDINARY.has(line.action) ? ('droit_commun' as const) : ('actions_specifiques' as const) }))
    : made;
  const section: SectionContent = { section: null, columns: set.columns, lines };
  const book = new TotalBook([section]);
  const axes = [...new Set(lines.map((line) => axeOf(line.action)))].map((axe) => {
    const own = lines.filter((line) => line.axe === axe);
    const label = axeTotalLabel(random, axe, own[0]?.axeText ?? '');
    const totals = large.axeTotals ? book.addRow(0, own, { portee: 'axe', cle: String(axe), libelle: label }, large.printZero) : null;
    return { axe, label, totals };
  });
  const grand = book.addRow(0, lines, { portee: 'programme', cle: null, libelle: large.grandLabel }, large.printZero);
  return { content: withTotals({ heading, nature: set.nature, sections: [section] }, book.totals), axes, grand };
}

function textColumns(large: LargeHabits): { before: TableColumn[]; after: TableColumn[] } {
  const before: TableColumn[] = [
    { content: 'axe', heading: 'AXES', weight: 12 },
    { content: 'action', heading: 'ACTIONS', weight: 22 },
  ];
  if (large.boxes) {
    before.push({ content: 'case_droit_commun', heading: 'GESTION DE DROIT COMMUN', weight: 4 });
    before.push({ content: 'case_specifique', heading: 'ACTION SPECIFIQUE', weight: 4 });
  }
  return { before, after: large.comments ? [{ content: 'observations', heading: 'Commentaires', weight: 10 }] : [] };
}

function table(programme: ProgrammeContent, plan: LargePlan, large: LargeHabits, set: LargeColumns, frame: Frame): Table {
  const section = programme.sections[0];
  if (section === undefined) throw new Error('a programme without a section');
  const { before, after } = textColumns(large);
  const amounts: TableColumn[] = set.columns.map((column, index) => ({ content: { amount: index }, heading: column.heading, weight: 0 }));
  const columns = [...before, ...amounts, ...after];
  const items: BodyItem[] = plan.axes.flatMap(({ axe, label, totals }) => [
    ...section.lines.filter((line) => line.axe === axe).map((line) => ({ line })),
    ...(totals === null ? [] : [{ label, amounts: textsOfTotals(programme, totals, frame.habits), strong: false }]),
  ]);
  items.push({ label: large.grandLabel, amounts: textsOfTotals(programme, plan.grand, frame.habits), strong: true });
  const built = fittedTable(columns, items, large.table, frame.width);
  const levels = [...before.map((column) => [column.heading]), ...set.levels, ...after.map((column) => [column.heading])];
  const header = levelledHeader(levels, large.table);
  return { ...built, rows: [...header, ...built.rows.slice(built.headerRows ?? 0)], headerRows: header.length };
}

export function planLargeFile(random: Random, producer: Producer, ask?: Ask): FilePlan {
  const page = landscape(random, random.chance(0.5) ? 'A3' : 'A4');
  const frame = pickFrame(random, producer, { page, ask, sizes: page.size === 'A3' ? [7, 8, 9] : [5.5, 6, 6.5], ruled: 0.9 });
  const set = pickLargeColumns(random, frame.style.headingUnit);
  const large = pickLargeHabits(random, frame, set.years.debut);
  const count = random.weighted([
    [8, 1],
    [2, 2],
  ]);
  const plans = pickHeadings(random, set.years, count).map((heading) => planLarge(random.fork(), frame, large, set, heading));
  const layoutRandom = random.fork();
  return {
    kind: page.size === 'A3' ? 'large A3' : 'large A4',
    frame,
    contents: plans.map((plan) => plan.content),
    errors: 'any',
    parts: (contents) =>
      contents.flatMap((programme, index): Part[] => {
        const plan = plans[index];
        if (plan === undefined) return [];
        const head = headBlocks(large.head, programme.heading, frame, layoutRandom);
        return [{ page, ...frame.bands, blocks: [...head, table(programme, plan, large, set, frame)] }];
      }),
  };
}
