import { cellBackground, cellBorders, escapeXml, pageFieldPieces, placeCells, runs } from './layout.ts';
import type { PlacedCell } from './layout.ts';
import type { Block, Part, RichText, Table, TextStyle, TypesetDocument } from './model.ts';
import { pageSize, textWidth } from './model.ts';

function textStyle(style: TextStyle): string {
  return [
    style.bold === undefined ? '' : `font-weight:${style.bold ? 'bold' : 'normal'};`,
    style.italic === true ? 'font-style:italic;' : '',
    style.underline === true ? 'text-decoration:underline;' : '',
    style.size === undefined ? '' : `font-size:${style.size}pt;`,
    style.color === undefined ? '' : `color:${style.color};`,
  ].join('');
}

function inline(text: RichText): string {
  return runs(text)
    .map((run) => {
      const style = textStyle(run);
      return style === '' ? escapeXml(run.text) : `<span style="${style}">${escapeXml(run.text)}</span>`;
    })
    .join('');
}

function cellHtml(table: Table, placed: PlacedCell): string {
  const { cell } = placed;
  const borders = cellBorders(table, placed);
  const rule = `${table.borderWidth ?? 0.5}pt solid ${table.borderColor ?? '#000000'}`;
  const background = cellBackground(table, placed);
  const style = [
    textStyle(cell),
    ...(['top', 'right', 'bottom', 'left'] as const).map((side) => (borders[side] ? `border-${side}:${rule};` : '')),
    background === undefined ? '' : `background:${background};`,
    `text-align:${cell.align ?? 'left'};vertical-align:${cell.valign ?? table.valign ?? 'middle'};`,
    `padding:${table.padding ?? 2}pt ${(table.padding ?? 2) + 1}pt;`,
  ].join('');
  const content = cell.vertical === true ? `<div class="turned">${inline(cell.text)}</div>` : inline(cell.text);
  return `<td rowspan="${placed.rowSpan}" colspan="${placed.colSpan}" style="${style}">${content}</td>`;
}

function tableHtml(table: Table): string {
  const placed = placeCells(table);
  const rows = placed.map(({ row, slots }) => {
    const height = row.minHeight === undefined ? '' : `height:${row.minHeight}mm;`;
    const spanning = row.cells.some((cell) => (cell.rowSpan ?? 1) > 1);
    const keep = table.splitRows === true || spanning ? '' : 'break-inside:avoid;';
    const cells = slots.map((slot) => (slot === null ? '' : cellHtml(table, slot))).join('');
    return `<tr style="${height}${keep}">${cells}</tr>`;
  });
  const header = table.repeatHeader === true ? (table.headerRows ?? 0) : 0;
  const head = header === 0 ? '' : `<thead>${rows.slice(0, header).join('')}</thead>`;
  const columns = table.columns.map((width) => `<col style="width:${width}mm">`).join('');
  const width = table.columns.reduce((sum, column) => sum + column, 0);
  const style = `width:${width}mm;margin-left:${table.indent ?? 0}mm;margin-bottom:${table.after ?? 0}pt;${textStyle(table)}`;
  const keep = table.keepTogether === true ? 'break-inside:avoid;' : '';
  return `<table style="${style}${keep}"><colgroup>${columns}</colgroup>${head}<tbody>${rows.slice(header).join('')}</tbody></table>`;
}

function blockHtml(block: Block, part: Part): string {
  switch (block.kind) {
    case 'paragraph': {
      const style = [
        textStyle(block),
        `text-align:${block.align ?? 'left'};margin:${block.before ?? 0}pt 0 ${block.after ?? 0}pt ${block.indent ?? 0}mm;`,
        block.background === undefined ? '' : `background:${block.background};`,
        block.boxed === true ? 'border:0.75pt solid #000;padding:2pt;' : '',
        block.keepWithNext === true ? 'break-after:avoid;' : '',
      ].join('');
      return `<p style="${style}">${inline(block.text) || '&nbsp;'}</p>`;
    }
    case 'tabs': {
      const pieces = block.pieces.map((piece, index) => {
        const end = block.pieces[index + 1]?.at ?? textWidth(part.page);
        const start = index === 0 ? `margin-left:${piece.at}mm;` : '';
        return `<span style="flex:0 0 ${end - piece.at}mm;${start}">${inline(piece.text)}</span>`;
      });
      return `<div style="display:flex;margin:${block.before ?? 0}pt 0 ${block.after ?? 0}pt;${textStyle(block)}">${pieces.join('')}</div>`;
    }
    case 'list': {
      const items = block.items.map((item, index) => {
        const marker = (block.marker ?? '-').replace('{n}', String(index + 1));
        return `<div class="item"><span class="marker">${escapeXml(marker)}</span><span>${inline(item)}</span></div>`;
      });
      return `<div style="margin:0 0 ${block.after ?? 0}pt ${block.indent ?? 5}mm;${textStyle(block)}">${items.join('')}</div>`;
    }
    case 'spacer':
      return `<div style="height:${block.height}mm"></div>`;
    case 'pageBreak':
      return '<div style="break-after:page"></div>';
    case 'table':
      return tableHtml(block);
    case 'beside':
      return (
        `<div style="display:flex;align-items:flex-start;margin-bottom:${block.after ?? 0}pt"><div style="flex:0 0 ${block.at}mm">` +
        `${tableHtml(block.left)}</div><div>${tableHtml(block.right)}</div></div>`
      );
  }
}

function marginBox(place: string, text: string | undefined, font: string): string {
  if (text === undefined) return '';
  const pieces = pageFieldPieces(text).map((piece) =>
    'text' in piece ? `"${piece.text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `counter(${piece.field})`,
  );
  return `@${place}{content:${pieces.join(' ')};font-size:8pt;font-family:${font};}`;
}

/** The whole document as a page of HTML meant for printing. */
export function documentHtml(document: TypesetDocument): string {
  const pages = document.parts.map((part, index) => {
    const { width, height } = pageSize(part.page);
    const { top, right, bottom, left } = part.page.margins;
    return (
      `@page part${index}{size:${width}mm ${height}mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm;` +
      `${marginBox('top-center', part.header, JSON.stringify(document.font))}${marginBox('bottom-center', part.footer, JSON.stringify(document.font))}}`
    );
  });
  const parts = document.parts.map(
    (part, index) => `<section style="page:part${index}">${part.blocks.map((block) => blockHtml(block, part)).join('\n')}</section>`,
  );
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escapeXml(document.title)}</title><style>
${pages.join('\n')}
body{margin:0;font-family:"${document.font}";font-size:${document.size}pt;line-height:${document.lineHeight ?? 1.2};}
p,td,.item,div{white-space:pre-wrap;} section{white-space:normal;}
table{border-collapse:collapse;table-layout:fixed;font-size:inherit;} td{overflow-wrap:break-word;}
.turned{writing-mode:vertical-rl;transform:rotate(180deg);margin:0 auto;}
.item{display:flex;} .marker{flex:0 0 6mm;}
</style></head><body>${parts.join('')}</body></html>`;
}
