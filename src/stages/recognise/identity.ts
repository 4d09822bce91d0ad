import { createRequire } from 'node:module';

/** Raised whenever the same picture may come out differently: readings kept under another number are made again. */
const READING = 3;

/** What recognises text here: its name, its version and everything else a reading depends on. Costs nothing to ask. */
export interface RecognitionIdentity {
  readonly moteur: string;
  readonly version: string;
  readonly reglages: string;
}

export function recognitionIdentity(): RecognitionIdentity {
  const { version } = createRequire(import.meta.url)('tesseract.js/package.json') as { version: string };
  return { moteur: 'tesseract.js', version, reglages: `fra+lat 4.0.0_best_int, 300 dpi, lecture ${String(READING)}` };
}
