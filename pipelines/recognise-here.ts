import type { Page } from '../src/model/page.ts';
import { holdsLargePicture, pagesToRecognise } from '../src/stages/recognise/needs-recognition.ts';

/** Reads the scanned pages of one document in this process. A document without any costs nothing: the recogniser is loaded on first need. */
export async function recogniseHere(bytes: Uint8Array, pages: readonly Page[], password?: string): Promise<readonly Page[]> {
  const wanted = new Set(pagesToRecognise(pages, holdsLargePicture(bytes)));
  if (wanted.size === 0) return pages;
  const { openRecogniser } = await import('../src/stages/recognise/open-recogniser.ts');
  const recogniser = await openRecogniser();
  try {
    const scan = await recogniser.open(bytes, password);
    try {
      const result: Page[] = [];
      for (const page of pages) result.push(wanted.has(page.number) ? ((await recogniser.read(scan, page)) ?? page) : page);
      return result;
    } finally {
      scan.close();
    }
  } finally {
    await recogniser.close();
  }
}
