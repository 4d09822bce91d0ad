import { OutputFile } from '../../../../files/output-file.ts';
import { STYLES, type Style } from './styles.ts';
import { columnLetters, xmlText } from './xml.ts';

/** What one cell of a sheet holds; `null` for an empty one. A number is written as its decimal text, so nothing is rounded on the way. */
export type SheetCell = { readonly text: string; readonly style?: Style } | { readonly number: string; readonly style?: Style } | null;

/** The most characters Excel shows in a cell. */
const LONGEST = 32_767;
/** The most rows of a sheet, its header included. */
export const SHEET_ROWS = 1_048_576;

export interface SheetOptions {
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  /** Keeps the first row in sight and gives it filters. */
  readonly hasHeader: boolean;
  /** The most rows, header included, when fewer than a sheet may hold. */
  readonly rows?: number;
}

/** One worksheet, written row after row into a file of its own. */
export class Sheet {
  readonly #file: OutputFile;
  readonly #letters: readonly string[];
  #rows = 0;

  constructor(
    readonly path: string,
    private readonly options: SheetOptions,
  ) {
    this.#file = new OutputFile(path);
    this.#letters = options.widths.map((_, index) => columnLetters(index));
    const cols = options.widths
      .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
      .join('');
    const pane = options.hasHeader ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
    this.#file.write(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
        `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols}</cols><sheetData>`,
    );
  }

  get isFull(): boolean {
    return this.#rows >= (this.options.rows ?? SHEET_ROWS);
  }

  row(cells: readonly SheetCell[]): void {
    this.#rows += 1;
    let xml = `<row r="${this.#rows}">`;
    cells.forEach((cell, index) => {
      if (cell !== null) xml += cellXml(`${this.#letters[index] ?? columnLetters(index)}${this.#rows}`, cell);
    });
    this.#file.write(`${xml}</row>`);
  }

  end(): void {
    const last = this.#letters.at(-1) ?? 'A';
    const filter = this.options.hasHeader && this.#rows > 0 ? `<autoFilter ref="A1:${last}${this.#rows}"/>` : '';
    this.#file.write(
      `</sheetData>${filter}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    );
    this.#file.end();
  }

  close(): void {
    this.#file.close();
  }
}

function cellXml(place: string, cell: NonNullable<SheetCell>): string {
  const style = cell.style === undefined ? '' : ` s="${STYLES[cell.style]}"`;
  if ('number' in cell) return `<c r="${place}"${style}><v>${cell.number}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(cell.text))}</t></is></c>`;
}

/** A text too long for a cell ends by saying so. */
function fitting(text: string): string {
  if (text.length <= LONGEST) return text;
  const notice = ` […] (coupé : ${text.length} caractères)`;
  return text.slice(0, LONGEST - notice.length).replace(/[\ud800-\udbff]$/u, '') + notice;
}
