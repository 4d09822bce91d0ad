import type { ConventionExport } from '../../src/model/contract.ts';
import type { FontFamily, PageSetup, PageTurn, Part, Producer } from '../typeset/model.ts';
import { textWidth } from '../typeset/model.ts';
import { pickAmountStyle } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import type { Habits, Oddity, ProgrammeContent } from './content.ts';
import { pickHabits } from './lines.ts';
import type { Random } from './random.ts';
import { pickTableHabits } from './table.ts';
import type { TableHabits } from './table.ts';
import type { AcrossTotal } from './truth.ts';

/** One file whose content is settled; its pages are made last, from the contents as printed (errors planted). */
export interface FilePlan {
  /** What is special about this file, for the figures. */
  readonly kind: string;
  readonly frame: Frame;
  readonly contents: readonly ProgrammeContent[];
  readonly parts: (contents: readonly ProgrammeContent[]) => readonly Part[];
  /** Which errors may be planted: all, only in digits, or none. */
  readonly errors: 'any' | 'digits' | 'none';
  readonly turn?: PageTurn;
  readonly convention?: ConventionExport;
  readonly across?: readonly AcrossTotal[];
}

export type PlanFile = (random: Random, producer: Producer, ask?: Ask) => FilePlan;

/** What the layout `divers` asks of the layouts it is made from. */
export interface Ask {
  readonly style?: (style: AmountStyle) => AmountStyle;
  readonly oddities?: readonly Oddity[];
  /** No table ruled all around. */
  readonly open?: boolean;
}

/** What one document keeps from its first page to its last. */
export interface Frame {
  readonly font: FontFamily;
  readonly size: number;
  readonly lineHeight: number;
  readonly page: PageSetup;
  /** Between the margins, in whole millimetres. */
  readonly width: number;
  readonly habits: Habits;
  readonly style: AmountStyle;
  readonly table: TableHabits;
  /** Header and footer of every part. */
  readonly bands: Pick<Part, 'header' | 'footer'>;
}

export interface FrameOptions {
  readonly sizes: readonly number[];
  readonly page: PageSetup;
  /** Share of tables ruled all around. */
  readonly ruled: number;
  readonly style?: (style: AmountStyle) => AmountStyle;
  readonly ask?: Ask | undefined;
}

export const FONTS: readonly (readonly [number, FontFamily])[] = [
  [5, 'Liberation Sans'],
  [5, 'Carlito'],
  [2, 'Liberation Serif'],
  [1, 'DejaVu Sans'],
  [1, 'Caladea'],
  [0.7, 'Liberation Sans Narrow'],
  [0.5, 'DejaVu Serif'],
];

export function landscape(random: Random, size: PageSetup['size'] = 'A4'): PageSetup {
  const margin = random.int(8, 15);
  return { size, orientation: 'landscape', margins: { top: margin, right: margin, bottom: margin + 2, left: margin } };
}

export function portrait(random: Random): PageSetup {
  const margin = random.int(10, 18);
  return { size: 'A4', orientation: 'portrait', margins: { top: margin, right: margin + 4, bottom: margin + 2, left: margin + 4 } };
}

/** No word of a heading is cut in two; the bold of wide fonts is wider than measured. */
const SLACK = 1.1;
const WIDE_SLACK = 1.22;

export function pickFrame(random: Random, producer: Producer, options: FrameOptions): Frame {
  const font = random.weighted(FONTS);
  const picked = pickAmountStyle(random);
  const { ask } = options;
  const wanted = options.style?.(picked) ?? picked;
  const style = ask?.style?.(wanted) ?? wanted;
  const drawn = pickHabits(random, style);
  const wide = font === 'DejaVu Sans' || font === 'DejaVu Serif';
  const size = random.pick(options.sizes) - (wide ? 1 : 0);
  const table = {
    ...pickTableHabits(random, font, size, ask?.open === true ? 0 : producer === 'sheet' ? 0.95 : options.ruled, 0),
    slack: wide ? WIDE_SLACK : SLACK,
  };
  const habits: Habits = {
    ...drawn,
    ...(ask?.oddities === undefined ? {} : { oddities: ask.oddities }),
    oneRow: table.border !== 'all',
  };
  const footer = random.chance(0.4) ? { footer: random.pick(['Page {page} sur {pages}', '{page}', '{page}/{pages}', 'page {page}']) } : {};
  const header = random.chance(0.1) ? { header: random.pick(['Contrat de ville', "Abattement TFPB - programme d'actions"]) } : {};
  return {
    font,
    size,
    lineHeight: random.pick([1.1, 1.15, 1.2, 1.3]),
    page: options.page,
    width: Math.floor(textWidth(options.page) - 1),
    habits,
    style,
    table,
    bands: { ...footer, ...header },
  };
}
