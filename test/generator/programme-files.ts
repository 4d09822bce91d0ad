import type { Block, PageSetup, Part, Producer } from '../typeset/model.ts';
import { pickColumns, pickTaxColumns } from './columns.ts';
import type { ColumnSet } from './columns.ts';
import type { HeadingContent, ProgrammeContent } from './content.ts';
import { pickFrame } from './file-plan.ts';
import type { Ask, FilePlan, Frame } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { pickLensHabits, planLens } from './lens.ts';
import type { LensHabits } from './lens.ts';
import type { PlannedProgramme } from './planned.ts';
import type { Random } from './random.ts';
import { pickWordHabits, planWord } from './word.ts';

/** Programmes in the Lens or the Word manner on pages, for headings and with wishes that another layout brings. */

export interface Wishes {
  readonly manner: 'lens' | 'word';
  readonly page: PageSetup;
  readonly ask?: Ask | undefined;
  readonly count?: number;
  readonly headings?: (drawn: readonly HeadingContent[], random: Random) => readonly HeadingContent[];
  readonly lens?: Partial<LensHabits>;
  /** Actions to list, with repetitions; Word manner only. */
  readonly codes?: readonly string[];
  readonly taxes?: boolean;
  /** Width of the tables, where it is not that of the page. */
  readonly width?: number;
}

export interface ProgrammeFile {
  readonly frame: Frame;
  readonly set: ColumnSet;
  readonly contents: readonly ProgrammeContent[];
  /** The blocks of each programme. */
  readonly blocks: (contents: readonly ProgrammeContent[]) => readonly Block[][];
}

export function planProgrammes(random: Random, producer: Producer, wishes: Wishes): ProgrammeFile {
  const { manner, page, ask } = wishes;
  const frame = pickFrame(random, producer, { page, sizes: [8, 8, 9, 9], ruled: manner === 'lens' ? 0.85 : 0.65, ask });
  const unit = frame.style.headingUnit;
  const set = wishes.taxes === true ? pickTaxColumns(random, unit) : pickColumns(random, unit, false);
  const drawn = pickHeadings(random, set.years, wishes.count ?? 1);
  const headings = wishes.headings?.(drawn, random) ?? drawn;
  const planOne = manner === 'lens' ? lensPlanner(random, frame, set, wishes) : wordPlanner(random, frame, set, wishes);
  const planned = headings.map((heading) => planOne(random.fork(), heading));
  const width = wishes.width ?? frame.width;
  return {
    frame,
    set,
    contents: planned.map((programme) => programme.content),
    blocks: (contents) => planned.map((programme, index) => programme.blocks(contents[index] ?? programme.content, width)),
  };
}

type Planner = (random: Random, heading: HeadingContent) => PlannedProgramme;

function lensPlanner(random: Random, frame: Frame, set: ColumnSet, wishes: Wishes): Planner {
  const picked = { ...pickLensHabits(random, set, frame.table, set.nature === 'bilan'), ...wishes.lens };
  const lens: LensHabits = {
    ...picked,
    ...(picked.together ? { ordinarySurcharge: false, letters: false, calendar: false } : {}),
    ...(set.columns.length > 1 && picked.both === 'paragraph' ? { both: 'row' as const } : {}),
  };
  return (own, heading) => planLens(own, frame.habits, lens, set, heading);
}

function wordPlanner(random: Random, frame: Frame, set: ColumnSet, wishes: Wishes): Planner {
  const picked = pickWordHabits(random, set, frame.table, set.nature === 'bilan');
  const calendar = picked.shape === 'per_axe' && picked.actions === 'named_only' && set.columns.length < 3;
  const word = { ...picked, ...(calendar ? { calendar: true } : {}), ...(wishes.codes === undefined ? {} : { actions: 'named' as const }) };
  return (own, heading) => planWord(own, frame.habits, word, set, heading, wishes.codes);
}

/** The whole file, a part for each programme. */
export function programmeFile(file: ProgrammeFile, kind: string): FilePlan {
  return {
    kind,
    frame: file.frame,
    contents: file.contents,
    errors: 'any',
    parts: (contents) => file.blocks(contents).map((blocks): Part => ({ page: file.frame.page, ...file.frame.bands, blocks })),
  };
}
