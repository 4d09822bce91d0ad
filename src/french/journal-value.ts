import { Decimal } from 'decimal.js';
import { formatEuros } from './figures.ts';

/** A value of the journal of corrections as a person reads it: an amount in euros, a text between quotes, `rien` for none. */
export function journalValue(value: string | null): string {
  if (value === null) return 'rien';
  return /^-?\d+\.\d{2}$/u.test(value) ? formatEuros(new Decimal(value)) : `« ${value} »`;
}
