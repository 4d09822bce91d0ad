import type { DocumentExport } from '../../src/model/contract.ts';
import type { Block, FontFamily, PageSetup, Part, Producer, TypesetDocument } from '../typeset/model.ts';
import { textWidth } from '../typeset/model.ts';
import { pickAmountStyle } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import { PLANTED_KINDS } from './content.ts';
import type { PlantedError, PlantedKind, ProgrammeContent } from './content.ts';
import { planDiversFile } from './divers.ts';
import { planFicheFile } from './fiche.ts';
import { FONTS } from './file-plan.ts';
import type { PlanFile } from './file-plan.ts';
import { pickHorsProgramme } from './hors-programme.ts';
import { planLargeFile } from './large.ts';
import { planLensDurFile } from './lens-dur.ts';
import { planLensFile } from './lens.ts';
import { pickHabits } from './lines.ts';
import { planListeFile } from './liste.ts';
import { pickNonProgramme } from './non-programme.ts';
import type { NonProgramme } from './non-programme.ts';
import { plant } from './plant.ts';
import { planQuartiersFile } from './quartiers.ts';
import { Random } from './random.ts';
import { planReportingFile } from './reporting.ts';
import { pickTableHabits } from './table.ts';
import { documentTruth } from './truth.ts';
import { planWordFile } from './word.ts';

export const LAYOUTS = [
  'lens',
  'word',
  'non_programme',
  'lens_dur',
  'large',
  'reporting',
  'liste',
  'fiche',
  'quartiers',
  'divers',
  'hors_programme',
] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * The layouts named in a list with commas, as they shall take turns; null when none is named.
 * @throws Error naming a layout that is none
 */
export function layoutsNamed(names: string | undefined): readonly Layout[] | null {
  if (names === undefined) return null;
  return names.split(',').map((name) => {
    const layout = LAYOUTS.find((each) => each === name.trim());
    if (layout === undefined) throw new Error(`unknown layout: ${name}; there are ${LAYOUTS.join(', ')}`);
    return layout;
  });
}

/** One document to typeset, with what a careful clerk would read in it. */
export interface GeneratedDocument {
  readonly name: string;
  readonly seed: number;
  readonly layout: Layout;
  /** For a non-programme, what it imitates. */
  readonly kind: string;
  readonly producer: Producer;
  readonly document: TypesetDocument;
  readonly truth: DocumentExport;
  readonly planted: readonly PlantedError[];
}

export interface GeneratorOptions {
  readonly producers?: readonly Producer[];
  /** The layouts that take turns; all of them when not given. */
  readonly layouts?: readonly Layout[];
}

/** Layouts that are printed spreadsheets as often as not. */
const SHEET_LAYOUTS: ReadonlySet<Layout> = new Set(['lens_dur', 'large', 'reporting', 'quartiers', 'divers']);

type PlannedLayout = Exclude<Layout, 'lens' | 'word' | 'non_programme' | 'hors_programme'>;

/** A layout that joins is a file with a plan, a name in `LAYOUTS` and a line here. */
const PLANS: Readonly<Record<PlannedLayout, PlanFile>> = {
  lens_dur: planLensDurFile,
  large: planLargeFile,
  reporting: planReportingFile,
  liste: planListeFile,
  fiche: planFicheFile,
  quartiers: planQuartiersFile,
  divers: planDiversFile,
};

function pickProducer(random: Random, layout: Layout, allowed: readonly Producer[]): Producer {
  const wanted: readonly (readonly [number, Producer])[] =
    layout === 'lens'
      ? [
          [4, 'browser'],
          [3, 'office'],
          [3, 'sheet'],
        ]
      : layout === 'word'
        ? [
            [4, 'browser'],
            [5, 'office'],
            [1, 'sheet'],
          ]
        : SHEET_LAYOUTS.has(layout)
          ? [
              [4, 'browser'],
              [3, 'office'],
              [3, 'sheet'],
            ]
          : [
              [5, 'browser'],
              [5, 'office'],
            ];
  const kept = wanted.filter(([, producer]) => allowed.includes(producer));
  const fallback = allowed[0];
  if (kept.length === 0 && fallback !== undefined) return fallback;
  return random.weighted(kept);
}

function pageFor(layout: Layout, random: Random): PageSetup {
  const margin = random.int(8, 16);
  const margins = { top: margin, right: margin, bottom: margin + 2, left: margin };
  if (layout === 'word') return { size: 'A4', orientation: 'portrait', margins: { ...margins, left: margin + 4, right: margin + 4 } };
  return { size: 'A4', orientation: random.chance(0.85) ? 'landscape' : 'portrait', margins };
}

function pickSize(layout: Layout, font: FontFamily, columns: number, random: Random): number {
  const wide = font === 'DejaVu Sans' || font === 'DejaVu Serif';
  const largest = layout === 'word' ? (columns > 5 ? 8 : 10) : 10;
  return Math.max(7, random.pick([7.5, 8, 8, 9, 9, 10].filter((size) => size <= largest)) - (wide ? 1 : 0));
}

function errorsIn(
  programmes: readonly ProgrammeContent[],
  style: AmountStyle,
  random: Random,
  allowed: readonly PlantedKind[] = PLANTED_KINDS,
): { contents: ProgrammeContent[]; planted: PlantedError[] } {
  const contents = [...programmes];
  const planted: PlantedError[] = [];
  if (!random.chance(0.4)) return { contents, planted };
  const target = random.int(0, contents.length - 1);
  const kinds = random.chance(0.8) ? [random.pick(allowed)] : random.sample(allowed, 2);
  for (const kind of kinds) {
    const content = contents[target];
    const result = content === undefined ? null : plant(kind, content, style, random);
    if (result === null) continue;
    contents[target] = result.programme;
    planted.push(result.planted);
  }
  return { contents, planted };
}

function programmeDocument(seed: number, name: string, layout: 'lens' | 'word', producer: Producer, random: Random): GeneratedDocument {
  const font = random.weighted(FONTS);
  const style = pickAmountStyle(random);
  const habits = pickHabits(random, style);
  const page = pageFor(layout, random);
  const size = pickSize(layout, font, 4, random);
  const table = pickTableHabits(
    random,
    font,
    size,
    producer === 'sheet' ? 0.95 : layout === 'lens' ? 0.85 : 0.65,
    producer === 'sheet' ? 0 : 0.04,
  );
  const count =
    layout === 'lens'
      ? random.weighted([
          [6, 1],
          [2, 2],
          [1.5, 3],
          [0.5, 5],
        ])
      : random.weighted([
          [8, 1],
          [1, 2],
          [0.5, 3],
        ]);
  const own = { ...habits, oneRow: table.border !== 'all' };
  const planned = layout === 'lens' ? planLensFile(random, own, table, count) : planWordFile(random, own, table, count);
  const { contents, planted } = errorsIn(
    planned.map((programme) => programme.content),
    style,
    random,
  );
  const footer = random.chance(0.4)
    ? {
        footer: random.pick([
          'Page {page} sur {pages}',
          '{page}',
          '{page}/{pages}',
          `${style.thousands ? '' : 'Document de travail – '}page {page}`,
        ]),
      }
    : {};
  const header = random.chance(0.12)
    ? { header: random.pick(['Contrat de ville', "Abattement TFPB - programme d'actions", 'DOCUMENT DE TRAVAIL']) }
    : {};
  const width = Math.floor(textWidth(page) - 1);
  const programmes = planned.map((programme, index) => programme.blocks(contents[index] ?? programme.content, width));
  const onePart = programmes.length > 1 && producer !== 'sheet' && random.chance(0.5);
  const parts: Part[] = onePart
    ? [
        {
          page,
          ...footer,
          ...header,
          blocks: programmes.flatMap((blocks, index): Block[] => (index === 0 ? blocks : [{ kind: 'pageBreak' }, ...blocks])),
        },
      ]
    : programmes.map((blocks) => ({ page, ...footer, ...header, blocks }));
  const truth = documentTruth({ name, nature: 'programme', convention: null, programmes: contents });
  const document: TypesetDocument = { title: name, font, size, lineHeight: random.pick([1.1, 1.15, 1.2, 1.3]), parts };
  return { name, seed, layout, kind: layout, producer, document, truth, planted };
}

function otherDocument(
  seed: number,
  name: string,
  layout: Layout,
  other: NonProgramme,
  producer: Producer,
  random: Random,
): GeneratedDocument {
  const document: TypesetDocument = { title: name, font: random.weighted(FONTS), size: random.pick([9, 10, 11]), parts: other.parts };
  const truth = documentTruth({ name, nature: other.nature, convention: other.convention, programmes: [] });
  return { name, seed, layout, kind: other.kind, producer, document, truth, planted: [] };
}

const DIGIT_ERRORS: readonly PlantedKind[] = ['chiffre_change', 'chiffres_permutes'];

function plannedDocument(seed: number, name: string, layout: PlannedLayout, producer: Producer, random: Random): GeneratedDocument {
  const plan = PLANS[layout](random, producer);
  const { frame } = plan;
  const errors = plan.errors === 'none' ? [] : plan.errors === 'digits' ? DIGIT_ERRORS : PLANTED_KINDS;
  const { contents, planted } =
    errors.length === 0 ? { contents: [...plan.contents], planted: [] } : errorsIn(plan.contents, frame.style, random, errors);
  const truth = documentTruth({
    name,
    nature: 'programme',
    convention: plan.convention ?? null,
    programmes: contents,
    ...(plan.across === undefined ? {} : { across: plan.across }),
  });
  const document: TypesetDocument = {
    title: name,
    font: frame.font,
    size: frame.size,
    lineHeight: frame.lineHeight,
    parts: plan.parts(contents),
    ...(plan.turn === undefined ? {} : { turn: plan.turn }),
  };
  return { name, seed, layout, kind: plan.kind, producer, document, truth, planted };
}

/** One document, wholly decided by its seed, layout and the producers there are. */
export function generateDocument(seed: number, name: string, layout: Layout, producers: readonly Producer[]): GeneratedDocument {
  const random = new Random(seed);
  const producer = pickProducer(random, layout, producers);
  switch (layout) {
    case 'non_programme':
      return otherDocument(seed, name, layout, pickNonProgramme(random), producer, random);
    case 'hors_programme':
      return otherDocument(seed, name, layout, pickHorsProgramme(random), producer, random);
    case 'lens':
    case 'word':
      return programmeDocument(seed, name, layout, producer, random);
    default:
      return plannedDocument(seed, name, layout, producer, random);
  }
}

/** Layouts take turns, so that a small run does not miss one; programmes of every kind count alike, what is none comes half as often. */
const LAYOUT_CYCLE: readonly Layout[] = [
  ...(['lens', 'word', 'lens_dur', 'large', 'reporting', 'liste', 'fiche', 'quartiers', 'divers', 'non_programme'] as const),
  ...(['lens', 'word', 'lens_dur', 'large', 'reporting', 'liste', 'fiche', 'quartiers', 'divers', 'hors_programme'] as const),
];

/** `count` documents of one run; document `k` does not depend on how many there are. */
export function generate(seed: number, count: number, options: GeneratorOptions = {}): readonly GeneratedDocument[] {
  const seeds = new Random(seed);
  const cycle = options.layouts ?? LAYOUT_CYCLE;
  return Array.from({ length: count }, (_, index) => {
    const own = Math.floor(seeds.next() * 4294967296);
    const layout = cycle[index % cycle.length] ?? 'lens';
    const name = `g${seed}-${String(index + 1).padStart(3, '0')}`;
    return generateDocument(own, name, layout, options.producers ?? ['browser', 'office', 'sheet']);
  });
}
