import { Decimal } from 'decimal.js';
import { formatEuros } from '../../french/amounts.ts';
import { escapeHtml } from '../overlay/escape.ts';

/** A contract amount as the French write it, `–` for none. */
export function euros(amount: string | null): string {
  return amount === null ? '–' : formatEuros(new Decimal(amount));
}

export function text(value: string | number | null): string {
  return value === null || value === '' ? '–' : escapeHtml(String(value));
}

export function years(debut: number | null, fin: number | null): string {
  if (debut === null) return '–';
  return fin === null || fin === debut ? String(debut) : `${String(debut)}-${String(fin)}`;
}

/** `colonne « Montant TTC »`, in HTML. */
export function columnText(colonne: string): string {
  return colonne === '' ? 'colonne sans en-tête' : `colonne « ${escapeHtml(colonne)} »`;
}
