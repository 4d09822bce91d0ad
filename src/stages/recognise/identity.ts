import { createRequire } from 'node:module';
import { MODEL_KIND, MODELS } from './engine/models.ts';

/** Raised whenever the same picture may come out differently: readings kept under another number are made again. */
const READING = 13;

/** What recognises text here: its name, its version and everything else a reading depends on. Costs nothing to ask. */
export interface RecognitionIdentity {
  readonly moteur: string;
  readonly version: string;
  readonly reglages: string;
}

/** The settings that both engines read with. */
export const READING_SETTINGS = `${MODELS.join('+')} ${MODEL_KIND}, 300 dpi, lecture ${String(READING)}`;

export function recognitionIdentity(): RecognitionIdentity {
  const { version } = createRequire(import.meta.url)('tesseract.js-core/package.json') as { version: string };
  return { moteur: 'tesseract.js', version, reglages: READING_SETTINGS };
}

/** The same for the machine's own program in this version. */
export function programIdentity(version: string): RecognitionIdentity {
  return { moteur: 'tesseract', version, reglages: READING_SETTINGS };
}
