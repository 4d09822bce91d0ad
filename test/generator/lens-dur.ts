import type { Block, Part, Producer, Table } from '../typeset/model.ts';
import { pickColumns } from './columns.ts';
import { landscape, pickFrame, portrait } from './file-plan.ts';
import type { Ask, FilePlan } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { pickLensHabits, planLens } from './lens.ts';
import type { LensHabits } from './lens.ts';
import type { Random } from './random.ts';
import { cuttableRows, splitTable } from './split-table.ts';

/** The Lens manner, as it comes out of a hurried print: tables cut anywhere, headers left behind, programmes that follow each other on a page. */

const HARDSHIPS = ['entete_orpheline', 'suite_nue', 'suite_nue', 'bandeau_repete', 'a_la_suite', 'ordre'] as const;
type Hardship = (typeof HARDSHIPS)[number];

const isSection = (block: Block): block is Table => block.kind === 'table' && (block.headerRows ?? 0) > 0;

/** Margin letter, number, axe, action: only these may be cut through by a page. */
const LABEL_COLUMNS = 4;

/** Cuts one table: its header from its body, or its body within an axe, the rest on a new page without header. */
function cut(table: Table, at: number, head: readonly Block[]): Block[] {
  const [first, rest] = splitTable(table, at);
  return [first, { kind: 'pageBreak' }, ...head, rest];
}

function harden(blocks: readonly Block[], hardships: ReadonlySet<Hardship>, random: Random): Block[] {
  const opening = blocks.findIndex(isSection);
  // The heading comes back, but not the title of the first section: it would stand over lines of another.
  const head = hardships.has('bandeau_repete')
    ? blocks.slice(0, opening).filter((block) => block.kind !== 'paragraph' || block.keepWithNext !== true)
    : [];
  const tables = blocks.filter(isSection);
  const stranded = hardships.has('entete_orpheline') ? random.pick(tables) : null;
  return blocks.flatMap((block) => {
    if (!isSection(block)) return [block];
    const plain: Table = { ...block, repeatHeader: false };
    if (block === stranded) return cut(plain, block.headerRows ?? 1, head);
    const rows = cuttableRows(block, Math.min(LABEL_COLUMNS, block.columns.length - 1));
    if (!hardships.has('suite_nue') || rows.length === 0 || random.chance(0.2)) return [head.length > 0 ? plain : block];
    return cut(plain, random.pick(rows), head);
  });
}

function pickHardships(random: Random): ReadonlySet<Hardship> {
  return new Set(random.sample(HARDSHIPS, random.int(1, 3)));
}

export function planLensDurFile(random: Random, producer: Producer, ask?: Ask): FilePlan {
  const page = random.chance(0.75) ? landscape(random) : portrait(random);
  const frame = pickFrame(random, producer, { page, ask, sizes: [7.5, 8, 8, 9], ruled: 0.8 });
  const set = pickColumns(random, frame.style.headingUnit, false);
  const hardships = pickHardships(random);
  const picked = pickLensHabits(random, set, { ...frame.table, repeatHeader: false }, set.nature === 'bilan');
  const lens: LensHabits = {
    ...picked,
    together: false,
    ...(hardships.has('ordre') ? { order: 'ordinary_first' as const } : {}),
    ...(set.columns.length > 1 && picked.both === 'paragraph' ? { both: 'row' as const } : {}),
  };
  const count = random.weighted([
    [2, 1],
    [3, 2],
    [3, 3],
    [1, 5],
  ]);
  const planned = pickHeadings(random, set.years, count).map((heading) => planLens(random.fork(), frame.habits, lens, set, heading));
  const layoutRandom = random.fork();
  const follow = hardships.has('a_la_suite') && count > 1;
  return {
    kind: `lens_dur ${[...hardships].sort().join('+')}`,
    frame,
    contents: planned.map((programme) => programme.content),
    errors: 'any',
    parts: (contents) => {
      const programmes = planned.map((programme, index) =>
        harden(programme.blocks(contents[index] ?? programme.content, frame.width), hardships, layoutRandom),
      );
      if (follow)
        return [{ page, ...frame.bands, blocks: programmes.flatMap((blocks): Block[] => [...blocks, { kind: 'spacer', height: 8 }]) }];
      return programmes.map((blocks): Part => ({ page, ...frame.bands, blocks }));
    },
  };
}
