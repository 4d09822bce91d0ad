import { Decimal } from 'decimal.js';
import { readAmountCell } from '../../french/amounts.ts';
import type { AmountColumn, AmountDoubt, AmountDraft, AmountReading } from '../../model/draft.ts';
import { nonEmpty } from '../../model/collections.ts';
import type { Place } from '../../model/geometry.ts';
import { cellText, type Cell } from '../../model/grid.ts';
import type { Column, Unit } from './columns.ts';
import { amountAmongMarks } from './overprinted.ts';
import { printedAmount } from './wrapped-amounts.ts';

interface Read {
  readonly reading: AmountReading;
  readonly doubt: AmountDoubt | null;
  readonly taxe: 'ht' | 'ttc' | null;
  readonly base: 'an' | 'periode' | null;
}

/** Money has cents: a figure printed or computed finer is rounded half up, so that sums are sums of what is published. */
function cents(value: Decimal): Decimal;
function cents(value: Decimal | null): Decimal | null;
function cents(value: Decimal | null): Decimal | null {
  return value?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) ?? null;
}

function readText(text: string, unit: Unit, cost: number): Read {
  const read = readAmountCell(text, { unit });
  switch (read.kind) {
    case 'amount':
      return { reading: { text, amount: cents(read.value), cost }, doubt: null, taxe: read.taxe, base: read.base };
    case 'formula':
      return {
        reading: { text, amount: cents(read.stated ?? read.value), cost },
        doubt: read.stated === null && read.value === null ? 'formule' : null,
        taxe: null,
        base: null,
      };
    case 'none':
      return { reading: { text, amount: null, cost }, doubt: null, taxe: null, base: null };
    case 'range':
      return { reading: { text, amount: null, cost }, doubt: 'fourchette', taxe: null, base: null };
    case 'several':
      return { reading: { text, amount: null, cost }, doubt: 'plusieurs_montants', taxe: null, base: null };
    case 'text':
      return { reading: { text, amount: null, cost }, doubt: 'texte', taxe: null, base: null };
  }
}

/** What it costs to take the amount out of a picture's marks: the marks may hide some of its figures. */
const AMONG_MARKS = 0.7;

/** A picture's text that is no amount but for the marks of a stamp beside one. */
function amongMarks(text: string, unit: Unit, cost: number): Read | null {
  const own = cost > 0 ? amountAmongMarks(text) : null;
  const read = own === null ? null : readText(own, unit, cost + AMONG_MARKS);
  return read?.doubt === null && read.reading.amount !== null ? { ...read, reading: { ...read.reading, text } } : null;
}

type PictureRead = Read & { readonly isAmongMarks: boolean };

/**
 * Of the ways a picture's cell was read those that say something: where one is an amount, text that is none is no reading of it, or a sum could be closed by leaving the amount out;
 * marks beside an amount may be read in several ways, which leave it one.
 */
function tellingReads(reads: readonly PictureRead[]): readonly PictureRead[] {
  const isStated = reads.some(({ reading: { amount } }) => amount !== null);
  const said = isStated ? reads.filter(({ doubt }) => doubt !== 'texte') : reads;
  const isSame = (one: PictureRead, other: PictureRead): boolean =>
    other.isAmongMarks && one.reading.amount !== null && other.reading.amount?.equals(one.reading.amount) === true;
  return said.filter((read, at) => !read.isAmongMarks || !said.slice(0, at).some((other) => isSame(read, other)));
}

/** What it costs to count an amount that is struck out: totals that count it say so. */
const COUNTED_THOUGH_STRUCK = 0.8;

function struckAll(readings: readonly AmountReading[]): AmountReading[] {
  return readings.map((reading) => ({ ...reading, cost: reading.cost + COUNTED_THOUGH_STRUCK }));
}

/** Reads the cell of an amount column in every way the page allows. An empty cell, or none at all, is an amount that is not there. */
export function amountOf(cell: Cell, id: string, column: AmountColumn, unit: Unit): AmountDraft {
  const reads = tellingReads(
    cell.readings.map((reading) => {
      const { text, cost } = printedAmount(cell, reading.text);
      const read = readText(text, unit, reading.cost + cost);
      const among = read.doubt === 'texte' ? amongMarks(text, unit, reading.cost + cost) : null;
      return { ...(among ?? read), isAmongMarks: among !== null };
    }),
  );
  const [first] = reads;
  const readings = nonEmpty(reads.map((read) => read.reading)) ?? [{ text: '', amount: null, cost: 0 }];
  const isCut = cell.cut === true && readings[0].amount !== null;
  const isStruck = !isCut && cell.struck === true && readings[0].amount !== null;
  return {
    id,
    column,
    place: cell.place,
    taxe: column.taxe ?? first?.taxe ?? null,
    base: first?.base ?? column.base,
    readings: isCut ? [{ ...readings[0], amount: null }] : isStruck ? [{ ...readings[0], amount: null }, ...struckAll(readings)] : readings,
    doubt: isCut ? 'coupe' : isStruck ? 'raye' : (first?.doubt ?? null),
  };
}

/** The column of an index when it is one of amounts. */
export function amountColumns(columns: readonly Column[]): readonly (Column & { readonly amount: AmountColumn })[] {
  return columns.filter((column): column is Column & { readonly amount: AmountColumn } => column.amount !== null);
}

/** True when the cell states an amount, zero included. */
export function statesAmount(cell: Cell | null, unit: Unit): boolean {
  if (cell === null) return false;
  const read = readAmountCell(cellText(cell), { unit });
  return read.kind === 'amount' || read.kind === 'formula' || read.kind === 'several' || read.kind === 'range';
}

/** An amount that stands in a line of text, of the figure that `column` holds. */
export function amountOfText(text: string, id: string, column: AmountColumn, unit: Unit, place: Place): AmountDraft {
  const { reading, doubt, taxe, base } = readText(text, unit, 0);
  return { id, column, place, taxe: taxe ?? column.taxe, base: base ?? column.base, readings: [reading], doubt };
}
