import type { Poids } from './data.ts';
import type { Evidence } from './evidence.ts';
import { taxonomy } from './taxonomy.ts';

/** From this likeness on, the words that a text shares with a wording are its. */
const IS_THE_WORDING = 0.5;
const MOST = 0.97;
const MOST_LIKELY = 6;

/** An answer (an axe or an action) that nothing but a line's words gives. */
export interface Answer {
  /** How clearly the words were weighed for it, 0…1. */
  readonly weighed: number;
  /** How much of the text it accounts for, 0…1. */
  readonly accounted: number;
  /** How much likelier the text is an action at all than anything else, the logarithm of the odds. */
  readonly likelihood: number;
  /** Nothing stands beside the text, and it stands in no action cell. */
  readonly isTextAlone: boolean;
  /** A whole sentence that is paid for. */
  readonly isSentence: boolean;
}

/** What each of these counts, in the order of the weights that were learnt. */
export function traitsOf({ weighed, accounted, likelihood, isTextAlone, isSentence }: Answer): Readonly<Record<SurenessTrait, number>> {
  const certain = Math.min(MOST, Math.max(1 - MOST, weighed));
  return {
    pesee: Math.log(certain / (1 - certain)),
    mots: accounted,
    vraisemblance: Math.min(MOST_LIKELY, Math.max(-MOST_LIKELY, likelihood)),
    texte_seul: isTextAlone ? 1 : 0,
    phrase: isSentence ? 1 : 0,
  };
}

export type SurenessWeights = Poids['surete'];
export type SurenessTrait = Exclude<keyof SurenessWeights, 'base'>;

/**
 * How sure such an answer is. Weights of words alone do not tell a sentence of which two words in eight were understood from one that was understood, nor what
 * is done from what there is, is counted or is told of the same things. Learnt from answers to lines whose action is known, distractors among them, as wrong ones.
 */
export function sureness(answer: Answer): number {
  return surenessBy(answer, taxonomy().surenessWeights);
}

/** The same with other weights than those in use. */
export function surenessBy(answer: Answer, weights: SurenessWeights): number {
  const traits = traitsOf(answer);
  const logit = TRAITS.reduce((sum, trait) => sum + weights[trait] * traits[trait], weights.base);
  return Math.min(MOST, 1 / (1 + Math.exp(-logit)));
}

export const TRAITS = ['pesee', 'mots', 'vraisemblance', 'texte_seul', 'phrase'] as const satisfies readonly SurenessTrait[];

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
