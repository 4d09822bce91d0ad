import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Chercheur } from './vrai.ts';

const squeeze = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '');

/** Enough of the start of a text to find it by, even when a page break cuts it. */
const ENOUGH = 40;

/** The text of each page, white space left out, in the order the producer wrote it. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  try {
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      texts.push(squeeze(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}

/** @throws Error when a text stands on no page from `depuis` on: the sample does not say what its truth says. */
export function chercheur(texts: readonly string[]): Chercheur {
  return (texte, depuis) => {
    const needle = squeeze(texte).slice(0, ENOUGH);
    const index = texts.findIndex((text, at) => at + 1 >= depuis && text.includes(needle));
    if (index < 0) throw new Error(`"${texte.slice(0, 60)}" is on no page from ${depuis} on`);
    return index + 1;
  };
}
