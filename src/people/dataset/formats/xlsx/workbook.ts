import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { STYLES_XML } from './styles.ts';
import { xmlText } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The same moment in every file, the earliest a ZIP can tell: the same data gives the same bytes. */
const MOMENT = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

export interface NamedSheet {
  /** As shown on its tab: at most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  /** The finished worksheet. */
  readonly path: string;
}

/** Puts finished worksheets together into one `.xlsx` file (ECMA-376, transitional). */
export async function writeWorkbook(path: string, sheets: readonly NamedSheet[]): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(HEAD + xml, 'utf8'), name, MOMENT);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`${OFFICE}/styles`, 'styles.xml'],
    ]),
  );
  zip.addBuffer(Buffer.from(STYLES_XML, 'utf8'), 'xl/styles.xml', MOMENT);
  sheets.forEach((sheet, index) => zip.addFile(sheet.path, `xl/worksheets/sheet${index + 1}.xml`, MOMENT));
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' })), failed]);
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `${parts.join('')}</Types>`
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly NamedSheet[]): string {
  const all = sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${all.join('')}</sheets></workbook>`;
}
