import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Engine, PictureLayout } from './engine.ts';
import { modelFolder, type Model } from './models.ts';
import { spix } from './spix.ts';
import { linesOfTable } from './word-table.ts';

/** How Tesseract is told what a picture holds. */
export const SEGMENTATION: Readonly<Record<PictureLayout, string>> = { line: '7', block: '6', sparse: '11' };

/** Where it looks for a picture. */
const PICTURE = '/input';
/** The shortest program with an instruction on several numbers at once. */
const SEVERAL_AT_ONCE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/** What Node's types leave out. */
declare const WebAssembly: { validate(program: Uint8Array): boolean };

/** What of `tesseract.js-core` is used here. */
interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => Api;
}

interface Api {
  Init(folder: null, model: string, by: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  End(): void;
}

type OpenCore = (options: { readonly print: () => void; readonly printErr: () => void }) => Promise<Core>;

/**
 * The WebAssembly of tesseract.js, wholly offline: program and language data come from installed packages. It is called directly, one program for all models: between
 * threads, each of the hundreds of short lines of a page costs a tenth more. What hangs or runs out of memory is the process's, which whoever started it ends.
 */
export async function openTesseractJs(): Promise<(model: Model) => Engine> {
  const { OEM } = await import('tesseract.js');
  const require = createRequire(import.meta.url);
  const build = WebAssembly.validate(Uint8Array.from(SEVERAL_AT_ONCE)) ? 'tesseract-core-simd-lstm' : 'tesseract-core-lstm';
  const open = require(`tesseract.js-core/${build}`) as OpenCore;
  const core = await open({ print: () => undefined, printErr: () => undefined });
  return (model) => engineOf(core, model, OEM.LSTM_ONLY);
}

/** `network`: the recogniser by neural network alone. */
function engineOf(core: Core, model: Model, network: number): Engine {
  core.FS.writeFile(`${model}.traineddata`, gunzipSync(readFileSync(join(modelFolder(model), `${model}.traineddata.gz`))));
  const api = new core.TessBaseAPI();
  if (api.Init(null, model, network) === -1) throw new Error(`tesseract.js cannot use its model ${model}`);
  api.SetVariable('user_defined_dpi', '300');
  api.SetVariable('debug_file', '/dev/null');
  return {
    gathers: false,
    read: async (picture, layout) => {
      // What else this process has to do comes in between.
      await new Promise((resolve) => setImmediate(resolve));
      api.SetVariable('tessedit_pageseg_mode', SEGMENTATION[layout]);
      core.FS.writeFile(PICTURE, spix(picture));
      if (api.SetImageFile(1, 0) === 1) throw new Error('tesseract.js cannot read a picture');
      api.Recognize(null);
      return linesOfTable(api.GetTSVText(0), 1)[0] ?? [];
    },
    close: () => {
      api.End();
      return Promise.resolve();
    },
  };
}
