import type { Evidence } from './evidence.ts';

/** Fitted to lines that have another cell or an action cell (`docs/bench.md`): for axe and action alike. */
const BESIDE = { weighing: 0.9, words: 5, foreign: 0, length: 0, base: -1.8 } as const;
/**
 * Fitted to every answer to a text that stands alone, distractors among them, as wrong ones: one word is understood by chance, what also speaks of other
 * matters is likelier those, and the same share of a longer text is more.
 */
const ALONE = { weighing: 0.87, words: 4.8, foreign: -0.7, length: 2.05, base: -6.45 } as const;
const MOST_FOREIGN = 6;
/** From this likeness on, the words that a text shares with a wording are its. */
const IS_THE_WORDING = 0.5;
const MOST = 0.97;

/** A text with nothing beside it: how much it speaks of other matters, and how many words it has that carry meaning. */
export type TextAlone = Pick<Evidence, 'foreign' | 'length'>;

/**
 * How sure an answer is that nothing but a text's words gives: by how clearly they were weighed for it (`weighed`, 0…1) and by how much of the text it accounts
 * for. Weights alone do not tell a sentence of which two words in eight were understood from one that was understood.
 */
export function sureness(weighed: number, accounted: number, alone: TextAlone | null = null): number {
  const certain = Math.min(MOST, Math.max(1 - MOST, weighed));
  const { weighing, words, foreign, length, base } = alone === null ? BESIDE : ALONE;
  const logit =
    weighing * Math.log(certain / (1 - certain)) +
    words * accounted +
    foreign * Math.min(MOST_FOREIGN, alone?.foreign ?? 0) +
    length * Math.log(Math.max(1, alone?.length ?? 1)) +
    base;
  return Math.min(MOST, 1 / (1 + Math.exp(-logit)));
}

/**
 * The share of the words of what stands in the action cell, or of cell and description where that is more, that stand in terms and wordings of the actions
 * asked. Words that say nothing of any action (names of places, numbers) are left out, but where they are of these.
 */
export function accountedFor(cell: Evidence | null, description: Evidence | null, isAsked: (action: number) => boolean): number {
  const inCell = cell === null ? NOTHING : accounted(cell, isAsked);
  const inDescription = description === null ? NOTHING : accounted(description, isAsked);
  const asked = inCell.asked + inDescription.asked;
  const inBoth = asked === 0 ? 0 : (inCell.found + inDescription.found) / asked;
  return inCell.asked === 0 ? inBoth : Math.max(inCell.found / inCell.asked, inBoth);
}

const NOTHING = { found: 0, asked: 0 } as const;

/** Numbers of words. */
function accounted(
  { hits, stems, likeness, nearest, fillers }: Evidence,
  isAsked: (action: number) => boolean,
): { found: number; asked: number } {
  const places = new Set(hits.filter(({ term }) => isAsked(term.action)).flatMap((hit) => hit.places));
  nearest.forEach((label, action) => {
    if (label === null || (likeness[action] ?? 0) < IS_THE_WORDING || !isAsked(action)) return;
    stems.forEach((stem, place) => {
      if (label.stems.has(stem)) places.add(place);
    });
  });
  const asked = stems.filter((_, place) => places.has(place) || !fillers.has(place)).length;
  return { found: places.size, asked };
}
