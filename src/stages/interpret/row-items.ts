import type { AmountDraft, LineDraft } from '../../model/draft.ts';
import type { Place } from '../../model/geometry.ts';
import type { Section } from '../../model/vocabulary.ts';
import type { TotalLabel } from './labels.ts';

/** What told a line its section: a ticked column, a footnote sign, or nothing of its own. */
export type SectionSource = 'tick' | 'mark' | null;

/** A row that states totals: one entry per amount column that states one. */
export interface RowTotal {
  readonly kind: 'total';
  readonly id: string;
  readonly label: string | null;
  readonly says: TotalLabel | null;
  /** Surely a total: the alternative, a line, need not be tried. */
  readonly sure: boolean;
  readonly entries: readonly AmountDraft[];
  /** The same row understood as a line, for the alternative; `null` where it could be none. */
  readonly asLine: LineDraft | null;
  /** Its figures are bold, and those of the row above are not. */
  readonly isBolder?: boolean;
}

export type RowItem =
  | { readonly kind: 'line'; readonly line: LineDraft; readonly sectionFrom: SectionSource; readonly from?: 'fiche' }
  | RowTotal
  | { readonly kind: 'section'; readonly section: Section; readonly text: string; readonly place: Place }
  | { readonly kind: 'axe'; readonly text: string; readonly place: Place }
  /** `carried`: what a running total states; `share`: what a detail of a total does. */
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly place: Place;
      readonly carried?: readonly AmountDraft[];
      readonly share?: readonly AmountDraft[];
    };
