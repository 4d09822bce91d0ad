import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Models of installed data packages: `fra` reads French; `lat`, trained on other text in the same letters, gives second opinions on numbers. */
export const MODELS = ['fra', 'lat'] as const;
export type Model = (typeof MODELS)[number];

export const MODEL_KIND = '4.0.0_best_int';

/** The folder of a model's packed file, `MODEL.traineddata.gz`. */
export function modelFolder(model: Model): string {
  return join(dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${model}/package.json`)), MODEL_KIND);
}

/** All models in a folder of their own as programs want them, until `remove`. */
export function unpackModels(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tfpb-modeles-'));
  for (const model of MODELS)
    writeFileSync(join(folder, `${model}.traineddata`), gunzipSync(readFileSync(join(modelFolder(model), `${model}.traineddata.gz`))));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
