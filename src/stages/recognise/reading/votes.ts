import { nonEmpty, type NonEmpty } from '../../../model/collections.ts';
import type { Reading } from '../../../model/page.ts';
import { knownShape } from './known-shapes.ts';
import { cleanNumber, figuresOf, hasUnreadFigure, numberKey } from './number-text.ts';

/** What is left of doubt where independent readings agree, and where they agree on a page of poor quality. */
export const AGREED = 0.01;
/** A reading that is no amount weighs this much beside one that is. */
const INVALID = 0.3;
/** What the reader of numbers says counts as much as so many recognisers of text; and what it finds less likely than this, nothing. */
const NUMERALS = 3;
const LIKELY = 0.15;
/** However many readings agree in the end, a number they disagreed on stays doubtful. */
export const DISPUTED = 0.25;
const KEPT = 5;
/** No more figures than a stray stroke is taken for. */
const FEW = 2;
/** From one year to another is as whole a reading as an amount is. */
const PERIOD = /^20\d\d ?[-–—/] ?20\d\d$/u;
/** A minus is sooner lost than found: of two values as likely that differ in it, the one that has it comes first. */
const SIGNED = /^[-–−(]/u;

/**
 * The readings of one number from the texts that several recognisers gave, the first one's first, and what the reader of numbers saw. All the same: one reading.
 * Otherwise each value costs −ln of its share of the votes; nothing is decided here.
 */
export function weigh(texts: readonly string[], seen: readonly Reading[] = []): NonEmpty<Reading> | null {
  const whole = texts.filter((text) => !hasUnreadFigure(text));
  if (whole.length === texts.length) return weighed(texts, seen);
  return doubted(weighed(whole.some((text) => /\d/u.test(text)) ? whole : texts, seen));
}

function weighed(texts: readonly string[], numerals: readonly Reading[]): NonEmpty<Reading> | null {
  const candidates = new Map<string, Candidate>();
  let total = 0;
  let spoken = 0;
  let isSeen = false;
  const vote = (raw: string, votes: number): number => {
    const seen = knownShape(cleanNumber(raw));
    const figures = figuresOf(seen);
    isSeen ||= figures === null;
    const text = figures ?? seen;
    if (!/\d/u.test(text)) return 0;
    const { key, valid: isAmount } = numberKey(text);
    const valid = isAmount || PERIOD.test(text);
    const weight = votes * (valid ? 1 : INVALID);
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, { text, weight, valid });
    else {
      known.weight += weight;
      // Of two spellings of one value the one that keeps its thousands apart and its currency is nearer the page.
      if (text.length > known.text.length) known.text = text;
    }
    return weight;
  };
  for (const raw of texts) spoken += vote(raw, 1);
  total += spoken;
  for (const { text, cost } of numerals) if (Math.exp(-cost) >= LIKELY) total += vote(text, NUMERALS * Math.exp(-cost));
  // Alone, it has its doubts against it: what it gave to other texts, too.
  if (spoken === 0) total = NUMERALS;
  mergeShares(candidates);
  mergeSpecks(candidates);
  const silent = texts.length - spoken;
  const [only] = candidates.values();
  if (only === undefined) return null;
  // Letters that stand for figures confirm figures, not each other.
  if (candidates.size === 1 && isSeen && spoken > 0 && silent <= 0.5 * texts.length * (only.valid ? 0 : 2))
    return [{ text: only.text, cost: AGREED }];
  const readings = [...candidates.values()]
    .sort((a, b) => b.weight - a.weight || Number(SIGNED.test(b.text)) - Number(SIGNED.test(a.text)))
    .slice(0, KEPT)
    .map(({ text, weight }): Reading => ({ text, cost: Number((DISPUTED - Math.log(weight / Math.max(total, 1))).toFixed(3)) }));
  return nonEmpty(readings);
}

function doubted(readings: NonEmpty<Reading> | null): NonEmpty<Reading> | null {
  return readings === null ? null : nonEmpty(readings.map((each) => ({ ...each, cost: Math.max(each.cost, DISPUTED) })));
}

interface Candidate {
  text: string;
  weight: number;
  valid: boolean;
}

/** What `%` is taken for behind figures. */
const AS_PERCENT = /^(?:9[5-9]|[9/])?$/u;

/** A share that lost its sign in some readings, or got figures for it, is the share in all of them: nobody adds a `%`. */
function mergeShares(candidates: Map<string, Candidate>): void {
  for (const share of candidates.values()) {
    const digits = /^(\d{1,3}) ?%$/u.exec(share.text)?.[1];
    if (digits === undefined) continue;
    for (const [key, { text, weight }] of candidates) {
      const bare = text.replaceAll(' ', '');
      if (text === share.text || !bare.startsWith(digits) || !AS_PERCENT.test(bare.slice(digits.length))) continue;
      share.weight += weight;
      candidates.delete(key);
    }
  }
}

/** A figure or two that not every recogniser sees: among the strokes of a seal or a signature it is one of them. */
export function isStroke([first]: NonEmpty<Reading>): boolean {
  return first.cost > AGREED && first.text.replace(/\D/gu, '').length <= FEW;
}

/** Three figures behind a mark: dust where thousands are parted looks like one. */
const SPECKED = /^[-+(]?\d{1,3}(?:[ .'’*•·–—_-]{1,3}\d{3})+(?!\d)/u;

/** What would be an amount but for a mark between its thousands is that amount, where another reading sees no mark. */
function mergeSpecks(candidates: Map<string, Candidate>): void {
  const figures = (text: string): string => text.replace(/\D/gu, '');
  for (const [key, specked] of candidates) {
    if (specked.valid || !SPECKED.test(specked.text)) continue;
    const clean = [...candidates.values()].find((other) => other.valid && figures(other.text) === figures(specked.text));
    if (clean === undefined) continue;
    clean.weight += specked.weight;
    candidates.delete(key);
  }
}

/** Whether two texts say the same valid amount, or are the same number letter by letter. */
export function agree(a: string, b: string): boolean {
  const keyOf = (raw: string): string => numberKey(saidNumber(raw)).key;
  return !hasUnreadFigure(a) && !hasUnreadFigure(b) && keyOf(a) === keyOf(b);
}

/** Whether the figures of a number are letters in part: what another reading must confirm. */
export function hasLetters(raw: string): boolean {
  return figuresOf(knownShape(cleanNumber(raw))) !== null;
}

/** What a recogniser's text says as a number. */
export function saidNumber(raw: string): string {
  const text = knownShape(cleanNumber(raw));
  return figuresOf(text) ?? text;
}
