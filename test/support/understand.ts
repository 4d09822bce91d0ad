import { knowledge } from '../../pipelines/knowledge.ts';
import type { AmountDraft, DocumentDraft, LineDraft, ProgrammeDraft, TotalDraft } from '../../src/model/draft.ts';
import type { Hypothesis } from '../../src/model/hypothesis.ts';
import { interpret } from '../../src/stages/interpret/interpret.ts';
import { layoutOf, type Item } from './grids.ts';

/** What the interpreter makes of a page of text and tables, in forms short enough to compare. */

export function hypothesesOf(...items: readonly Item[]): readonly Hypothesis<DocumentDraft>[] {
  return interpret([{ value: layoutOf(...items), cost: 0, because: [] }], knowledge);
}

/** The cheapest understanding. */
export function understand(...items: readonly Item[]): DocumentDraft {
  const [first] = hypothesesOf(...items);
  if (first === undefined) throw new Error('interpret always gives an understanding');
  return first.value;
}

/** The only programme of the cheapest understanding. */
export function programmeOf(...items: readonly Item[]): ProgrammeDraft {
  const { programmes } = understand(...items);
  const [only, another] = programmes;
  if (only === undefined || another !== undefined) throw new Error(`${String(programmes.length)} programmes, not one`);
  return only;
}

export function value(amount: AmountDraft | TotalDraft): string | null {
  return amount.readings[0].amount?.toFixed(2) ?? null;
}

/** "axe | action | description" */
export function wording(line: LineDraft): string {
  return [line.axeText, line.actionText, line.description].map((text) => text ?? '-').join(' | ');
}

export function values(line: LineDraft): readonly (string | null)[] {
  return line.amounts.map(value);
}

/** "label = stated amount over the sum of its terms' lines", by the cheapest scope. */
export interface TotalView {
  readonly label: string | null;
  readonly stated: string | null;
  readonly portee: string;
  readonly covers: readonly string[];
}

/** Totals with the descriptions (else actions) of the lines that their cheapest scope covers. */
export function totalsOf(programme: ProgrammeDraft): readonly TotalView[] {
  return programme.totals.map((total) => {
    const scope = total.scopes[0].value;
    const covered = programme.lines.filter((line) => line.amounts.some((amount) => scope.terms.includes(amount.id)));
    return {
      label: total.label,
      stated: value(total),
      portee: scope.portee,
      covers: covered.map((line) => line.description ?? line.actionText ?? '-'),
    };
  });
}
