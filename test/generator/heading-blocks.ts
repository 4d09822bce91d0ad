import type { Block, Table } from '../typeset/model.ts';
import type { HeadingContent } from './content.ts';
import type { HeadingHabits, LabelledValue } from './heading.ts';
import { headingPieces, piece } from './heading.ts';
import type { Random } from './random.ts';
import { lineWidth } from '../typeset/measure.ts';

export type HeadingForm = 'tabs' | 'grid' | 'paragraphs' | 'inline' | 'split';

export function pickHeadingForm(random: Random): HeadingForm {
  return random.weighted([
    [3, 'tabs'],
    [3, 'grid'],
    [2, 'paragraphs'],
    [1, 'inline'],
    [1, 'split'],
  ]);
}

function headingGrid(pieces: readonly LabelledValue[], width: number, random: Random, colon: string): Table {
  const perRow = random.pick([1, 2, 2, 3]);
  const valueInCell = random.chance(0.35);
  const rows: { cells: { text: string; bold?: boolean; colSpan?: number; background?: string }[] }[] = [];
  for (let start = 0; start < pieces.length; start += perRow) {
    const group = pieces.slice(start, start + perRow);
    const cells = valueInCell
      ? group.map((each) => ({ text: piece(each, colon) }))
      : group.flatMap((each) => [
          { text: each.label === '' ? '' : each.label + (random.chance(0.5) ? colon.trimEnd() : ''), bold: true },
          { text: each.value },
        ]);
    const width = valueInCell ? perRow : perRow * 2;
    while (cells.length < width) cells.push({ text: '' });
    rows.push({ cells });
  }
  const count = valueInCell ? perRow : perRow * 2;
  const total = perRow === 1 ? Math.min(width, 150) : width;
  return {
    kind: 'table',
    columns: new Array<number>(count).fill(Math.round((total / count) * 10) / 10),
    rows,
    border: random.pick(['all', 'all', 'all', 'outer', 'none']),
    padding: 2,
    after: 8,
  };
}

function tabLines(pieces: readonly LabelledValue[], width: number, size: number, random: Random, colon: string): Block[] {
  const blocks: Block[] = [];
  const boldLabel = random.chance(0.3);
  const text = (each: LabelledValue): { text: string; bold?: boolean }[] =>
    each.label === ''
      ? [{ text: each.value }]
      : [{ text: `${each.label}${colon}`, ...(boldLabel ? { bold: true } : {}) }, { text: each.value }];
  let line: { at: number; text: { text: string; bold?: boolean }[] }[] = [];
  let used = 0;
  const flush = (): void => {
    if (line.length > 0) blocks.push({ kind: 'tabs', pieces: line, after: 3 });
    line = [];
    used = 0;
  };
  for (const each of pieces) {
    const need = Math.ceil((lineWidth(piece(each, colon), { size, font: 'DejaVu Sans', bold: true }) + 8) / 10) * 10;
    if (used + need > width || (line.length > 0 && random.chance(0.2))) flush();
    line.push({ at: used, text: text(each) });
    used += need;
  }
  flush();
  return blocks;
}

/** The heading of a programme in one of the forms; all labels and values are kept. */
export function headingBlocks(
  form: HeadingForm,
  heading: HeadingContent,
  habits: HeadingHabits,
  layout: { readonly width: number; readonly size: number },
  random: Random,
): Block[] {
  const pieces = headingPieces(heading, habits, random);
  switch (form) {
    case 'grid':
      return [headingGrid(pieces, layout.width, random, habits.colon)];
    case 'tabs':
      return tabLines(pieces, layout.width, layout.size, random, habits.colon);
    case 'paragraphs':
      return pieces.map((each, index) => ({
        kind: 'paragraph',
        text: each.label === '' ? each.value : [{ text: `${each.label}${habits.colon}`, bold: true }, { text: each.value }],
        after: index === pieces.length - 1 ? 8 : 2,
      }));
    case 'inline': {
      const separator = random.pick(['   ', ' – ', ' | ', '     ']);
      return [
        { kind: 'paragraph', text: pieces.map((each) => piece(each, habits.colon)).join(separator), after: 8, boxed: random.chance(0.4) },
      ];
    }
    case 'split': {
      const landlord = pieces.find((each) => each.field === 'bailleur');
      const others = pieces.filter((each) => each !== landlord);
      return [
        ...tabLines(others, layout.width, layout.size, random, habits.colon),
        { kind: 'paragraph', text: `${landlord?.label ?? ''}${habits.colon}`, before: 4 },
        { kind: 'paragraph', text: landlord?.value ?? '', bold: true, after: 8 },
      ];
    }
  }
}
