import type { Block } from '../typeset/model.ts';
import type { ColumnSet } from './columns.ts';
import { pickColumns, spell, surcharge } from './columns.ts';
import { headingPath } from './content.ts';
import type { Habits, HeadingContent, LineContent, ProgrammeContent, SectionContent } from './content.ts';
import { headingBlocks, pickHeadingForm } from './heading-blocks.ts';
import type { HeadingForm } from './heading-blocks.ts';
import { pickHeadingHabits, pickHeadings } from './heading.ts';
import type { HeadingHabits } from './heading.ts';
import { makeLines, pickCodes } from './lines.ts';
import type { LineOptions } from './lines.ts';
import type { PlannedProgramme } from './planned.ts';
import type { Random } from './random.ts';
import { amountColumns, sectionTable } from './table.ts';
import type { BodyItem, TableColumn, TableHabits, TextColumn } from './table.ts';
import { TotalBook, printed } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, bothSectionsLabel, sectionTotalLabel, totalText, wholeProgrammeLabel, withTotals, withUnit } from './totals.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';
import { withoutAccents } from './wording/fill.ts';

/** Actions a landlord counts as reinforced ordinary management; the others are specific actions. */
export const ORDINARY = new Set(['1.1', '1.2', '1.4', '3.1', '3.2', '3.3', '3.4', '4.1', '4.2', '4.4', '8.2']);

interface SectionPlan {
  readonly index: number;
  readonly title: string;
  readonly totalLabel: string | null;
  readonly total: PrintedTotals | null;
  readonly axes: ReadonlyMap<number, { readonly label: string; readonly totals: PrintedTotals }>;
  /** A total in mid-table over all lines before it. */
  readonly partial: { readonly label: string; readonly keys: ReadonlySet<number>; readonly totals: PrintedTotals } | null;
}

export interface LensHabits {
  readonly form: HeadingForm;
  readonly heading: HeadingHabits;
  readonly table: TableHabits;
  readonly order: 'specific_first' | 'ordinary_first' | 'specific_only' | 'ordinary_only';
  readonly sectionTitles: 'paragraph' | 'row';
  readonly letters: boolean;
  readonly together: boolean;
  readonly axeTotals: boolean;
  readonly sectionTotals: boolean;
  readonly both: 'row' | 'table' | 'paragraph' | 'none';
  readonly titleLines: readonly string[];
  readonly legend: boolean;
  readonly actionSuffix: string;
  readonly calendar: boolean;
  readonly noDescription: boolean;
  readonly numbered: boolean;
  readonly quantities: boolean;
  /** The grand total printed a second time, above or below the tables. */
  readonly again: 'none' | 'above' | 'below';
  readonly amountsEarly: boolean;
  readonly ordinarySurcharge: boolean;
  readonly words: Readonly<Record<TextColumn, string>>;
}

export function pickWords(random: Random): Record<TextColumn, string> {
  return {
    axe: random.pick(['Axes', 'Axes', 'Axe', "Axes d'intervention", 'AXES', 'Axe prioritaire', 'Thématique']),
    action: random.pick(['Actions', 'Actions', 'Action', 'Actions proposées', "Intitulé de l'action", 'ACTIONS']),
    description: random.pick([
      'Calendrier et actions associées',
      'Description',
      'Contenu',
      'Descriptif',
      'Détail des actions',
      'Commentaires',
      'Description de l’action',
    ]),
    calendrier: random.pick(['Calendrier', 'Échéance', 'Calendrier prévisionnel', 'Echéancier', 'Planning']),
    observations: random.pick(['Observations', 'Commentaires', 'Remarques', 'Partenaires']),
    numero: random.pick(['N°', 'n°', 'N° action', 'Réf.']),
    quantite: random.pick(['Logements concernés', 'Nb de logements', 'Quantité', 'ETP']),
    taux: random.pick(['Taux de valorisation', 'Taux', '% valorisé', 'Taux de valorisation TFPB']),
    case_droit_commun: 'Gestion de droit commun',
    case_specifique: 'Action spécifique',
  };
}

function titles(random: Random, bilan: boolean, years: string): string[] {
  const list = bilan
    ? [`Bilan des actions ${years}`, 'BILAN DU PROGRAMME D’ACTIONS TFPB', `Abattement TFPB - Bilan ${years}`]
    : [
        'ACTIONS PREVISIONNELLES / GESTION URBAINE DE PROXIMITE',
        `Programme d'actions ${years}`,
        "Abattement TFPB – Programme d'actions",
        "PROGRAMME D'ACTIONS PREVISIONNEL",
        "Annexe 2 : programme d'actions lié à l'abattement de TFPB",
      ];
  return bilan || random.chance(0.85) ? random.sample(list, 1) : [];
}

export function pickLensHabits(random: Random, set: ColumnSet, table: TableHabits, bilan: boolean): LensHabits {
  const year = set.years.debut;
  return {
    form: pickHeadingForm(random),
    heading: pickHeadingHabits(random, year),
    table,
    order: random.weighted([
      [5, 'specific_first'],
      [3, 'ordinary_first'],
      [1.5, 'specific_only'],
      [0.7, 'ordinary_only'],
    ]),
    sectionTitles: random.pick(['paragraph', 'row']),
    letters: random.chance(0.4),
    together: random.chance(0.12),
    axeTotals: random.chance(0.2),
    sectionTotals: random.chance(0.92),
    both: random.weighted([
      [4, 'row'],
      [2, 'table'],
      [2, 'paragraph'],
      [1.5, 'none'],
    ]),
    titleLines: titles(random, bilan, spell(set.years, random)),
    legend: random.chance(0.4),
    actionSuffix: random.chance(0.35) ? ' (2)' : '',
    calendar: random.chance(0.15),
    noDescription: random.chance(0.06),
    numbered: random.chance(0.06),
    quantities: random.chance(0.05),
    again:
      set.columns.length > 1
        ? 'none'
        : random.weighted([
            [8, 'none'],
            [0.6, 'above'],
            [0.6, 'below'],
          ]),
    amountsEarly: random.chance(0.12),
    ordinarySurcharge: set.kind === 'prevu' && random.chance(0.55),
    words: pickWords(random),
  };
}

/** The columns of one section's table, in this document's order. */
function tableColumns(section: SectionContent, habits: LensHabits, ordinary: boolean): readonly TableColumn[] {
  const texts: TableColumn[] = [
    ...(habits.numbered ? [{ content: 'numero' as const, heading: habits.words.numero, weight: 5 }] : []),
    { content: 'axe', heading: habits.words.axe, weight: 22 },
    { content: 'action', heading: habits.words.action, weight: 28 },
  ];
  const rest: TableColumn[] = [];
  if (habits.quantities) rest.push({ content: 'quantite', heading: habits.words.quantite, weight: 9 });
  if (!habits.noDescription)
    rest.push({ content: 'description', heading: ordinary ? habits.words.calendrier : habits.words.description, weight: 42 });
  if (habits.calendar && !ordinary && !habits.noDescription) {
    const heading = habits.words.description.startsWith('Calendrier') ? 'Échéance' : habits.words.calendrier;
    rest.push({ content: 'calendrier', heading, weight: 14 });
  }
  return habits.amountsEarly ? [...texts, ...amountColumns(section), ...rest] : [...texts, ...rest, ...amountColumns(section)];
}

function buildSections(random: Random, habits: Habits, lens: LensHabits, set: ColumnSet, heading: HeadingContent): SectionContent[] {
  const allowed = codesOf(habits.version);
  const context = { year: set.years.debut, commune: heading.commune };
  const share = random.pick([0.25, 0.4, 0.55, 0.75]);
  const options: Omit<LineOptions, 'columns' | 'kind' | 'nothing' | 'several' | 'actionSuffix' | 'calendrierCells'> = {
    context,
    actionCells: true,
    descriptionCells: !lens.noDescription,
    observationCells: false,
    quantityCells: lens.quantities,
    tauxCells: false,
  };
  const specificCodes = pickCodes(
    random,
    allowed.filter((code) => !ORDINARY.has(code)),
    share,
  );
  const ordinaryCodes = pickCodes(
    random,
    allowed.filter((code) => ORDINARY.has(code)),
    Math.max(0.5, share),
  );
  // A subtotal per axe over a share of an axe would be another scope: keep each axe in one section then.
  const specificAxes = new Set(specificCodes.map(axeOf));
  const ordinaryKept = lens.axeTotals ? ordinaryCodes.filter((code) => !specificAxes.has(axeOf(code))) : ordinaryCodes;
  const specific: SectionContent = {
    section: 'actions_specifiques',
    columns: set.columns,
    lines: makeLines(
      random,
      habits,
      specificCodes,
      { ...options, columns: set.columns, kind: set.kind, calendrierCells: lens.calendar, nothing: 0.08, several: 0.25, actionSuffix: '' },
      0,
    ),
  };
  const surchargeColumn = lens.ordinarySurcharge ? [surcharge(random)] : null;
  const columns =
    surchargeColumn === null ? set.columns : surchargeColumn.map((each) => ({ ...each, heading: each.heading + habits.style.headingUnit }));
  const ordinary: SectionContent = {
    section: 'droit_commun',
    columns,
    lines: makeLines(
      random,
      habits,
      ordinaryKept.length > 0 ? ordinaryKept : ordinaryCodes,
      {
        ...options,
        columns,
        kind: surchargeColumn === null ? set.kind : 'surcout',
        calendrierCells: false,
        nothing: random.pick(lens.order === 'ordinary_only' ? [0.15, 0.4] : [0.15, 0.5, 0.7, 1]),
        several: 0.08,
        actionSuffix: lens.actionSuffix,
      },
      1000,
    ),
  };
  switch (lens.order) {
    case 'specific_first':
      return [specific, ordinary];
    case 'ordinary_first':
      return [ordinary, specific];
    case 'specific_only':
      return [specific];
    case 'ordinary_only':
      return [ordinary];
  }
}

function sectionTitle(section: SectionContent, random: Random): string {
  return section.section === 'actions_specifiques'
    ? random.pick([
        '(1) Actions spécifiques',
        '(1) Actions spécifiques',
        'Actions spécifiques',
        '1 - ACTIONS SPECIFIQUES',
        '(1) ACTIONS SPÉCIFIQUES',
      ])
    : random.pick([
        '(2) Renforcement des moyens de droit commun (/ quartiers hors QPV)',
        '(2) Renforcement des moyens de droit commun',
        'Renforcement des moyens de droit commun',
        '2 - RENFORCEMENT DU DROIT COMMUN',
        '(2) Renforcement des actions de droit commun',
      ]);
}

function planPartial(section: SectionContent, index: number, book: TotalBook, random: Random, year: number): SectionPlan['partial'] {
  if (section.section !== 'droit_commun' || section.lines.length < 5 || !random.chance(0.3)) return null;
  const axes = [...new Set(section.lines.map((line) => line.axe))];
  if (axes.length < 3) return null;
  const covered = section.lines.filter((line) => line.axe !== axes.at(-1));
  const label = random.pick([`Surcoût estimé (base ${year - 1})`, 'Surcoût estimé']);
  const totals = book.addRow(index, covered, { portee: 'autre', cle: null, libelle: label }, false);
  return totals.every((total) => total === null) ? null : { label, keys: new Set(covered.map((line) => line.key)), totals };
}

/** One programme in the Lens manner: its content with totals, and how to lay it out once errors are planted. */
export function planLens(random: Random, habits: Habits, lens: LensHabits, set: ColumnSet, heading: HeadingContent): PlannedProgramme {
  const sections = buildSections(random, habits, lens, set, heading);
  const book = new TotalBook(sections);
  const years = spell(set.years, random);
  const labelled = sections.length > 1 && random.chance(0.5);
  const plans = sections.map((section, index): SectionPlan => {
    const together = lens.together && sections.length > 1;
    const unlabelled = !together && random.chance(0.5);
    const label = unlabelled
      ? null
      : (sectionTotalLabel(random, section, section.section === 'droit_commun' ? 2 : 1, years) ?? (together ? 'Total' : null));
    const axes = new Map<number, { label: string; totals: PrintedTotals }>();
    if (lens.axeTotals) {
      for (const axe of new Set(section.lines.map((line) => line.axe))) {
        const lines = section.lines.filter((line) => line.axe === axe);
        const split = sections.some((other) => other !== section && other.lines.some((line) => line.axe === axe));
        const axeLabel = axeTotalLabel(random, axe, lines[0]?.axeText ?? '');
        const scope = split ? ({ portee: 'autre', cle: null } as const) : ({ portee: 'axe', cle: String(axe) } as const);
        axes.set(axe, { label: axeLabel, totals: book.addRow(index, lines, { ...scope, libelle: axeLabel }) });
      }
    }
    const partial = lens.axeTotals ? null : planPartial(section, index, book, random, set.years.debut);
    const printZero = section.section === 'droit_commun' && !together && random.chance(0.7);
    const total =
      lens.sectionTotals || sections.length === 1
        ? book.addRow(index, section.lines, { portee: 'section', cle: section.section, libelle: label }, printZero)
        : null;
    return { index, title: sectionTitle(section, random), totalLabel: label, total, axes, partial };
  });
  const grandLabel = labelled ? bothSectionsLabel(random) : random.pick([bothSectionsLabel(random), wholeProgrammeLabel(random)]);
  const grand = sections.length > 1 && lens.both !== 'none' ? planGrand(sections, book, grandLabel) : null;
  const base: Omit<ProgrammeContent, 'totals'> = { heading, nature: set.nature, sections };
  const content = withTotals(base, book.totals);
  const layoutRandom = random.fork();
  return { content, blocks: (programme, width) => lensBlocks(programme, { habits, lens, plans, grand, grandLabel, width }, layoutRandom) };
}

/** A + B: a column with its counterpart in the other section, whatever their rubriques. */
function planGrand(sections: readonly SectionContent[], book: TotalBook, label: string): PrintedTotals {
  const last = sections.at(-1);
  if (last === undefined) return [];
  const lines = sections.flatMap((section) => section.lines);
  return last.columns.map((column, index) => {
    const terms = sections.map((_, section) => ({ section, column: index }));
    const scope = {
      portee: 'programme',
      cle: null,
      libelle: label,
      terms,
      lines,
      colonne: headingPath(column),
      rubrique: column.rubrique,
      periode: column.periode,
    } as const;
    return book.add(scope);
  });
}

interface LensPage {
  readonly habits: Habits;
  readonly lens: LensHabits;
  readonly plans: readonly SectionPlan[];
  readonly grand: PrintedTotals | null;
  readonly grandLabel: string;
  readonly width: number;
}

function bodyItems(programme: ProgrammeContent, section: SectionContent, plan: SectionPlan, page: LensPage): BodyItem[] {
  const texts = (totals: PrintedTotals): string[] => totals.map((index) => totalText(printed(programme, index), page.habits));
  const items: BodyItem[] = [];
  const lines: readonly LineContent[] = section.lines;
  lines.forEach((line, index) => {
    items.push({ line });
    const next = lines[index + 1];
    if (plan.partial !== null && plan.partial.keys.has(line.key) && (next === undefined || !plan.partial.keys.has(next.key))) {
      items.push({ label: plan.partial.label, amounts: texts(plan.partial.totals), strong: false });
    }
    const axe = plan.axes.get(line.axe);
    if (axe !== undefined && next?.axe !== line.axe) items.push({ label: axe.label, amounts: texts(axe.totals), strong: false });
  });
  if (plan.total !== null) items.push({ label: plan.totalLabel, amounts: texts(plan.total), strong: true });
  return items;
}

function lensBlocks(programme: ProgrammeContent, page: LensPage, random: Random): Block[] {
  const { lens, habits, width } = page;
  const { heading } = programme;
  const blocks: Block[] = headingBlocks(lens.form, heading, lens.heading, { width, size: lens.table.size }, random);
  if (lens.legend && programme.sections.length > 1) {
    blocks.push({
      kind: 'paragraph',
      text: '(1) Actions spécifiques\n(2) Renforcement des actions de droit commun',
      italic: true,
      size: lens.table.size - 1,
      after: 6,
    });
  }
  if (random.chance(0.3)) {
    const name = `${heading.commune} ${heading.quartier}`;
    blocks.push({
      kind: 'paragraph',
      text: (habits.dropAccents ? withoutAccents(name) : name).toUpperCase(),
      bold: true,
      align: 'center',
      size: lens.table.size + 2,
    });
  }
  for (const text of lens.titleLines)
    blocks.push({ kind: 'paragraph', text, bold: true, align: 'center', size: lens.table.size + 2, before: 4, after: 8 });
  const grandTexts = page.grand?.map((index) => totalText(printed(programme, index), habits)) ?? null;
  const grandItem: BodyItem | null = grandTexts === null ? null : { label: page.grandLabel, amounts: grandTexts, strong: true };
  const again = grandTexts?.find((text) => /\d/u.test(text));
  const repeated: Block[] =
    again === undefined || lens.again === 'none'
      ? []
      : [{ kind: 'paragraph', text: `${page.grandLabel} : ${withUnit(again, habits.style)}`, bold: true, before: 4, after: 6 }];
  if (lens.again === 'above') blocks.push(...repeated);
  const first = programme.sections[0];
  if (lens.together && first !== undefined && programme.sections.length > 1) {
    const items = programme.sections.flatMap((section, index): BodyItem[] => {
      const plan = page.plans[index];
      return plan === undefined ? [] : [{ band: plan.title }, ...bodyItems(programme, section, plan, page)];
    });
    const ordinary = programme.sections.every((section) => section.section === 'droit_commun');
    blocks.push(sectionTable(tableColumns(first, lens, ordinary), grandItem === null ? items : [...items, grandItem], lens.table, width));
    return lens.again === 'below' ? [...blocks, ...repeated] : blocks;
  }
  programme.sections.forEach((section, index) => {
    const plan = page.plans[index];
    if (plan === undefined) return;
    const last = index === programme.sections.length - 1;
    const items = bodyItems(programme, section, plan, page);
    if (last && grandItem !== null && lens.both === 'row') items.push(grandItem);
    if (lens.sectionTitles === 'paragraph')
      blocks.push({ kind: 'paragraph', text: plan.title, bold: true, before: 6, after: 4, keepWithNext: true });
    const options = {
      ...(lens.sectionTitles === 'row' ? { title: plan.title } : {}),
      ...(lens.letters ? { margin: { letter: index === 0 ? 'A' : 'B', width: 10 } } : {}),
    };
    blocks.push(sectionTable(tableColumns(section, lens, section.section === 'droit_commun'), items, lens.table, width, options));
  });
  if (grandTexts !== null && lens.both === 'table') {
    const share = Math.round((width - 35 * grandTexts.length) * 10) / 10;
    const cells = [{ text: page.grandLabel, bold: true }, ...grandTexts.map((text) => ({ text, bold: true, align: 'right' as const }))];
    blocks.push({
      kind: 'table',
      columns: [share, ...grandTexts.map(() => 35)],
      rows: [{ cells }],
      border: random.pick(['all', 'outer', 'none']),
      padding: 3,
      size: lens.table.size,
    });
  }
  if (grandTexts !== null && lens.both === 'paragraph') {
    const amount = grandTexts.find((text) => /\d/u.test(text));
    if (amount !== undefined)
      blocks.push({
        kind: 'paragraph',
        text: `${page.grandLabel} : ${withUnit(amount, habits.style)}`,
        bold: true,
        align: random.pick(['left', 'right']),
        before: 6,
      });
  }
  return lens.again === 'below' && lens.both !== 'paragraph' ? [...blocks, ...repeated] : blocks;
}

/** What one file in the Lens manner is made of, before errors are planted. */
export function planLensFile(random: Random, habits: Habits, table: TableHabits, count: number): readonly PlannedProgramme[] {
  const set = pickColumns(random, habits.style.headingUnit, false);
  const lens = pickLensHabits(random, set, table, set.nature === 'bilan');
  // One table for both sections has one set of headings, and a paragraph holds the total of one column.
  const single = {
    ...lens,
    ...(lens.together ? { ordinarySurcharge: false, letters: false, calendar: false } : {}),
    ...(set.columns.length > 1 && lens.both === 'paragraph' ? { both: 'row' as const } : {}),
  };
  return pickHeadings(random, set.years, count).map((heading) => planLens(random.fork(), habits, single, set, heading));
}
