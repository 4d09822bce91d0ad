import { isBlankAmount } from '../../../french/amounts.ts';
import { fold } from '../../../french/text.ts';
import type { AmountDraft, LineDraft, Unread } from '../../../model/draft.ts';
import { boxAround, type Place } from '../../../model/geometry.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountOfText } from '../amount-cells.ts';
import { columnKind, headerShare } from '../header-words.ts';
import { isFootReckoning } from '../foot-reckoning.ts';
import { bearsMark } from '../labels.ts';
import { placeId } from '../place-id.ts';
import type { RowItem } from '../row-items.ts';
import { isGlued } from './glued-amounts.ts';
import { likeness, look, type Look } from './heading-look.ts';
import type { ListParagraph } from './list-paragraphs.ts';
import type { MoneyColumns } from './money-columns.ts';
import type { Kind, Price } from './paragraph-kinds.ts';
import { saysAxe } from '../says-axe.ts';
import { splitAction } from './split-action.ts';
import { summedHeadings } from './summed-headings.ts';

export interface Told {
  readonly paragraph: ListParagraph;
  readonly kind: Kind;
}

/** A list read: its items band by band (a recapitulation is one of its own), and which paragraphs it took. */
export interface ListRead {
  readonly bands: readonly (readonly RowItem[])[];
  readonly used: ReadonlySet<ListParagraph>;
  readonly unread: readonly Unread[];
  /** Lines that stand under an axe or are known as actions. */
  readonly known: number;
}

const SURE_AXE = 0.6;
const LONGEST_HEADING = 170;
const LONGEST_ITEM = 400;

function placesOf(paragraph: ListParagraph): readonly Place[] {
  const pages = [...new Set(paragraph.rows.map((row) => row.page))];
  return pages.map((page) => ({
    page,
    box: boxAround(paragraph.rows.filter((row) => row.page === page).flatMap((row) => row.pieces.map((piece) => piece.place.box))) ?? [
      0, 0, 0, 0,
    ],
  }));
}

/** A bullet of a lower level begins this much further right, in points. */
const DEEPER = 6;

/** A year, or words that only head a column: they stand over the lines of a table, not over actions. */
function isColumnHeading(text: string): boolean {
  return !/\p{L}{3}/u.test(text) || (columnKind(text) !== null && headerShare(text) === 1);
}

/** Reads the paragraphs of one run of text as a list: headings of axes and actions, items, totals. */
export class ListReader {
  private readonly bands: RowItem[][] = [[]];
  private readonly used = new Set<ListParagraph>();
  private readonly unread: Unread[] = [];
  private known = 0;
  private axe: string | null = null;
  private axeLook: Look | null = null;
  /** The last paragraph that was a line with an amount. */
  private lastItem: ListParagraph | null = null;
  private action: string | null = null;
  /** Words since the last heading or line that an amount on a line of its own may belong to. */
  private open: ListParagraph[] = [];
  private readonly itemBullets: ReadonlySet<string | null>;
  private readonly repeated: ReadonlySet<string>;
  /** Items that are headings, with the sum of the items set under them. */
  private readonly summed: ReadonlySet<ListParagraph>;

  constructor(
    private readonly told: readonly Told[],
    private readonly columns: MoneyColumns,
    private readonly knowledge: Knowledge,
  ) {
    this.itemBullets = new Set(told.flatMap(({ paragraph, kind }) => (kind.kind === 'item' ? [paragraph.bullet] : [])));
    const labels = told.flatMap(({ kind }) => (kind.kind === 'total' ? [this.wording(kind.total.label)] : []));
    this.repeated = new Set(labels.filter((label, at) => labels.indexOf(label) !== at));
    this.summed = summedHeadings(told, (text) => (this.isAxe(text) ? String(this.knowledge.axe(text)?.axe) : null));
  }

  read(): ListRead {
    this.told.forEach(({ paragraph, kind }, at) => {
      switch (kind.kind) {
        case 'section':
          this.push({ kind: 'section', section: kind.section, text: paragraph.text, place: this.placeOf(paragraph) }, paragraph);
          this.axe = null;
          this.close();
          break;
        case 'recapitulatif':
          this.bands.push([]);
          this.isSummary = true;
          this.close();
          break;
        case 'total':
          this.total(paragraph, kind.total.label, kind.total.amounts, kind.total.says);
          break;
        case 'item':
          this.item(paragraph, kind.label, kind.prices, at);
          break;
        case 'montant':
          this.amountBelow(paragraph, kind.prices);
          break;
        case 'texte':
          this.words(paragraph, kind.money, at);
          break;
        case 'entete':
          break;
      }
    });
    return { bands: this.bands.filter((band) => band.length > 0), used: this.used, unread: this.unread, known: this.known };
  }

  /** The words of a total without what only makes a sentence of them: "Soit un sous-total de" is "sous-total". */
  private wording(label: string): string {
    return fold(label)
      .replace(/\d+/gu, '#')
      .replace(/^soit (?:(?:un|le|au) )?|(?<=total) de$/gu, '');
  }

  private placeOf(paragraph: ListParagraph): Place {
    return placesOf(paragraph)[0] ?? { page: 1, box: [0, 0, 0, 0] };
  }

  private push(item: RowItem, ...paragraphs: readonly ListParagraph[]): void {
    if (item.kind === 'axe' || item.kind === 'section') this.isTold = false;
    this.bands.at(-1)?.push(item);
    for (const paragraph of paragraphs) this.used.add(paragraph);
  }

  private close(): void {
    this.open = [];
    this.action = null;
  }

  /** What stands next, up to the next heading: whether a heading here would head something. */
  private heads(at: number): boolean {
    for (const [index, { paragraph, kind }] of this.told.slice(at + 1, at + 4).entries()) {
      if (kind.kind === 'item' || kind.kind === 'montant') return true;
      if (kind.kind === 'total' || kind.kind === 'entete') return false;
      if (index < 2 && paragraph.bullet !== null) return true;
    }
    return false;
  }

  /** Set deeper than every item with an amount, below one of them: what is told of that item, no action of its own. Without a bullet where those have none, in another type. */
  private isDetail(paragraph: ListParagraph): boolean {
    const { x0, bullet } = paragraph;
    const above = this.lastItem;
    if (above === null || this.placeOf(above).page !== this.placeOf(paragraph).page) return false;
    if (bullet === null && (above.bullet !== null || !above.bold || paragraph.bold)) return false;
    const items = this.told.flatMap(({ paragraph: other, kind }) =>
      kind.kind === 'item' && (other.bullet === null) === (bullet === null) ? [other.x0] : [],
    );
    return items.length > 1 && items.every((start) => x0 > start + DEEPER);
  }

  private addDetail(paragraph: ListParagraph): void {
    const band = this.bands.at(-1);
    const last = band?.at(-1);
    if (band === undefined || last?.kind !== 'line') return;
    const description = last.line.description === null ? paragraph.text : `${last.line.description} ${paragraph.text}`;
    band[band.length - 1] = {
      ...last,
      line: { ...last.line, description, continuations: [...last.line.continuations, ...placesOf(paragraph)] },
    };
    this.used.add(paragraph);
  }

  private words(paragraph: ListParagraph, money: boolean, at: number): void {
    const { text, bullet } = paragraph;
    // Money in words without a bullet may be an item's own: it is shown as unread below.
    const isTold = this.isDetail(paragraph) && !(money && bullet === null);
    if (this.bands.at(-1)?.at(-1)?.kind === 'line' && isTold && !this.amountFollows(at)) {
      this.addDetail(paragraph);
      return;
    }
    const isHeading =
      !money &&
      text.length <= LONGEST_HEADING &&
      !/[.;]$/u.test(text) &&
      (bullet === null || bullet.startsWith('1') || saysAxe(text)) &&
      !(bullet !== null && this.itemBullets.has(bullet) && !paragraph.bold);
    if (isHeading && this.heads(at) && this.heading(paragraph)) return;
    const isItem =
      bullet !== null && this.itemBullets.has(bullet) && (this.axe !== null || this.action !== null) && text.length <= LONGEST_ITEM;
    if (isItem && !this.amountFollows(at)) {
      // An amount whose part in the item stays open is shown, not counted.
      this.line([paragraph], text, money ? [{ name: null, text }] : [{ name: null, text: '' }]);
      return;
    }
    if (money && bullet === null) this.unread.push({ text, place: this.placeOf(paragraph) });
    this.open.push(paragraph);
  }

  private amountFollows(at: number): boolean {
    for (const { kind } of this.told.slice(at + 1)) {
      if (kind.kind === 'montant') return true;
      if (kind.kind !== 'texte') return false;
    }
    return false;
  }

  private heading(paragraph: ListParagraph): boolean {
    const { text, bold } = paragraph;
    const axe = this.knowledge.axe(text);
    const action = this.knowledge.action(text);
    if (axe === null && action === null && isColumnHeading(text)) return false;
    const own = look(paragraph);
    const like = likeness(own, this.axeLook);
    const isSure = axe !== null && axe.confidence >= SURE_AXE;
    const isAxe =
      saysAxe(text) ||
      (this.axeLook === null
        ? isSure
        : (like === 'same' && (axe !== null || bold || /\p{Lu}{4}/u.test(text))) ||
          (like === 'near' && isSure && axe.confidence > (action?.confidence ?? 0)));
    if (isAxe) {
      this.axeLook ??= own;
      this.axe = text.replace(/\s*:$/u, '');
      this.close();
      this.push({ kind: 'axe', text: this.axe, place: this.placeOf(paragraph) }, paragraph);
      return true;
    }
    if (!bold && (action === null || action.confidence < SURE_AXE) && (axe === null || axe.confidence < SURE_AXE) && !text.endsWith(':'))
      return false;
    this.close();
    this.action = text.replace(/\s*:$/u, '');
    this.open = [];
    this.used.add(paragraph);
    return true;
  }

  /** An axe with its total in one line, over its actions; a line that only names an axe, in a recapitulation. */
  private axeWithAmount(paragraph: ListParagraph, label: string, prices: readonly Price[], at: number): boolean {
    const isSure = this.isAxe(label);
    const names =
      saysAxe(label) || this.summed.has(paragraph) || ((this.isSummary || likeness(look(paragraph), this.axeLook) === 'same') && isSure);
    if (!names) return false;
    if (this.isSummary && isSure) this.known++;
    const next = this.told[at + 1];
    const goesOn =
      next !== undefined &&
      next.kind.kind !== 'entete' &&
      next.kind.kind !== 'total' &&
      !(next.kind.kind === 'item' && (saysAxe(next.kind.label) || (this.isSummary && this.isAxe(next.kind.label))));
    if (goesOn) {
      this.axeLook ??= look(paragraph);
      this.axe = label;
      this.close();
      this.push({ kind: 'axe', text: label, place: this.placeOf(paragraph) }, paragraph);
      this.total(paragraph, label, prices, { reach: 'axe', section: null, sure: true });
      return true;
    }
    if (this.known === 0) return false;
    if (!this.inRecapitulation) {
      this.bands.push([]);
      this.inRecapitulation = true;
    }
    this.push({ kind: 'line', line: this.draft([paragraph], null, label, prices), sectionFrom: null }, paragraph);
    return true;
  }

  /** Surely the name of an axe, and of no action. */
  private isAxe(label: string): boolean {
    const isAction = (this.knowledge.action(label)?.confidence ?? 0) >= SURE_AXE;
    return !isAction && (this.knowledge.axe(label)?.confidence ?? 0) >= SURE_AXE;
  }

  private inRecapitulation = false;
  /** A title has announced a summary. */
  private isSummary = false;
  /** The total of everything has been stated over lines, and no heading has come since: what follows is hardly an action. */
  private isTold = false;

  private item(paragraph: ListParagraph, label: string, prices: readonly Price[], at: number): void {
    if (this.axeWithAmount(paragraph, label, prices, at)) return;
    this.open = [];
    if (this.bands.at(-1)?.at(-1)?.kind === 'total' && isFootReckoning(label)) return;
    if (this.isTold && this.knowledge.action(label) === null) {
      this.unread.push({ text: paragraph.text, place: this.placeOf(paragraph) });
      return;
    }
    this.line([paragraph], label, prices);
    this.lastItem = paragraph;
  }

  /** An amount on a line of its own closes what stands above it. */
  private amountBelow(paragraph: ListParagraph, prices: readonly Price[]): void {
    const own = this.open;
    if (own.length === 0 && this.action === null) {
      this.unread.push({ text: paragraph.text, place: this.placeOf(paragraph) });
      return;
    }
    this.line([...own, paragraph], own.map(({ text }) => text).join(' '), prices);
    this.open = [];
    if (own.length > 0 && this.action !== null) return;
    this.action = null;
  }

  private line(paragraphs: readonly ListParagraph[], label: string, prices: readonly Price[]): void {
    const under = this.action;
    const { action, description } =
      under === null ? splitAction(label, this.knowledge) : { action: under, description: label === '' ? null : label };
    const found = this.knowledge.action(label === '' ? (under ?? '') : label);
    const glued = prices.length > 0 ? paragraphs.filter(({ rows }) => rows.some((row, at) => isGlued(row, rows[at + 1]))) : [];
    for (const paragraph of glued) this.unread.push({ text: paragraph.text, place: this.placeOf(paragraph) });
    if (this.axe !== null || under !== null || action !== null || (found !== null && found.confidence >= SURE_AXE)) this.known++;
    this.push({ kind: 'line', line: this.draft(paragraphs, action, description, prices), sectionFrom: null }, ...paragraphs);
  }

  private draft(
    paragraphs: readonly ListParagraph[],
    action: string | null,
    description: string | null,
    prices: readonly Price[],
  ): LineDraft {
    const [place, ...continuations] = paragraphs.flatMap(placesOf);
    const first = place ?? { page: 1, box: [0, 0, 0, 0] };
    return {
      id: placeId('l', first),
      section: null,
      axeText: this.inRecapitulation ? null : this.axe,
      actionText: action,
      description,
      calendrier: null,
      taux: null,
      place: first,
      continuations,
      amounts: this.amounts(prices, paragraphs.at(-1)),
    };
  }

  private amounts(prices: readonly Price[], paragraph: ListParagraph | undefined): readonly AmountDraft[] {
    const place = paragraph === undefined ? null : (placesOf(paragraph).at(-1) ?? null);
    return prices.flatMap(({ name, text }, index): AmountDraft[] => {
      const { amount, unit } = this.columns.of(name, prices.length > 1);
      if (amount === null || place === null) return [];
      const draft = amountOfText(text, `${placeId('m', place)}-${String(index)}`, amount, unit, place);
      return [isBlankAmount(text) ? { ...draft, doubt: null } : draft];
    });
  }

  private total(
    paragraph: ListParagraph,
    label: string,
    prices: readonly Price[],
    says: Extract<RowItem, { kind: 'total' }>['says'],
  ): void {
    const wording = this.wording(label);
    const isMarked = this.axe !== null && bearsMark(label, this.axe);
    const sum = isMarked || (this.axe !== null && this.repeated.has(wording) && says?.reach !== 'section');
    this.push(
      {
        kind: 'total',
        id: placeId('t', this.placeOf(paragraph)),
        label,
        says: sum ? { reach: 'axe', section: null, sure: true } : says,
        sure: true,
        entries: this.amounts(prices, paragraph).map((amount) => ({ ...amount, id: `t${amount.id}` })),
        asLine: null,
      },
      paragraph,
    );
    this.isTold = this.known > 0 && !sum && says?.reach === 'programme' && says.sure;
    this.close();
  }
}
