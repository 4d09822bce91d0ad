import { HEADER_FIELDS } from './score.ts';
import type { Counts } from './score.ts';

/** One named column of the report. */
export interface Tally {
  readonly name: string;
  readonly counts: Counts;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function f1(counts: Counts): string {
  const total = counts.amounts + counts.amountsRight + counts.amountsExtra;
  return total === 0 ? '–' : ((2 * counts.amountsRight) / total).toFixed(4);
}

type Row = readonly [label: string, goal: string, value: (counts: Counts) => string];

const ROWS: readonly Row[] = [
  ['documents', '', (c) => String(c.documents)],
  ['programmes found', '99 %', (c) => `${share(c.programmesFound, c.programmes)} of ${c.programmes}`],
  ['programmes invented', '0', (c) => String(c.programmesInvented)],
  [
    'header fields',
    '97 %',
    (c) =>
      share(
        HEADER_FIELDS.reduce((sum, field) => sum + c.header[field], 0),
        HEADER_FIELDS.length * c.programmes,
      ),
  ],
  ...HEADER_FIELDS.map((field): Row => [`· ${field}`, '97 %', (c) => share(c.header[field], c.programmes)]),
  ['line amounts, F1', '0.985', (c) => `${f1(c)} of ${c.amounts}`],
  ['amounts at confidence 0.9 that are right', '90 %', (c) => `${share(c.amountsSureRight, c.amountsSure)} of ${c.amountsSure}`],
  ['lines aligned', '', (c) => `${share(c.linesAligned, c.lines)} (+${c.linesExtra})`],
  ['axe right', '98 %', (c) => share(c.axesRight, c.linesAligned)],
  ['action right', '95 %', (c) => share(c.actionsRight, c.linesAligned)],
  ['section right', '', (c) => share(c.sectionsRight, c.linesAligned)],
  ['totals: scope, value and status', '98 %', (c) => `${share(c.totalsRight, c.totals)} of ${c.totals} (+${c.totalsExtra})`],
  ['planted errors found', '100 %', (c) => `${share(c.plantedFound, c.planted)} of ${c.planted}`],
  ['false alarms', '0', (c) => `${c.falseAlarms} on ${c.clean}`],
  ['reconcilie while wrong', '0', (c) => String(c.silent)],
  ['statut of programmes', '', (c) => share(c.statusRight, c.programmes)],
  ['programmes fully right', '92 %', (c) => share(c.perfect, c.programmes)],
  ['nature of documents', '', (c) => share(c.naturesRight, c.natures)],
  ['convention fields', '', (c) => share(c.conventionRight, c.convention)],
];

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 3)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** The figures as a Markdown table: a row a figure, a column a tally. */
export function figuresTable(tallies: readonly Tally[]): string {
  return markdownTable(
    ['figure', 'at least', ...tallies.map((tally) => tally.name)],
    ROWS.map(([label, goal, value]) => [label, goal, ...tallies.map((tally) => value(tally.counts))]),
  );
}

export interface Times {
  readonly pages: number;
  /** Milliseconds, all pages together. */
  readonly stages: ReadonlyMap<string, number>;
  readonly pdfjs: number;
  /** Bytes. */
  readonly peakMemory: number;
}

/** Time by stage and a page, beside text and operators by pdfjs alone, and the peak of memory. */
export function timesTable(times: Times): string {
  const total = [...times.stages.values()].reduce((sum, each) => sum + each, 0);
  const perPage = (milliseconds: number): string => (times.pages === 0 ? '–' : `${(milliseconds / times.pages).toFixed(1)} ms`);
  const ratio = times.pdfjs === 0 ? '–' : `${(total / times.pdfjs).toFixed(2)} ×`;
  const rows = [
    ...[...times.stages].map(([stage, milliseconds]) => [stage, perPage(milliseconds), share(milliseconds, total)]),
    ['all stages', perPage(total), ratio],
    ['pdfjs alone (text and operators)', perPage(times.pdfjs), '1 ×'],
    ['peak memory', `${(times.peakMemory / 1024 / 1024).toFixed(0)} MB`, `${times.pages} pages`],
  ];
  return markdownTable(['time', 'a page', 'share'], rows);
}
