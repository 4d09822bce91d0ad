import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import type { Engine, PictureLayout, RecognisedWord } from './engine.ts';
import { pgm } from './pgm.ts';

/** Models of installed data packages: `fra` reads French; `lat`, trained on other text in the same letters, gives second opinions on numbers. */
export type Model = 'fra' | 'lat';

const FOLDER = '4.0.0_best_int';
const SEGMENTATION: Readonly<Record<PictureLayout, string>> = { line: '7', block: '6', sparse: '11' };

/** Tesseract compiled to WebAssembly, wholly offline: program and language data come from installed packages. */
export async function openTesseractJs(model: Model): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const data = dirname(require.resolve(`@tesseract.js-data/${model}/package.json`));
  const worker = await createWorker(model, OEM.LSTM_ONLY, {
    langPath: join(data, FOLDER),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '300', debug_file: '/dev/null', tessedit_pageseg_mode: PSM.SINGLE_LINE });
  let current: PictureLayout = 'line';
  return {
    identity: { moteur: 'tesseract.js', version: versionOf(require), reglages: `${model} ${FOLDER}` },
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

function versionOf(require: NodeJS.Require): string {
  const { version } = require('tesseract.js/package.json') as { version: string };
  return version;
}
