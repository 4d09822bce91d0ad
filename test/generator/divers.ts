import type { Block, PageSetup, PageTurn, Part, Producer, Table } from '../typeset/model.ts';
import { scaledStyle } from './amounts.ts';
import type { HeadingContent, Oddity } from './content.ts';
import { landscape, portrait } from './file-plan.ts';
import type { Ask, FilePlan, PlanFile } from './file-plan.ts';
import { planLargeFile } from './large.ts';
import { longConvention } from './long-convention.ts';
import { planProgrammes, programmeFile } from './programme-files.ts';
import type { Wishes } from './programme-files.ts';
import { planQuartiersFile } from './quartiers.ts';
import type { Random } from './random.ts';
import { planReportingFile } from './reporting.ts';
import { cuttableRows, splitTable } from './split-table.ts';
import { codesOf } from './wording/referentiel.ts';
import { pickBailleur } from './wording/names.ts';

/** The table layouts with one thing made harder, sometimes two: what is special about the paper, and what is special about the amounts. */

const manner = (random: Random): 'lens' | 'word' => random.pick(['lens', 'word']);

const pageOf = (wanted: 'lens' | 'word', random: Random): PageSetup => (wanted === 'lens' ? landscape(random) : portrait(random));

function plain(random: Random, producer: Producer, ask: Ask, wishes: Partial<Wishes> = {}, kind = 'simple'): FilePlan {
  const own = wishes.manner ?? manner(random);
  return programmeFile(planProgrammes(random, producer, { page: pageOf(own, random), ...wishes, manner: own, ask }), kind);
}

const anyTable: PlanFile = (random, producer, ask) =>
  random.weighted<PlanFile>([
    [2, (own, by, asked) => plain(own, by, asked ?? {})],
    [1, planReportingFile],
    // A correction or a product in the history of an earlier period, or in a share of a quartier, would be no realistic slip.
    [ask?.oddities === undefined ? 1 : 0, planLargeFile],
    [ask?.oddities === undefined ? 0.6 : 0, planQuartiersFile],
  ])(random, producer, ask);

/** Any table layout on pages turned in the file or on the screen. */
function turned(random: Random, producer: Producer, ask: Ask): FilePlan {
  const turn: PageTurn = random.weighted<PageTurn>([
    [3, { how: 'stored', angle: random.pick([90, 270]) }],
    [1, { how: 'stored', angle: 180 }],
    [3, { how: 'shown', angle: random.pick([90, 270]) }],
    [1, { how: 'shown', angle: 180 }],
  ]);
  return { ...anyTable(random, producer, ask), kind: `${turn.how === 'stored' ? '/Rotate' : 'couché'} ${turn.angle}`, turn };
}

/** Both sections of the Lens manner next to each other. */
function beside(random: Random, producer: Producer, ask: Ask): FilePlan {
  const page = landscape(random, random.chance(0.4) ? 'A3' : 'A4');
  const gap = 8;
  const half = Math.floor(((page.size === 'A3' ? 420 : 297) - page.margins.left - page.margins.right - gap) / 2) - 1;
  const lens = {
    together: false,
    order: random.pick(['specific_first', 'ordinary_first'] as const),
    sectionTitles: 'row' as const,
    letters: false,
    noDescription: page.size === 'A4' || random.chance(0.5),
    quantities: false,
    calendar: false,
    both: random.pick(['table', 'none'] as const),
  };
  const file = planProgrammes(random, producer, { manner: 'lens', page, ask, lens, width: half });
  const pair = (blocks: readonly Block[]): Block[] => {
    const [left, right] = blocks.filter((block): block is Table => block.kind === 'table' && (block.headerRows ?? 0) > 0);
    if (left === undefined || right === undefined) return [...blocks];
    return blocks.flatMap((block): Block[] => {
      if (block === right) return [];
      return block === left ? [{ kind: 'beside', left, right, at: half + gap, after: 10 }] : [block];
    });
  };
  const built = programmeFile(file, 'côte à côte');
  return { ...built, parts: (contents) => built.parts(contents).map((part) => ({ ...part, blocks: pair(part.blocks) })) };
}

/** The last row of the last table alone on a page, with or without the header. */
function loneTotal(random: Random, producer: Producer, ask: Ask): FilePlan {
  const base = anyTable(random, producer, ask);
  const headed = random.chance(0.4);
  const cut = (part: Part): Part => {
    const last = part.blocks.findLastIndex((block) => block.kind === 'table' && (block.headerRows ?? 0) > 0);
    const table = part.blocks[last];
    if (table?.kind !== 'table' || !cuttableRows(table, 0).includes(table.rows.length - 1)) return part;
    const [first, rest] = splitTable(table, table.rows.length - 1);
    const header = headed ? table.rows.slice(0, table.headerRows ?? 0) : [];
    const alone: Table = { ...rest, rows: [...header, ...rest.rows], headerRows: header.length };
    return { ...part, blocks: [...part.blocks.slice(0, last), first, { kind: 'pageBreak' }, alone, ...part.blocks.slice(last + 1)] };
  };
  return { ...base, kind: 'total seul', parts: (contents) => base.parts(contents).map(cut) };
}

/** Pages in both orientations; sometimes the wide ones lie on their side. */
function mixed(random: Random, producer: Producer, ask: Ask): FilePlan {
  const upright = portrait(random);
  const wide = landscape(random);
  const file = planProgrammes(random, producer, { manner: 'word', page: upright, ask, count: random.pick([1, 2]) });
  const layout = random.fork();
  const split = (blocks: readonly Block[]): Block[][] => {
    const tables = blocks.flatMap((block, index) => (block.kind === 'table' && (block.headerRows ?? 0) > 0 ? [index] : []));
    if (tables.length < 2) return [[...blocks]];
    // A table keeps the title right above it.
    const at = layout.pick(tables.slice(1));
    const before = blocks[at - 1]?.kind === 'paragraph' ? at - 1 : at;
    return [blocks.slice(0, before), blocks.slice(before)];
  };
  const lying = random.chance(0.4);
  return {
    ...programmeFile(file, `formats mêlés${lying ? ' couchés' : ''}`),
    parts: (contents) =>
      file
        .blocks(contents)
        .flatMap(split)
        .map((blocks, index): Part => ({ page: index % 2 === 0 ? upright : wide, ...file.frame.bands, blocks })),
    ...(lying ? { turn: { how: 'shown', angle: random.pick([90, 270]), landscapeOnly: true } as const } : {}),
  };
}

/** Several landlords in one file, each with a programme of its own for the same quartier. */
function landlords(random: Random, producer: Producer, ask: Ask): FilePlan {
  const headings = (drawn: readonly HeadingContent[], own: Random): readonly HeadingContent[] => {
    const names = new Set<string>();
    while (names.size < drawn.length) names.add(pickBailleur(own, drawn[0]?.commune ?? ''));
    const same = own.chance(0.6);
    return [...names].map((bailleur, index) => {
      const heading = drawn[index];
      if (heading === undefined) throw new Error('more landlords than headings');
      return same ? { ...(drawn[0] ?? heading), bailleur, logements: heading.logements } : { ...heading, bailleur };
    });
  };
  return plain(random, producer, ask, { count: random.pick([2, 2, 3]), headings }, 'plusieurs bailleurs');
}

/** One axe that fills three pages. */
function longAxe(random: Random, producer: Producer, ask: Ask): FilePlan {
  const axe = random.pick([7, 3, 8, 6]);
  const allowed = codesOf('2024');
  const own = allowed.filter((code) => code.startsWith(String(axe)));
  const others = random
    .sample(
      allowed.filter((code) => !code.startsWith(String(axe))),
      4,
    )
    .sort();
  const many = own.flatMap((code) => new Array<string>(random.int(7, 12)).fill(code));
  const codes = [...others.filter((code) => Number(code[0]) < axe), ...many, ...others.filter((code) => Number(code[0]) > axe)];
  return plain(random, producer, ask, { manner: 'word', codes }, 'axe de trois pages');
}

/** The programme as an annexe of a long convention. */
function annexe(random: Random, producer: Producer, ask: Ask): FilePlan {
  const own = manner(random);
  const file = planProgrammes(random, producer, { manner: own, page: pageOf(own, random), ask, count: random.pick([1, 1, 2, 3]) });
  const headings = file.contents.map((content) => content.heading);
  const convention = longConvention(random.fork(), headings, random.pick([3, 8, 15, 30]));
  const number = random.int(1, 4);
  const cover: Part = {
    page: portrait(random),
    blocks: [
      { kind: 'spacer', height: 90 },
      { kind: 'paragraph', text: `ANNEXE ${number}\nProgramme d'actions`, bold: true, align: 'center', size: 20 },
    ],
  };
  const built = programmeFile(file, 'annexe de convention');
  const covered = random.chance(0.5);
  return {
    ...built,
    convention: convention.truth,
    parts: (contents) => [...convention.parts, ...(covered ? [cover] : []), ...built.parts(contents)],
  };
}

type Paper = (random: Random, producer: Producer, ask: Ask) => FilePlan;

const ordinary: Paper = (random, producer, ask) => anyTable(random, producer, ask);

const PAPERS: readonly (readonly [number, Paper])[] = [
  [3, turned],
  [2, beside],
  [2, loneTotal],
  [2, mixed],
  [2, landlords],
  [1.5, longAxe],
  [2, annexe],
  [5, ordinary],
];

interface Asked {
  readonly name: string;
  readonly ask: Ask;
}

function pickAsk(random: Random): Asked {
  const unit = random.pick(['k', 'k', 'M'] as const);
  const oddities = random.sample<Oddity>(['negatif', 'fourchette', 'produit'], random.int(1, 2));
  return random.weighted<Asked>([
    [3, { name: 'sans cadre', ask: { open: true } }],
    [2, { name: `${unit}€`, ask: { style: (style) => scaledStyle(style, unit, random) } }],
    [3, { name: oddities.join('+'), ask: { oddities } }],
  ]);
}

export function planDiversFile(random: Random, producer: Producer): FilePlan {
  if (random.chance(0.06)) return plain(random, producer, {}, { taxes: true }, 'HT et TTC');
  const paper = random.weighted(PAPERS);
  const asked = pickAsk(random);
  const special = paper === ordinary || random.chance(0.35);
  const plan = paper(random, producer, special ? asked.ask : {});
  if (paper === ordinary) return { ...plan, kind: asked.name };
  return special ? { ...plan, kind: `${plan.kind}, ${asked.name}` } : plan;
}
