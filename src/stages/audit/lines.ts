import { Decimal } from 'decimal.js';
import type { ReconciledAmount, ReconciledLine, ReconciledProgramme } from '../../model/reconciled.ts';
import type { Periode, Rubrique } from '../../model/vocabulary.ts';

/** What the rules ask of lines and amounts. */

const LONGEST = 80;

export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** What a person calls the line by. */
export function nameOfLine({ draft }: ReconciledLine): string {
  return shorten(draft.description ?? draft.actionText ?? draft.axeText ?? 'sans libellé');
}

export function textOfLine({ draft }: ReconciledLine): string {
  return [draft.description, draft.calendrier].filter((text) => text !== null).join(' ');
}

export interface Stated extends ReconciledAmount {
  readonly amount: Decimal;
}

function isStated(amount: ReconciledAmount): amount is Stated {
  return amount.amount !== null;
}

export function stated(line: ReconciledLine, ...rubriques: readonly Rubrique[]): readonly Stated[] {
  return line.amounts.filter(isStated).filter((amount) => rubriques.length === 0 || rubriques.includes(amount.draft.column.rubrique));
}

export function samePeriod(a: Periode | null, b: Periode | null): boolean {
  return a === null || b === null || (a.debut === b.debut && a.fin === b.fin);
}

/** `2023`, `2019-2020`, empty when the document does not say. */
export function periodText(periode: Periode | null): string {
  return periode === null ? '' : periode.debut === periode.fin ? String(periode.debut) : `${String(periode.debut)}-${String(periode.fin)}`;
}

export function sum(amounts: readonly { readonly amount: Decimal }[]): Decimal {
  return amounts.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
}

/** Does any line of the programme have a column of this kind, filled or not? */
export function hasColumn(programme: ReconciledProgramme, ...rubriques: readonly Rubrique[]): boolean {
  return programme.lines.some((line) => line.amounts.some((amount) => rubriques.includes(amount.draft.column.rubrique)));
}

/** `81 %`, `4,4`: figures of messages. */
export function percent(share: Decimal): string {
  return `${share.times(100).toDecimalPlaces(1).toString().replace('.', ',')}\u00a0%`;
}

export function decimal(value: Decimal, places = 1): string {
  return value.toDecimalPlaces(places).toString().replace('.', ',');
}
