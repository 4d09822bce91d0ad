import type { Reason } from '../../model/hypothesis.ts';
import type { Section } from '../../model/vocabulary.ts';
import { isAxeHeading } from './axe-heading.ts';
import { classifyAxe, type AxeFound } from './axes.ts';
import { CONTACT, isIntention, notAnAction } from './not-an-action.ts';
import { evidenceOf, NAMES_ITS_ACTION, type Evidence } from './evidence.ts';
import type { ExempleFound, Exemples } from './exemples.ts';
import { principlesMet } from './principes.ts';
import type { Principe } from '../../model/principe.ts';
import { likelihood, toldBy } from './signs.ts';
import { accountedFor, sureness, type Answer } from './sureness.ts';
import { taxonomy } from './taxonomy.ts';
import { choose, combine, NOTHING, softmax } from './weighing.ts';

/** What a programme's line says of itself, as read. */
export interface LigneText {
  readonly axeText: string | null;
  readonly actionText: string | null;
  readonly description: string | null;
  readonly section: Section | null;
  /** An amount of its own stands beside it: a sentence then says what is paid for, a row what is done. Absent: not known. */
  readonly isPriced?: boolean;
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
  /** What the référentiel says of such a line. */
  readonly principes: readonly Principe[];
  readonly because: readonly Reason[];
}

/** What "none of these actions" weighs among those of an axe that the document states. */
const NOTHING_IN_STATED_AXE = 0.45;
const ACTION_MIN = 0.4;
/** Below, an answer that only the words of a line give (axe or action) was wrong too often. */
const SURE_ENOUGH = 0.5;
/** A row with texts in two columns, no axe and no amount is one of any table that a document holds: it must say an action plainly. */
const ACTION_MIN_BESIDE = 0.85;
const INTENTION = 1.2;
/** What is paid for beside actions (`Annuités des prêts`) is told by the same words, but an amount makes a line of a programme likelier. */
const FOREIGN_WHERE_PRICED = 0.75;
/** An axe that only the weighing of the line's words gives: what its share must be, that an action cell which says an axe be not asked. */
const AXE_WEIGHED = 0.4;
/** Below this, what the axe cell seems to say (a number alone, a few common words) yields to a line whose own wording is clearer. */
const AXE_CELL_IS_CLEAR = 0.85;
/** …and what its confidence is then worth. */
const AGAINST_THE_CELL = 0.9;
/** …which it is when its action cell is a known wording of an action elsewhere. */
const KNOWN_WORDING = 0.7;
/** …unless its description names an action of the axe that the cell states. */
const BEARS_OUT = 2;

/** A cell that holds a figure says no more than none: `Nombre de passages | 104`. */
const FIGURE = /^[+–—-]?\s*\d[\d\s.,]*\s*(?:%|\p{L}{0,4}\.?)?$/u;

const CODE = /(?<![\d.,/])(?:action\s*)?([1-8])\s?[.-]\s?([1-5])(?![\d%€]|[.,]\d| ?(?:€|%|ETP|h\b))/iu;

/**
 * `exemples`: what readers have decided before on the same or a similar text; it goes before anything the wording says. `sure`: how sure an answer is that only
 * the line's words give; learning asks with its own.
 */
export function classifyLigne(
  asRead: LigneText,
  exemples: Exemples | null = null,
  sure: (answer: Answer) => number = sureness,
): LigneClass {
  const decided = exemples?.find(asRead) ?? null;
  if (decided !== null) return asDecided(asRead, decided);
  const { codes, actionsOfAxe } = taxonomy();
  const because: Reason[] = [];
  const told = asRead.actionText ?? asRead.description;
  const isAlone = asRead.axeText === null && (asRead.actionText === null || asRead.description === null || FIGURE.test(asRead.description));
  const inCell = told === null ? null : notAnAction(told, isAlone);
  // A cell of heading words beside a description says nothing; the description may.
  const isSilentCell = inCell === 'intitule' && asRead.actionText !== null && asRead.description !== null;
  const other = isSilentCell ? notAnAction(asRead.description ?? '', false) : isContact(asRead) ? 'total' : inCell;
  const ligne = isSilentCell ? { ...asRead, actionText: null } : asRead;
  const isPaidSentence = other === 'prose' && asRead.isPriced === true;
  if ((other !== null && !isPaidSentence) || (isAlone && told !== null && isAxeHeading(told))) return unfiled(ligne, other ?? 'intitule');
  const cell = evidenceOf(ligne.actionText);
  const description = evidenceOf(ligne.description);
  const printed = printedCode(ligne.actionText);
  const scores = combine(cell?.scores, description?.scores, ligne.section, printed);
  const openScores = combine(cell?.openScores, description?.openScores, ligne.section, printed);
  if (printed !== null) because.push({ what: `code ${printed} imprimé`, cost: 0 });

  const stated = ligne.axeText === null ? null : classifyAxe(ligne.axeText);
  const isLoose = stated === null && asRead.isPriced !== true;
  const foreign = stated === null ? foreignTo(told ?? '', cell, description) : 0;
  const isForeign = (cell ?? description)?.isForeignHead === true;
  const nothing = NOTHING + (isLoose || isForeign ? 1 : FOREIGN_WHERE_PRICED) * foreign;
  const axe = chooseAxe(stated, ligne, cell, description, openScores, nothing);
  if (axe === null) return { ...NOWHERE, because };
  const candidates = actionsOfAxe.get(axe.axe) ?? [];
  const isGuess = ligne.axeText === null && axe.isWeighed === true;
  const guess = isGuess ? guessOn(ligne, cell, description, isAlone, other === 'prose') : null;
  const ofAxe = (action: number): boolean => candidates.includes(action);
  const axeConfidence = guess === null ? axe.confidence : sure(guess(axe.confidence, ofAxe));
  if (guess !== null && axeConfidence < SURE_ENOUGH) return { ...NOWHERE, because };
  because.push({
    what: axe !== stated ? `axe ${String(axe.axe)} déduit du texte de la ligne` : `axe ${String(axe.axe)} écrit par le document`,
    cost: cost(axeConfidence),
  });

  const best = choose(candidates, scores, axe === stated ? NOTHING_IN_STATED_AXE : nothing);
  const weighed = axe.confidence * (best?.confidence ?? 0);
  const confidence = guess === null ? weighed : sure(guess(weighed, (action) => action === best?.action));
  const least = stated === null && isLoose && !isAlone ? ACTION_MIN_BESIDE : isGuess ? SURE_ENOUGH : ACTION_MIN;
  const isSure = (stated === null ? confidence : (best?.confidence ?? 0)) >= least;
  const action = best === null || !isSure || (isGuess && saysOneWord(cell, description, best.action)) ? null : codes[best.action];
  if (best === null || action === undefined || action === null) {
    return { ...NOWHERE, axe: axe.axe, confidence: round(axeConfidence), because };
  }
  because.push({ what: explain(action, best.action, cell, description), cost: cost(confidence / axeConfidence) });
  return { axe: axe.axe, action, confidence: round(confidence), ...elsewhere(action, ligne, because), because };
}

/** A single word that may be said of anything (`extérieurs`), not one that names its action (`Gardiens`). */
function saysOneWord(cell: Evidence | null, description: Evidence | null, action: number): boolean {
  const only = cell ?? description;
  if (only === null || (cell !== null && description !== null) || only.length > 1) return false;
  return !only.hits.some(({ term }) => term.action === action && term.openWeight >= NAMES_ITS_ACTION);
}

/** What there is to say of an answer that only the line's words give. */
function guessOn(
  ligne: LigneText,
  cell: Evidence | null,
  description: Evidence | null,
  isAlone: boolean,
  isSentence: boolean,
): (weighed: number, isAsked: (action: number) => boolean) => Answer {
  const likely = likelihood(toldBy(ligne), ligne.isPriced, taxonomy().signWeights);
  return (weighed, isAsked) => ({
    weighed,
    accounted: accountedFor(cell, description, isAsked),
    likelihood: likely,
    isTextAlone: isAlone && cell === null,
    isSentence,
  });
}

const NOWHERE = { axe: null, action: null, confidence: null, suggested: null, principes: [] } as const;

/** What the référentiel says of a line filed under `action`, and where it would file it. */
function elsewhere(action: string, ligne: LigneText, because: Reason[]): Pick<LigneClass, 'suggested' | 'principes'> {
  const principes = principlesMet(action, ligne.description ?? ligne.actionText);
  const [first] = principes.filter(({ vers }) => vers !== null);
  for (const { phrase, source, vers } of principes)
    because.push({ what: `${source} : « ${phrase} »${vers === null ? '' : ` (${vers})`}`, cost: 0 });
  return { suggested: first?.vers ?? null, principes };
}

/** As a reader decided: surer than any wording, less sure where the text only resembles. */
function asDecided(ligne: LigneText, { exemple, similarity }: ExempleFound): LigneClass {
  const { action, par, date } = exemple;
  const confidence = round(similarity === 1 ? 0.99 : 0.9 + 0.08 * similarity);
  const because: Reason[] = [
    { what: `décision de ${par} le ${date} sur ${similarity === 1 ? 'le même texte' : 'un texte très proche'}`, cost: cost(confidence) },
  ];
  if (action === null) return { ...unfiled(ligne, 'lecteur'), because };
  return { axe: Number(action.slice(0, 1)), action, confidence, ...elsewhere(action, ligne, because), because };
}

/** A total, a heading or a sentence: the axe at most, never an action. */
function unfiled(ligne: LigneText, why: string): LigneClass {
  const named = classifyAxe(ligne.axeText ?? ligne.actionText ?? '');
  const because: Reason[] = [{ what: `n'est pas une action : ${WHY[why] ?? why}`, cost: 0 }];
  return { ...NOWHERE, axe: named?.axe ?? null, confidence: named === null ? null : round(named.confidence), because };
}

/** Whom to ask stands beside a name, not beside an action. */
function isContact({ axeText, description, isPriced }: LigneText): boolean {
  return axeText === null && isPriced !== true && description !== null && CONTACT.test(description);
}

const WHY: Readonly<Record<string, string>> = {
  total: "total ou donnée d'en-tête",
  intitule: 'intitulé de tableau ou titre',
  prose: 'phrase de texte courant',
  parole: 'phrase qui parle des actions',
  lecteur: "décision d'un lecteur",
};

function chooseAxe(
  stated: AxeFound | null,
  ligne: LigneText,
  cell: Evidence | null,
  description: Evidence | null,
  scores: readonly number[],
  nothing: number,
): AxeRead | null {
  if (stated !== null && stated.confidence >= AXE_CELL_IS_CLEAR) return stated;
  const worded = axeFromWording(ligne, scores, nothing);
  if (stated === null || worded === null) return stated ?? worded;
  if (worded.axe === stated.axe)
    return {
      axe: stated.axe,
      confidence: Math.min(0.97, Math.max(stated.confidence, 1 - (1 - stated.confidence) * (1 - worded.confidence))),
    };
  // The line says another axe than its axe cell: one of the two is wrong.
  const { actionsOfAxe } = taxonomy();
  const isKnownWording = (actionsOfAxe.get(worded.axe) ?? []).some((action) => (cell?.likeness[action] ?? 0) >= KNOWN_WORDING);
  const isBorneOut = (actionsOfAxe.get(stated.axe) ?? []).some((action) => (description?.openScores[action] ?? 0) >= BEARS_OUT);
  return isKnownWording && !isBorneOut && worded.confidence > AXE_CELL_IS_CLEAR
    ? { ...worded, confidence: worded.confidence * AGAINST_THE_CELL }
    : stated;
}

/** A code printed in the action cell is a hint: lists number differently, wording decides. */
function printedCode(text: string | null): string | null {
  const match = text === null ? null : CODE.exec(text);
  return match === null ? null : `${match[1] ?? ''}.${match[2] ?? ''}`;
}

/** `isWeighed`: nothing but the weighing of the line's words gave it. */
interface AxeRead extends AxeFound {
  readonly isWeighed?: boolean;
}

/** Without an axe cell: the action cell may itself be an axe heading; else the axe whose actions fit best, taken together. */
function axeFromWording(ligne: LigneText, scores: readonly number[], nothing: number): AxeRead | null {
  const { axeOfAction, codes } = taxonomy();
  const shares = softmax(
    codes.map((_, action) => action),
    scores,
    nothing,
  );
  const byAxe = new Map<number, number>();
  shares.forEach((share, action) => {
    const axe = axeOfAction[action] ?? 0;
    byAxe.set(axe, (byAxe.get(axe) ?? 0) + share);
  });
  const [best] = [...byAxe].sort((a, b) => b[1] - a[1]);
  const weighed = best === undefined || best[1] <= 0 ? null : { axe: best[0], confidence: Math.min(0.97, best[1]), isWeighed: true };
  if (weighed !== null && weighed.confidence >= AXE_WEIGHED) return weighed;
  return (ligne.actionText === null ? null : classifyAxe(ligne.actionText)) ?? weighed;
}

/** What speaks for a text's being no action at all, in the units of scores. */
function foreignTo(text: string, cell: Evidence | null, description: Evidence | null): number {
  return (cell?.foreign ?? 0) + (description?.foreign ?? 0) + (isIntention(text) ? INTENTION : 0);
}

function explain(code: string, action: number, cell: Evidence | null, description: Evidence | null): string {
  const like = cell?.likeness[action] ?? 0;
  const nearest = cell?.nearest[action] ?? null;
  if (like >= 0.5 && nearest !== null) return `action ${code} : l'intitulé ressemble à « ${nearest.text} »`;
  const hits = [...(cell?.hits ?? []), ...(description?.hits ?? [])].filter((hit) => hit.term.action === action).length;
  return `action ${code} : ${hits > 1 ? `${String(hits)} termes` : 'un terme'} de son vocabulaire`;
}

function cost(confidence: number): number {
  return round(-Math.log(Math.max(confidence, 1e-6)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
