/** Probability that what a person read or confirmed on the page is right: people misread and mistype too. */
export const READ_BY_PERSON = 0.99;
/** The same, once a total that adds up confirms it; and what an amount keeps at most when no total confirms it any more, or one contradicts it (docs/bench.md). */
export const PROVEN = 0.995;
export const UNPROVEN = 0.97;
export const BROKEN = 0.93;
