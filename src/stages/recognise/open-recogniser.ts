import type { Page } from '../../model/page.ts';
import type { Recognised } from '../../model/page-schema.ts';
import { openTesseractJs } from './engine/tesseract-js.ts';
import { openPagePictures, type PagePictures } from './page-pictures.ts';
import { openLexicon } from './reading/lexicon.ts';
import { recognisePage } from './recognise-page.ts';

export type OpenScan = PagePictures;

/** Reads pages of documents from their pictures, one page at a time. */
export interface Recogniser {
  open(bytes: Uint8Array, password?: string): Promise<OpenScan>;
  /** The page as its picture shows it; `null` when `native`, what its text layer says, is all there is to see. */
  read(scan: OpenScan, native: Page): Promise<Recognised>;
  close(): Promise<void>;
}

export async function openRecogniser(): Promise<Recogniser> {
  const [text, second] = await Promise.all([openTesseractJs('fra'), openTesseractJs('lat')]);
  const lexicon = openLexicon();
  return {
    open: openPagePictures,
    read: async (scan, native) => recognisePage(native, await scan.draw(native.number), { text, second }, lexicon),
    close: async () => {
      await Promise.all([text.close(), second.close()]);
    },
  };
}
