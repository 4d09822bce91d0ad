import type { Block } from '../typeset/model.ts';
import type { HeadingContent } from './content.ts';
import type { Frame } from './file-plan.ts';
import { headingBlocks, pickHeadingForm } from './heading-blocks.ts';
import type { HeadingForm } from './heading-blocks.ts';
import { pickHeadingHabits } from './heading.ts';
import type { HeadingHabits } from './heading.ts';
import type { Random } from './random.ts';

/** How one file heads its programmes. */
export interface PageHead {
  readonly form: HeadingForm;
  readonly habits: HeadingHabits;
  readonly title: string | null;
}

/** `told`: the title says something the reader needs (that this is a bilan), so it is never left out. */
export function pickPageHead(random: Random, year: number, titles: readonly string[], told = false): PageHead {
  return {
    form: pickHeadingForm(random),
    habits: pickHeadingHabits(random, year),
    title: random.chance(0.85) || told ? random.pick(titles) : null,
  };
}

/** Title and heading of a programme, the title first or last. */
export function headBlocks(head: PageHead, heading: HeadingContent, frame: Frame, random: Random): Block[] {
  const blocks = headingBlocks(head.form, heading, head.habits, { width: frame.width, size: frame.size }, random);
  if (head.title === null) return blocks;
  const title: Block = { kind: 'paragraph', text: head.title, bold: true, align: 'center', size: frame.size + 3, before: 2, after: 8 };
  return random.chance(0.7) ? [title, ...blocks] : [...blocks, title];
}
