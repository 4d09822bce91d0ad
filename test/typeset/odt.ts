import { cellBackground, cellBorders, pageFieldPieces, placeCells } from './layout.ts';
import type { PlacedCell } from './layout.ts';
import type { Beside, Block, Part, RichText, Table, TypesetDocument } from './model.ts';
import { pageSize } from './model.ts';
import { ODF_NAMESPACES, StyleBook, fontFaces, odfMeta, odfRuns, odfText } from './odf.ts';

/** What the next block must carry: the master page of a part that begins, or a page break. */
interface Opening {
  readonly masterPage?: string;
  readonly pageBreak?: boolean;
}

function openingAttribute(opening: Opening): string {
  return opening.masterPage === undefined ? '' : `style:master-page-name="${opening.masterPage}"`;
}

function openingProperty(opening: Opening): string {
  return opening.pageBreak === true ? 'fo:break-before="page"' : '';
}

const VALIGN = { top: 'top', middle: 'middle', bottom: 'bottom' } as const;
const ALIGN = { left: 'start', center: 'center', right: 'end', justify: 'justify' } as const;

function cellXml(table: Table, placed: PlacedCell, styles: StyleBook): string {
  const { cell } = placed;
  const borders = cellBorders(table, placed);
  const rule = `${table.borderWidth ?? 0.5}pt solid ${table.borderColor ?? '#000000'}`;
  const background = cellBackground(table, placed);
  const properties = [
    ...(['top', 'right', 'bottom', 'left'] as const).map((side) => `fo:border-${side}="${borders[side] ? rule : 'none'}"`),
    background === undefined ? '' : `fo:background-color="${background}"`,
    `style:vertical-align="${VALIGN[cell.valign ?? table.valign ?? 'middle']}"`,
    `fo:padding-top="${table.padding ?? 2}pt" fo:padding-bottom="${table.padding ?? 2}pt"`,
    `fo:padding-left="${(table.padding ?? 2) + 1}pt" fo:padding-right="${(table.padding ?? 2) + 1}pt"`,
    cell.vertical === true ? 'style:writing-mode="bt-lr"' : '',
  ].join(' ');
  const style = styles.name('table-cell', `<style:table-cell-properties ${properties}/>`);
  const paragraph = styles.name('paragraph', `<style:paragraph-properties fo:text-align="${ALIGN[cell.align ?? 'left']}"/>`);
  const inherited = { ...pickText(table), ...pickText(cell) };
  const spans = `table:number-columns-spanned="${placed.colSpan}" table:number-rows-spanned="${placed.rowSpan}"`;
  return (
    `<table:table-cell table:style-name="${style}" ${spans} office:value-type="string">` +
    `<text:p text:style-name="${paragraph}">${odfRuns(cell.text, styles, inherited)}</text:p></table:table-cell>`
  );
}

function pickText(style: {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  size?: number;
  color?: string;
}): Partial<Record<'bold' | 'italic' | 'underline', boolean>> & { size?: number; color?: string } {
  return {
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.underline === undefined ? {} : { underline: style.underline }),
    ...(style.size === undefined ? {} : { size: style.size }),
    ...(style.color === undefined ? {} : { color: style.color }),
  };
}

function tableXml(table: Table, styles: StyleBook, opening: Opening): string {
  const width = table.columns.reduce((sum, column) => sum + column, 0);
  const properties =
    `style:width="${width}mm" table:align="left" fo:margin-left="${table.indent ?? 0}mm" fo:margin-bottom="${table.after ?? 0}pt" ` +
    `table:border-model="collapsing" style:may-break-between-rows="${table.keepTogether !== true}" ${openingProperty(opening)}`;
  const tableStyle = styles.name('table', `<style:table-properties ${properties}/>`, openingAttribute(opening));
  const columns = table.columns.map((column) => {
    const style = styles.name('table-column', `<style:table-column-properties style:column-width="${column}mm"/>`);
    return `<table:table-column table:style-name="${style}"/>`;
  });
  const rows = placeCells(table).map(({ row, slots }) => {
    const height = row.minHeight === undefined ? '' : `style:min-row-height="${row.minHeight}mm"`;
    const keep = table.splitRows === true ? 'auto' : 'always';
    const style = styles.name('table-row', `<style:table-row-properties ${height} fo:keep-together="${keep}"/>`);
    const cells = slots.map((slot) => (slot === null ? '<table:covered-table-cell/>' : cellXml(table, slot, styles)));
    return `<table:table-row table:style-name="${style}">${cells.join('')}</table:table-row>`;
  });
  const header = table.repeatHeader === true ? (table.headerRows ?? 0) : 0;
  const head = header === 0 ? '' : `<table:table-header-rows>${rows.slice(0, header).join('')}</table:table-header-rows>`;
  return `<table:table table:style-name="${tableStyle}">${columns.join('')}${head}${rows.slice(header).join('')}</table:table>`;
}

/** Two tables in the cells of an invisible one, as word processors do it. */
function besideXml(block: Beside, styles: StyleBook, opening: Opening): string {
  const right = block.right.columns.reduce((sum, column) => sum + column, 0);
  const properties = `style:width="${block.at + right}mm" table:align="left" fo:margin-bottom="${block.after ?? 0}pt" ${openingProperty(opening)}`;
  const frame = styles.name('table', `<style:table-properties ${properties}/>`, openingAttribute(opening));
  const columns = [block.at, right].map((width) => {
    const style = styles.name('table-column', `<style:table-column-properties style:column-width="${width}mm"/>`);
    return `<table:table-column table:style-name="${style}"/>`;
  });
  const open = styles.name('table-cell', '<style:table-cell-properties fo:border="none" fo:padding="0mm"/>');
  const cells = [block.left, block.right].map(
    (table) => `<table:table-cell table:style-name="${open}">${tableXml(table, styles, {})}<text:p/></table:table-cell>`,
  );
  return `<table:table table:style-name="${frame}">${columns.join('')}<table:table-row>${cells.join('')}</table:table-row></table:table>`;
}

function paragraphXml(content: string, properties: string, styles: StyleBook, opening: Opening, children = ''): string {
  const body = `<style:paragraph-properties ${properties} ${openingProperty(opening)}>${children}</style:paragraph-properties>`;
  return `<text:p text:style-name="${styles.name('paragraph', body, openingAttribute(opening))}">${content}</text:p>`;
}

function blockXml(block: Exclude<Block, { kind: 'pageBreak' }>, styles: StyleBook, opening: Opening): string {
  switch (block.kind) {
    case 'paragraph': {
      const properties = [
        `fo:text-align="${ALIGN[block.align ?? 'left']}" fo:margin-top="${block.before ?? 0}pt" fo:margin-bottom="${block.after ?? 0}pt"`,
        `fo:margin-left="${block.indent ?? 0}mm"`,
        block.background === undefined ? '' : `fo:background-color="${block.background}"`,
        block.boxed === true ? 'fo:border="0.75pt solid #000000" fo:padding="2pt"' : '',
        block.keepWithNext === true ? 'fo:keep-with-next="always"' : '',
      ].join(' ');
      return paragraphXml(odfRuns(block.text, styles, pickText(block)), properties, styles, opening);
    }
    case 'tabs': {
      const stops = block.pieces.map((piece) => `<style:tab-stop style:position="${piece.at}mm"/>`).join('');
      const content = block.pieces
        .map((piece) => (piece.at === 0 ? '' : '<text:tab/>') + odfRuns(piece.text, styles, pickText(block)))
        .join('');
      const properties = `fo:margin-top="${block.before ?? 0}pt" fo:margin-bottom="${block.after ?? 0}pt"`;
      return paragraphXml(content, properties, styles, opening, `<style:tab-stops>${stops}</style:tab-stops>`);
    }
    case 'list': {
      const indent = (block.indent ?? 5) + 6;
      return block.items
        .map((item: RichText, index) => {
          const marker = (block.marker ?? '-').replace('{n}', String(index + 1));
          const after = index === block.items.length - 1 ? (block.after ?? 0) : 0;
          const properties = `fo:margin-left="${indent}mm" fo:text-indent="-6mm" fo:margin-bottom="${after}pt"`;
          const stops = `<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>`;
          const content = `${odfText(marker)}<text:tab/>${odfRuns(item, styles, pickText(block))}`;
          return paragraphXml(content, properties, styles, index === 0 ? opening : {}, stops);
        })
        .join('');
    }
    case 'spacer':
      return paragraphXml('', `fo:line-height="${block.height}mm"`, styles, opening);
    case 'table':
      return tableXml(block, styles, opening);
    case 'beside':
      return besideXml(block, styles, opening);
  }
}

function partXml(part: Part, index: number, styles: StyleBook): string {
  let opening: Opening = { masterPage: `Part${index}` };
  const output: string[] = [];
  for (const block of part.blocks) {
    if (block.kind === 'pageBreak') {
      opening = { ...opening, pageBreak: true };
      continue;
    }
    output.push(blockXml(block, styles, opening));
    opening = {};
  }
  return output.join('\n');
}

function bandXml(element: 'header' | 'footer', text: string | undefined, styles: StyleBook): string {
  if (text === undefined) return '';
  const style = styles.name('paragraph', '<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/>');
  const content = pageFieldPieces(text)
    .map((piece) => ('text' in piece ? odfText(piece.text) : piece.field === 'page' ? '<text:page-number/>' : '<text:page-count/>'))
    .join('');
  return `<style:${element}><text:p text:style-name="${style}">${content}</text:p></style:${element}>`;
}

function pageLayout(part: Part, index: number): string {
  const { width, height } = pageSize(part.page);
  const { top, right, bottom, left } = part.page.margins;
  const header =
    part.header === undefined ? '' : '<style:header-style><style:header-footer-properties fo:min-height="6mm"/></style:header-style>';
  const footer =
    part.footer === undefined ? '' : '<style:footer-style><style:header-footer-properties fo:min-height="6mm"/></style:footer-style>';
  return (
    `<style:page-layout style:name="Layout${index}"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" ` +
    `style:print-orientation="${part.page.orientation}" fo:margin-top="${part.header === undefined ? top : Math.max(5, top - 6)}mm" ` +
    `fo:margin-bottom="${part.footer === undefined ? bottom : Math.max(5, bottom - 6)}mm" fo:margin-left="${left}mm" fo:margin-right="${right}mm"/>${header}${footer}</style:page-layout>`
  );
}

/** The whole document as flat OpenDocument text (`.fodt`). */
export function documentFodt(document: TypesetDocument): string {
  const styles = new StyleBook();
  const bandStyles = new StyleBook();
  const body = document.parts.map((part, index) => partXml(part, index, styles)).join('\n');
  const masters = document.parts.map(
    (part, index) =>
      `<style:master-page style:name="Part${index}" style:page-layout-name="Layout${index}">` +
      `${bandXml('header', part.header, bandStyles)}${bandXml('footer', part.footer, bandStyles)}</style:master-page>`,
  );
  const lineHeight = Math.round((document.lineHeight ?? 1.2) * 100 * 0.87);
  const paragraphDefaults =
    `<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:line-height="${Math.max(100, lineHeight)}%" ` +
    `fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="${document.font}" fo:font-size="${document.size}pt" fo:language="fr" fo:country="FR"/></style:style>`;
  const defaults =
    `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="${Math.max(100, lineHeight)}%"/>` +
    `<style:text-properties style:font-name="${document.font}" fo:font-size="${document.size}pt" fo:language="fr" fo:country="FR"/></style:default-style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${ODF_NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
${odfMeta(document)}${fontFaces(document)}
<office:styles>${defaults}${paragraphDefaults}</office:styles>
<office:automatic-styles>${styles.toXml()}${bandStyles.toXml().replaceAll('style:name="S', 'style:name="B')}${document.parts.map(pageLayout).join('')}</office:automatic-styles>
<office:master-styles>${masters.join('').replaceAll('text:style-name="S', 'text:style-name="B')}</office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}
