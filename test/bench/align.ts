import type { LigneExport, MontantExport, ProgrammeExport } from '../../src/model/contract.ts';
import { bigrams, sameName, similarity } from './text.ts';

/** A pair of indices: truth, reading. */
export type Pair = readonly [truth: number, read: number];

const MIN_LINE_SCORE = 0.45;

function lineText(line: LigneExport): string {
  return [line.axe_texte, line.action_texte, line.description, line.calendrier].map((part) => part ?? '').join(' ');
}

function amountsOf(line: LigneExport): string {
  return line.montants
    .map((amount) => amount.montant ?? '')
    .sort()
    .join('|');
}

/** Pairs lines in their order so that the sum of likenesses is greatest; text counts most, equal amounts help. */
export function alignLines(truth: readonly LigneExport[], read: readonly LigneExport[]): readonly Pair[] {
  const left = truth.map((line) => ({ grams: bigrams(lineText(line)), amounts: amountsOf(line) }));
  const right = read.map((line) => ({ grams: bigrams(lineText(line)), amounts: amountsOf(line) }));
  const score = left.map((a) =>
    right.map((b) => {
      const likeness = similarity(a.grams, b.grams) + (a.amounts === b.amounts ? 0.3 : 0);
      return likeness >= MIN_LINE_SCORE ? likeness : 0;
    }),
  );
  const best = left.map(() => new Array<number>(right.length + 1).fill(0));
  best.push(new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const pair = score[row]?.[column] ?? 0;
      const line = best[row];
      if (line !== undefined)
        line[column] = Math.max(at(row + 1, column), at(row, column + 1), pair > 0 ? pair + at(row + 1, column + 1) : 0);
    }
  }
  const pairs: Pair[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    const pair = score[row]?.[column] ?? 0;
    if (pair > 0 && at(row, column) === pair + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

function stated(amounts: readonly MontantExport[]): MontantExport[] {
  return amounts.filter((amount) => amount.montant !== null);
}

const amountKey = (amount: MontantExport): string =>
  `${amount.rubrique} ${amount.periode === null ? '' : `${amount.periode.debut}-${amount.periode.fin}`} ${amount.montant ?? ''}`;

export interface AmountMatch {
  readonly right: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** Amounts the reading is sure of (confidence 0.9 or more), and how many of them are right. */
  readonly sure: number;
  readonly sureRight: number;
}

const SURE = 0.9;

/** Matches the amounts of an aligned line by value, rubrique and period; cells without amount do not count. */
export function matchAmounts(truth: readonly MontantExport[], read: readonly MontantExport[]): AmountMatch {
  const left = stated(truth).map(amountKey);
  const extra = stated(read).map((amount) => ({ key: amountKey(amount), sure: amount.confiance >= SURE }));
  const sure = extra.filter((amount) => amount.sure).length;
  const missing: string[] = [];
  let right = 0;
  let sureRight = 0;
  for (const key of left) {
    const index = extra.findIndex((amount) => amount.key === key);
    if (index < 0) missing.push(key);
    else {
      if (extra[index]?.sure === true) sureRight += 1;
      extra.splice(index, 1);
      right += 1;
    }
  }
  return { right, missing, extra: extra.map((amount) => amount.key), sure, sureRight };
}

function programmeLikeness(truth: ProgrammeExport, read: ProgrammeExport): number {
  const amounts = (programme: ProgrammeExport): string[] =>
    programme.lignes.flatMap((line) => stated(line.montants).map((amount) => amount.montant ?? ''));
  const left = amounts(truth);
  const right = amounts(read);
  const shared = left.filter((amount) => right.includes(amount)).length / Math.max(1, left.length, right.length);
  return (sameName(truth.quartier, read.quartier) ? 1 : 0) + (sameName(truth.bailleur, read.bailleur) ? 0.5 : 0) + 2 * shared;
}

/** Pairs programmes, the most alike first; a reading that shares neither name nor amounts pairs with nothing. */
export function alignProgrammes(truth: readonly ProgrammeExport[], read: readonly ProgrammeExport[]): readonly Pair[] {
  const candidates = truth.flatMap((left, row) =>
    read.map((right, column) => ({ row, column, likeness: programmeLikeness(left, right) - 0.001 * Math.abs(row - column) })),
  );
  candidates.sort((a, b) => b.likeness - a.likeness);
  const pairs: Pair[] = [];
  for (const { row, column, likeness } of candidates) {
    if (likeness < 0.4 || pairs.some(([left, right]) => left === row || right === column)) continue;
    pairs.push([row, column]);
  }
  return pairs;
}
