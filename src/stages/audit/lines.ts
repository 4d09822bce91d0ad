import { Decimal } from 'decimal.js';
import { oneSpending, type Summable } from '../../model/counted.ts';
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

interface Counted extends Summable {
  readonly of: Stated;
}

/**
 * What a line spends, as one figure: the amounts of the first of these rubriques that it states and that may be added up. `among`: the amounts to look at; absent, all.
 */
export function spending(line: ReconciledLine, rubriques: readonly Rubrique[], among: readonly Stated[] = stated(line)): readonly Stated[] {
  const cells = among.map((amount): Counted => {
    const { id, column, base, taxe } = amount.draft;
    const centimes = BigInt(amount.amount.times(100).toFixed(0));
    return { id, rubrique: column.rubrique, colonne: column.header, periode: column.periode, base, taxe, centimes, of: amount };
  });
  return oneSpending(cells, ...rubriques).map(({ of }) => of);
}

/** Every word for money spent, the widest first. */
export const SPENT: readonly Rubrique[] = ['total', 'prevu', 'realise', 'valorise', 'surcout'];

/** `colonne « Montant TTC »`: whose amounts were added up. */
export function columnsOf(amounts: readonly Stated[]): string {
  const names = [...new Set(amounts.map(({ draft }) => shorten(draft.column.header)).filter((name) => name !== ''))];
  return names.length === 0 ? '' : `${names.length > 1 ? 'colonnes' : 'colonne'} ${names.map((name) => `« ${name} »`).join(', ')}`;
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
