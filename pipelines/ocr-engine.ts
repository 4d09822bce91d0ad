import { CommandError, EXIT } from '../src/model/errors.ts';
import { unpackModels } from '../src/stages/recognise/engine/models.ts';
import { programVersion } from '../src/stages/recognise/engine/tesseract-program.ts';
import type { OcrEngine } from './import-options.ts';
import { programIdentity, recognitionIdentity, type RecognitionIdentity } from '../src/stages/recognise/identity.ts';

/** An engine that scanned pages may be read with until `close`. */
export interface OpenOcr {
  readonly identity: RecognitionIdentity;
  /** Where the program finds the models; `null` for the embedded engine, which knows. */
  readonly models: string | null;
  close(): void;
}

/** Throws a `CommandError` when the program is wanted and this machine has none that can be used. */
export function openOcr(engine: OcrEngine = 'embarque'): OpenOcr {
  if (engine === 'embarque') return { identity: recognitionIdentity(), models: null, close: () => undefined };
  const version = programVersion();
  if (version === null) throw new CommandError('ocr_absent', ABSENT, EXIT.usage);
  const { folder, remove } = unpackModels();
  return { identity: programIdentity(version), models: folder, close: remove };
}

const ABSENT =
  'Le programme tesseract (version 4 ou plus) est introuvable sur cette machine. ' +
  'Installez-le (Debian, Ubuntu : apt install tesseract-ocr), ou relancez sans --ocr natif : tfpb a son propre moteur.';
