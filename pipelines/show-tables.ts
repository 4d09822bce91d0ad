import { nameText, type PathBytes } from '../src/files/file-name.ts';
import { explainRejection } from '../src/model/errors.ts';
import type { FichierTables } from '../src/model/tables-contract.ts';
import type { Precision, RaisonRejet } from '../src/model/vocabulary.ts';
import { overlayRejected } from '../src/people/overlay/overlay-page.ts';
import { openTablesReader } from './document-reader.ts';
import { IMPORT_DEFAULTS, type OcrEngine } from './import-options.ts';
import { openOcr } from './ocr-engine.ts';
import type { TablesRead } from './tables-job.ts';

export interface ShowTablesOptions {
  /** Absolute paths, as `listFiles` gives them. */
  readonly files: readonly PathBytes[];
  readonly password?: string;
  /** What reads scanned pages; default: the embedded engine. */
  readonly ocr?: OcrEngine;
  /** Also draw the pages. */
  readonly overlay: boolean;
  /** Also say how each document was understood. */
  readonly explain: boolean;
  readonly signal?: AbortSignal;
}

/** One file as read: its tables, and for the overlay its drawing. */
export interface ShownFile {
  readonly tables: FichierTables;
  /** HTML for {@link overlayHead}'s page; empty when it was not asked for. */
  readonly overlay: string;
  readonly detail: string | null;
  /** What a rejection says beyond its reason. */
  readonly precision: Precision | null;
}

/**
 * The tables of each file in the order given, one file at a time in one process that may die without taking this one along. Nothing is stored. A file
 * that cannot be read has its `raison` and no pages. Ends early when the signal is aborted.
 */
export async function* showTables({ files, password, ocr, overlay, explain, signal }: ShowTablesOptions): AsyncGenerator<ShownFile> {
  const engine = openOcr(ocr);
  const reader = openTablesReader(engine.models);
  try {
    for (const path of files) {
      const fichier = nameText(path);
      const job = { chemin: path.toString('latin1'), fichier, password: password ?? null, maxPages: IMPORT_DEFAULTS.pagesMax, explain };
      let result = await reader.read({ ...job, overlay: overlay ? 'pictures' : 'none' }, signal);
      if (overlay && result?.statut === 'rejete' && DRAWING_FAULTS.has(result.raison))
        result = await reader.read({ ...job, overlay: 'words' }, signal);
      if (result === null) return;
      yield result.statut === 'lu' ? shown(fichier, result.read) : rejected(fichier, result, overlay);
    }
  } finally {
    await reader.close();
    engine.close();
  }
}

function shown(fichier: string, { pages, overlay, explication }: TablesRead): ShownFile {
  const tables = { fichier, raison: null, pages, ...(explication === null ? {} : { explication }) };
  return { tables, overlay: overlay ?? '', detail: null, precision: null };
}

/** Reasons that the drawing of pictures may be the cause of, rather than the reading. */
const DRAWING_FAULTS: ReadonlySet<RaisonRejet> = new Set(['erreur_interne', 'memoire_depassee', 'delai_depasse']);

function rejected(
  fichier: string,
  { raison, precision, detail }: { readonly raison: RaisonRejet; readonly precision: Precision | null; readonly detail: string | null },
  overlay: boolean,
): ShownFile {
  const { message, conseil } = explainRejection(raison, precision);
  return {
    tables: { fichier, raison, pages: [] },
    overlay: overlay ? overlayRejected(fichier, `${message} ${conseil}`) : '',
    detail,
    precision,
  };
}
