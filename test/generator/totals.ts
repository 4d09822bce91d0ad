import { formatAmount } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import { headingPath } from './content.ts';
import type { Habits, LineContent, ProgrammeContent, SectionContent, TotalContent } from './content.ts';
import type { Random } from './random.ts';

/** A total before its declared value is known. */
export type Scope = Omit<TotalContent, 'declared' | 'keys'> & { readonly lines: readonly LineContent[] };

function sumOf(scope: Scope, sections: readonly SectionContent[]): { sum: number; any: boolean } {
  const keys = new Set(scope.lines.map((line) => line.key));
  let sum = 0;
  let any = false;
  for (const term of scope.terms) {
    for (const line of sections[term.section]?.lines ?? []) {
      if (!keys.has(line.key)) continue;
      const cents = line.amounts[term.column]?.cents ?? null;
      if (cents === null) continue;
      any = true;
      sum += cents;
    }
  }
  return { sum, any };
}

/** States a total with the right value; null where nothing is there to sum and the document prints a dash. */
export function state(scope: Scope, sections: readonly SectionContent[], printZero: boolean): TotalContent | null {
  const { sum, any } = sumOf(scope, sections);
  if (!any && !printZero) return null;
  const { lines, ...rest } = scope;
  return { ...rest, keys: new Set(lines.map((line) => line.key)), declared: sum };
}

/** One total a column over lines of one section. */
export function columnScopes(
  sectionIndex: number,
  section: SectionContent,
  lines: readonly LineContent[],
  scope: Pick<TotalContent, 'portee' | 'cle' | 'libelle'>,
): readonly Scope[] {
  return section.columns.map((column, index) => ({
    ...scope,
    terms: [{ section: sectionIndex, column: index }],
    lines,
    colonne: headingPath(column),
    rubrique: column.rubrique,
    periode: column.periode,
  }));
}

/** What stands on the page for a total, or for its absence. */
export function totalText(total: TotalContent | null, habits: Habits): string {
  return total === null ? (habits.style.nothing[0] ?? '') : formatAmount(total.declared, habits.style);
}

export function sectionTotalLabel(random: Random, section: SectionContent, rank: number, years: string): string | null {
  const name = section.section === 'droit_commun' ? 'Renforcement des moyens de droit commun' : 'Actions spécifiques';
  return random.weighted<string | null>([
    [3, null],
    [3, 'Total'],
    [2, 'TOTAL'],
    [2, `Total (${rank})`],
    [2, `Total ${name.toLowerCase()}`],
    [1, `TOTAL ${name.toUpperCase()}`],
    [1, `Dépense moyenne prévisionnelle / an. Période ${years}`],
    [1, `Sous-total ${name}`],
    [1, `Montant total (${rank})`],
  ]);
}

export function axeTotalLabel(random: Random, axe: number, axeText: string): string {
  return random.weighted<string>([
    [4, 'Sous-total'],
    [2, 'SOUS-TOTAL'],
    [2, `Sous-total axe ${axe}`],
    [2, `Total axe ${axe}`],
    [1, `Sous total ${axeText}`],
    [1, `TOTAL AXE ${axe}`],
    [1, 'Sous-total :'],
  ]);
}

export function grandTotalLabel(random: Random): string {
  return random.pick([
    'TOTAL GÉNÉRAL',
    'Total général',
    'TOTAL',
    'Total',
    'Total programme',
    'MONTANT TOTAL PREVISIONNEL',
    "Total du programme d'actions",
    'TOTAL GENERAL',
    'Montant total',
  ]);
}

/** Labels that no section total carries, for a grand total that stands right under one. */
export function wholeProgrammeLabel(random: Random): string {
  return random.pick(['TOTAL GÉNÉRAL', 'Total général', 'Total programme', "Total du programme d'actions", 'TOTAL GENERAL DU PROGRAMME']);
}

/** An amount in running text carries its unit even where the tables leave it to their headings. */
export function withUnit(amount: string, style: AmountStyle): string {
  if (style.suffix !== '') return amount;
  if (style.millions === true) return `${amount} M€`;
  return style.thousands ? `${amount} k€` : `${amount} €`;
}

export function bothSectionsLabel(random: Random): string {
  return random.pick([
    'Total Renforcement des moyens de droit commun et des actions spécifiques ( A + B )',
    'Total Renforcement des moyens de droit commun et des actions spécifiques (A+B)',
    'TOTAL A + B',
    'Total général (A + B)',
    'TOTAL GENERAL (1) + (2)',
    'Total actions spécifiques et droit commun (1+2)',
    'Total (A + B)',
  ]);
}

/** A programme with totals whose declared values follow from its lines. */
export function withTotals(programme: Omit<ProgrammeContent, 'totals'>, totals: readonly (TotalContent | null)[]): ProgrammeContent {
  return { ...programme, totals: totals.filter((total) => total !== null) };
}

/** What stands on the page for a row of totals. */
export function textsOfTotals(programme: ProgrammeContent, row: readonly (number | null)[], habits: Habits): string[] {
  return row.map((index) => totalText(index === null ? null : (programme.totals[index] ?? null), habits));
}
