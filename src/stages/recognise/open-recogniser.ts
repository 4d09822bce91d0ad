import type { Page } from '../../model/page.ts';
import type { Recognised } from '../../model/page-schema.ts';
import type { Engine } from './engine/engine.ts';
import type { Model } from './engine/models.ts';
import { openTesseractJs } from './engine/tesseract-js.ts';
import { openTesseractProgram } from './engine/tesseract-program.ts';
import { openLetters } from './learnt/open-letters.ts';
import { openNumerals } from './learnt/open-numerals.ts';
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

/** With the embedded engine, or where a folder of unpacked models is given with the machine's own program. */
export async function openRecogniser(models: string | null = null): Promise<Recogniser> {
  const open = models === null ? await openTesseractJs() : (model: Model): Engine => openTesseractProgram(model, models);
  const [text, second] = [open('fra'), open('lat')];
  const lexicon = openLexicon();
  const [numerals, letters] = [openNumerals(), openLetters(lexicon)];
  return {
    open: openPagePictures,
    read: async (scan, native) => recognisePage(native, await scan.draw(native.number), { text, second, numerals, letters }, lexicon),
    close: async () => {
      await Promise.all([text.close(), second.close()]);
    },
  };
}
