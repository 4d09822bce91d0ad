import type { Reading } from '../../../model/page.ts';
import type { Steps } from './network.ts';

/** The signs of classes 1 and on: `#` stands for letters and all else that is no number. */
export const SIGNS = ' 0123456789,.-€%()+/kM#';
/** Texts followed at once, and those given in the end. */
const BEAM = 12;
const KEPT = 5;
/** A class less likely than this (−ln) at a step is not followed. */
const UNLIKELY = 7;

/** Probabilities of a text so far: those ways that end with its last sign, and those that end with none. */
interface Ways {
  text: string;
  sign: number;
  blank: number;
}

/**
 * What a line says, likeliest first, each with −ln of its probability: the sum over all ways its signs may lie over the steps.
 * Prefix beam search: Hannun et al., "First-pass large vocabulary continuous speech recognition using bi-directional recurrent DNNs", 2014.
 */
export function decode({ count, classes, costs }: Steps): Reading[] {
  let beam = new Map<string, Ways>([['', { text: '', sign: 0, blank: 1 }]]);
  for (let step = 0; step < count; step++) {
    const next = new Map<string, Ways>();
    const waysOf = (text: string): Ways => {
      const known = next.get(text);
      if (known !== undefined) return known;
      const ways = { text, sign: 0, blank: 0 };
      next.set(text, ways);
      return ways;
    };
    for (const { text, sign, blank } of beam.values()) {
      for (let each = 0; each < classes; each++) {
        const cost = costs[step * classes + each] ?? Infinity;
        if (cost > UNLIKELY) continue;
        const share = Math.exp(-cost);
        if (each === 0) {
          waysOf(text).blank += share * (sign + blank);
          continue;
        }
        const letter = SIGNS.charAt(each - 1);
        // The same sign twice needs a step without sign between.
        const isSame = text.endsWith(letter);
        if (isSame) waysOf(text).sign += share * sign;
        waysOf(text + letter).sign += share * (isSame ? blank : sign + blank);
      }
    }
    const best = [...next.values()].sort((a, b) => b.sign + b.blank - a.sign - a.blank).slice(0, BEAM);
    beam = new Map(best.map((ways) => [ways.text, ways]));
  }
  const sums = new Map<string, number>();
  for (const { text, sign, blank } of beam.values()) {
    const clean = text.replace(/ +/gu, ' ').trim();
    sums.set(clean, (sums.get(clean) ?? 0) + sign + blank);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, KEPT)
    .map(([text, share]) => ({ text, cost: Number(Math.max(0, -Math.log(share)).toFixed(3)) }));
}
