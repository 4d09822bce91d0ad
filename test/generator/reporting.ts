import type { NatureProgramme, Periode } from '../../src/model/vocabulary.ts';
import type { Block, Part, Producer } from '../typeset/model.ts';
import { formatAmount, pickAmount } from './amounts.ts';
import { spell } from './columns.ts';
import type { AmountContent, ColumnContent, Habits, HeadingContent, ProgrammeContent, SectionContent } from './content.ts';
import { landscape, pickFrame } from './file-plan.ts';
import type { Ask, FilePlan, Frame } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { makeLines, pickCodes } from './lines.ts';
import type { AmountMaker } from './lines.ts';
import { headBlocks, pickPageHead } from './programme-page.ts';
import type { PageHead } from './programme-page.ts';
import type { Random } from './random.ts';
import { fittedTable } from './fit-table.ts';
import type { BodyItem, TableColumn } from './table.ts';
import { TotalBook } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, grandTotalLabel, textsOfTotals, withTotals } from './totals.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

/** The reporting model of the national framework: what an action costs, what is valued, who pays, what was spent. */

type Role = 'depense' | 'valorise' | 'bailleur' | 'autre' | 'realise' | 'ecart';

interface ReportingSet {
  readonly roles: readonly Role[];
  readonly columns: readonly ColumnContent[];
  readonly years: Periode;
  readonly nature: NatureProgramme;
  readonly amounts: (habits: Habits) => AmountMaker;
}

function pickSet(random: Random, unit: string): ReportingSet {
  const start = random.int(2016, 2028);
  const years = random.chance(0.75) ? { debut: start, fin: start } : { debut: start, fin: start + random.int(1, 3) };
  const roles = random.weighted<readonly Role[]>([
    [4, ['depense', 'valorise', 'bailleur', 'autre', 'realise', 'ecart']],
    [2, ['depense', 'valorise', 'bailleur', 'autre']],
    [2, ['depense', 'bailleur', 'autre', 'valorise']],
    [1, ['depense', 'valorise', 'realise', 'ecart']],
    [1, ['depense', 'bailleur', 'autre', 'realise']],
  ]);
  const p = spell(years, random);
  const total = random.chance(0.5);
  const headings: Record<Role, string> = {
    depense: total
      ? random.pick(['Dépense totale', 'Dépense totale', 'Dépenses totales TTC'])
      : random.pick(['Dépense totale prévisionnelle', 'Dépense prévisionnelle', `Dépense prévisionnelle ${p}`]),
    valorise: random.pick(['Dépense valorisée', 'Dépense valorisée TFPB', 'Montant valorisé TFPB']),
    bailleur: random.pick(['Financement bailleur', 'Financement du bailleur', 'Financement organisme HLM']),
    autre: random.pick(['Autre financement', 'Autres financements', 'Cofinancement', 'Financement partenaires']),
    realise: random.pick(['Réalisé', 'Réalisé', 'Dépense réalisée', `Réalisé ${p}`]),
    ecart: random.pick(['Écart', 'Ecart', 'Ecart réalisé / prévu', 'Écart prévu – réalisé']),
  };
  const rubriques = {
    depense: total ? 'total' : 'prevu',
    valorise: 'valorise',
    bailleur: 'autre',
    autre: 'autre',
    realise: 'realise',
    ecart: 'autre',
  } as const;
  const funding = roles.includes('bailleur') && random.chance(0.3) ? random.pick(['Financement', 'Plan de financement']) : null;
  const shortened: Partial<Record<Role, string>> =
    funding === null ? {} : { bailleur: 'Bailleur', autre: random.pick(['Autre', 'Autres', 'Partenaires']) };
  const columns = roles.map((role): ColumnContent => {
    const heading = shortened[role] ?? headings[role];
    return {
      heading: `${heading}${unit}`,
      group: shortened[role] === undefined ? null : funding,
      rubrique: rubriques[role],
      periode: heading.endsWith(p) ? years : null,
      base: null,
      taxe: heading.endsWith('TTC') ? 'ttc' : null,
    };
  });
  // The sign of the difference follows the heading; without one it is spent less planned.
  const sign = headings.ecart.startsWith('Écart prévu') ? -1 : 1;
  return {
    roles,
    columns,
    years,
    nature: roles.includes('realise') ? 'mixte' : 'previsionnel',
    amounts: (habits) => (source) => lineAmounts(roles, sign, habits, source),
  };
}

function lineAmounts(
  roles: readonly Role[],
  sign: number,
  habits: Habits,
  random: Random,
): { amounts: readonly AmountContent[]; taux: string | null } {
  const { style } = habits;
  const nothing = (): AmountContent => ({ cents: null, text: random.pick(style.nothing) });
  const share = random.pick([100, 100, 100, 50, 30, 80]);
  const main = pickAmount(random, style);
  const spending = share === 100 ? main : Math.max(1, Math.round(main / (style.step * 10))) * style.step * 10;
  const step = style.step === 1 ? 100 : style.step;
  const others = random.chance(0.3)
    ? Math.min(spending, Math.max(step, Math.round((spending * random.pick([0.2, 0.3, 0.5])) / step) * step))
    : 0;
  const spent = random.chance(0.35) ? spending : Math.max(step, Math.round((spending * (0.5 + 0.7 * random.next())) / step) * step);
  const unknown = random.chance(0.08);
  const values: Record<Role, number | null> = {
    depense: spending,
    valorise: (spending * share) / 100,
    bailleur: spending - others,
    autre: others === 0 ? null : others,
    realise: unknown ? null : spent,
    ecart: unknown ? null : sign * (spent - spending),
  };
  const amounts = roles.map((role) => {
    const cents = values[role];
    return cents === null ? nothing() : { cents, text: formatAmount(cents, style) };
  });
  return { amounts, taux: roles.includes('valorise') ? String(share) : null };
}

interface ReportingHabits {
  readonly head: PageHead;
  readonly description: string | null;
  readonly calendar: string | null;
  readonly taux: string | null;
  readonly comments: string | null;
  readonly bands: boolean;
  readonly everyAction: boolean;
  readonly axeTotals: boolean;
  readonly words: readonly [axe: string, action: string];
  readonly grandLabel: string;
}

function pickReportingHabits(random: Random, set: ReportingSet): ReportingHabits {
  const described = random.chance(0.35);
  return {
    head: pickPageHead(random, set.years.debut, [
      'MODELE DE REPORTING',
      "Tableau de reporting – utilisation de l'abattement TFPB",
      `Reporting TFPB ${spell(set.years, random)}`,
      "Suivi annuel du programme d'actions TFPB",
    ]),
    description: described ? random.pick(['Description', 'Contenu', 'Détail']) : null,
    calendar: described && random.chance(0.4) ? random.pick(['Calendrier', 'Échéance']) : null,
    taux:
      set.roles.includes('valorise') && random.chance(0.75)
        ? random.pick(['Taux', 'Taux de valorisation', 'Taux de valorisation TFPB'])
        : null,
    comments: random.chance(0.7) ? random.pick(['Commentaire', 'Commentaires', 'Observations']) : null,
    bands: random.chance(0.25),
    everyAction: random.chance(0.25),
    axeTotals: random.chance(0.85),
    words: [random.pick(['Axe', 'Axes', 'AXE']), random.pick(['Action', 'Actions', 'Intitulé de l’action'])],
    grandLabel: grandTotalLabel(random),
  };
}

interface ReportingPlan {
  readonly content: ProgrammeContent;
  readonly axes: readonly { readonly axe: number; readonly text: string; readonly label: string; readonly totals: PrintedTotals | null }[];
  readonly grand: PrintedTotals;
}

function planReporting(random: Random, frame: Frame, own: ReportingHabits, set: ReportingSet, heading: HeadingContent): ReportingPlan {
  const { habits } = frame;
  const allowed = codesOf(habits.version);
  const codes = own.everyAction ? allowed : pickCodes(random, allowed, random.pick([0.35, 0.5, 0.7]));
  const lines = makeLines(
    random,
    habits,
    codes,
    {
      columns: set.columns,
      kind: 'prevu',
      context: { year: set.years.debut, commune: heading.commune },
      actionCells: true,
      descriptionCells: own.description !== null,
      calendrierCells: own.calendar !== null,
      observationCells: own.comments !== null,
      quantityCells: false,
      tauxCells: own.taux !== null,
      nothing: own.everyAction ? 0.35 : 0.06,
      several: 0.15,
      amounts: set.amounts(habits),
      actionSuffix: '',
    },
    0,
  ).map((line) => (own.taux === null ? { ...line, taux: null } : line));
  const section: SectionContent = { section: null, columns: set.columns, lines };
  const book = new TotalBook([section]);
  const numbers = [...new Set(lines.map((line) => axeOf(line.action)))];
  const axes = numbers.map((axe) => {
    const its = lines.filter((line) => line.axe === axe);
    const label = axeTotalLabel(random, axe, its[0]?.axeText ?? '');
    const wanted = own.axeTotals && numbers.length > 1;
    return {
      axe,
      text: its[0]?.axeText ?? '',
      label,
      totals: wanted ? book.addRow(0, its, { portee: 'axe', cle: String(axe), libelle: label }) : null,
    };
  });
  const grand = book.addRow(0, lines, { portee: 'programme', cle: null, libelle: own.grandLabel });
  return { content: withTotals({ heading, nature: set.nature, sections: [section] }, book.totals), axes, grand };
}

function tableColumns(own: ReportingHabits, set: ReportingSet): TableColumn[] {
  const texts: TableColumn[] = [
    ...(own.bands ? [] : [{ content: 'axe' as const, heading: own.words[0], weight: 16 }]),
    { content: 'action', heading: own.words[1], weight: 24 },
    ...(own.description === null ? [] : [{ content: 'description' as const, heading: own.description, weight: 26 }]),
    ...(own.calendar === null ? [] : [{ content: 'calendrier' as const, heading: own.calendar, weight: 10 }]),
  ];
  const amounts = set.columns.flatMap((column, index): TableColumn[] => {
    const amount: TableColumn = { content: { amount: index }, heading: column.heading, group: column.group, weight: 0 };
    const after = set.roles[index] === 'valorise' && own.taux !== null;
    return after ? [amount, { content: 'taux', heading: own.taux ?? '', weight: 4 }] : [amount];
  });
  return [
    ...texts,
    ...amounts,
    ...(own.comments === null ? [] : [{ content: 'observations' as const, heading: own.comments, weight: 16 }]),
  ];
}

function body(programme: ProgrammeContent, plan: ReportingPlan, own: ReportingHabits, set: ReportingSet, frame: Frame): Block {
  const lines = programme.sections[0]?.lines ?? [];
  const items: BodyItem[] = plan.axes.flatMap(({ axe, text, label, totals }) => [
    ...(own.bands ? [{ band: text }] : []),
    ...lines.filter((line) => line.axe === axe).map((line) => ({ line })),
    ...(totals === null ? [] : [{ label, amounts: textsOfTotals(programme, totals, frame.habits), strong: false }]),
  ]);
  items.push({ label: own.grandLabel, amounts: textsOfTotals(programme, plan.grand, frame.habits), strong: true });
  return fittedTable(tableColumns(own, set), items, frame.table, frame.width);
}

/** What one file in the manner of the reporting model is made of; `page` and `style` let other layouts ask for their own. */
export function planReportingFile(random: Random, producer: Producer, ask?: Ask): FilePlan {
  const page = landscape(random, random.chance(0.2) ? 'A3' : 'A4');
  const frame = pickFrame(random, producer, { page, ask, sizes: page.size === 'A3' ? [8, 9] : [6.5, 7, 7.5, 8], ruled: 0.75 });
  const set = pickSet(random, frame.style.headingUnit);
  const own = pickReportingHabits(random, set);
  const count = random.weighted([
    [6, 1],
    [2, 2],
    [1, 3],
  ]);
  const plans = pickHeadings(random, set.years, count).map((heading) => planReporting(random.fork(), frame, own, set, heading));
  const layoutRandom = random.fork();
  return {
    kind: 'reporting',
    frame,
    contents: plans.map((plan) => plan.content),
    errors: 'any',
    parts: (contents) =>
      contents.flatMap((programme, index): Part[] => {
        const plan = plans[index];
        if (plan === undefined) return [];
        const head = headBlocks(own.head, programme.heading, frame, layoutRandom);
        return [{ page, ...frame.bands, blocks: [...head, body(programme, plan, own, set, frame)] }];
      }),
  };
}
