import { overlap } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { isLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';
import { sectionTitle, totalLabel } from './labels.ts';
import { paragraphs } from './paragraphs.ts';
import { saysAxe } from './says-axe.ts';
import { endsSentence, isMoney } from './sentences.ts';

/** What a run of text before a table says about the section and axe of its rows. */
interface Titles {
  readonly section: Section | null;
  readonly axe: Piece | null;
}

const LEGEND_DISTANCE = 3;
const AXES_OF_A_LIST = 3;

/** The titles that stand over a table: those of its own first rows before those of the text above it. */
export function titlesOver(gap: readonly Piece[], preamble: readonly Piece[], knowledge: Knowledge): Titles {
  const own = titlesIn(preamble, knowledge);
  const above = titlesIn(gap, knowledge);
  return { section: own.section ?? above.section, axe: own.axe ?? above.axe };
}

const LONGEST_TITLE = 160;

interface SectionPiece {
  readonly section: Section;
  readonly at: number;
  readonly piece: Piece;
}

/** Lines of one legend are set in one type, of a size that differs by less than this, in points. */
const SAME_SIZE = 0.5;

function isSetAs({ piece: one }: SectionPiece, { piece: two }: SectionPiece): boolean {
  return one.bold === two.bold && Math.abs(one.size - two.size) < SAME_SIZE;
}

/** The pieces that name sections without those of a legend, which names one right after the other, in one type. */
function withoutLegends(sections: readonly SectionPiece[]): readonly SectionPiece[] {
  const kept = [...sections];
  for (let index = kept.length - 1; index > 0; index--) {
    const [one, two] = [kept[index - 1], kept[index]];
    if (one !== undefined && two !== undefined && one.section !== two.section && two.at - one.at <= LEGEND_DISTANCE && isSetAs(one, two)) {
      kept.splice(index - 1, 2);
      index--;
    }
  }
  return kept;
}

/** A row of a table that was not seen as one: its amount stands to the right. */
function isBesideMoney({ place: { page, box } }: Piece, gap: readonly Piece[]): boolean {
  return gap.some(
    ({ place, text }) =>
      place.page === page &&
      place.box[0] >= box[2] &&
      overlap(box[1], box[3], place.box[1], place.box[3]) > 0.5 * (box[3] - box[1]) &&
      isMoney(text),
  );
}

function titlesIn(lines: readonly Piece[], knowledge: Knowledge): Titles {
  const gap = paragraphs(lines);
  const sections = gap.flatMap((piece, at) => {
    // The total of the section before, printed under its table, is no title of the next.
    const section = totalLabel(piece.text) === null ? sectionTitle(piece.text) : null;
    return section === null ? [] : [{ section, at, piece }];
  });
  const titles = withoutLegends(sections);
  // A title alone over a table may be misspelt; in a heading, names of places look like axes.
  const headingEnd = gap.findLastIndex((piece) => isLabel(piece.text));
  const axes = gap.filter((piece, at) => {
    const { text } = piece;
    // The number of a page is no axe's.
    const isTitle = /\p{L}{3}/u.test(text) && text.length <= LONGEST_TITLE && !endsSentence(text) && !isBesideMoney(piece, gap);
    const sure = at > headingEnd ? 0.6 : 0.9;
    return isTitle && (saysAxe(text) || (knowledge.axe(text)?.confidence ?? 0) >= sure) && totalLabel(text) === null;
  });
  return {
    section: titles.at(-1)?.section ?? null,
    axe: axes.length >= AXES_OF_A_LIST && !isTitleAfterList(axes, gap) && !isSetApart(axes, gap) ? null : (axes.at(-1) ?? null),
  };
}

/** The last axe named stands right over the table, or with a sentence or two between, apart from the list of axes that a text above tells. */
function isTitleAfterList(axes: readonly Piece[], gap: readonly Piece[]): boolean {
  const [last, before] = [axes.at(-1), axes.at(-2)];
  if (last === undefined || before === undefined) return false;
  const at = gap.indexOf(last);
  return gap.slice(at + 1).every(({ text }) => endsSentence(text)) && gap.indexOf(before) < at - 1;
}

/** The last axe named stands right over the table in bold, the texts before it that seem to name some do not: no item of a list, which are set alike, but a title under other text. */
function isSetApart(axes: readonly Piece[], gap: readonly Piece[]): boolean {
  const last = axes.at(-1);
  return last !== undefined && last === gap.at(-1) && last.bold && axes.every((piece) => piece === last || !piece.bold);
}
