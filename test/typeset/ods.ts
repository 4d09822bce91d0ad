import { cellBackground, cellBorders, pageFieldPieces, placeCells, plainText } from './layout.ts';
import type { Beside, Block, Part, RichText, Table, TypesetDocument, TextStyle } from './model.ts';
import { pageSize, textWidth } from './model.ts';
import { ODF_NAMESPACES, StyleBook, fontFaces, odfMeta, odfRuns, odfText, textProperties } from './odf.ts';
import { textHeight } from './measure.ts';

/** A cell of the sheet, on the columns that all blocks of the part share. */
interface SheetCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly text: RichText;
  readonly style: TextStyle;
  readonly cellProperties: string;
  readonly align: string;
  readonly height: number;
}

interface SheetRow {
  cells: SheetCell[];
  height: number;
  pageBreak: boolean;
  header: boolean;
}

const ALIGN = { left: 'start', center: 'center', right: 'end', justify: 'justify' } as const;

/** Distances from the left margin at which some block of the part needs a column edge, in hundredths of a millimetre. */
function columnEdges(part: Part): readonly number[] {
  const edges = new Set([0]);
  let widest = 0;
  const addTable = (table: Table, from: number): void => {
    let edge = from;
    edges.add(Math.round(edge * 100));
    for (const column of table.columns) {
      edge += column;
      edges.add(Math.round(edge * 100));
    }
    widest = Math.max(widest, edge);
  };
  for (const block of part.blocks) {
    if (block.kind === 'table') addTable(block, block.indent ?? 0);
    if (block.kind === 'beside') {
      addTable(block.left, 0);
      addTable(block.right, block.at);
    }
    if (block.kind === 'tabs') for (const piece of block.pieces) edges.add(Math.round(piece.at * 100));
  }
  edges.add(Math.round(Math.max(widest, textWidth(part.page)) * 100));
  return [...edges].sort((a, b) => a - b);
}

class SheetBuilder {
  readonly rows: SheetRow[] = [];
  readonly edges: readonly number[];
  readonly #document: TypesetDocument;
  #breakBefore = false;

  constructor(part: Part, document: TypesetDocument) {
    this.edges = columnEdges(part);
    this.#document = document;
    for (const block of part.blocks) this.#add(block);
  }

  #columnAt(distance: number): number {
    const index = this.edges.indexOf(Math.round(distance * 100));
    if (index < 0) throw new Error(`no sheet column starts at ${distance} mm`);
    return index;
  }

  #row(height: number, header = false): SheetRow {
    const row: SheetRow = { cells: [], height, pageBreak: this.#breakBefore, header };
    this.#breakBefore = false;
    this.rows.push(row);
    return row;
  }

  #height(text: RichText, style: TextStyle, width: number): number {
    const size = Math.max(style.size ?? this.#document.size, ...(typeof text === 'string' ? [0] : text.map((run) => run.size ?? 0)));
    return textHeight(plainText(text), { size, width, font: this.#document.font, bold: style.bold === true });
  }

  #line(text: RichText, style: TextStyle, from: number, to: number, align: string, background?: string): void {
    const first = this.#columnAt(from);
    const span = this.#columnAt(to) - first;
    const height = this.#height(text, style, to - from);
    const fill = background === undefined ? '' : `fo:background-color="${background}"`;
    const cellProperties = `style:vertical-align="middle" fo:wrap-option="wrap" ${fill}`;
    this.#row(height).cells.push({ column: first, colSpan: span, rowSpan: 1, text, style, cellProperties, align, height });
  }

  #add(block: Block): void {
    const end = (this.edges.at(-1) ?? 0) / 100;
    switch (block.kind) {
      case 'pageBreak':
        this.#breakBefore = true;
        return;
      case 'spacer':
        this.#row(block.height);
        return;
      case 'paragraph':
        if ((block.before ?? 0) > 4) this.#row((block.before ?? 0) * 0.3528);
        this.#line(block.text, block, 0, end, ALIGN[block.align ?? 'left'], block.background);
        if ((block.after ?? 0) > 4) this.#row((block.after ?? 0) * 0.3528);
        return;
      case 'list':
        block.items.forEach((item, index) => {
          const marker = (block.marker ?? '-').replace('{n}', String(index + 1));
          const text = typeof item === 'string' ? `${marker} ${item}` : [{ text: `${marker} ` }, ...item];
          this.#line(text, block, 0, end, 'start');
        });
        return;
      case 'tabs': {
        const row = this.#row(0);
        block.pieces.forEach((piece, index) => {
          const to = block.pieces[index + 1]?.at ?? end;
          const column = this.#columnAt(piece.at);
          const height = this.#height(piece.text, block, to - piece.at);
          row.height = Math.max(row.height, height);
          const cellProperties = 'style:vertical-align="middle" fo:wrap-option="wrap"';
          const colSpan = this.#columnAt(to) - column;
          row.cells.push({ column, colSpan, rowSpan: 1, text: piece.text, style: block, cellProperties, align: 'start', height });
        });
        return;
      }
      case 'table':
        this.#table(block);
        return;
      case 'beside':
        this.#beside(block);
    }
  }

  /** Both tables begin in the same row: in a sheet, neighbours share their row heights. */
  #beside(block: Beside): void {
    const start = this.rows.length;
    this.#table({ ...block.left, repeatHeader: false });
    const left = this.rows.splice(start);
    this.#table({ ...block.right, repeatHeader: false, indent: block.at });
    const right = this.rows.splice(start);
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const pair = [left[index], right[index]].filter((row) => row !== undefined);
      this.rows.push({
        cells: pair.flatMap((row) => row.cells),
        height: Math.max(...pair.map((row) => row.height)),
        pageBreak: pair.some((row) => row.pageBreak),
        header: false,
      });
    }
  }

  #table(table: Table): void {
    const starts = [table.indent ?? 0];
    for (const column of table.columns) starts.push((starts.at(-1) ?? 0) + column);
    const rule = `${table.borderWidth ?? 0.5}pt solid ${table.borderColor ?? '#000000'}`;
    const built = placeCells(table).map(({ row, slots }, rowIndex) => {
      const header = table.repeatHeader === true && rowIndex < (table.headerRows ?? 0);
      const sheetRow = this.#row(row.minHeight ?? 0, header);
      for (const slot of slots) {
        if (slot === null) continue;
        const from = starts[slot.column] ?? 0;
        const to = starts[slot.column + slot.colSpan] ?? 0;
        const style: TextStyle = { ...textOf(table), ...textOf(slot.cell) };
        const borders = cellBorders(table, slot);
        const background = cellBackground(table, slot);
        const vertical = slot.cell.vertical === true;
        const cellProperties = [
          ...(['top', 'right', 'bottom', 'left'] as const).map((side) => `fo:border-${side}="${borders[side] ? rule : 'none'}"`),
          background === undefined ? '' : `fo:background-color="${background}"`,
          `style:vertical-align="${slot.cell.valign ?? table.valign ?? 'middle'}" fo:wrap-option="${vertical ? 'no-wrap' : 'wrap'}" fo:padding="${table.padding ?? 1}pt"`,
          vertical ? 'style:rotation-angle="90"' : '',
        ].join(' ');
        const inner = to - from - 0.75 * (table.padding ?? 1);
        const height = vertical ? 0 : this.#height(slot.cell.text, style, inner) + 0.7 * (table.padding ?? 1);
        if (slot.rowSpan === 1) sheetRow.height = Math.max(sheetRow.height, height);
        const column = this.#columnAt(from);
        const colSpan = this.#columnAt(to) - column;
        const align = ALIGN[slot.cell.align ?? 'left'];
        sheetRow.cells.push({ column, colSpan, rowSpan: slot.rowSpan, text: slot.cell.text, style, cellProperties, align, height });
      }
      return sheetRow;
    });
    this.#stretchSpans(built);
    if ((table.after ?? 0) > 0) this.#row((table.after ?? 0) * 0.3528);
  }

  /** A merged cell does not stretch its rows by itself: give the last of them what is missing. */
  #stretchSpans(rows: readonly SheetRow[]): void {
    rows.forEach((row, index) => {
      for (const cell of row.cells) {
        if (cell.rowSpan === 1) continue;
        const covered = rows.slice(index, index + cell.rowSpan);
        const missing = cell.height - covered.reduce((sum, each) => sum + each.height, 0);
        if (missing > 0) for (const each of covered) each.height += missing / cell.rowSpan;
      }
    });
  }
}

function textOf(style: TextStyle): TextStyle {
  return {
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.size === undefined ? {} : { size: style.size }),
    ...(style.color === undefined ? {} : { color: style.color }),
  };
}

function sheetXml(part: Part, index: number, document: TypesetDocument, styles: StyleBook): string {
  const builder = new SheetBuilder(part, document);
  const width = builder.edges.length - 1;
  const columns = builder.edges.slice(1).map((edge, column) => {
    const size = (edge - (builder.edges[column] ?? 0)) / 100;
    const style = styles.name('table-column', `<style:table-column-properties style:column-width="${size}mm"/>`);
    return `<table:table-column table:style-name="${style}"/>`;
  });
  const coveredUntil = new Array<number>(width).fill(0);
  const rows = builder.rows.map((row, rowIndex) => {
    const pageBreak = row.pageBreak ? 'fo:break-before="page"' : '';
    const height = `style:row-height="${Math.max(row.height, 1).toFixed(2)}mm" style:use-optimal-row-height="false"`;
    const style = styles.name('table-row', `<style:table-row-properties ${height} ${pageBreak}/>`);
    const output: string[] = [];
    let column = 0;
    while (column < width) {
      if ((coveredUntil[column] ?? 0) > rowIndex) {
        output.push('<table:covered-table-cell/>');
        column += 1;
        continue;
      }
      const cell = row.cells.find((candidate) => candidate.column === column);
      if (cell === undefined) {
        output.push('<table:table-cell/>');
        column += 1;
        continue;
      }
      const body =
        `<style:table-cell-properties ${cell.cellProperties}/><style:paragraph-properties fo:text-align="${cell.align}"/>` +
        textProperties(cell.style);
      const cellStyle = styles.name('table-cell', body, 'style:parent-style-name="Default"');
      const spans = `table:number-columns-spanned="${cell.colSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
      const content =
        typeof cell.text === 'string'
          ? cell.text.split('\n').map(odfText)
          : [odfRuns(cell.text, styles, textOf(cell.style)).replaceAll('<text:line-break/>', ' ')];
      const paragraphs = content.map((line) => `<text:p>${line}</text:p>`).join('');
      output.push(`<table:table-cell table:style-name="${cellStyle}" ${spans} office:value-type="string">${paragraphs}</table:table-cell>`);
      for (let covered = column; covered < column + cell.colSpan; covered += 1) coveredUntil[covered] = rowIndex + cell.rowSpan;
      for (let covered = 1; covered < cell.colSpan; covered += 1) output.push('<table:covered-table-cell/>');
      column += cell.colSpan;
    }
    return { header: row.header, xml: `<table:table-row table:style-name="${style}">${output.join('')}</table:table-row>` };
  });
  const tableStyle = styles.name('table', '<style:table-properties table:display="true"/>', `style:master-page-name="Part${index}"`);
  return `<table:table table:name="Feuille${index + 1}" table:style-name="${tableStyle}">${columns.join('')}${withHeader(rows)}</table:table>`;
}

/** Calc repeats one run of rows a sheet: a header that would come back over the rows of another table is not repeated. */
function withHeader(rows: readonly { header: boolean; xml: string }[]): string {
  const joined = (part: readonly { xml: string }[]): string => part.map((row) => row.xml).join('\n');
  const starts = rows.flatMap((row, index) => (row.header && rows[index - 1]?.header !== true ? [index] : []));
  const [first] = starts;
  if (first === undefined || starts.length > 1) return joined(rows);
  const length = rows.slice(first).findIndex((row) => !row.header);
  const end = length < 0 ? rows.length : first + length;
  const header = `<table:table-header-rows>${joined(rows.slice(first, end))}</table:table-header-rows>`;
  return `${joined(rows.slice(0, first))}${header}${joined(rows.slice(end))}`;
}

function band(element: 'header' | 'footer', text: string | undefined): string {
  if (text === undefined) return `<style:${element} style:display="false"/>`;
  const content = pageFieldPieces(text)
    .map((piece) => ('text' in piece ? odfText(piece.text) : piece.field === 'page' ? '<text:page-number/>' : '<text:page-count/>'))
    .join('');
  return `<style:${element}><text:p>${content}</text:p></style:${element}>`;
}

function pageLayout(part: Part, index: number): string {
  const { width, height } = pageSize(part.page);
  const { top, right, bottom, left } = part.page.margins;
  return (
    `<style:page-layout style:name="Layout${index}"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" ` +
    `style:print-orientation="${part.page.orientation}" fo:margin-top="${top}mm" fo:margin-bottom="${bottom}mm" fo:margin-left="${left}mm" ` +
    `fo:margin-right="${right}mm" style:scale-to-X="1" style:scale-to-Y="0" style:table-centering="horizontal"/>` +
    `<style:header-style/><style:footer-style/></style:page-layout>`
  );
}

/** The whole document as a flat OpenDocument spreadsheet (`.fods`), one sheet a part. */
export function documentFods(document: TypesetDocument): string {
  const styles = new StyleBook();
  const body = document.parts.map((part, index) => sheetXml(part, index, document, styles)).join('\n');
  const masters = document.parts.map(
    (part, index) =>
      `<style:master-page style:name="Part${index}" style:page-layout-name="Layout${index}">${band('header', part.header)}${band('footer', part.footer)}</style:master-page>`,
  );
  const defaults =
    `<style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="${document.font}" ` +
    `fo:font-size="${document.size}pt" fo:language="fr" fo:country="FR"/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${ODF_NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${odfMeta(document)}${fontFaces(document)}
<office:styles>${defaults}</office:styles>
<office:automatic-styles>${styles.toXml()}${document.parts.map(pageLayout).join('')}</office:automatic-styles>
<office:master-styles>${masters.join('')}</office:master-styles>
<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;
}
