import { loadPdfjs } from '../../src/stages/read/pdfjs.ts';
import type { GeneratedDocument } from '../generator/index.ts';
import type { Block, RichText, Table, TypesetDocument } from '../typeset/model.ts';

/** Letters and digits that stand together: long enough to be found where they belong only. */
const SHINGLE = 6;
/** Shorter texts (amounts, marks) stand in a page more than once, and go with the text beside them. */
const SHORTEST = 14;
/** A text of which less than this is in the file was not printed; one cut by a page break or a hyphen is. */
const PRINTED = 0.5;

const plain = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

function written(text: RichText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

function ofTable({ rows }: Table): string[] {
  return rows.flatMap(({ cells }) => cells.map(({ text }) => written(text)));
}

function ofBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [written(block.text)];
    case 'tabs':
      return block.pieces.map(({ text }) => written(text));
    case 'list':
      return block.items.map(written);
    case 'table':
      return ofTable(block);
    case 'beside':
      return [...ofTable(block.left), ...ofTable(block.right)];
    case 'spacer':
    case 'pageBreak':
      return [];
  }
}

function shingles(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - SHINGLE + 1) }, (_, start) => text.slice(start, start + SHINGLE));
}

/**
 * The texts of a document that its producer did not print: word processors leave out rows that fall between two pages. Nobody can read them
 * in the file, so it is no measure of a reader.
 */
export async function lostTexts({ parts }: TypesetDocument, pdf: Uint8Array): Promise<string[]> {
  const printed = new Set(shingles(await printedText(pdf)));
  return parts
    .flatMap(({ blocks }) => blocks.flatMap(ofBlock))
    .filter((text) => {
      const own = shingles(plain(text));
      return own.length > SHORTEST - SHINGLE && own.filter((shingle) => printed.has(shingle)).length < PRINTED * own.length;
    });
}

/** Whether a document was printed whole; one that was not is told to whoever runs the bench. */
export async function isPrintedWhole({ name, document }: GeneratedDocument, pdf: Uint8Array): Promise<boolean> {
  const lost = await lostTexts(document, pdf);
  if (lost.length > 0) process.stderr.write(`${name} écarté, textes absents du PDF : ${String(lost.length)}, dont « ${lost[0] ?? ''} »\n`);
  return lost.length === 0;
}

async function printedText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      texts.push(...items.map((item) => ('str' in item ? plain(item.str) : '')));
    }
    return texts.join('');
  } finally {
    await task.destroy();
  }
}
