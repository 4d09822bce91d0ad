/**
 * A small abstract document, laid out by one of several producers (browser, word processor, spreadsheet).
 * Lengths are millimetres unless a name says otherwise; type sizes and rule widths are points; colours are `#rrggbb`.
 */

export type Align = 'left' | 'center' | 'right' | 'justify';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** `Liberation Sans` stands for Arial, `Carlito` for Calibri, `Caladea` for Cambria, `Liberation Serif` for Times. */
export type FontFamily =
  'Liberation Sans' | 'Liberation Serif' | 'Liberation Sans Narrow' | 'DejaVu Sans' | 'DejaVu Serif' | 'Carlito' | 'Caladea';

/** A stretch of text in one style. `\n` starts a new line. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly color?: string;
}
export type RichText = string | readonly Run[];

export interface TextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly color?: string;
}

export interface Paragraph extends TextStyle {
  readonly kind: 'paragraph';
  readonly text: RichText;
  readonly align?: Align;
  /** Space before and after, in points. */
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly background?: string;
  readonly boxed?: boolean;
  /** Keep on the page of what follows. */
  readonly keepWithNext?: boolean;
}

/** Pieces of text standing on one line at given distances from the left margin, as tab stops place them. */
export interface TabLine extends TextStyle {
  readonly kind: 'tabs';
  readonly pieces: readonly { readonly at: number; readonly text: RichText }[];
  readonly before?: number;
  readonly after?: number;
}

export interface ListBlock extends TextStyle {
  readonly kind: 'list';
  readonly items: readonly RichText[];
  /** What precedes an item; `{n}` is its number. */
  readonly marker?: string;
  readonly indent?: number;
  readonly after?: number;
}

export interface Spacer {
  readonly kind: 'spacer';
  readonly height: number;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

export type BorderStyle = 'all' | 'horizontal' | 'header' | 'outer' | 'none' | 'zebra';

export interface TableCell extends TextStyle {
  readonly text: RichText;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly align?: Align;
  readonly valign?: VerticalAlign;
  readonly background?: string;
  /** Text turned a quarter, read from bottom to top. */
  readonly vertical?: boolean;
  /** Overrides the border style of the table for this cell. */
  readonly borders?: 'all' | 'none';
}

export interface TableRow {
  /** Like in HTML: positions covered by a span from the left or from above are not listed. */
  readonly cells: readonly TableCell[];
  readonly minHeight?: number;
  readonly background?: string;
}

export interface Table extends TextStyle {
  readonly kind: 'table';
  /** Column widths. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
  /** How many of the first rows are the header. */
  readonly headerRows?: number;
  readonly repeatHeader?: boolean;
  readonly border?: BorderStyle;
  readonly borderWidth?: number;
  readonly borderColor?: string;
  readonly zebraColor?: string;
  /** Distance between border and text, in points. */
  readonly padding?: number;
  /** May a row be cut by the foot of a page? */
  readonly splitRows?: boolean;
  readonly valign?: VerticalAlign;
  readonly indent?: number;
  /** Space after, in points. */
  readonly after?: number;
  readonly keepTogether?: boolean;
}

/** Two tables next to each other, each with its own row heights where the producer can. */
export interface Beside {
  readonly kind: 'beside';
  readonly left: Table;
  readonly right: Table;
  /** Distance from the left margin to the right table; the left one must be narrower. */
  readonly at: number;
  /** Space after, in points. */
  readonly after?: number;
}

export type Block = Paragraph | TabLine | ListBlock | Spacer | PageBreak | Table | Beside;

export interface PageSetup {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** Pages of one format; each part starts on a new page. `{page}` and `{pages}` stand for numbers in header and footer. */
export interface Part {
  readonly page: PageSetup;
  readonly header?: string;
  readonly footer?: string;
  readonly blocks: readonly Block[];
}

/**
 * What a page undergoes once it is typeset. `stored`: turned in the file and turned back by `/Rotate`, so that it shows upright. `shown`: lies on
 * its side, as a scanner's feeder or a careless print leaves it. The angle is how far the content is turned counter-clockwise.
 */
export interface PageTurn {
  readonly how: 'stored' | 'shown';
  readonly angle: 90 | 180 | 270;
  /** Only pages wider than high. */
  readonly landscapeOnly?: boolean;
}

export interface TypesetDocument {
  readonly title: string;
  readonly font: FontFamily;
  /** Body type size. */
  readonly size: number;
  readonly lineHeight?: number;
  readonly parts: readonly Part[];
  readonly turn?: PageTurn;
}

export type Producer = 'browser' | 'office' | 'sheet';

/** Width and height of the page as displayed. */
export function pageSize(page: PageSetup): { width: number; height: number } {
  const [short, long] = page.size === 'A4' ? [210, 297] : [297, 420];
  return page.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** Width between the margins. */
export function textWidth(page: PageSetup): number {
  return pageSize(page).width - page.margins.left - page.margins.right;
}
