import { HEADER_FIELDS } from './score.ts';
import type { Counts } from './score.ts';

/** One named column of the report. */
export interface Tally {
  readonly name: string;
  readonly counts: Counts;
}

/** A share of a whole, or a plain count. */
type Value = { readonly part: number; readonly whole: number; readonly note?: string } | { readonly count: number; readonly note?: string };

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : percent(part / whole);
}

function shown(value: Value): string {
  const text = 'count' in value ? String(value.count) : share(value.part, value.whole);
  return value.note === undefined ? text : `${text} ${value.note}`;
}

interface Row {
  readonly label: string;
  /** What the average over layouts must reach, and what no layout may fall below. */
  readonly goal: string;
  readonly least?: string;
  readonly value: (counts: Counts) => Value;
}

const ROWS: readonly Row[] = [
  { label: 'documents', goal: '', value: (c) => ({ count: c.documents }) },
  {
    label: 'programmes found and none invented',
    goal: '99 %',
    least: '97 %',
    value: (c) => ({
      part: c.programmesFound + c.emptyRight,
      whole: c.programmes + c.inventedBeside + c.empty,
      note: `of ${c.programmes + c.empty}`,
    }),
  },
  { label: 'programmes invented', goal: '0', value: (c) => ({ count: c.programmesInvented }) },
  {
    label: 'header fields',
    goal: '97 %',
    least: '93 %',
    value: (c) => ({
      part: HEADER_FIELDS.reduce((sum, field) => sum + c.header[field], 0),
      whole: HEADER_FIELDS.length * c.programmes,
    }),
  },
  ...HEADER_FIELDS.map((field): Row => ({ label: `· ${field}`, goal: '', value: (c) => ({ part: c.header[field], whole: c.programmes }) })),
  {
    label: 'line amounts, F1',
    goal: '98.5 %',
    least: '96 %',
    value: (c) => ({ part: 2 * c.amountsRight, whole: c.amounts + c.amountsRight + c.amountsExtra, note: `of ${c.amounts}` }),
  },
  {
    label: 'amounts at confidence 0.9 that are right',
    goal: '90 %',
    value: (c) => ({ part: c.amountsSureRight, whole: c.amountsSure, note: `of ${c.amountsSure}` }),
  },
  { label: 'lines aligned', goal: '', value: (c) => ({ part: c.linesAligned, whole: c.lines, note: `(+${c.linesExtra})` }) },
  { label: 'axe right', goal: '98 %', value: (c) => ({ part: c.axesRight, whole: c.linesAligned }) },
  { label: 'action right', goal: '95 %', value: (c) => ({ part: c.actionsRight, whole: c.linesAligned }) },
  { label: 'section right', goal: '', value: (c) => ({ part: c.sectionsRight, whole: c.linesAligned }) },
  {
    label: 'totals: scope, value and status',
    goal: '97 %',
    least: '93 %',
    value: (c) => ({ part: c.totalsRight, whole: c.totals, note: `of ${c.totals} (+${c.totalsExtra})` }),
  },
  { label: 'planted errors found', goal: '100 %', value: (c) => ({ part: c.plantedFound, whole: c.planted, note: `of ${c.planted}` }) },
  { label: 'false alarms', goal: '0', value: (c) => ({ count: c.falseAlarms, note: `on ${c.clean}` }) },
  { label: '· totals off in programmes to be read again', goal: '', value: (c) => ({ count: c.alarmsInDoubt, note: `on ${c.clean}` }) },
  { label: 'reconcilie while wrong', goal: '0', value: (c) => ({ count: c.silent }) },
  { label: 'statut of programmes', goal: '', value: (c) => ({ part: c.statusRight, whole: c.programmes }) },
  { label: 'programmes fully right', goal: '92 %', least: '80 %', value: (c) => ({ part: c.perfect, whole: c.programmes }) },
  { label: 'nature of documents', goal: '', value: (c) => ({ part: c.naturesRight, whole: c.natures }) },
  { label: 'convention fields', goal: '', value: (c) => ({ part: c.conventionRight, whole: c.convention }) },
];

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 3)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** The figure averaged over layouts, each counting alike, and the lowest with its name; counts are added up. */
function overLayouts(row: Row, layouts: readonly Tally[]): readonly [average: string, lowest: string] {
  const values = layouts.map(({ name, counts }) => ({ name, value: row.value(counts) }));
  const counts = values.flatMap(({ value }) => ('count' in value ? [value.count] : []));
  if (counts.length > 0) return [String(counts.reduce((sum, each) => sum + each, 0)), ''];
  const shares = values.flatMap(({ name, value }) =>
    'part' in value && value.whole > 0 ? [{ name, share: value.part / value.whole }] : [],
  );
  const [first] = shares;
  if (first === undefined) return ['–', '–'];
  const lowest = shares.reduce((least, each) => (each.share < least.share ? each : least), first);
  return [percent(shares.reduce((sum, each) => sum + each.share, 0) / shares.length), `${percent(lowest.share)} ${lowest.name}`];
}

/** The figures as a Markdown table, a row a figure: averaged over layouts, the lowest of them, all documents, then each layout and producer. */
export function figuresTable(all: Tally, layouts: readonly Tally[], producers: readonly Tally[]): string {
  const several = layouts.length > 1;
  const tallies = [all, ...(several ? layouts : []), ...producers];
  return markdownTable(
    ['figure', 'at least', ...(several ? ['average of layouts', 'lowest layout'] : []), ...tallies.map((tally) => tally.name)],
    ROWS.map((row) => [
      row.label,
      row.least === undefined ? row.goal : `${row.goal} (${row.least})`,
      ...(several ? overLayouts(row, layouts) : []),
      ...tallies.map((tally) => shown(row.value(tally.counts))),
    ]),
  );
}

export interface Times {
  readonly pages: number;
  /** Milliseconds, all pages together. */
  readonly stages: ReadonlyMap<string, number>;
  readonly pdfjs: number;
  /** The same in the process of the product. */
  readonly beside: number;
  /** Bytes. */
  readonly peakMemory: number;
}

/** Time by stage and a page, beside text and operators by pdfjs alone, and the peak of memory. */
export function timesTable(times: Times): string {
  const total = [...times.stages.values()].reduce((sum, each) => sum + each, 0);
  const perPage = (milliseconds: number): string => (times.pages === 0 ? '–' : `${(milliseconds / times.pages).toFixed(1)} ms`);
  const ratioOf = (milliseconds: number): string => (times.pdfjs === 0 ? '–' : `${(milliseconds / times.pdfjs).toFixed(2)} ×`);
  const rows = [
    ...[...times.stages].map(([stage, milliseconds]) => [stage, perPage(milliseconds), share(milliseconds, total)]),
    ['all stages', perPage(total), ratioOf(total)],
    ['pdfjs alone (text and operators)', perPage(times.pdfjs), '1 ×'],
    ['pdfjs in the process of the product', perPage(times.beside), ratioOf(times.beside)],
    ['peak memory', `${(times.peakMemory / 1024 / 1024).toFixed(0)} MB`, `${times.pages} pages`],
  ];
  return markdownTable(['time', 'a page', 'share'], rows);
}
