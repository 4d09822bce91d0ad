import { findPeriods } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';
import type { AmountDraft, Heading, TotalDraft, Unread } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import type { Column } from './columns.ts';
import { addedMoney } from './added-money.ts';
import { isLine, type Entry } from './entries.ts';
import type { Running } from './running-totals.ts';
import { labelledFacts } from './facts.ts';
import type { Piece } from './heading-piece.ts';
import { emptiedTable } from './emptied-tables.ts';
import type { Flow } from './flow.ts';
import { maySumAll } from './foot-reckoning.ts';
import { completeHeading, readHeading } from './heading.ts';
import { lastHeading } from './last-heading.ts';
import { totalLabel } from './labels.ts';
import { withOrphans } from './orphans.ts';
import { conflicts, identityTold } from './other-programme.ts';
import { announcedIn, placeTitled, withAnnounced, type Announcement } from './parts/announced-places.ts';
import { foldAxeRecaps } from './parts/axe-recaps.ts';
import { foldPlaceRecaps } from './parts/place-recaps.ts';
import { splitParts, type Mark } from './parts/split-parts.ts';
import { isOfSignatures } from './signatures.ts';
import { placeId } from './place-id.ts';
import { statedInText } from './stated-in-text.ts';
import { isOfOtherAnnexe, isOfPlaces, isOfTownBudget, mayHoldLines, namesActions, type TableItem } from './tables-of-programmes.ts';
import { setTaxesApart } from './taxes.ts';
import { titlesOver } from './titles-over.ts';
import { repeatsTitle } from './title-totals.ts';
import { totalsOverHeading } from './total-over-heading.ts';
import { tableInText, tableWithoutMoney, unreadTable, type UntakenTable } from './unread-tables.ts';

/** A programme as found on the pages: its heading's pieces and its entries in order. */
export interface Segment {
  heading: Heading;
  readonly pieces: Piece[];
  readonly entries: Entry[];
  readonly columns: Column[];
  readonly pages: Set<number>;
  readonly unread: Unread[];
  /** Lines and rows that may be titles of its parts, with the number of entries before each. */
  readonly marks?: Mark[];
  /** Running totals, and the lines before each. */
  readonly running?: Running[];
  /** Totals over several programmes of one table, and the amounts of the others that they sum. */
  readonly across?: readonly TotalDraft[];
  readonly elsewhere?: readonly AmountDraft[];
}

const SUMMARY = /\b(recapitulati\w*|recapitulation|synthese|bilan financier|tableau de synthese)\b/u;

export class Segmenter {
  private readonly segments: Segment[] = [];
  private gap: Piece[] = [];
  private section: Section | null = null;
  private axe: Piece | null = null;
  private tableCount = 0;
  /** What tables before the programmes say of each. */
  private readonly announced: Announcement[] = [];
  /** Cells that tell of places: they state no total. */
  private readonly ofPlaces = new Set<Piece>();
  /** Money in tables of actions without a column of amounts, each with the first piece of its table: its programme is the one around it. */
  private untaken: { readonly unread: Unread | UntakenTable; readonly first: Piece | undefined }[] = [];
  /** Cells of tables that gave no lines. */
  private readonly ofTables = new Set<Piece>();
  private readonly tables: (readonly [UntakenTable, Segment])[] = [];
  /** Those of the last band with amounts, for totals printed in text below it. */
  private columns: readonly Column[] = [];
  /** Text over the heading of the first programme, on its page. */
  private overFirst: readonly Piece[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  run(flow: Flow): readonly Segment[] {
    for (const [at, item] of flow.items.entries()) {
      const announcement = item.kind === 'table' && this.segments.length === 0 ? announcedIn(item, flow.items.slice(at + 1)) : null;
      if (announcement !== null) this.announced.push(announcement);
      else if (item.kind === 'text') this.gap.push(item.piece);
      else if (isOfOtherAnnexe(item, this.gap) || isOfTownBudget(item, this.gap) || isOfSignatures(item)) continue;
      else if (mayHoldLines(item)) this.table(item);
      else {
        const emptied = emptiedTable(flow.items, at, this.knowledge);
        if (emptied !== null) this.segments.at(-1)?.unread.push(emptied);
        const table = item.unread.length > 0 ? null : tableWithoutMoney(item, this.knowledge);
        if (table !== null) this.untaken.push({ unread: table, first: item.pieces[0] });
        if (namesActions(item)) this.untaken.push(...item.unread.map((unread) => ({ unread, first: item.pieces[0] })));
        this.gap.push(...item.pieces);
        for (const piece of item.pieces) this.ofTables.add(piece);
        if (item.bands.some(isOfPlaces)) for (const piece of item.pieces) this.ofPlaces.add(piece);
      }
    }
    this.statedInText(this.gap, this.segments.at(-1));
    this.leaveTextTable(this.gap, this.segments.at(-1));
    this.leaveUntaken(() => this.segments.at(-1));
    const [only, another] = this.segments;
    if (another === undefined) this.statedInText(totalsOverHeading(this.overFirst), only, this.overFirst, true);
    for (const [table, segment] of this.tables) {
      const unread = unreadTable(table, segment.entries);
      if (unread !== null) segment.unread.push(unread);
    }
    const parts = this.segments.flatMap((segment) => splitParts(segment, this.knowledge));
    const told = withAnnounced(foldAxeRecaps(foldPlaceRecaps(parts), this.knowledge), this.announced);
    return withOrphans(told).map((segment) => ({
      ...segment,
      entries: setTaxesApart(segment.entries),
    }));
  }

  /** A table in text that gave no lines is that of the programme whose heading it follows. */
  private leaveTextTable(pieces: readonly Piece[], segment: Segment | undefined): void {
    if (segment === undefined) return;
    const table = tableInText(
      pieces.filter((piece) => !this.ofTables.has(piece)),
      this.knowledge,
    );
    if (table !== null) this.tables.push([table, segment]);
  }

  private table(item: TableItem): void {
    const above = this.gap;
    const pieces = [...above, ...item.preamble];
    const gap = pieces.slice(lastHeading(pieces));
    this.statedInText(pieces.slice(0, pieces.length - gap.length), this.segments.at(-1));
    this.gap = [];
    const labelled = this.withPlaceTitled(readHeading(gap, this.knowledge, false), gap);
    const titled = readHeading(gap, this.knowledge, true);
    // A heading in a sentence, or a name set as a title, has no labels: it stands where that names the place.
    const told = labelledFacts(gap).length === 0 ? titled : labelled;
    const current = this.segments.at(-1);
    const opens =
      current === undefined ||
      conflicts(
        current.heading,
        labelled.periode === null && labelled.place !== null ? { ...labelled, periode: titlePeriod(gap) } : labelled,
      ) ||
      conflicts({ ...current.heading, periode: null }, identityTold(titled, current.heading));
    let segment = current;
    let announced: readonly Piece[] = [];
    if (current === undefined || opens) {
      const own = headingStart(gap, told);
      this.statedInText(gap.slice(0, own), current);
      announced = gap.slice(own);
      if (current === undefined) this.overFirst = gap.slice(0, own).filter(({ place }) => place.page === told.place?.page);
      segment = {
        heading: completeHeading(labelled, titled, [
          'periode',
          'commune',
          'codeInsee',
          'quartier',
          'codeQp',
          'bailleur',
          'siren',
          'logements',
          'place',
        ]),
        pieces: gap.slice(current === undefined ? 0 : own),
        entries: [],
        columns: [],
        pages: new Set(),
        unread: [],
        marks: [],
        running: [],
      };
      this.segments.push(segment);
      this.section = null;
      this.axe = null;
    } else {
      this.statedInText(gap, current);
      current.heading = completeHeading(current.heading, labelled, [
        'periode',
        'commune',
        'codeInsee',
        'quartier',
        'codeQp',
        'bailleur',
        'siren',
        'logements',
      ]);
      current.pieces.push(...gap);
    }
    if (segment === undefined) return;
    const own = segment;
    // Text under the heading of a new programme is its own; above the first there is no other.
    const isOfOwn = (piece: Piece): boolean => current === undefined || !opens || announced.includes(piece);
    this.leaveTextTable(
      above.filter((piece) => !isOfOwn(piece)),
      current,
    );
    this.leaveTextTable(above.filter(isOfOwn), own);
    this.leaveUntaken((first) => (first !== undefined && announced.includes(first) ? own : (current ?? own)));
    const before = segment.entries.length;
    segment.marks?.push(...gap.map((piece) => ({ at: before, piece })));
    const titles = titlesOver(above, item.preamble, this.knowledge);
    if (titles.section !== null) {
      this.section = titles.section;
      this.axe = null;
    }
    if (titles.axe !== null) this.axe = titles.axe;
    else if (gap.some((piece) => SUMMARY.test(fold(piece.text)))) this.axe = null;
    if (told.place !== null && opens) segment.pages.add(told.place.page);
    const parts = titles.axe === null && this.section === null ? [...gap, ...item.preamble] : [];
    for (const band of item.bands) {
      this.band(band, segment, parts);
      this.leave(band);
    }
    segment.unread.push(...item.unread);
    this.statedInText(announced, segment, gap, true);
  }

  /** The heading with the quartier that a title names, where a table before the programmes tells that it is one. */
  private withPlaceTitled(heading: Heading, gap: readonly Piece[]): Heading {
    const found = heading.quartier === null ? placeTitled(gap, this.announced) : null;
    if (found === null) return heading;
    const { name, codeQp, logements } = found.place;
    return {
      ...heading,
      quartier: name,
      codeQp: heading.codeQp ?? codeQp,
      logements: heading.logements ?? logements,
      place: heading.place ?? found.piece.place,
    };
  }

  private leaveUntaken(ownerOf: (first: Piece | undefined) => Segment | undefined): void {
    for (const { unread, first } of this.untaken) {
      const owner = ownerOf(first);
      if (owner === undefined) continue;
      if ('names' in unread) this.tables.push([unread, owner]);
      else owner.unread.push(unread);
    }
    this.untaken = [];
  }

  /** An axe named below the last line and total of a band is the title of the next. */
  private leave(band: TableItem['bands'][number]): void {
    const last = band.items.at(-1);
    if (last?.kind !== 'axe' || band.items.length === 1) return;
    this.axe = { text: last.text, place: last.place, size: 10, bold: true };
  }

  /** `titles`: what may be the title of the part that the table is, where it is no section that the référentiel knows. */
  private band(band: TableItem['bands'][number], segment: Segment, titles: readonly Piece[]): void {
    const table = this.tableCount++;
    segment.columns.push(...band.columns);
    if (band.columns.some((column) => column.amount !== null)) this.columns = band.columns;
    let axe = this.axe?.text ?? null;
    for (const row of band.items) {
      switch (row.kind) {
        case 'section':
          this.section = row.section;
          this.axe = null;
          axe = null;
          break;
        case 'axe':
          axe = row.text;
          break;
        case 'note':
          if (row.carried !== undefined) {
            segment.running?.push({ label: row.text, amounts: row.carried, before: segment.entries.filter(isLine), section: this.section });
            break;
          }
          segment.marks?.push({ at: segment.entries.length, piece: { text: row.text, place: row.place, size: 10, bold: true } });
          break;
        case 'line': {
          const section = row.sectionFrom === 'tick' ? row.line.section : (this.section ?? row.line.section);
          segment.entries.push({
            kind: 'line',
            line: { ...row.line, section, axeText: row.line.axeText ?? axe },
            under: this.section,
            table,
            from: row.from,
          });
          for (const place of [row.line.place, ...row.line.continuations]) segment.pages.add(place.page);
          break;
        }
        case 'total':
          segment.entries.push({
            kind: 'total',
            id: row.id,
            label: row.label,
            says: repeatsTitle(row.label, titles) ? { reach: 'section', section: null, sure: true } : row.says,
            sure: row.sure,
            ...(repeatsTitle(row.label, titles) ? { isOfPart: true } : {}),
            amounts: row.entries,
            asLine: row.asLine === null ? null : { ...row.asLine, section: this.section, axeText: row.asLine.axeText ?? axe },
            section: this.section,
            axeText: axe,
            table,
          });
          if (row.entries[0] !== undefined) segment.pages.add(row.entries[0].place.page);
          break;
      }
    }
  }

  /**
   * What lines of text outside the tables state: totals, and figures of rows that were not seen as such. `around`: the text that they stand in; `isOver`: above the table
   * that was read.
   */
  private statedInText(pieces: readonly Piece[], segment: Segment | undefined, around: readonly Piece[] = pieces, isOver = false): void {
    if (segment === undefined || segment.entries.length === 0) return;
    const told = pieces.filter((piece) => !this.ofPlaces.has(piece) && !isSaidAgain(piece, segment.pieces));
    const last = segment.entries.at(-1);
    const isUnderTotal = !isOver && last?.kind === 'total' && maySumAll(last.label, last.says);
    const { totals, unread } = statedInText(told, this.columns, segment.columns, labelledFacts(around), isUnderTotal);
    for (const { piece, label, amounts } of totals) {
      segment.entries.push({
        kind: 'total',
        id: placeId('t', piece.place),
        label: label === '' ? null : label,
        says: totalLabel(label),
        sure: true,
        amounts,
        asLine: null,
        section: this.section,
        axeText: null,
        table: this.tableCount++,
        ...(isOver ? { isOver } : {}),
      });
      segment.pages.add(piece.place.page);
    }
    segment.unread.push(...unread, ...addedMoney(told, segment.entries));
  }
}

/** Lines printed on several pages stand at one height on each, within this (points). */
const SAME_HEIGHT = 3;

/** Whether a line is the heading of a page, that an earlier page has at the same place: what stands under it follows what the page before ends with. */
function isSaidAgain({ text, place }: Piece, earlier: readonly Piece[]): boolean {
  return earlier.some(
    (other) =>
      other.place.page < place.page && Math.abs(other.place.box[1] - place.box[1]) <= SAME_HEIGHT && fold(other.text) === fold(text),
  );
}

/** What the titles over a heading are about. */
const TITLE =
  /\b(programmes?|bilan|plan|annexes?|abattement|tfpb|atfpb|exercice|annees?|periode|actions?)\b|^20\d\d(?: (?:[aà] )?20\d\d)?$/u;

/** Where the heading of a new programme begins in the text before its first table: what stands above ends the programme before it. */
function headingStart(gap: readonly Piece[], labelled: Heading): number {
  if (labelled.place === null) return gap.length;
  const { page, box } = labelled.place;
  const first = gap.findIndex((piece) => piece.place.page === page && piece.place.box[1] >= box[1] - 2);
  if (first < 0) return gap.length;
  let start = first;
  const isTitle = ({ place, text }: Piece): boolean => place.page === page && TITLE.test(fold(text)) && totalLabel(text) === null;
  while (start > 0 && gap.slice(start - 1, start).every(isTitle)) start--;
  return start;
}

/** The years that the title of a programme or bilan names. */
function titlePeriod(gap: readonly Piece[]): Heading['periode'] {
  const title = gap.find(
    (piece) =>
      piece.text.length <= 90 && /\b(programme|bilan|programmation)\b/u.test(fold(piece.text)) && findPeriods(piece.text).length > 0,
  );
  const [period] = title === undefined ? [] : findPeriods(title.text);
  return period === undefined ? null : { debut: period.debut, fin: period.fin };
}
