import { fold } from '../../../french/text.ts';
import type { Heading } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { isLine, isTotal, type Entry, type TotalEntry } from '../entries.ts';
import type { Piece } from '../heading-piece.ts';
import { sameName } from '../heading-values.ts';
import { landlordBeside } from '../heading.ts';
import type { Segment } from '../segment.ts';
import { acrossTotal, heldByFirst } from './over-all.ts';
import { dwellingsIn, isTotalOf, nameOverDwellings, nameWithDwellings, partTitle, type PartTitle } from './part-titles.ts';

/** A line of text, or a row over the width of a table, with the number of entries that stand before it. */
export interface Mark {
  readonly at: number;
  readonly piece: Piece;
}

interface Part {
  readonly title: PartTitle;
  readonly piece: Piece;
  readonly entries: readonly Entry[];
}

function isSame(a: PartTitle, b: PartTitle): boolean {
  return sameName(a.name, b.name) || (a.codeQp !== null && a.codeQp === b.codeQp);
}

/** What the lines between a title and its table tell of the part: "Quartier Les Aulnes – QN099001 – 415 logements". */
function dwellingsUnder(marks: readonly Mark[], { at, piece }: Mark): number | null {
  const [under, another] = marks
    .filter((mark) => mark.at === at && mark.piece.place.page === piece.place.page && mark.piece.place.box[1] > piece.place.box[1])
    .flatMap((mark) => dwellingsIn(mark.piece.text) ?? []);
  return another === undefined ? (under ?? null) : null;
}

/** A name with its dwellings that the next total below repeats, in a heading that tells either the quartier or the landlord: the other one. */
function repeatedBelow({ heading, entries, marks = [] }: Segment, mark: Mark, knowledge: Knowledge): PartTitle | null {
  const { at, piece } = mark;
  if ((heading.quartier === null) === (heading.bailleur === null)) return null;
  const of = heading.bailleur === null ? 'bailleur' : 'quartier';
  const title = nameWithDwellings(piece.text, of, knowledge) ?? nameOverDwellings(piece.text, of, dwellingsUnder(marks, mark), knowledge);
  return title !== null && entries.slice(at).some((entry) => isTotal(entry) && isTotalOf(entry.label, title.name)) ? title : null;
}

/** The parts that titles of one kind cut the entries into, each with lines of its own; none where they are not the parts of one programme's place. */
function partsOf(segment: Segment, of: PartTitle['of'], knowledge: Knowledge): readonly Part[] {
  const byPlace = new Map<number, { title: PartTitle; piece: Piece }>();
  const marks = segment.marks ?? [];
  for (const mark of marks) {
    const { at, piece } = mark;
    const title = partTitle(piece.text, knowledge) ?? repeatedBelow(segment, mark, knowledge);
    if (title?.of === of) byPlace.set(at, { title: { ...title, logements: title.logements ?? dwellingsUnder(marks, mark) }, piece });
  }
  const starts = [...byPlace].sort(([a], [b]) => a - b);
  const found = starts.map(([at, own], index): Part => {
    const entries = segment.entries.slice(at, starts[index + 1]?.[0] ?? segment.entries.length);
    return { ...own, entries };
  });
  const [first] = starts;
  if (first === undefined || segment.entries.slice(0, first[0]).some(isLine)) return [];
  const isWhole = found.every(({ entries }) => entries.some(isLine));
  const areOthers = found.every(({ title }, index) => found.findIndex((other) => isSame(other.title, title)) === index);
  return found.length >= 2 && isWhole && areOthers ? found : [];
}

/** What parts the names of a list; a hyphen joins the words of one name. */
const LISTED = /[,;/]|\bet\b/u;

/** Whether one name lists all of the parts ("Les Aulnes, Le Parc et La Plaine"): each of them, word for word. */
function listsAll(name: string, parts: readonly Part[]): boolean {
  return parts.length > 1 && LISTED.test(name) && parts.every(({ title }) => ` ${fold(name)} `.includes(` ${fold(title.name)} `));
}

/** Whether each part has a total of its own that repeats its name. */
function isTotalled(parts: readonly Part[]): boolean {
  return parts.every(({ title, entries }) => entries.some((entry) => isTotal(entry) && isTotalOf(entry.label, title.name)));
}

/** A label of the landlord, its value behind a colon or in a cell beside it. */
const LANDLORD_LABEL = /(?:bailleur|organisme)s?\b[^:]{0,20}:|^\s*(?:nom du |nom de l['’])?(?:bailleur|organisme)s?\s*$/iu;

/** Whether a landlord's name stands alone on a line, as a stamp or a letterhead has it, where no label tells whose programmes these are. */
function isStamped(name: string, pieces: readonly Piece[]): boolean {
  const texts = pieces.map(({ text }) => fold(text).trim());
  return texts.includes(fold(name).trim()) && !pieces.some(({ text }) => LANDLORD_LABEL.test(text));
}

/** Whether the heading leaves room for parts of that kind: it names none, one of them, or all; a stamped landlord leaves it where others' titles have their totals and their dwellings. */
function isOpenTo({ heading, pieces }: Segment, parts: readonly Part[]): boolean {
  const [first] = parts;
  if (first === undefined) return false;
  const own = first.title.of === 'quartier' ? heading.quartier : heading.bailleur;
  if (own === null || parts.some(({ title }) => sameName(title.name, own)) || listsAll(own, parts)) return true;
  return first.title.of === 'quartier'
    ? parts.every(({ title }) => title.codeQp !== null)
    : isStamped(own, pieces) && isTotalled(parts) && parts.every(({ title }) => title.logements !== null);
}

function isTold(parts: readonly Part[]): boolean {
  return isTotalled(parts) || parts.every(({ title }) => title.of === 'quartier' || title.logements !== null);
}

function headingOf(base: Heading, { title, piece }: Part, bailleur: string | null): Heading {
  const { name, codeQp, logements } = title;
  return title.of === 'quartier'
    ? { ...base, quartier: name, codeQp, logements, bailleur: base.bailleur ?? bailleur, place: piece.place }
    : { ...base, bailleur: name, siren: null, logements, place: piece.place };
}

function trailing(entries: readonly Entry[]): readonly TotalEntry[] {
  return entries.slice(entries.findLastIndex(isLine) + 1).filter(isTotal);
}

/** The total over all parts, below the last: one total more than the others end with. */
function grandTotal(parts: readonly Part[]): TotalEntry | null {
  const counts = parts.map(({ entries }) => trailing(entries).length);
  const last = counts.at(-1) ?? 0;
  const most = Math.max(0, ...counts.slice(0, -1));
  return last === most + 1 ? (trailing(parts.at(-1)?.entries ?? []).at(-1) ?? null) : null;
}

function named(entry: Entry, { title }: Part): Entry {
  return isTotal(entry) && isTotalOf(entry.label, title.name)
    ? { ...entry, says: { reach: 'programme', section: null, sure: true } }
    : entry;
}

/**
 * One programme for each part where titles part one table, or several tables under one heading, by quartier or by landlord: rows over the whole width, or
 * lines between the tables. The segment itself where none do.
 */
export function splitParts(segment: Segment, knowledge: Knowledge): readonly Segment[] {
  const parts = (['quartier', 'bailleur'] as const)
    .map((of) => partsOf(segment, of, knowledge))
    .find((found) => isOpenTo(segment, found) && isTold(found));
  if (parts === undefined) return [segment];
  const names = parts.map(({ title }) => title.name);
  const bailleur = landlordBeside(segment.pieces, names, knowledge);
  const grand = grandTotal(parts);
  const across = grand === null ? [] : grand.amounts.map((amount) => acrossTotal(grand.label, amount, [segment]));
  const told = parts.map((part): Segment => {
    const entries = part.entries.filter((entry) => entry !== grand).map((entry) => named(entry, part));
    return {
      ...segment,
      heading: headingOf(segment.heading, part, bailleur),
      entries,
      pages: new Set([part.piece.place.page, ...entries.flatMap(pagesOf)]),
      across: [],
      elsewhere: [],
    };
  });
  return heldByFirst(told, across);
}

function pagesOf(entry: Entry): number[] {
  return entry.kind === 'line'
    ? [entry.line.place, ...entry.line.continuations].map(({ page }) => page)
    : entry.amounts.map(({ place }) => place.page);
}
