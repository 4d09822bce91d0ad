import { listSources } from '../src/files/list-sources.ts';
import { asDatabaseError } from '../src/store/errors.ts';
import { readExemples } from '../src/store/exemples.ts';
import { knownFiles } from '../src/store/files.ts';
import { acquireImportLock } from '../src/store/lock.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { openReader, type Reader } from './document-reader.ts';
import { defaultCores, type ImportOptions, type ImportReport } from './import-options.ts';
import { ImportRun } from './import-run.ts';
import { listRejected } from './list-rejected.ts';
import { openOcr } from './ocr-engine.ts';
import { recognitionCache } from './recognition-cache.ts';

/**
 * Reads files, folders and archives into a database.
 *
 * 1. List the documents. 2. Pass over what the database holds already, by the file's state or its bytes' hash, unless a stage that had a say in it has
 * changed. 3. Read the rest in a pool of processes, a bounded number at a time. 4. Store each document in one transaction, in whatever order they end; names are
 * given in the order of the list, so the outcome does not depend on speed. Stopped at any moment, the same call goes on where it stood.
 *
 * A file that cannot be read is a rejected document, not an error. Throws a `CommandError` when a named path does not exist or the database cannot be used,
 * or when the `tesseract` program is asked for and missing.
 */
export async function importDocuments(options: ImportOptions): Promise<ImportReport> {
  // Before anything is written: a mistyped name must not leave an empty database behind.
  const listed = await listSources(options.paths);
  const ocr = openOcr(options.ocr);
  let store: Store | null = null;
  try {
    store = await openStore(options.base, 'ecriture');
    const lock = await acquireImportLock(options.base);
    const size = options.coeurs ?? defaultCores();
    const cache = recognitionCache(store, ocr.identity);
    const reader = openReader({ ...options, size, cache, models: ocr.models, exemples: await readExemples(store) });
    try {
      return await run(store, reader, { ...options, coeurs: size }, listed);
    } catch (error) {
      throw asDatabaseError(error, options.base);
    } finally {
      await reader.close();
      lock.release();
    }
  } finally {
    ocr.close();
    await store?.close();
  }
}

async function run(
  store: Store,
  reader: Reader,
  options: ImportOptions & { readonly coeurs: number },
  { sources, others }: Awaited<ReturnType<typeof listSources>>,
): Promise<ImportReport> {
  const known = await knownFiles(store);
  const again = options.reprendreRejets === true ? await listRejected(known, sources) : { sources: [], missing: [] };
  options.onProgress?.({ type: 'trouve', fichiers: sources.length + again.sources.length, autres: others });
  for (const { nom, chemin } of again.missing) options.onProgress?.({ type: 'introuvable', nom, chemin });
  const counts = await new ImportRun(store, reader, options, known).take([...sources, ...again.sources]);
  return { ...counts, autres: others };
}
