import type { LineContent, ProgrammeContent, SectionContent, TotalContent } from './content.ts';
import { columnScopes, state } from './totals.ts';
import type { Scope } from './totals.ts';

/** The place of a printed total: its index in the programme's totals a column; null where nothing is stated. */
export type PrintedTotals = readonly (number | null)[];

/** Gathers the stated totals of a programme while its layout is planned; the layout keeps their indices, so planted errors reach the page. */
export class TotalBook {
  readonly totals: TotalContent[] = [];
  readonly #sections: readonly SectionContent[];

  constructor(sections: readonly SectionContent[]) {
    this.#sections = sections;
  }

  add(scope: Scope, printZero = false): number | null {
    const total = state(scope, this.#sections, printZero);
    if (total === null) return null;
    const same = this.totals.findIndex((other) => sameStatement(other, total));
    if (same >= 0) return same;
    this.totals.push(total);
    return this.totals.length - 1;
  }

  /** One total a column over some lines of a section. */
  addRow(
    sectionIndex: number,
    lines: readonly LineContent[],
    scope: Pick<TotalContent, 'portee' | 'cle' | 'libelle'>,
    printZero = false,
  ): PrintedTotals {
    const section = this.#sections[sectionIndex];
    if (section === undefined) return [];
    return columnScopes(sectionIndex, section, lines, scope).map((each) => this.add(each, printZero));
  }
}

/** The contract counts a total once per column, scope and period. */
function sameStatement(a: TotalContent, b: TotalContent): boolean {
  return (
    a.portee === b.portee &&
    a.cle === b.cle &&
    a.keys.size === b.keys.size &&
    [...a.keys].every((key) => b.keys.has(key)) &&
    a.terms.length === b.terms.length &&
    a.terms.every((term, index) => term.section === b.terms[index]?.section && term.column === b.terms[index].column) &&
    a.periode?.debut === b.periode?.debut
  );
}

export function printed(programme: ProgrammeContent, index: number | null | undefined): TotalContent | null {
  return index === null || index === undefined ? null : (programme.totals[index] ?? null);
}
