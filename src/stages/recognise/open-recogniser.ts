import type { Page } from '../../model/page.ts';
import type { EngineIdentity } from './engine/engine.ts';
import { openTesseractJs } from './engine/tesseract-js.ts';
import { openPagePictures, type PagePictures } from './page-pictures.ts';
import { recognisePage } from './recognise-page.ts';

/** Reads pages of one document from their pictures. */
export interface Recogniser {
  readonly identity: EngineIdentity;
  open(bytes: Uint8Array, password?: string): Promise<PagePictures>;
  read(pictures: PagePictures, page: number): Promise<Page>;
  close(): Promise<void>;
}

export async function openRecogniser(): Promise<Recogniser> {
  const [text, second] = await Promise.all([openTesseractJs('fra'), openTesseractJs('lat')]);
  return {
    identity: text.identity,
    open: openPagePictures,
    read: async (pictures, page) => recognisePage(page, await pictures.draw(page), { text, second }),
    close: async () => {
      await Promise.all([text.close(), second.close()]);
    },
  };
}
