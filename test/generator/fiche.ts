import type { Block, Part, Producer, Table } from '../typeset/model.ts';
import { pickColumns, spell } from './columns.ts';
import type { ColumnSet } from './columns.ts';
import { headingPath } from './content.ts';
import type { HeadingContent, LineContent, ProgrammeContent, SectionContent } from './content.ts';
import { pickFrame, portrait } from './file-plan.ts';
import type { FilePlan, Frame } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { makeLines, pickCodes } from './lines.ts';
import { headBlocks, pickPageHead } from './programme-page.ts';
import type { PageHead } from './programme-page.ts';
import type { Random } from './random.ts';
import { TotalBook } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { axeTotalLabel, grandTotalLabel, textsOfTotals, withTotals, withUnit } from './totals.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

/** One sheet an action: a block of keys and values, and perhaps a summary that says the amounts again. */

interface FicheHabits {
  readonly head: PageHead;
  readonly form: 'table' | 'grid' | 'paragraphs' | 'tabs';
  readonly title: (number: number, action: string) => string;
  readonly perPage: boolean;
  readonly keys: Readonly<Record<'axe' | 'action' | 'description' | 'calendrier' | 'quantite' | 'observations' | 'taux', string>>;
  readonly summary: 'none' | 'start' | 'end';
  readonly axeTotals: boolean;
  readonly grand: 'summary' | 'sentence' | 'none';
  readonly grandLabel: string;
  readonly quantities: boolean;
  readonly calendar: boolean;
}

function pickFicheHabits(random: Random, set: ColumnSet): FicheHabits {
  const bilan = set.nature === 'bilan';
  const summary = random.weighted([
    [4, 'end' as const],
    [1.5, 'start' as const],
    [3, 'none' as const],
  ]);
  const sheet = random.pick([
    'FICHE ACTION N° {n}',
    'Fiche action n°{n}',
    'Fiche action {n}',
    'FICHE {n}',
    'Action n° {n}',
    'Fiche n° {n} : {a}',
  ]);
  return {
    head: bilan
      ? pickPageHead(
          random,
          set.years.debut,
          ["Bilan du programme d'actions TFPB – fiches", `BILAN TFPB ${spell(set.years, random)}\nFICHES ACTIONS`],
          true,
        )
      : pickPageHead(random, set.years.debut, [
          'Fiches actions – Abattement TFPB',
          "PROGRAMME D'ACTIONS TFPB\nFICHES ACTIONS",
          `Programme d'actions ${spell(set.years, random)} : fiches descriptives`,
        ]),
    form: random.weighted([
      [4, 'table' as const],
      [2, 'paragraphs' as const],
      [1.5, 'tabs' as const],
      [1.5, 'grid' as const],
    ]),
    title: (number, action) => sheet.replace('{n}', String(number)).replace('{a}', action),
    perPage: random.chance(0.3),
    keys: {
      axe: random.pick(['Axe', "Axe d'intervention", 'Axe du référentiel', 'Thématique']),
      action: random.pick(["Intitulé de l'action", 'Action', "Nom de l'action", 'Intitulé']),
      description: random.pick(['Description', "Description de l'action", 'Contenu', 'Descriptif', 'Modalités de mise en œuvre']),
      calendrier: random.pick(['Calendrier', 'Échéance', 'Calendrier prévisionnel']),
      quantite: random.pick(['Nombre de logements concernés', 'Logements concernés', 'Quantité']),
      observations: random.pick(['Observations', 'Partenaires', 'Indicateurs de suivi', 'Remarques']),
      taux: random.pick(['Taux de valorisation', 'Taux de valorisation TFPB']),
    },
    summary,
    axeTotals: summary !== 'none' && random.chance(0.4),
    grand: summary === 'none' ? random.pick(['sentence', 'none']) : random.pick(['summary', 'summary', 'summary', 'none']),
    grandLabel: grandTotalLabel(random),
    quantities: random.chance(0.3),
    calendar: random.chance(0.7),
  };
}

interface FichePlan {
  readonly content: ProgrammeContent;
  readonly axes: readonly { readonly axe: number; readonly label: string; readonly totals: PrintedTotals | null }[];
  readonly grand: PrintedTotals | null;
}

function planFiche(random: Random, frame: Frame, fiche: FicheHabits, set: ColumnSet, heading: HeadingContent): FichePlan {
  const { habits } = frame;
  let codes = pickCodes(random, codesOf(habits.version), random.pick([0.2, 0.3, 0.4]));
  while (new Set(codes.map(axeOf)).size < 2) codes = pickCodes(random, codesOf(habits.version), 0.3);
  const lines = makeLines(
    random,
    { ...habits, actionNumbering: 'none' },
    codes,
    {
      columns: set.columns,
      kind: set.kind,
      context: { year: set.years.debut, commune: heading.commune },
      actionCells: true,
      descriptionCells: true,
      calendrierCells: fiche.calendar,
      observationCells: random.chance(0.6),
      quantityCells: fiche.quantities,
      tauxCells: set.kind === 'prevu_valorise',
      nothing: random.pick([0, 0.08]),
      several: 0.08,
      actionSuffix: '',
    },
    0,
  ).map((line) => ({ ...line, rowPerDescription: false }));
  const section: SectionContent = { section: null, columns: set.columns, lines };
  const book = new TotalBook([section]);
  const axes = [...new Set(lines.map((line) => axeOf(line.action)))].map((axe) => {
    const own = lines.filter((line) => line.axe === axe);
    const label = axeTotalLabel(random, axe, own[0]?.axeText ?? '');
    return { axe, label, totals: fiche.axeTotals ? book.addRow(0, own, { portee: 'axe', cle: String(axe), libelle: label }) : null };
  });
  // A sentence says the total of the first column only.
  const all = fiche.grand === 'none' ? null : book.addRow(0, lines, { portee: 'programme', cle: null, libelle: fiche.grandLabel });
  const said = fiche.grand === 'sentence' ? (all?.slice(0, 1) ?? null) : all;
  const dropped = new Set((all ?? []).filter((index) => index !== null && !(said ?? []).includes(index)));
  const totals = book.totals.filter((_, index) => !dropped.has(index));
  return { content: withTotals({ heading, nature: set.nature, sections: [section] }, totals), axes, grand: said };
}

/** The keys and values of one action, in the order they are printed. */
function pairs(line: LineContent, fiche: FicheHabits, section: SectionContent): readonly (readonly [string, string])[] {
  const { keys } = fiche;
  const amounts = section.columns.map((column, index) => [headingPath(column), line.amounts[index]?.text ?? ''] as const);
  return [
    [keys.axe, line.axeText],
    [keys.action, line.actionText ?? ''],
    [keys.description, line.descriptions.join('\n')],
    ...(line.quantite === null ? [] : [[keys.quantite, line.quantite] as const]),
    ...(line.calendrier === null ? [] : [[keys.calendrier, line.calendrier] as const]),
    ...amounts.slice(0, 1),
    ...(line.taux === null ? [] : [[keys.taux, `${line.taux} %`] as const]),
    ...amounts.slice(1),
    ...(line.observations === null ? [] : [[keys.observations, line.observations] as const]),
  ];
}

function keyTable(rows: readonly (readonly [string, string])[], frame: Frame, background: boolean): Table {
  const key = Math.min(60, Math.round(frame.width * 0.3));
  return {
    kind: 'table',
    columns: [key, frame.width - key],
    rows: rows.map(([name, value]) => ({
      cells: [{ text: name, bold: true, ...(background ? { background: '#e7e6e6' } : {}) }, { text: value }],
    })),
    border: frame.table.border,
    borderWidth: frame.table.borderWidth,
    padding: 3,
    valign: 'top',
    after: 10,
    keepTogether: true,
  };
}

/** Two pairs a row for short values, long ones across. */
function keyGrid(rows: readonly (readonly [string, string])[], frame: Frame): Table {
  const long = new Set(rows.filter(([name, value]) => name.length > 22 || value.length > 40 || value.includes('\n')));
  const output: Table['rows'][number][] = [];
  let open: readonly [string, string] | null = null;
  const half = (pair: readonly [string, string]): { text: string; bold?: boolean }[] => [{ text: pair[0], bold: true }, { text: pair[1] }];
  const flush = (): void => {
    if (open !== null)
      output.push({
        cells: [
          { text: open[0], bold: true },
          { text: open[1], colSpan: 3 },
        ],
      });
    open = null;
  };
  for (const row of rows) {
    if (long.has(row)) {
      flush();
      output.push({
        cells: [
          { text: row[0], bold: true },
          { text: row[1], colSpan: 3 },
        ],
      });
    } else if (open === null) open = row;
    else {
      output.push({ cells: [...half(open), ...half(row)] });
      open = null;
    }
  }
  flush();
  const key = Math.round(frame.width * 0.22);
  const value = Math.round(frame.width * 0.28);
  return {
    kind: 'table',
    columns: [key, value, key, value],
    rows: output,
    border: 'all',
    borderWidth: frame.table.borderWidth,
    padding: 3,
    valign: 'top',
    after: 10,
    keepTogether: true,
  };
}

function sheet(line: LineContent, number: number, fiche: FicheHabits, section: SectionContent, frame: Frame): Block[] {
  const rows = pairs(line, fiche, section);
  const title = fiche.title(number, line.actionText ?? '');
  const head: Block = { kind: 'paragraph', text: title, bold: true, size: frame.size + 2, before: 6, after: 4, keepWithNext: true };
  switch (fiche.form) {
    case 'table':
      return [head, keyTable(rows, frame, frame.table.headerBackground !== null)];
    case 'grid':
      return [head, keyGrid(rows, frame)];
    case 'tabs':
      return [
        head,
        ...rows.map(([name, value]): Block => ({
          kind: 'tabs',
          pieces: [
            { at: 0, text: [{ text: `${name} :`, bold: true }] },
            { at: 65, text: value.replaceAll('\n', ' ') },
          ],
          after: 2,
        })),
      ];
    case 'paragraphs':
      return [
        head,
        ...rows.map(([name, value]): Block => ({
          kind: 'paragraph',
          text: [{ text: `${name} : `, bold: true }, { text: value }],
          after: 3,
        })),
      ];
  }
}

function summaryTable(programme: ProgrammeContent, plan: FichePlan, fiche: FicheHabits, frame: Frame, random: Random): Block[] {
  const section = programme.sections[0];
  if (section === undefined) return [];
  const amount = Math.min(38, (frame.width * 0.5) / section.columns.length);
  const number = 14;
  const strong = (text: string): { text: string; bold: boolean } => ({ text, bold: true });
  const amounts = (texts: readonly string[], bold: boolean): { text: string; bold: boolean; align: 'right' }[] =>
    texts.map((text) => ({ text, bold, align: 'right' as const }));
  const label = (text: string): { text: string; bold: boolean; colSpan: number } => ({ text, bold: true, colSpan: 2 });
  const rows: Table['rows'][number][] = [
    {
      cells: [
        strong(random.pick(['N°', 'Fiche', 'N° fiche'])),
        strong(random.pick(['Action', 'Intitulé', 'Actions'])),
        ...section.columns.map((column) => ({ ...strong(headingPath(column)), align: 'center' as const })),
      ],
    },
  ];
  section.lines.forEach((line, index) => {
    rows.push({
      cells: [
        { text: String(index + 1) },
        { text: line.actionText ?? '' },
        ...amounts(
          line.amounts.map((each) => each.text),
          false,
        ),
      ],
    });
    const axe = plan.axes.find((each) => each.axe === line.axe);
    if (axe?.totals !== null && axe !== undefined && section.lines[index + 1]?.axe !== line.axe)
      rows.push({ cells: [label(axe.label), ...amounts(textsOfTotals(programme, axe.totals, frame.habits), true)] });
  });
  if (fiche.grand === 'summary' && plan.grand !== null)
    rows.push({ cells: [label(fiche.grandLabel), ...amounts(textsOfTotals(programme, plan.grand, frame.habits), true)] });
  const title = random.pick(['Récapitulatif des actions', 'Synthèse financière', 'TABLEAU RÉCAPITULATIF', 'Récapitulatif']);
  return [
    { kind: 'paragraph', text: title, bold: true, size: frame.size + 2, before: 8, after: 4, keepWithNext: true },
    {
      kind: 'table',
      columns: [
        number,
        Math.round((frame.width - number - amount * section.columns.length) * 10) / 10,
        ...section.columns.map(() => Math.round(amount * 10) / 10),
      ],
      rows,
      headerRows: 1,
      border: frame.table.border,
      borderWidth: frame.table.borderWidth,
      padding: 2,
      after: 8,
    },
  ];
}

function ficheBlocks(programme: ProgrammeContent, plan: FichePlan, fiche: FicheHabits, frame: Frame, random: Random): Block[] {
  const section = programme.sections[0];
  if (section === undefined) return [];
  const blocks: Block[] = headBlocks(fiche.head, programme.heading, frame, random);
  const summary = fiche.summary === 'none' ? [] : summaryTable(programme, plan, fiche, frame, random);
  if (fiche.summary === 'start') blocks.push(...summary);
  section.lines.forEach((line, index) => {
    if (fiche.perPage && index > 0) blocks.push({ kind: 'pageBreak' });
    blocks.push(...sheet(line, index + 1, fiche, section, frame));
  });
  if (fiche.grand === 'sentence' && plan.grand !== null) {
    const text = textsOfTotals(programme, plan.grand, frame.habits)[0] ?? '';
    if (/\d/u.test(text)) {
      const amount = withUnit(text, frame.habits.style);
      const said = random.pick([`${fiche.grandLabel} : ${amount}`, `Le coût total des actions s'élève à ${amount}.`]);
      blocks.push({ kind: 'paragraph', text: said, bold: true, before: 8, after: 8 });
    }
  }
  if (fiche.summary === 'end') blocks.push(...summary);
  return blocks;
}

export function planFicheFile(random: Random, producer: Producer): FilePlan {
  const page = portrait(random);
  const frame = pickFrame(random, producer, { page, sizes: [9, 9, 10, 10], ruled: 0.85 });
  let set = pickColumns(random, frame.style.headingUnit, false);
  // A key that is nothing but a year would leave the reader guessing.
  while (set.columns.some((column) => /^\d/u.test(column.heading))) set = pickColumns(random, frame.style.headingUnit, false);
  const fiche = pickFicheHabits(random, set);
  const count = random.weighted([
    [7, 1],
    [1.5, 2],
  ]);
  const plans = pickHeadings(random, set.years, count).map((heading) => planFiche(random.fork(), frame, fiche, set, heading));
  const layoutRandom = random.fork();
  return {
    kind: `fiche ${fiche.form}`,
    frame,
    contents: plans.map((plan) => plan.content),
    errors: 'digits',
    parts: (contents) =>
      contents.flatMap((programme, index): Part[] => {
        const plan = plans[index];
        return plan === undefined ? [] : [{ page, ...frame.bands, blocks: ficheBlocks(programme, plan, fiche, frame, layoutRandom) }];
      }),
  };
}
