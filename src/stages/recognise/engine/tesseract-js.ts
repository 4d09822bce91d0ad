import type { Worker } from 'tesseract.js';
import type { Engine, PictureLayout, RecognisedWord } from './engine.ts';
import { modelFolder, type Model } from './models.ts';
import { pgm } from './pgm.ts';

/** How Tesseract is told what a picture holds. */
export const SEGMENTATION: Readonly<Record<PictureLayout, string>> = { line: '7', block: '6', sparse: '11' };

/** Tesseract compiled to WebAssembly, wholly offline: program and language data come from installed packages. */
export async function openTesseractJs(model: Model): Promise<Engine> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const worker = await createWorker(model, OEM.LSTM_ONLY, {
    langPath: modelFolder(model),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300', debug_file: '/dev/null', tessedit_pageseg_mode: PSM.SINGLE_LINE });
  let current: PictureLayout = 'line';
  return {
    gathers: false,
    read: async (picture, layout) => {
      if (layout !== current) await worker.setParameters({ tessedit_pageseg_mode: SEGMENTATION[layout] as typeof PSM.SINGLE_LINE });
      current = layout;
      return linesOf(worker, pgm(picture));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

async function linesOf(worker: Worker, image: Buffer): Promise<RecognisedWord[][]> {
  const { data } = await worker.recognize(image, {}, { blocks: true, text: false });
  return (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) =>
      paragraph.lines.map((line) => line.words.map(({ text, confidence, bbox }) => ({ text, confidence, box: { ...bbox } }))),
    ),
  );
}
