import { matchesIn } from './matches.ts';
import type { Decimal } from 'decimal.js';
import { flatten } from './amounts.ts';
import { FIGURE, readFigure, type Unit } from './figures.ts';
import { CURRENCY, PER_PERIOD, PER_YEAR, TAX, taxOf, unitOf } from './marks.ts';

/** An amount written with its currency inside prose. */
export interface FoundAmount {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly taxe: 'ht' | 'ttc' | null;
  readonly base: 'an' | 'periode' | null;
  /** A price for one of something (`24,50€/h`, `2 372€/attribution`, `1 492 € par mois`): what; `null` for a whole amount. */
  readonly per: string | null;
  /** Offsets into `flatten(text)`, end excluded. */
  readonly at: number;
  readonly end: number;
}

const SEARCH = new RegExp(
  String.raw`(?<![\d,\p{L}]|(?<!\.)\.)(?<sign>- ?)?(?:(?<figure>${FIGURE}) ?(?<currency>${CURRENCY})|€ ?(?<after>${FIGURE}))(?<tax> ?${TAX})?(?<base> ?(?:${PER_YEAR}|${PER_PERIOD}))?(?<tax2> ?${TAX})?`,
  'giu',
);
/** A sign of every currency that {@link SEARCH} knows. */
const CURRENCY_SIGN = /€|eur|ke/iu;
const PER = /^ ?(?:\/ ?(?:par )?|par |chaque |(?:l['’]|la |le )(?=heure|unité|logement))(?<what>\p{L}[\p{L}.²]*)/iu;
const YEARLY = new RegExp(`^ ?(?:${PER_YEAR})$`, 'iu');
const NO_SIGN_BEFORE = /[\p{L}\d)]\s?$/u;

/** Every amount of a text that carries its currency, in order, unit prices told apart. Ambiguous figures are left out. */
export function findAmounts(text: string): FoundAmount[] {
  const flat = flatten(text);
  const found: FoundAmount[] = [];
  if (!/\d/u.test(flat) || !CURRENCY_SIGN.test(flat)) return found;
  for (const match of matchesIn(flat, SEARCH)) {
    const groups = match.groups ?? {};
    const figure = groups['figure'] ?? groups['after'];
    const unit = groups['currency'] === undefined ? 'euro' : unitOf(groups['currency']);
    if (figure === undefined || unit === null) continue;
    const value = readFigure(figure, unit);
    if (value === null) continue;
    const end = match.index + match[0].length;
    const base = groups['base'];
    const negative = groups['sign'] !== undefined && !NO_SIGN_BEFORE.test(flat.slice(0, match.index)) && !groups['sign'].endsWith(' ');
    found.push({
      value: negative ? value.negated() : value,
      unit,
      taxe: taxOf((groups['tax'] ?? groups['tax2'])?.trim()),
      base: base === undefined ? null : YEARLY.test(base) ? 'an' : 'periode',
      per: PER.exec(flat.slice(end))?.groups?.['what']?.toLowerCase() ?? null,
      at: match.index,
      end,
    });
  }
  return found;
}
