import { findAmounts } from '../../french/prose.ts';
import { fold } from '../../french/text.ts';
import type { Place } from '../../model/geometry.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { onBaseline } from './baseline.ts';
import { endsSentence, trailingAmount } from './sentences.ts';
import { codeQpIn, type Piece } from './facts.ts';

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

/** The amounts of a piece that states them: a cell, a row whose cells ran together, a line that ends with one. */
function amountsOf(text: string): number {
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

/** A page under a title of the kind, with the code of a quartier and amounts beside other words: a landlord may call axes and actions what he likes. */
function isTitled(own: readonly Piece[], money: readonly Piece[]): boolean {
  const isTitle = ({ text }: Piece): boolean =>
    text.length <= LONGEST_TITLE && !endsSentence(text) && SUBJECT.test(fold(text)) && PLAN.test(fold(text));
  const coded = own.filter(({ text }) => codeQpIn(text) !== null);
  return (
    coded.length > 0 && own.some(isTitle) && money.filter((piece) => !coded.some((other) => onBaseline(piece, other))).length >= AMOUNTS
  );
}

/**
 * Pages that name several axes or actions beside several amounts, or say in their title what they are, though no programme took anything from them: a programme that was not
 * understood must not vanish. `read`: the pages of the programmes. The place is that of the page's first amount.
 */
export function unreadPages(pieces: readonly Piece[], read: ReadonlySet<number>, knowledge: Knowledge): readonly Place[] {
  if (!pieces.some(({ text }) => SUBJECT.test(fold(text)))) return [];
  const byPage = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const { page } = piece.place;
    if (!read.has(page)) byPage.set(page, (byPage.get(page) ?? []).concat(piece));
  }
  return [...byPage.values()].flatMap((own) => {
    const money = own.filter(({ text }) => amountsOf(text) > 0);
    const amounts = money.reduce((sum, { text }) => sum + amountsOf(text), 0);
    const [first] = money;
    const looksLikeOne = amounts >= AMOUNTS && (titlesOf(own, knowledge) >= TITLES || isTitled(own, money));
    return first !== undefined && looksLikeOne ? [first.place] : [];
  });
}
