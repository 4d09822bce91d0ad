import type { Section } from '../../model/vocabulary.ts';
import { taxonomy } from './taxonomy.ts';

/** The action cell is what the document says; a description only helps where the cell says little. */
const CELL_IS_CLEAR = 2.2;
const CELL_CHOOSES = 2;
const DESCRIPTION_BESIDE_CLEAR_CELL = 0.5;
const DESCRIPTION_BESIDE_VAGUE_CELL = 0.85;
const DESCRIPTION_ALONE = 1;
/** What landlords mostly count as more of the ordinary: a nudge where the wording leaves a choice. */
const ORDINARY_MEANS = /^(?:[134]\.|8\.2)/u;
const ORDINARY_MEANS_BONUS = 0.3;
const PRINTED_CODE = 0.7;
/** The 2015 list has no 6.1: its codes of axe 6 are one off. */
const PRINTED_CODE_IN_AXE_6 = 0.3;
/** What "none of these actions" weighs among all of them. */
export const NOTHING = 1.35;
const SHARPNESS = 1.7;

/** The scores of an action cell and of its description, as one. */
export function combine(
  cell: readonly number[] | undefined,
  description: readonly number[] | undefined,
  section: Section | null,
  printed: string | null,
): number[] {
  const share = cell === undefined ? DESCRIPTION_ALONE : isClear(cell) ? DESCRIPTION_BESIDE_CLEAR_CELL : DESCRIPTION_BESIDE_VAGUE_CELL;
  return taxonomy().codes.map((code, action) => {
    const score = (cell?.[action] ?? 0) + share * (description?.[action] ?? 0);
    const worded = score > 0 && section === 'droit_commun' && ORDINARY_MEANS.test(code) ? score + ORDINARY_MEANS_BONUS : score;
    if (code !== printed) return worded;
    return worded + (code.startsWith('6') ? PRINTED_CODE_IN_AXE_6 : PRINTED_CODE);
  });
}

/** Whether an action cell says which action is meant: `Ascenseurs` says as much of two. */
function isClear(cell: readonly number[]): boolean {
  let [best, second] = [0, 0];
  for (const score of cell) {
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  return best >= CELL_IS_CLEAR && best - second >= CELL_CHOOSES;
}

export function choose(
  candidates: readonly number[],
  scores: readonly number[],
  nothing: number,
): { action: number; confidence: number } | null {
  const shares = softmax(candidates, scores, nothing);
  let best: { action: number; confidence: number } | null = null;
  candidates.forEach((action, index) => {
    const confidence = shares[index] ?? 0;
    if ((scores[action] ?? 0) > 0 && (best === null || confidence > best.confidence)) best = { action, confidence };
  });
  return best;
}

/** How likely a text is none of all actions. */
export function noneOf(scores: readonly number[], nothing: number): number {
  return (
    1 -
    softmax(
      scores.map((_, action) => action),
      scores,
      nothing,
    ).reduce((sum, share) => sum + share, 0)
  );
}

/** Shares of the candidates and of "none of them", the latter left out of the result. */
export function softmax(candidates: readonly number[], scores: readonly number[], nothing: number): number[] {
  const weights = candidates.map((action) => {
    const score = scores[action] ?? 0;
    return score > 0 ? Math.exp(SHARPNESS * Math.min(12, score)) : 0;
  });
  const sum = weights.reduce((all, weight) => all + weight, Math.exp(SHARPNESS * nothing));
  return weights.map((weight) => weight / sum);
}
