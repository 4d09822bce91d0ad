import type { AmountColumn } from '../../model/draft.ts';
import type { Layout } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Column } from './columns.ts';
import { columnKind, isYears, type ColumnKind } from './header-words.ts';
import { flowOf } from './interpret.ts';
import { withoutMarks } from './quartiers/marks.ts';

/** What one column of a table, or one figure of a list or of sheets, was understood as, and what told it. */
export interface UnderstoodColumn {
  /** The table counts among those of its page from 0; `null` for figures found in text. */
  readonly at: { readonly page: number; readonly table: number; readonly column: number } | null;
  readonly header: string;
  readonly kind: ColumnKind;
  readonly amount: AmountColumn | null;
  readonly because: string;
}

function nameOf(header: string): string {
  return `« ${header} »`;
}

function ofAmounts(column: Column, amount: AmountColumn, hasHeader: boolean): string {
  const { header } = column;
  if (!hasHeader && header !== '') return `la suite d'un tableau : même place que ${nameOf(header)} de la partie précédente`;
  if (header === '') return "sans en-tête : presque toutes ses cases sont des montants ; sa rubrique est celle qu'on suppose à défaut";
  if (amount.sure) return "les mots de l'en-tête disent la rubrique";
  if (isYears(header)) return "l'en-tête est une année, et ses cases sont des montants";
  return columnKind(header) === 'montant'
    ? "l'en-tête annonce un montant sans dire lequel : la rubrique est celle qu'on suppose à défaut"
    : "l'en-tête ne dit rien de connu ; ses cases sont des montants, et la rubrique celle qu'on suppose à défaut";
}

function ofText({ header, kind, levels }: Column, hasHeader: boolean): string {
  if (!hasHeader && header !== '') return `la suite d'un tableau : même place que ${nameOf(header)} de la partie précédente`;
  const said = columnKind(withoutMarks(levels.at(-1) ?? header)) ?? columnKind(withoutMarks(header));
  if (said === kind) return "les mots de l'en-tête le disent";
  if (kind === 'axe' || kind === 'action') return `ses cases nomment des ${kind}s du référentiel`;
  if (kind === 'numero') return "ses cases ne sont que des numéros, et une autre colonne porte l'intitulé";
  if (said !== null) return "l'en-tête dirait autre chose, mais ses cases sont du texte, ou une autre colonne le dit mieux";
  return 'du texte, qui ne nomme ni axe ni action';
}

/** The columns of every table as they were understood, in reading order. */
export function understoodColumns(layout: Layout, knowledge: Knowledge): UnderstoodColumn[] {
  return flowOf(layout, knowledge).items.flatMap((item) => {
    if (item.kind === 'text') return [];
    const { table } = item;
    const part = table?.parts[0];
    return item.bands.flatMap(({ columns, hasHeader }) =>
      columns.flatMap((column): UnderstoodColumn[] => {
        const { kind, header, amount, index } = column;
        if (kind === null) return [];
        const at = part === undefined ? null : { page: part.page, table: part.index, column: index };
        const because =
          at === null
            ? 'lu dans du texte : une liste, ou des fiches'
            : amount === null
              ? ofText(column, hasHeader)
              : ofAmounts(column, amount, hasHeader);
        return [{ at, header, kind, amount, because }];
      }),
    );
  });
}
