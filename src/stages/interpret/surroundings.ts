import { fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { isLine, printedUnder, type Entry, type LineEntry, type TotalEntry } from './entries.ts';

/** One name for the axe of a text: its number where the wording tells, else the wording. */
export function axeKey(text: string | null, knowledge: Knowledge): string | null {
  if (text === null) return null;
  const axe = knowledge.axe(text);
  return axe === null ? fold(text) : String(axe.axe);
}

/** The lines around a stated total, by where they stand. */
export interface Surroundings {
  readonly all: readonly LineEntry[];
  readonly before: readonly LineEntry[];
  readonly after: readonly LineEntry[];
  readonly sinceLast: readonly LineEntry[];
  readonly axeGroup: readonly LineEntry[];
  readonly sectionLines: readonly LineEntry[];
  /** Lines since the last total of a section, where every total of a section stands under such lines: no heading, only the totals name sections. */
  readonly underTotals: readonly LineEntry[];
  /** Lines since the last total of a part, be it by a letter alone ("Total A"), whatever totals of axes stand among them. */
  readonly sincePart: readonly LineEntry[];
  /** Such a total stands before. */
  readonly isAfterPart: boolean;
  readonly laterInSection: boolean;
  readonly sectionTotalled: boolean;
  readonly sections: ReadonlySet<Section | null>;
}

function isSectionTotal(entry: Entry): boolean {
  return !isLine(entry) && entry.says?.reach === 'section' && entry.says.section !== null;
}

function underSectionTotals(entries: readonly Entry[], at: number): readonly LineEntry[] {
  const ends = entries.flatMap((entry, index) => (isSectionTotal(entry) ? [index] : []));
  const runs = ends.map((end, index) =>
    entries
      .slice((ends[index - 1] ?? -1) + 1, end)
      .filter(isLine)
      .filter(({ line }) => line.section === null),
  );
  return runs.every((run) => run.length > 0) ? (runs[ends.indexOf(at)] ?? []) : [];
}

export function surroundings(entries: readonly Entry[], at: number, total: TotalEntry, knowledge: Knowledge): Surroundings {
  const before = entries.slice(0, at).filter(isLine);
  const after = entries.slice(at + 1).filter(isLine);
  const lastTotal = entries
    .slice(0, at)
    .findLastIndex((entry) => entry.kind === 'total' && entry.ofDetails !== true && entry.isOver !== true);
  const sinceLast = entries
    .slice(lastTotal + 1, at)
    .filter(isLine)
    .filter((entry) => printedUnder(entry) === total.section);
  const lastPart = entries
    .slice(0, at)
    .findLastIndex((entry) => entry.kind === 'total' && (entry.says?.reach === 'section' || entry.says?.reach === 'programme'));
  const key = axeKey(before.at(-1)?.line.axeText ?? null, knowledge);
  const axeGroup: LineEntry[] = [];
  const above = before.at(-1);
  for (const entry of [...before].reverse()) {
    if (key === null || axeKey(entry.line.axeText, knowledge) !== key || above === undefined || printedUnder(entry) !== printedUnder(above))
      break;
    axeGroup.unshift(entry);
  }
  const all = entries.filter(isLine);
  const { section } = total;
  const sectionTotalled = entries
    .slice(0, at)
    .some(
      (entry, index) =>
        entry.kind === 'total' &&
        entry.section === section &&
        !entries.slice(index + 1, at).some((later) => isLine(later) && later.line.section === section) &&
        entry.says?.reach === 'section',
    );
  return {
    all,
    before,
    after,
    sinceLast,
    axeGroup,
    sectionLines: all.filter((entry) => entry.line.section === section),
    sincePart: entries.slice(lastPart + 1, at).filter(isLine),
    isAfterPart: lastPart >= 0,
    underTotals: underSectionTotals(entries, at),
    laterInSection: after.some((entry) => entry.line.section === section),
    sectionTotalled,
    sections: new Set(all.map((entry) => entry.line.section)),
  };
}
