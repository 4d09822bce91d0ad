import { fold } from '../../french/text.ts';
import { cellText } from '../../model/grid.ts';
import type { Column } from './columns.ts';
import { totalLabel } from './labels.ts';
import type { Labelled } from './row-cells.ts';
import { trailingAmount } from './sentences.ts';

/** A running total at the foot or head of a page: where it is right it says nothing that its lines do not. */
const CARRIED_OVER =
  /^(?:(?:montants? |sommes? |(?:sous )?total )?(?:a reporter|reporte)|reports?)(?: (?:(?:de |sur |en )?(?:la |l )?page|(?:du |sur le |au )?feuillet))?(?: (?:precedente?|suivante?|n|\d{1,2}))*$/u;

/** A label in words; the rank in a column of numbers, in Roman ones too ("VIII"), is none. */
export function isWording({ cell, column }: Labelled): boolean {
  return column.kind !== 'numero' || /(?!\b[IVX]+\b)\b\p{L}{3}/u.test(cellText(cell));
}

/** "Frais de gestion", "Provision pour aléas": what is added to a total. */
const ON_TOP = /^(?:frais|honoraires|provisions?|aleas?|imprevus?|maitrise d oeuvre)\b/u;

/** "Total de l'axe 8 : 22 850 €" set to the right, where the amounts stand. */
export function isWholeTotal(text: string): boolean {
  return totalLabel(text) !== null && trailingAmount(text) !== null;
}

/** The share or the number that a row of totals gives in another column ("97 %", "800"): no words of its label. */
export function isFigureBeside(text: string, { kind }: Column): boolean {
  return kind === 'taux' ? !/\p{L}/u.test(text) : (kind === 'quantite' || kind === null) && /^\d[\d\s\u00a0\u202f.,]*%?$/u.test(text);
}

/** A running total of a page, and nothing else. */
export function isCarriedOver(text: string): boolean {
  return CARRIED_OVER.test(fold(text));
}

/** What comes on top of the total above it. */
export function isOnTop(text: string): boolean {
  return ON_TOP.test(fold(text));
}

const BEGINS_TOTAL =
  /^\W*(montants? |co[uû]ts? |d[ée]penses? |budget )?(sous[ -]?total|s[/.]?[ -]?tot(?:al)?|s[/.]t\b|st\b|ss[ -]?tot(?:al)?|tot\b|total|totaux|cumul|ensemble)/iu;

/** A label whose first words are those of a total. */
export function beginsTotal(text: string): boolean {
  return BEGINS_TOTAL.test(text);
}
