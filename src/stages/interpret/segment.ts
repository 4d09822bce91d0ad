import { findPeriods } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';
import type { AmountDraft, Heading, TotalDraft, Unread } from '../../model/draft.ts';
import { overlap } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { amountColumns, amountOfText } from './amount-cells.ts';
import type { Column } from './columns.ts';
import type { Entry } from './entries.ts';
import { introduces, isLabel, sameName, type Piece } from './facts.ts';
import type { Flow, FlowItem } from './flow.ts';
import { completeHeading, readHeading } from './heading.ts';
import { lastHeading } from './last-heading.ts';
import { sectionTitle, totalLabel } from './labels.ts';
import { paragraphs } from './paragraphs.ts';
import { isMoney, looksLikeMoney, totalSentence, trailingAmount } from './sentences.ts';

/** A programme as found on the pages: its heading's pieces and its entries in order. */
export interface Segment {
  heading: Heading;
  readonly pieces: Piece[];
  readonly entries: Entry[];
  readonly columns: Column[];
  readonly pages: Set<number>;
  readonly unread: Unread[];
  /** Totals over several programmes of one table, and the amounts of the others that they sum. */
  readonly across?: readonly TotalDraft[];
  readonly elsewhere?: readonly AmountDraft[];
}

type TableItem = Extract<FlowItem, { kind: 'table' }>;

/** A table may belong to a programme when it has figures in a column of amounts, beside words. */
function mayHoldLines(item: TableItem): boolean {
  return item.bands.some(
    (band) =>
      band.columns.some((column) => column.amount !== null) &&
      (band.items.some((row) => row.kind === 'total') ||
        (band.items.some((row) => row.kind === 'line') &&
          band.columns.some((column) => column.kind === 'action' || column.kind === 'description' || column.kind === 'axe'))),
  );
}

/** One code under two quartiers that have nothing else in common: a code copied from one heading to the next does not make them one. */
function isCopiedCode(own: Heading, next: Heading): boolean {
  if (own.quartier === null || next.quartier === null || own.logements === null || next.logements === null) return false;
  const words = new Set(fold(own.quartier).split(' '));
  return (
    own.logements !== next.logements &&
    !fold(next.quartier)
      .split(' ')
      .some((word) => word.length > 2 && words.has(word))
  );
}

/** Two headings that cannot be those of one programme. */
function conflicts(own: Heading, next: Heading): boolean {
  if (own.codeQp !== null && next.codeQp !== null) return own.codeQp !== next.codeQp || isCopiedCode(own, next);
  if (own.quartier !== null && next.quartier !== null && !sameName(own.quartier, next.quartier)) return true;
  if (own.bailleur !== null && next.bailleur !== null && !sameName(own.bailleur, next.bailleur)) return true;
  if (own.commune !== null && next.commune !== null && !sameName(own.commune, next.commune)) return true;
  return (
    own.periode !== null && next.periode !== null && (own.periode.debut !== next.periode.debut || own.periode.fin !== next.periode.fin)
  );
}

/** What a run of text before a table says about the section and axe of its rows. */
interface Titles {
  readonly section: Section | null;
  readonly axe: Piece | null;
}

const LEGEND_DISTANCE = 3;
const AXES_OF_A_LIST = 3;

/** The titles that stand over a table: those of its own first rows before those of the text above it. */
function titlesOver(gap: readonly Piece[], preamble: readonly Piece[], knowledge: Knowledge): Titles {
  const own = titlesIn(preamble, knowledge);
  const above = titlesIn(gap, knowledge);
  return { section: own.section ?? above.section, axe: own.axe ?? above.axe };
}

/** Running text ends with its sentence; a title does not. */
const SENTENCE = /\.$/u;
const LONGEST_TITLE = 160;

interface SectionPiece {
  readonly section: Section;
  readonly at: number;
}

/** The pieces that name sections without those of a legend, which names one right after the other. */
function withoutLegends(sections: readonly SectionPiece[]): readonly SectionPiece[] {
  const kept = [...sections];
  for (let index = kept.length - 1; index > 0; index--) {
    const [one, two] = [kept[index - 1], kept[index]];
    if (one !== undefined && two !== undefined && one.section !== two.section && two.at - one.at <= LEGEND_DISTANCE) {
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
    const section = sectionTitle(piece.text);
    return section === null ? [] : [{ section, at }];
  });
  const titles = withoutLegends(sections);
  // A title alone over a table may be misspelt; in a heading, names of places look like axes.
  const headingEnd = gap.findLastIndex((piece) => isLabel(piece.text));
  const axes = gap.filter((piece, at) => {
    const axe =
      piece.text.length <= LONGEST_TITLE && !SENTENCE.test(piece.text) && !isBesideMoney(piece, gap) ? knowledge.axe(piece.text) : null;
    const sure = at > headingEnd ? 0.6 : 0.9;
    return axe !== null && (axe.confidence >= sure || /^\s*axe\s*(n\W*)?\d/iu.test(piece.text)) && totalLabel(piece.text) === null;
  });
  return {
    section: titles.at(-1)?.section ?? null,
    axe: axes.length >= AXES_OF_A_LIST ? null : (axes.at(-1) ?? null),
  };
}

const SUMMARY = /\b(recapitulati\w*|recapitulation|synthese|bilan financier|tableau de synthese)\b/u;

export class Segmenter {
  private readonly segments: Segment[] = [];
  private gap: Piece[] = [];
  private section: Section | null = null;
  private axe: Piece | null = null;
  private tableCount = 0;
  /** Those of the last band with amounts, for totals printed in text below it. */
  private columns: readonly Column[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  run(flow: Flow): readonly Segment[] {
    for (const item of flow.items) {
      if (item.kind === 'text') this.gap.push(item.piece);
      else if (mayHoldLines(item)) this.table(item);
      else this.gap.push(...item.pieces);
    }
    this.statedInText(this.gap, this.segments.at(-1));
    return this.segments;
  }

  private table(item: TableItem): void {
    const above = this.gap;
    const pieces = [...above, ...item.preamble];
    const gap = pieces.slice(lastHeading(pieces));
    this.statedInText(pieces.slice(0, pieces.length - gap.length), this.segments.at(-1));
    this.gap = [];
    const labelled = readHeading(gap, this.knowledge, false);
    const titled = readHeading(gap, this.knowledge, true);
    const current = this.segments.at(-1);
    const opens =
      current === undefined ||
      conflicts(
        current.heading,
        labelled.periode === null && labelled.place !== null ? { ...labelled, periode: titlePeriod(gap) } : labelled,
      ) ||
      conflicts({ ...current.heading, periode: null }, onlyIdentity(titled));
    let segment = current;
    let announced: readonly Piece[] = [];
    if (current === undefined || opens) {
      const own = headingStart(gap, labelled);
      this.statedInText(gap.slice(0, own), current);
      announced = gap.slice(own);
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
    const titles = titlesOver(above, item.preamble, this.knowledge);
    if (titles.section !== null) {
      this.section = titles.section;
      this.axe = null;
    }
    if (titles.axe !== null) this.axe = titles.axe;
    else if (gap.some((piece) => SUMMARY.test(fold(piece.text)))) this.axe = null;
    if (labelled.place !== null && opens) segment.pages.add(labelled.place.page);
    for (const band of item.bands) this.band(band, segment);
    segment.unread.push(...item.unread);
    this.statedInText(announced, segment);
  }

  private band(band: TableItem['bands'][number], segment: Segment): void {
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
            says: row.says,
            sure: row.sure,
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

  /** Totals stated in lines of text outside the tables. */
  private statedInText(pieces: readonly Piece[], segment: Segment | undefined): void {
    if (segment === undefined || segment.entries.length === 0) return;
    const taken = new Set<Piece>();
    let read = 0;
    pieces.forEach((piece, at) => {
      const stated = statedTotal(pieces, at) ?? (taken.has(piece) ? null : bareTotal(pieces, at, this.columns));
      stated?.amounts.forEach((amount) => taken.add(amount.piece));
      const amounts = stated === null ? [] : statedAmounts(stated, this.columns.length > 0 ? this.columns : segment.columns);
      if (stated === null || amounts.length === 0) return;
      segment.unread.push(...strandedAmounts(pieces.slice(read, at), piece, taken, this.columns));
      read = at + 1;
      segment.entries.push({
        kind: 'total',
        id: textId('t', piece),
        label: stated.label === '' ? null : stated.label,
        says: totalLabel(stated.label),
        sure: true,
        amounts,
        asLine: null,
        section: this.section,
        axeText: null,
        table: this.tableCount++,
      });
      segment.pages.add(piece.place.page);
    });
    const told = new Set(segment.unread.map(({ place }) => place));
    for (const piece of pieces)
      if (!taken.has(piece) && !told.has(piece.place) && isStrayMoney(piece, pieces, this.columns))
        segment.unread.push({ text: piece.text, place: piece.place });
  }
}

/** An amount in the columns of the table before, in a row that was not seen as one of its rows: nothing else introduces it. */
function isStrayMoney(piece: Piece, pieces: readonly Piece[], columns: readonly Column[]): boolean {
  const [x0, y0, x1, y1] = piece.place.box;
  if (!isMoney(piece.text) || !/€|[.,]\d{2}$/u.test(piece.text)) return false;
  const isUnder = amountColumns(columns).some((column) => overlap(x0, x1, column.x0, column.x1) > 0.8 * (x1 - x0));
  const onLeft = pieces.filter(
    ({ place: { page, box } }) => page === piece.place.page && box[2] <= x0 + 2 && overlap(y0, y1, box[1], box[3]) > 0.3 * (y1 - y0),
  );
  return isUnder && onLeft.length > 0 && !onLeft.some(({ text }) => introduces(text) || totalLabel(text) !== null);
}

interface StatedTotal {
  readonly label: string;
  readonly amounts: readonly { readonly text: string; readonly piece: Piece }[];
}

function textId(kind: string, piece: Piece): string {
  const [x0, y0] = piece.place.box;
  return `${kind}-p${String(piece.place.page)}-${String(Math.round(x0))}-${String(Math.round(y0))}`;
}

/** A line with the rest of its sentence on the line below, where that begins with the currency or in mid-sentence. */
function sentenceFrom(piece: Piece, next: Piece | undefined): string {
  const goesOn =
    next?.place.page === piece.place.page &&
    next.place.box[1] > piece.place.box[1] &&
    !SENTENCE.test(piece.text) &&
    /^(?:€|k€|euros?\b|eur\b|\p{Ll})/u.test(next.text.replace(/^EUR\b/u, 'eur'));
  return goesOn ? `${piece.text} ${next.text}` : piece.text;
}

/** "Total général : 45 000 €" in one line, or its amounts in the pieces to its right. */
function statedTotal(pieces: readonly Piece[], at: number): StatedTotal | null {
  const piece = pieces[at];
  if (piece === undefined || piece.text.length > 200) return null;
  const whole = sentenceFrom(piece, pieces[at + 1]);
  const sentence = totalSentence(whole);
  if (sentence !== null) return { label: whole, amounts: sentence.map((text) => ({ text, piece })) };
  const own = trailingAmount(piece.text);
  if (own !== null)
    return own.label !== '' && totalLabel(own.label)?.sure === true
      ? { label: own.label, amounts: [{ text: own.amountText, piece }] }
      : null;
  if (totalLabel(piece.text) === null) return null;
  const baseline = piece.place.box[3];
  const right = pieces.filter(
    (other) =>
      other.place.page === piece.place.page &&
      other.place.box[0] >= piece.place.box[2] - 2 &&
      Math.abs(other.place.box[3] - baseline) < piece.size * 0.8,
  );
  const amounts = right.flatMap((other) => {
    const stated = trailingAmount(other.text);
    return stated?.label === '' ? [{ text: stated.amountText, piece: other }] : [];
  });
  return amounts.length === 0 ? null : { label: piece.text, amounts };
}

/** Footer and header lines that may stand between a table and its total on the next page. */
const FURNITURE_LINES = 3;

/**
 * Amounts between a table and a total stated below it, in a column of amounts: rows of the table that were not seen as such (its last ones, on
 * the next page). The total cannot agree without them, and is not to blame.
 */
function strandedAmounts(above: readonly Piece[], total: Piece, taken: ReadonlySet<Piece>, columns: readonly Column[]): Unread[] {
  return above.flatMap((piece): Unread[] => {
    const { page, box } = piece.place;
    const isAbove = page === total.place.page && box[3] <= total.place.box[1] + 1;
    if (!isAbove || taken.has(piece)) return [];
    return isUnderAmounts(piece, columns) || beginsUnderAmounts(piece, columns) ? [{ text: piece.text, place: piece.place }] : [];
  });
}

/** "18 000 Sécurisation des accès": a line that begins, in a column of amounts, with figures grouped as money is. */
function beginsUnderAmounts({ text, place: { box } }: Piece, columns: readonly Column[]): boolean {
  const figure = /^\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d{2})?(?: ?€)?(?= \p{L})/u.exec(text)?.[0];
  if (figure === undefined) return false;
  const end = box[0] + ((box[2] - box[0]) * figure.length) / text.length;
  return amountColumns(columns).some((column) => overlap(box[0], end, column.x0, column.x1) > (end - box[0]) * 0.8);
}

/** A piece that is an amount and nothing else, below a column of amounts. */
function isUnderAmounts(piece: Piece, columns: readonly Column[]): boolean {
  const amount = trailingAmount(piece.text);
  const [x0, , x1] = piece.place.box;
  if (amount?.label !== '' || findPeriods(piece.text).length > 0 || !looksLikeMoney(amount.amountText)) return false;
  return amountColumns(columns).some((column) => overlap(x0, x1, column.x0, column.x1) > (x1 - x0) * 0.8);
}

/** Amounts alone on a line right under the table, each below a column of amounts: a total without label, in a row that no rule closes. */
function bareTotal(pieces: readonly Piece[], at: number, columns: readonly Column[]): StatedTotal | null {
  const above = pieces.slice(0, at).filter((piece) => trailingAmount(piece.text)?.label !== '');
  if (above.length > FURNITURE_LINES || above.some((piece) => isLabel(piece.text) || sectionTitle(piece.text) !== null)) return null;
  const piece = pieces[at];
  const amount = piece === undefined ? null : trailingAmount(piece.text);
  return piece !== undefined && amount !== null && isUnderAmounts(piece, columns)
    ? { label: '', amounts: [{ text: amount.amountText, piece }] }
    : null;
}

/** Gives each amount of a line of text the column it stands under; one alone may also stand for the first column. */
function statedAmounts(stated: StatedTotal, columns: readonly Column[]): AmountDraft[] {
  const money = amountColumns(columns);
  const [first] = money;
  if (first === undefined) return [];
  const taken = new Set<Column>();
  return stated.amounts.flatMap(({ text, piece }, at) => {
    const [x0, , x1] = piece.place.box;
    const centre = (column: Column): number => Math.abs((column.x0 + column.x1 - x0 - x1) / 2);
    const free = money.filter((column) => !taken.has(column));
    const [next] = free;
    if (next === undefined) return [];
    const inSentence = stated.amounts.filter((other) => other.piece === piece).length > 1 || stated.label.startsWith(piece.text);
    const nearest = inSentence ? next : free.reduce((a, b) => (centre(b) < centre(a) ? b : a));
    taken.add(nearest);
    const told = !inSentence && (overlap(x0, x1, nearest.x0, nearest.x1) > 0 || stated.amounts.length === money.length);
    const amount = told ? nearest.amount : { ...nearest.amount, sure: false };
    return [amountOfText(text, `${textId('m', piece)}-${String(at)}`, amount, nearest.unit, piece.place)];
  });
}

/** What the titles over a heading are about. */
const TITLE = /\b(programmes?|bilan|plan|annexes?|abattement|tfpb|atfpb|exercice|annees?|periode|actions?)\b|^20\d\d( 20\d\d)?$/u;

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

/** What a title may say to open another programme: whose it is, not what it costs or when. */
function onlyIdentity(heading: Heading): Heading {
  return { ...heading, periode: null, bailleur: null, commune: null, logements: null };
}
