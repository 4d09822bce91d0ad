import { fold } from '../../french/text.ts';
import type { LineDraft } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isLine, isStated, type Entry } from './entries.ts';
import { axeRow } from './recap.ts';

/** A summary of fewer axes may be lines that only sound like them. */
const FEWEST = 2;
const SUMMARY = /^(?:\d )?(?:tableau )?(?:recapitulati\w*|recapitulation|synthese)\b/u;

/** "Tableau récapitulatif", "3. Synthèse": what stands under it says again what the document told before. */
export function isSummaryTitle(text: string): boolean {
  return SUMMARY.test(fold(text));
}

/** A row of the summary by itself: the axe of the table above it was only carried down to it. */
function alone(line: LineDraft): LineDraft {
  return line.actionText === null && line.description === null ? line : { ...line, axeText: null };
}

function titleAt(entries: readonly Entry[], table: number): number {
  return entries.findIndex((entry) => {
    if (!isLine(entry) || entry.table !== table || entry.line.amounts.some(isStated)) return false;
    const { actionText, description } = entry.line;
    return (actionText === null || description === null) && isSummaryTitle(actionText ?? description ?? entry.line.axeText ?? '');
  });
}

/**
 * A summary that stands under its title so close below the last table that it was taken for rows of it: a table of its own, where all that stands under the title names axes with their
 * amounts.
 */
export function partRecaps(entries: readonly Entry[], knowledge: Knowledge): readonly Entry[] {
  let parted = entries;
  let next = Math.max(0, ...entries.map(({ table }) => table)) + 1;
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const at = titleAt(parted, table);
    if (at < 0) continue;
    const isUnder = (entry: Entry, index: number): boolean => index > at && entry.table === table;
    const rows = parted.filter(isUnder).filter(isLine);
    const isRecap =
      rows.length >= FEWEST && rows.every(({ line }) => line.amounts.some(isStated) && axeRow(alone(line), knowledge) !== null);
    if (!isRecap) continue;
    const own = next++;
    parted = parted.flatMap((entry, index): Entry[] => {
      if (index === at) return [];
      if (!isUnder(entry, index)) return [entry];
      return [isLine(entry) ? { ...entry, line: alone(entry.line), table: own } : { ...entry, table: own }];
    });
  }
  return parted;
}
