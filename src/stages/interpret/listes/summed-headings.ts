import type { ListParagraph } from './list-paragraphs.ts';
import type { Told } from './list-reader.ts';

/** So many headings at least, each over items of its own; an outline of one is a list with a hanging first line. */
const FEWEST = 2;
/** A lower level begins this much further right, in points. */
const DEEPER = 6;
/** Share of the headings that must surely name an axe, each another. */
const MOSTLY = 0.5;

/** What the type of an item shows of its level: bold, and its bullet. */
function mannerOf({ bold, bullet }: ListParagraph): string {
  return `${String(bold)}|${bullet ?? ''}`;
}

/**
 * The items of an outline that are headings with the sum of the items under them: all begin furthest left, in a type or with a bullet that no item under them has, each over items
 * set deeper, and most name an axe. Empty where the items are no such outline.
 *
 * @param axe one name for the axe that a text surely names, `null` for none.
 */
export function summedHeadings(told: readonly Told[], axe: (text: string) => string | null): ReadonlySet<ListParagraph> {
  const none: ReadonlySet<ListParagraph> = new Set();
  const items = told.flatMap(({ paragraph, kind }) => (kind.kind === 'item' ? [{ paragraph, label: kind.label }] : []));
  const left = Math.min(...items.map(({ paragraph }) => paragraph.x0));
  const isHead = ({ x0 }: ListParagraph): boolean => x0 < left + DEEPER;
  const heads = items.filter(({ paragraph }, at) => {
    const next = items[at + 1];
    return isHead(paragraph) && next !== undefined && !isHead(next.paragraph);
  });
  const [first] = items;
  if (heads.length < FEWEST || first === undefined || !isHead(first.paragraph)) return none;
  const manners = new Set(heads.map(({ paragraph }) => mannerOf(paragraph)));
  if (manners.size > 1 || items.some(({ paragraph }) => !isHead(paragraph) && manners.has(mannerOf(paragraph)))) return none;
  const axes = heads.flatMap(({ label }) => axe(label) ?? []);
  const isOfAxes = axes.length >= FEWEST && axes.length >= MOSTLY * heads.length && new Set(axes).size === axes.length;
  return isOfAxes ? new Set(heads.map(({ paragraph }) => paragraph)) : none;
}
