import type { Block, FontFamily, Run, Table, TableCell, TypesetDocument } from '../../../test/typeset/index.ts';

/**
 * Running text with headings, lists and tables, from a plain notation: `#`, `##`, `###` headings; `- ` and `-- ` items; `**bold**`;
 * `|: 70 80` a table of these column widths (millimetres), then `| a | b` its rows, the first one its head; `|= 70 80` one without head
 * and rules; an empty first cell continues the cell above; ` \n ` starts a line inside a cell.
 */
export interface StyleProse {
  readonly titre: string;
  readonly font: FontFamily;
  readonly size: number;
  readonly color: string;
  readonly head: string;
  readonly footer: string;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** The bullet of a list. */
  readonly marker: string;
}

function bolded(text: string): Run[] {
  return text
    .split('**')
    .map((piece, index) => ({ text: piece, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1)
    .split('|')
    .map((cell) => cell.trim().replaceAll(/ ?\\n ?/gu, '\n'));

function table(lines: readonly string[], style: StyleProse): Table {
  const [opening, ...body] = lines;
  const rows = body.map(cellsOf);
  if (opening === undefined) throw new Error('a table needs its column widths');
  const columns = opening.slice(2).trim().split(/\s+/u).map(Number);
  if (opening.startsWith('|=')) {
    return {
      kind: 'table',
      columns,
      border: 'none',
      padding: 2,
      after: 8,
      rows: rows.map((row) => ({ cells: row.map((text) => ({ text })) })),
    };
  }
  const [head, ...rest] = rows;
  if (head === undefined) throw new Error('a table needs a head');
  const covered = (row: readonly string[]): boolean => row[0] === '';
  return {
    kind: 'table',
    columns,
    headerRows: 1,
    repeatHeader: true,
    padding: 2.5,
    after: 8,
    rows: [
      { cells: head.map((text) => ({ text, bold: true, align: 'center', background: style.head })) },
      ...rest.map((row, index) => {
        const next = rest.findIndex((other, at) => at > index && !covered(other));
        const rowSpan = (next < 0 ? rest.length : next) - index;
        const [first = '', ...others] = row;
        const cells: TableCell[] = others.map((text) => ({ text }));
        return { cells: covered(row) ? cells : [{ text: first, rowSpan }, ...cells] };
      }),
    ],
  };
}

function heading(level: number, text: string, style: StyleProse): Block {
  const sizes = [style.size + 5, style.size + 2, style.size + 1];
  return {
    kind: 'paragraph',
    text,
    bold: true,
    size: sizes[level - 1] ?? style.size,
    align: level === 1 ? 'center' : 'left',
    color: style.color,
    before: level === 1 ? 12 : 8,
    after: 4,
    keepWithNext: true,
  };
}

type Kind = 'table' | 'items' | 'subitems' | 'other';

function kindOf(line: string): Kind {
  if (line.startsWith('|')) return 'table';
  if (line.startsWith('-- ')) return 'subitems';
  return line.startsWith('- ') ? 'items' : 'other';
}

/** Lines of the same kind that stand together. */
function groups(text: string): { readonly kind: Kind; readonly lines: string[] }[] {
  const result: { kind: Kind; lines: string[] }[] = [];
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const kind = kindOf(line);
    const last = result.at(-1);
    const opensTable = /^\|[:=]/u.test(line);
    if (last !== undefined && last.kind === kind && kind !== 'other' && !opensTable) last.lines.push(line);
    else result.push({ kind, lines: [line] });
  }
  return result;
}

function blocks(text: string, style: StyleProse): Block[] {
  return groups(text).map(({ kind, lines }): Block => {
    if (kind === 'table') return table(lines, style);
    if (kind === 'items' || kind === 'subitems') {
      const items = lines.map((line) => bolded(line.replace(/^-+ /u, '')));
      return { kind: 'list', items, marker: kind === 'items' ? style.marker : 'o', indent: kind === 'items' ? 5 : 12, after: 5 };
    }
    const line = lines[0] ?? '';
    const level = /^#+(?= )/u.exec(line)?.[0].length ?? 0;
    if (level > 0) return heading(level, line.slice(level + 1), style);
    return { kind: 'paragraph', text: bolded(line), align: 'justify', after: 6 };
  });
}

export function proseDocument(text: string, style: StyleProse): TypesetDocument {
  return {
    title: style.titre,
    font: style.font,
    size: style.size,
    parts: [{ page: { size: 'A4', orientation: 'portrait', margins: style.margins }, footer: style.footer, blocks: blocks(text, style) }],
  };
}
