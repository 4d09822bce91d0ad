import { findAmounts } from '../../french/prose.ts';
import { fold } from '../../french/text.ts';
import type { Place } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { onBaseline } from './baseline.ts';
import { endsSentence, trailingAmount } from './sentences.ts';
import type { Piece } from './heading-piece.ts';
import { codeQpIn } from './heading-values.ts';

const MONEY = /\d\s?(?:€|euros?\b|eur\b|k€|m€)/iu;
/** What the document must be about. */
const SUBJECT = /\b(?:tfpb|atfpb|abattement|programmes? d ?actions?)\b/u;
/** Letters beside amounts that are those of a row, not of a sentence that gives an example. */
const FEW_LETTERS = 30;
/** Fewer amounts or titles than these are an article that mentions them, not a programme. */
const AMOUNTS = 4;
const TITLES = 3;
const LONGEST_TITLE = 120;
const SURE = 0.85;

/** A cell that holds nothing but a figure written like money, its thousands or its cents apart: its column or its page tells the currency. */
const BARE = /^-?\s?(?:\d{1,3}(?:[\s.']\d{3})+(?:,\d{2})?|\d+,\d{2})$/u;
/** Words and marks without which bare figures may count anything. */
const CURRENCY = /€|\beuros?\b|\b(?:montants?|co[ûu]ts?|d[ée]penses?)\b/iu;

/** The amounts of a piece that states them: a cell, a row whose cells ran together, a line that ends with one. `bare`: figures alone count too, as they do where a title says that the document plans or tells actions. */
function amountsOf(text: string, bare: boolean): number {
  if (bare && BARE.test(text.trim())) return 1;
  if (!MONEY.test(text) || endsSentence(text)) return 0;
  const letters = text.replace(/\P{L}|euros?|eur\b/giu, '').length;
  if (letters > FEW_LETTERS) return trailingAmount(text) === null ? 0 : 1;
  return findAmounts(text).filter(({ per }) => per === null).length;
}

/** Axes and actions of the référentiel named in the titles and cells of a page. */
function titlesOf(pieces: readonly Piece[], knowledge: Knowledge): number {
  const titles = new Set<string>();
  for (const { text } of pieces) {
    if (text.length > LONGEST_TITLE || endsSentence(text) || !/\p{L}{4}/u.test(text)) continue;
    const words = text.replace(/\d[\d\s.,]*(?:€|%|eur\w*).*$/iu, '');
    const axe = knowledge.axe(words);
    const action = knowledge.action(words);
    if (axe !== null && axe.confidence >= SURE) titles.add(`axe ${String(axe.axe)}`);
    else if (action !== null && action.confidence >= SURE) titles.add(action.action);
  }
  return titles.size;
}

/** Titles that say what is planned or was done for the abattement, in whatever words. */
const PLAN = /\b(?:programme|programmation|plan d ?actions?|feuille de route|actions?|bilan|reporting|engagements?)\b/u;

const isTitle = ({ text }: Piece): boolean =>
  text.length <= LONGEST_TITLE && !endsSentence(text) && SUBJECT.test(fold(text)) && PLAN.test(fold(text));

/** A page under a title of the kind, with the code of a quartier and amounts beside other words: a landlord may call axes and actions what he likes. */
function isTitled(own: readonly Piece[], money: readonly Piece[]): boolean {
  const coded = own.filter(({ text }) => codeQpIn(text) !== null);
  return (
    coded.length > 0 && own.some(isTitle) && money.filter((piece) => !coded.some((other) => onBaseline(piece, other))).length >= AMOUNTS
  );
}

/** What a stretch of pages shows of a programme. */
interface Shown {
  readonly money: readonly Piece[];
  readonly amounts: number;
  readonly own: readonly Piece[];
}

function shownBy(own: readonly Piece[], isOfPlan: boolean): Shown {
  const bare = isOfPlan && own.some(({ text }) => CURRENCY.test(text));
  const money = own.filter(({ text }) => amountsOf(text, bare) > 0);
  return { own, money, amounts: money.reduce((sum, { text }) => sum + amountsOf(text, bare), 0) };
}

/**
 * Pages that name several axes or actions beside several amounts, or say in their title what they are, though no programme took anything from them: a programme that was not
 * understood must not vanish. A table cut from top to bottom has its actions on one page and their amounts on the next, so two pages that follow each other are looked at
 * together where neither says enough alone. `read`: the pages of the programmes. The place is that of the first amount.
 */
export function unreadPages(pieces: readonly Piece[], read: ReadonlySet<number>, knowledge: Knowledge): readonly Place[] {
  if (!pieces.some(({ text }) => SUBJECT.test(fold(text)))) return [];
  const byPage = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const { page } = piece.place;
    if (!read.has(page)) byPage.set(page, (byPage.get(page) ?? []).concat(piece));
  }
  const isOfPlan = pieces.some(isTitle);
  const looksLikeOne = ({ own, money, amounts }: Shown): boolean =>
    amounts >= AMOUNTS && (titlesOf(own, knowledge) >= TITLES || isTitled(own, money));
  const found = new Map<number, Piece>();
  for (const [page, own] of byPage) {
    const shown = shownBy(own, isOfPlan);
    const [first] = shown.money;
    if (first !== undefined && looksLikeOne(shown)) found.set(page, first);
  }
  for (const [page, own] of byPage) {
    const next = byPage.get(page + 1);
    if (next === undefined || found.has(page) || found.has(page + 1)) continue;
    const shown = shownBy([...own, ...next], isOfPlan);
    const [first] = shown.money;
    if (first !== undefined && looksLikeOne(shown)) found.set(first.place.page, first);
  }
  return [...found.values()].map(({ place }) => place);
}
