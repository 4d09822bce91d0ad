import type { Reading } from '../../../model/page.ts';
import type { Steps } from './network.ts';

/** The signs of classes 1 and on of the network for numbers: `#` stands for letters and all else that is no number. */
export const NUMBER_SIGNS = ' 0123456789,.-€%()+/kM#';
/** Those of the network for text. */
export const LETTER_SIGNS =
  ' 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâäçéèêëîïôöùûüœÀÂÇÉÈÊËÎÏÔÙÛŒ.,:;\'-()/€%&+"!?°•*=|²_';
/** Texts followed at once, and those given in the end. */
const BEAM = 12;
const KEPT = 5;
/** A class less likely than this (−ln) at a step is not followed. */
const UNLIKELY = 7;

/** Probabilities of a text so far: those ways that end with its last sign, and those that end with none. `place`: where it stands in what may be said. */
interface Ways<Place> {
  readonly text: string;
  readonly place: Place;
  sign: number;
  blank: number;
}

/** What may be said: where it begins, where a sign leads (`null`: nowhere), and where it may end. */
export interface Grammar<Place> {
  readonly start: Place;
  after(place: Place, sign: string): Place | null;
  mayEnd(place: Place): boolean;
}

const ANYTHING: Grammar<true> = { start: true, after: () => true, mayEnd: () => true };

/**
 * What steps `from` to `to` (not included) say, likeliest first, each with −ln of its probability: the sum over all ways its signs may lie over the steps.
 * Prefix beam search: Hannun et al., "First-pass large vocabulary continuous speech recognition using bi-directional recurrent DNNs", 2014.
 */
export function decode(steps: Steps, signs: string, from = 0, to = steps.count): Reading[] {
  return decodeAs(ANYTHING, steps, signs, from, to);
}

/** The same of what `grammar` lets be said only; the probabilities are those among all texts. */
export function decodeAs<Place>(grammar: Grammar<Place>, { classes, costs }: Steps, signs: string, from: number, to: number): Reading[] {
  let beam: Ways<Place>[] = [{ text: '', place: grammar.start, sign: 0, blank: 1 }];
  for (let step = from; step < to; step++) {
    const next = new Map<string, Ways<Place>>();
    const waysOf = (text: string, place: Place): Ways<Place> => {
      const known = next.get(text);
      if (known !== undefined) return known;
      const ways = { text, place, sign: 0, blank: 0 };
      next.set(text, ways);
      return ways;
    };
    const likely: { readonly each: number; readonly share: number }[] = [];
    for (let each = 0; each < classes; each++) {
      const cost = costs[step * classes + each] ?? Infinity;
      if (cost <= UNLIKELY) likely.push({ each, share: Math.exp(-cost) });
    }
    for (const { text, place, sign, blank } of beam) {
      for (const { each, share } of likely) {
        if (each === 0) {
          waysOf(text, place).blank += share * (sign + blank);
          continue;
        }
        const letter = signs.charAt(each - 1);
        // The same sign twice needs a step without sign between.
        const isSame = text.endsWith(letter);
        if (isSame) waysOf(text, place).sign += share * sign;
        const more = share * (isSame ? blank : sign + blank);
        const then = more === 0 ? null : grammar.after(place, letter);
        if (then !== null) waysOf(text + letter, then).sign += more;
      }
    }
    beam = [...next.values()].sort((a, b) => b.sign + b.blank - a.sign - a.blank).slice(0, BEAM);
  }
  const sums = new Map<string, number>();
  for (const { text, place, sign, blank } of beam) {
    if (!grammar.mayEnd(place)) continue;
    const clean = text.replace(/ +/gu, ' ').trim();
    sums.set(clean, (sums.get(clean) ?? 0) + sign + blank);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, KEPT)
    .map(([text, share]) => ({ text, cost: Number(Math.max(0, -Math.log(share)).toFixed(3)) }));
}
