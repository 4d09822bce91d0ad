import type { Reason } from '../../model/hypothesis.ts';
import type { Section } from '../../model/vocabulary.ts';
import { classifyAxe, type AxeFound } from './axes.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { suggestElsewhere } from './renvois.ts';
import { taxonomy } from './taxonomy.ts';

/** What a programme's line says of itself, as read. */
export interface LigneText {
  readonly axeText: string | null;
  readonly actionText: string | null;
  readonly description: string | null;
  readonly section: Section | null;
}

/** Where a line belongs, in the codes of the référentiel of 2024. */
export interface LigneClass {
  /** Where the document files it; `null` when nothing fits. */
  readonly axe: number | null;
  /** The best action inside that axe; `null` when nothing fits. */
  readonly action: string | null;
  /** Of the lines at 0.9, nine in ten have the right action (the right axe, when `action` is null); `null` without axe. */
  readonly confidence: number | null;
  /** Where the référentiel would file this description, when clearly elsewhere. */
  readonly suggested: string | null;
  readonly because: readonly Reason[];
}

/** What "none of these actions" weighs: among all, and among those of an axe that the document states. */
const NOTHING = 1.1;
const NOTHING_IN_STATED_AXE = 0.5;
const ACTION_MIN = 0.34;
const AXE_MIN = 0.5;
/** The action cell is what the document says; a description only helps where the cell says little. */
const CELL_IS_CLEAR = 2.2;
const DESCRIPTION_BESIDE_CLEAR_CELL = 0.25;
const DESCRIPTION_BESIDE_VAGUE_CELL = 0.7;
const DESCRIPTION_ALONE = 0.9;
/** Below this, what the axe cell seems to say (a number alone, a few common words) yields to a line whose own wording is clearer. */
const AXE_CELL_IS_CLEAR = 0.85;
/** …which it is when its action cell is a known wording of an action elsewhere. */
const KNOWN_WORDING = 0.7;
/** What landlords mostly count as more of the ordinary: a nudge where the wording leaves a choice. */
const ORDINARY_MEANS = /^(?:[134]\.|8\.2)/u;
const ORDINARY_MEANS_BONUS = 0.3;
const PRINTED_CODE = 0.7;
/** The 2015 list has no 6.1: its codes of axe 6 are one off. */
const PRINTED_CODE_IN_AXE_6 = 0.3;
const SHARPNESS = 1.25;

const CODE = /(?<![\d.,/])(?:action\s*)?([1-8])\s?[.-]\s?([1-5])(?![\d%€]|[.,]\d| ?(?:€|%|ETP|h\b))/iu;

export function classifyLigne(ligne: LigneText): LigneClass {
  const { codes, actionsOfAxe } = taxonomy();
  const because: Reason[] = [];
  const cell = evidenceOf(ligne.actionText);
  const description = evidenceOf(ligne.description);
  const printed = printedCode(ligne.actionText);
  const scores = combine(cell?.scores, description?.scores, ligne.section, printed);
  const openScores = combine(cell?.openScores, description?.openScores, ligne.section, printed);
  if (printed !== null) because.push({ what: `code ${printed} imprimé`, cost: 0 });

  const stated = ligne.axeText === null ? null : classifyAxe(ligne.axeText);
  const axe = chooseAxe(stated, ligne, cell, openScores);
  if (axe === null) return { axe: null, action: null, confidence: null, suggested: null, because };
  because.push({
    what: axe !== stated ? `axe ${String(axe.axe)} déduit du texte de la ligne` : `axe ${String(axe.axe)} écrit par le document`,
    cost: cost(axe.confidence),
  });

  const candidates = actionsOfAxe.get(axe.axe) ?? [];
  const best = choose(candidates, scores, axe === stated ? NOTHING_IN_STATED_AXE : NOTHING);
  const action = best === null || best.confidence < ACTION_MIN ? null : codes[best.action];
  if (best === null || action === undefined || action === null) {
    return { axe: axe.axe, action: null, confidence: round(axe.confidence), suggested: null, because };
  }
  because.push({ what: explain(action, best.action, cell, description), cost: cost(best.confidence) });
  const suggestion = suggestElsewhere(action, ligne.description ?? ligne.actionText);
  if (suggestion !== null) because.push(suggestion.reason);
  return { axe: axe.axe, action, confidence: round(axe.confidence * best.confidence), suggested: suggestion?.code ?? null, because };
}

function combine(
  cell: readonly number[] | undefined,
  description: readonly number[] | undefined,
  section: Section | null,
  printed: string | null,
): number[] {
  const strength = Math.max(0, ...(cell ?? []));
  const share =
    cell === undefined ? DESCRIPTION_ALONE : strength >= CELL_IS_CLEAR ? DESCRIPTION_BESIDE_CLEAR_CELL : DESCRIPTION_BESIDE_VAGUE_CELL;
  return taxonomy().codes.map((code, action) => {
    const score = (cell?.[action] ?? 0) + share * (description?.[action] ?? 0);
    const worded = score > 0 && section === 'droit_commun' && ORDINARY_MEANS.test(code) ? score + ORDINARY_MEANS_BONUS : score;
    if (code !== printed) return worded;
    return worded + (code.startsWith('6') ? PRINTED_CODE_IN_AXE_6 : PRINTED_CODE);
  });
}

function chooseAxe(stated: AxeFound | null, ligne: LigneText, cell: Evidence | null, scores: readonly number[]): AxeFound | null {
  if (stated !== null && stated.confidence >= AXE_CELL_IS_CLEAR) return stated;
  const worded = axeFromWording(ligne, scores);
  if (stated === null || worded === null) return stated ?? worded;
  const isKnownWording = (taxonomy().actionsOfAxe.get(worded.axe) ?? []).some((action) => (cell?.likeness[action] ?? 0) >= KNOWN_WORDING);
  return isKnownWording && worded.axe !== stated.axe && worded.confidence > AXE_CELL_IS_CLEAR ? worded : stated;
}

/** A code printed in the action cell is a hint: lists number differently, wording decides. */
function printedCode(text: string | null): string | null {
  const match = text === null ? null : CODE.exec(text);
  return match === null ? null : `${match[1] ?? ''}.${match[2] ?? ''}`;
}

/** Without an axe cell: the action cell may itself be an axe heading; else the axe whose actions fit best, taken together. */
function axeFromWording(ligne: LigneText, scores: readonly number[]): AxeFound | null {
  const { axeOfAction, codes } = taxonomy();
  const shares = softmax(
    codes.map((_, action) => action),
    scores,
    NOTHING,
  );
  const byAxe = new Map<number, number>();
  shares.forEach((share, action) => {
    const axe = axeOfAction[action] ?? 0;
    byAxe.set(axe, (byAxe.get(axe) ?? 0) + share);
  });
  const [best] = [...byAxe].sort((a, b) => b[1] - a[1]);
  if (best !== undefined && best[1] >= AXE_MIN) return { axe: best[0], confidence: Math.min(0.97, best[1]) };
  return ligne.actionText === null ? null : classifyAxe(ligne.actionText);
}

function choose(candidates: readonly number[], scores: readonly number[], nothing: number): { action: number; confidence: number } | null {
  const shares = softmax(candidates, scores, nothing);
  let best: { action: number; confidence: number } | null = null;
  candidates.forEach((action, index) => {
    const confidence = shares[index] ?? 0;
    if ((scores[action] ?? 0) > 0 && (best === null || confidence > best.confidence)) best = { action, confidence };
  });
  return best;
}

/** Shares of the candidates and of "none of them", the latter left out of the result. */
function softmax(candidates: readonly number[], scores: readonly number[], nothing: number): number[] {
  const weights = candidates.map((action) => {
    const score = scores[action] ?? 0;
    return score > 0 ? Math.exp(SHARPNESS * Math.min(12, score)) : 0;
  });
  const sum = weights.reduce((all, weight) => all + weight, Math.exp(SHARPNESS * nothing));
  return weights.map((weight) => weight / sum);
}

function explain(code: string, action: number, cell: Evidence | null, description: Evidence | null): string {
  const like = cell?.likeness[action] ?? 0;
  const nearest = cell?.nearest[action] ?? null;
  if (like >= 0.5 && nearest !== null) return `action ${code} : l'intitulé ressemble à « ${nearest} »`;
  const hits = [...(cell?.hits ?? []), ...(description?.hits ?? [])].filter((hit) => hit.term.action === action).length;
  return `action ${code} : ${String(hits)} terme(s) de son vocabulaire`;
}

function cost(confidence: number): number {
  return round(-Math.log(Math.max(confidence, 1e-6)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
