import { isDetail, isSubtotalLabel, sectionTitle } from './labels.ts';
import type { RowItem, RowTotal } from './row-items.ts';

type Note = Extract<RowItem, { kind: 'note' }>;

/** The section that a share of a total names: "dont actions spécifiques". */
function sectionOf({ text, share }: Note): RowTotal['says'] {
  const section = share !== undefined && isDetail(text) ? sectionTitle(text.replace(/^\W*dont\s+/iu, '')) : null;
  return section === null ? null : { reach: 'section', section, sure: true };
}

/** A total that its sections share out covers them all, unless it calls itself less. */
function overAll(total: RowTotal): RowTotal | null {
  if (total.says?.reach === 'programme') return total;
  const isOpen = (total.says === null || total.says.reach === 'inconnu') && (total.label === null || !isSubtotalLabel(total.label));
  return isOpen ? { ...total, says: { reach: 'programme', section: null, sure: true } } : null;
}

/**
 * "TOTAL 2025 | 65 320 €" over "dont actions spécifiques | 41 620 €" and "dont droit commun | 23 700 €", at the foot of a table: what each section comes to, said of the total of
 * all. Other shares of a total stay what no sum counts.
 */
export function withSectionShares(items: readonly RowItem[]): readonly RowItem[] {
  const at = items.findLastIndex(({ kind }) => kind !== 'note');
  const total = items[at];
  const below = items.slice(at + 1).filter((item) => item.kind === 'note');
  const shares = below.filter((note) => sectionOf(note) !== null);
  const whole = total?.kind === 'total' && shares.length > 0 ? overAll(total) : null;
  if (whole === null) return items;
  return [
    ...items.slice(0, at),
    whole,
    ...below.map((note): RowItem => {
      const says = sectionOf(note);
      const [first] = note.share ?? [];
      if (says === null || first === undefined) return note;
      return { kind: 'total', id: `t-${first.id}`, label: note.text, says, sure: true, entries: note.share ?? [], asLine: null };
    }),
  ];
}
