import type { LigneClass } from '../../../src/stages/classify/lignes.ts';
import type { Labelled } from './labelled.ts';

/** Below this the product asks for a human eye. */
export const CONFIDENT = 0.9;

export interface Judged {
  readonly line: Labelled;
  readonly result: LigneClass;
}

export interface MappingScore {
  readonly lines: number;
  readonly distractors: number;
  readonly axeRight: number;
  /** No axe told. */
  readonly axeAbstained: number;
  readonly actionRight: number;
  readonly abstained: number;
  readonly confident: number;
  readonly confidentRight: number;
  readonly distractorsMapped: number;
  readonly suggestionsDue: number;
  readonly suggestionsFound: number;
  readonly suggestionsFalse: number;
}

export function isRight({ line, result }: Judged): boolean {
  return result.action !== null && line.codes.includes(result.action);
}

function count(judged: readonly Judged[], test: (each: Judged) => boolean): number {
  return judged.filter(test).length;
}

/** Figures over a list of lines; `axeRight` and `actionRight` leave abstentions out of the numerator, not out of the denominator. */
export function score(judged: readonly Judged[]): MappingScore {
  const actions = judged.filter(({ line }) => line.codes.length > 0);
  const confident = actions.filter(({ result }) => result.action !== null && (result.confidence ?? 0) >= CONFIDENT);
  const distractors = judged.filter(({ line }) => line.codes.length === 0);
  return {
    lines: actions.length,
    distractors: distractors.length,
    axeRight: count(actions, ({ line, result }) => line.codes.some((code) => code.startsWith(`${String(result.axe)}.`))),
    axeAbstained: count(actions, ({ result }) => result.axe === null),
    actionRight: count(actions, isRight),
    abstained: count(actions, ({ result }) => result.action === null),
    confident: confident.length,
    confidentRight: count(confident, isRight),
    distractorsMapped: count(distractors, ({ result }) => result.action !== null),
    suggestionsDue: count(actions, ({ line }) => line.suggested !== null),
    suggestionsFound: count(actions, ({ line, result }) => line.suggested !== null && result.suggested === line.suggested),
    suggestionsFalse: count(actions, ({ line, result }) => result.suggested !== null && result.suggested !== line.suggested),
  };
}

export interface Bin {
  readonly from: number;
  readonly lines: number;
  readonly meanConfidence: number;
  readonly right: number;
}

/** Reliability: by stated confidence, how often the action is right. Distractors that were mapped count as wrong. */
export function reliability(judged: readonly Judged[]): readonly Bin[] {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
  return edges.flatMap((from, index) => {
    const to = edges[index + 1] ?? 1.01;
    const within = judged.filter(({ result }) => {
      const confidence = result.confidence ?? 0;
      return result.action !== null && confidence >= from && confidence < to;
    });
    if (within.length === 0) return [];
    const sum = within.reduce((all, { result }) => all + (result.confidence ?? 0), 0);
    return [{ from, lines: within.length, meanConfidence: sum / within.length, right: within.filter(isRight).length / within.length }];
  });
}

/** `right code → read code`, how often; only what is wrong. `-`: no action. */
export function confusions(judged: readonly Judged[]): readonly (readonly [pair: string, count: number])[] {
  const pairs = new Map<string, number>();
  for (const each of judged) {
    if (isRight(each) || (each.line.codes.length === 0 && each.result.action === null)) continue;
    const pair = `${each.line.codes[0] ?? '-'} → ${each.result.action ?? '-'}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...pairs].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** The confusion matrix over the eight axes: rows are right, columns are read, the last column is "none". */
export function axeMatrix(judged: readonly Judged[]): readonly (readonly number[])[] {
  const rows = Array.from({ length: 8 }, () => Array.from({ length: 9 }, () => 0));
  for (const { line, result } of judged) {
    const right = Number(line.codes[0]?.slice(0, 1) ?? 0);
    const row = rows[right - 1];
    const column = (result.axe ?? 9) - 1;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return rows;
}

/** By kind, where a set tells it: how many lines are wrong (an action not found or another, a distractor filed), and how many there are. */
export function byKind(judged: readonly Judged[]): readonly (readonly [kind: string, wrong: number, all: number])[] {
  const kinds = new Map<string, { wrong: number; all: number }>();
  for (const each of judged) {
    const { kind, codes } = each.line;
    if (kind === undefined) continue;
    const tally = kinds.get(kind) ?? { wrong: 0, all: 0 };
    const isWrong = codes.length === 0 ? each.result.action !== null : !isRight(each);
    kinds.set(kind, { wrong: tally.wrong + (isWrong ? 1 : 0), all: tally.all + 1 });
  }
  return [...kinds].map(([kind, { wrong, all }]) => [kind, wrong, all] as const);
}
