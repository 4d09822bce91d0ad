import type { Block } from '../typeset/model.ts';
import type { ProgrammeContent } from './content.ts';

/** A programme whose content is settled; its blocks are made last, from the content as printed (errors planted). */
export interface PlannedProgramme {
  readonly content: ProgrammeContent;
  readonly blocks: (programme: ProgrammeContent, width: number) => Block[];
}
