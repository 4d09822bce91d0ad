import type { Periode, Rubrique } from '../../src/model/vocabulary.ts';
import type { Block, Part, Producer, Table } from '../typeset/model.ts';
import { formatAmount, pickAmount } from './amounts.ts';
import { spell } from './columns.ts';
import type { AmountContent, ColumnContent, HeadingContent, LineContent, ProgrammeContent, SectionContent } from './content.ts';
import { landscape, pickFrame, portrait } from './file-plan.ts';
import type { Ask, FilePlan, Frame } from './file-plan.ts';
import { levelledHeader } from './header-levels.ts';
import type { HeadingLevels } from './header-levels.ts';
import { formatCount, pickHeadings } from './heading.ts';
import { makeLines, pickCodes } from './lines.ts';
import type { Random } from './random.ts';
import { fittedTable } from './fit-table.ts';
import type { BodyItem, TableColumn } from './table.ts';
import { TotalBook } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, grandTotalLabel, textsOfTotals, withTotals } from './totals.ts';
import type { AcrossTotal } from './truth.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

/** One table for several quartiers, a column each: every column is a programme, the lines are theirs in common. */

interface ColumnForm {
  /** Over all quartiers; null: the columns carry nothing but names. */
  readonly over: string | null;
  /** Under each quartier: the kinds of amount; one without heading of its own, or two. */
  readonly under: readonly { readonly heading: string | null; readonly rubrique: Rubrique }[];
  readonly periode: Periode | null;
}

interface QuartiersHabits {
  readonly form: ColumnForm;
  readonly titles: readonly string[];
  readonly described: boolean;
  readonly calendar: boolean;
  readonly axeTotals: boolean;
  readonly acrossColumn: string | null;
  readonly grandLabel: string;
  readonly words: { readonly axe: string; readonly action: string; readonly description: string; readonly calendrier: string };
  readonly codes: 'heading' | 'column' | 'none';
  readonly dwellings: 'table' | 'column' | 'none';
  readonly nature: ProgrammeContent['nature'];
}

function pickForm(random: Random, years: Periode): ColumnForm {
  const p = spell(years, random);
  return random.weighted<ColumnForm>([
    [
      3,
      {
        over: random.pick(['Montant prévisionnel', 'Dépense prévisionnelle', 'Coût prévisionnel']),
        under: [{ heading: null, rubrique: 'prevu' }],
        periode: null,
      },
    ],
    [2, { over: `Montant prévisionnel ${p} par quartier`, under: [{ heading: null, rubrique: 'prevu' }], periode: years }],
    [2, { over: null, under: [{ heading: null, rubrique: 'prevu' }], periode: null }],
    [
      1,
      { over: random.pick(['Quartiers', 'QPV', 'Quartiers prioritaires']), under: [{ heading: null, rubrique: 'prevu' }], periode: null },
    ],
    [1, { over: `Dépenses réalisées ${p}`, under: [{ heading: null, rubrique: 'realise' }], periode: years }],
    [
      2,
      {
        over: null,
        under: [
          { heading: random.pick(['Dépense prévisionnelle', 'Prévu']), rubrique: 'prevu' },
          { heading: random.pick(['Dépense valorisée', 'Valorisé']), rubrique: 'valorise' },
        ],
        periode: null,
      },
    ],
  ]);
}

/** Columns headed by names alone have no place for a unit: nobody could tell thousands. */
function withPlaceForUnit(form: ColumnForm, unit: string): ColumnForm {
  return unit === '' || form.over !== null || form.under.some(({ heading }) => heading !== null) ? form : { ...form, over: 'Montants' };
}

function pickQuartiersHabits(random: Random, years: Periode, unit: string): QuartiersHabits {
  const form = withPlaceForUnit(pickForm(random, years), unit);
  const p = spell(years, random);
  const spent = form.under.every((each) => each.rubrique === 'realise');
  return {
    form,
    titles: [
      random.pick(
        spent
          ? [`Bilan du programme d'actions TFPB ${p}`, `BILAN TFPB ${p} – REPARTITION PAR QUARTIER`]
          : [
              `Programme d'actions TFPB ${p}`,
              `Abattement TFPB – programme d'actions ${p} par quartier`,
              "PROGRAMME D'ACTIONS – REPARTITION PAR QPV",
            ],
      ),
    ],
    described: random.chance(0.55),
    calendar: random.chance(0.2),
    axeTotals: random.chance(0.5),
    acrossColumn:
      form.under.length === 1 && random.chance(0.55) ? random.pick(['Total', 'TOTAL', 'Total tous quartiers', 'Ensemble']) : null,
    grandLabel: grandTotalLabel(random),
    words: {
      axe: random.pick(['Axes', 'Axe', 'AXE']),
      action: random.pick(['Actions', 'Action', 'ACTIONS']),
      description: random.pick(['Description', 'Détail', 'Contenu']),
      calendrier: 'Calendrier',
    },
    codes: random.pick(['heading', 'column', 'none']),
    dwellings: random.pick(['table', 'column', 'none']),
    nature: spent ? 'bilan' : 'previsionnel',
  };
}

/** The words over the column of a quartier. */
function quartierHeading(heading: HeadingContent, own: QuartiersHabits, random: Random): string {
  const code = own.codes === 'column' && heading.codeQp !== null ? `\n${heading.codeQp}` : '';
  const dwellings =
    own.dwellings === 'column' && heading.logements !== null ? `\n(${formatCount(heading.logements, random)} logements)` : '';
  return `${heading.quartier}${code}${dwellings}`;
}

interface QuartiersPlan {
  readonly contents: readonly ProgrammeContent[];
  readonly columnHeadings: readonly string[];
  readonly axes: readonly { readonly axe: number; readonly label: string; readonly rows: readonly PrintedTotals[] | null }[];
  readonly grand: readonly PrintedTotals[];
}

function sharedLines(
  random: Random,
  frame: Frame,
  own: QuartiersHabits,
  headings: readonly HeadingContent[],
  years: Periode,
): LineContent[] {
  const { habits } = frame;
  const { style } = habits;
  const nothing = (source: Random): AmountContent => ({ cents: null, text: source.pick(style.nothing) });
  const width = headings.length * own.form.under.length;
  const column: ColumnContent = { heading: '', group: null, rubrique: 'prevu', periode: null, base: null, taxe: null };
  let codes = pickCodes(random, codesOf(habits.version), random.pick([0.3, 0.5, 0.7]));
  while (new Set(codes.map(axeOf)).size < 2) codes = pickCodes(random, codesOf(habits.version), 0.4);
  return makeLines(
    random,
    habits,
    codes,
    {
      columns: Array.from({ length: width }, () => column),
      kind: 'prevu',
      context: { year: years.debut, commune: headings[0]?.commune ?? '' },
      actionCells: true,
      descriptionCells: own.described,
      calendrierCells: own.calendar,
      observationCells: false,
      quantityCells: false,
      tauxCells: false,
      nothing: 0.04,
      several: 0.2,
      amounts: (source) => ({
        amounts: headings.flatMap(() => {
          if (source.chance(0.25)) return own.form.under.map(() => nothing(source));
          const main = pickAmount(source, style);
          const share = source.pick([1, 1, 0.5]);
          const spending = share === 1 ? main : Math.max(1, Math.round(main / (style.step * 10))) * style.step * 10;
          return own.form.under.map((_, index) => {
            const cents = index === 0 ? spending : spending * share;
            return { cents, text: formatAmount(cents, style) };
          });
        }),
        taux: null,
      }),
      actionSuffix: '',
    },
    0,
  ).map((line) => ({ ...line, rowPerDescription: false }));
}

function planQuartiers(
  random: Random,
  frame: Frame,
  own: QuartiersHabits,
  headings: readonly HeadingContent[],
  years: Periode,
): QuartiersPlan {
  const unit = frame.style.headingUnit;
  const lines = sharedLines(random, frame, own, headings, years);
  const columnHeadings = headings.map((heading) => quartierHeading(heading, own, random));
  const per = own.form.under.length;
  const sections = headings.map((_, index): SectionContent => {
    const columns = own.form.under.map((each): ColumnContent => {
      const name = columnHeadings[index] ?? '';
      const single = each.heading === null;
      return {
        heading: single ? name : `${each.heading ?? ''}${unit}`,
        group: single ? (own.form.over === null ? null : `${own.form.over}${unit}`) : name,
        rubrique: each.rubrique,
        periode: own.form.periode,
        base: null,
        taxe: null,
      };
    });
    return {
      section: null,
      columns,
      lines: lines.map((line) => ({ ...line, amounts: line.amounts.slice(index * per, (index + 1) * per) })),
    };
  });
  const books = sections.map((section) => new TotalBook([section]));
  const axes = [...new Set(lines.map((line) => axeOf(line.action)))].map((axe) => {
    const label = axeTotalLabel(random, axe, lines.find((line) => line.axe === axe)?.axeText ?? '');
    const rows = books.map((book, index) =>
      book.addRow(
        0,
        (sections[index]?.lines ?? []).filter((line) => line.axe === axe),
        { portee: 'axe', cle: String(axe), libelle: label },
      ),
    );
    return { axe, label, rows: own.axeTotals ? rows : null };
  });
  const plain = own.axeTotals ? books : sections.map((section) => new TotalBook([section]));
  const grand = plain.map((book, index) =>
    book.addRow(0, sections[index]?.lines ?? [], { portee: 'programme', cle: null, libelle: own.grandLabel }),
  );
  const contents = headings.map((heading, index): ProgrammeContent => {
    const section = sections[index];
    if (section === undefined) throw new Error('a quartier without its column');
    return withTotals({ heading, nature: own.nature, sections: [section] }, plain[index]?.totals ?? []);
  });
  return { contents, columnHeadings, axes, grand };
}

/** The totals of the column over all quartiers: of each line, of each axe and of everything. */
function acrossTotals(plan: QuartiersPlan, own: QuartiersHabits): AcrossTotal[] {
  const heading = own.acrossColumn;
  if (heading === null) return [];
  const lines = plan.contents[0]?.sections[0]?.lines ?? [];
  const sum = (keys: ReadonlySet<number>): number | null => {
    const amounts = plan.contents.flatMap((content) =>
      (content.sections[0]?.lines ?? []).flatMap((line) => (keys.has(line.key) ? (line.amounts[0]?.cents ?? []) : [])),
    );
    return amounts.length === 0 ? null : amounts.reduce((all, cents) => all + cents, 0);
  };
  const total = (libelle: string | null, keys: ReadonlySet<number>): AcrossTotal[] => {
    const declared = sum(keys);
    if (declared === null) return [];
    const terms = plan.contents.map((_, programme) => ({ programme, section: 0, column: 0, keys }));
    const column = plan.contents[0]?.sections[0]?.columns[0];
    return [
      {
        libelle,
        colonne: heading,
        rubrique: column?.rubrique === 'realise' ? 'realise' : 'total',
        periode: own.form.periode,
        declared,
        terms,
      },
    ];
  };
  return [
    ...lines.flatMap((line) => total(null, new Set([line.key]))),
    ...(own.axeTotals
      ? plan.axes.flatMap(({ axe, label }) => total(label, new Set(lines.filter((line) => line.axe === axe).map((line) => line.key))))
      : []),
    ...total(own.grandLabel, new Set(lines.map((line) => line.key))),
  ];
}

function tableColumns(plan: QuartiersPlan, own: QuartiersHabits, unit: string): { columns: TableColumn[]; levels: HeadingLevels[] } {
  const texts: TableColumn[] = [
    { content: 'axe', heading: own.words.axe, weight: 18 },
    { content: 'action', heading: own.words.action, weight: 26 },
    ...(own.described ? [{ content: 'description' as const, heading: own.words.description, weight: 30 }] : []),
    ...(own.calendar ? [{ content: 'calendrier' as const, heading: own.words.calendrier, weight: 12 }] : []),
  ];
  const over = own.form.over === null ? null : `${own.form.over}${unit}`;
  const amounts = plan.columnHeadings.flatMap((name) => own.form.under.map((each) => ({ name, heading: each.heading })));
  const columns: TableColumn[] = amounts.map(({ name, heading }, index) => ({
    content: { amount: index },
    heading: heading ?? name,
    weight: 0,
  }));
  const levels: HeadingLevels[] = amounts.map(({ name, heading }) => [
    ...(over === null ? [] : [over]),
    ...(heading === null ? [name] : [name, `${heading}${unit}`]),
  ]);
  if (own.acrossColumn !== null) {
    columns.push({ content: { amount: amounts.length }, heading: own.acrossColumn, weight: 0 });
    levels.push([...(over === null ? [] : [over]), own.acrossColumn]);
  }
  return { columns: [...texts, ...columns], levels: [...texts.map((column) => [column.heading]), ...levels] };
}

/** What a row prints in the column over all quartiers. */
function acrossText(contents: readonly ProgrammeContent[], keys: ReadonlySet<number>, frame: Frame): string {
  const amounts = contents.flatMap((content) =>
    (content.sections[0]?.lines ?? []).flatMap((line) => (keys.has(line.key) ? (line.amounts[0]?.cents ?? []) : [])),
  );
  if (amounts.length === 0) return frame.style.nothing[0] ?? '';
  return formatAmount(
    amounts.reduce((sum, cents) => sum + cents, 0),
    frame.style,
  );
}

function table(contents: readonly ProgrammeContent[], plan: QuartiersPlan, own: QuartiersHabits, frame: Frame): Table {
  const { columns, levels } = tableColumns(plan, own, frame.style.headingUnit);
  const lines = contents[0]?.sections[0]?.lines ?? [];
  const across = (keys: ReadonlySet<number>): string[] => (own.acrossColumn === null ? [] : [acrossText(contents, keys, frame)]);
  const row = (line: LineContent, index: number): LineContent => ({
    ...line,
    amounts: [
      ...contents.flatMap((content) => content.sections[0]?.lines[index]?.amounts ?? []),
      ...across(new Set([line.key])).map((text) => ({ cents: null, text })),
    ],
  });
  const shared = lines.map(row);
  const totals = (rows: readonly PrintedTotals[], keys: ReadonlySet<number>): string[] => [
    ...contents.flatMap((content, index) => textsOfTotals(content, rows[index] ?? [], frame.habits)),
    ...across(keys),
  ];
  const items: BodyItem[] = plan.axes.flatMap(({ axe, label, rows }) => {
    const its = shared.filter((line) => line.axe === axe);
    const keys = new Set(its.map((line) => line.key));
    return [...its.map((line) => ({ line })), ...(rows === null ? [] : [{ label, amounts: totals(rows, keys), strong: false }])];
  });
  items.push({ label: own.grandLabel, amounts: totals(plan.grand, new Set(lines.map((line) => line.key))), strong: true });
  const built = fittedTable(columns, items, { ...frame.table, turned: false }, frame.width);
  const header = levelledHeader(levels, frame.table);
  return { ...built, rows: [...header, ...built.rows.slice(built.headerRows ?? 0)], headerRows: header.length };
}

/** The quartiers of the file with their codes and dwellings, where the columns do not say them. */
function quartierList(headings: readonly HeadingContent[], own: QuartiersHabits, frame: Frame, random: Random): Block[] {
  const codes = own.codes === 'heading' && headings.some((heading) => heading.codeQp !== null);
  const dwellings = own.dwellings === 'table' && headings.some((heading) => heading.logements !== null);
  if (!codes && !dwellings) return [];
  const titles = ['Quartier prioritaire', ...(codes ? ['Code QPV'] : []), ...(dwellings ? ['Nombre de logements'] : [])];
  return [
    {
      kind: 'table',
      columns: titles.map((_, index) => (index === 0 ? 60 : 40)),
      headerRows: 1,
      border: 'all',
      padding: 2,
      size: frame.size,
      after: 8,
      rows: [
        { cells: titles.map((text) => ({ text, bold: true })) },
        ...headings.map((heading) => ({
          cells: [
            { text: heading.quartier },
            ...(codes ? [{ text: heading.codeQp ?? '' }] : []),
            ...(dwellings ? [{ text: heading.logements === null ? '' : formatCount(heading.logements, random) }] : []),
          ],
        })),
      ],
    },
  ];
}

function headBlocks(headings: readonly HeadingContent[], own: QuartiersHabits, frame: Frame, random: Random): Block[] {
  const first = headings[0];
  if (first === undefined) return [];
  const named = first.homonym && headings.every((heading) => heading.codeQp === null) ? ` (${first.departement})` : '';
  const facts = [
    `${random.pick(['Commune', 'Ville'])} : ${first.commune}${named}`,
    `${random.pick(['Bailleur', 'Organisme'])} : ${first.bailleur}`,
    `${random.pick(['Année', 'Période', 'Exercice'])} : ${spell(first.years, random)}`,
    ...(random.chance(0.4) ? [`Quartiers : ${headings.map((heading) => heading.quartier).join(', ')}`] : []),
  ];
  return [
    ...own.titles.map((text): Block => ({ kind: 'paragraph', text, bold: true, align: 'center', size: frame.size + 3, after: 8 })),
    ...facts.map((text, index): Block => ({ kind: 'paragraph', text, after: index === facts.length - 1 ? 8 : 2 })),
    ...quartierList(headings, own, frame, random),
  ];
}

/** Facts the page does not print are not in the truth. */
function printedHeading(heading: HeadingContent, own: QuartiersHabits): HeadingContent {
  return {
    ...heading,
    codeQp: own.codes === 'none' ? null : heading.codeQp,
    logements: own.dwellings === 'none' ? null : heading.logements,
  };
}

export function planQuartiersFile(random: Random, producer: Producer, ask?: Ask): FilePlan {
  const count = random.pick([2, 2, 3, 3, 4]);
  const page = count < 3 && random.chance(0.3) ? portrait(random) : landscape(random);
  const frame = pickFrame(random, producer, { page, ask, sizes: count > 3 ? [7, 7.5] : [7.5, 8, 8, 9], ruled: 0.8 });
  const start = random.int(2016, 2028);
  const years = random.chance(0.75) ? { debut: start, fin: start } : { debut: start, fin: start + random.int(1, 3) };
  const own = pickQuartiersHabits(random, years, frame.style.headingUnit);
  const headings = pickHeadings(random, years, count).map((heading) => printedHeading(heading, own));
  const plan = planQuartiers(random.fork(), frame, own, headings, years);
  const layoutRandom = random.fork();
  const across = acrossTotals(plan, own);
  return {
    kind: `quartiers ${count}${own.acrossColumn === null ? '' : ' + total'}`,
    frame,
    contents: plan.contents,
    errors: own.acrossColumn === null ? 'digits' : 'none',
    across,
    parts: (contents): Part[] => [
      {
        page,
        ...frame.bands,
        blocks: [...headBlocks(headings, own, frame, layoutRandom), table(contents, plan, own, frame)],
      },
    ],
  };
}
