import PQueue from 'p-queue';
import { nameText, pathText, type PathBytes } from '../src/files/file-name.ts';
import { fileState, hashFile } from '../src/files/hash-file.ts';
import { listFiles } from '../src/files/list-files.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { productVersion } from '../src/product.ts';
import { asDatabaseError, isDatabaseFailure } from '../src/store/errors.ts';
import { addFile, documentOfFile, knownDocument, type ReadFile } from '../src/store/files.ts';
import { acquireImportLock } from '../src/store/lock.ts';
import { openStore, type Store } from '../src/store/open.ts';

import { saveDocument } from '../src/store/write.ts';
import { documentId, rejectedDocument } from './rejected-document.ts';
import { openReader, type Reader } from './document-reader.ts';
import { recognitionCache } from './recognition-cache.ts';
import { defaultCores, IMPORT_DEFAULTS, type ImportEvent, type ImportOptions, type ImportReport } from './import-options.ts';

/**
 * Reads files and folders into a database.
 *
 * 1. List the files. 2. Pass over what the database holds already, by the file's state or its bytes' hash. 3. Read the rest in a pool of
 * processes, a bounded number at a time. 4. Store each document in one transaction, in whatever order they end; names are given in the order
 * of the list, so the outcome does not depend on speed. Stopped at any moment, the same call goes on where it stood.
 *
 * A file that cannot be read is a rejected document, not an error. Throws a `CommandError` when the database cannot be used.
 */
export async function importDocuments(options: ImportOptions): Promise<ImportReport> {
  const store = await openStore(options.base, 'ecriture');
  try {
    const lock = await acquireImportLock(options.base);
    const size = options.coeurs ?? defaultCores();
    const reader = openReader({ ...options, size, cache: recognitionCache(store) });
    try {
      return await new Import(store, reader, options, size).run();
    } catch (error) {
      throw asDatabaseError(error, options.base);
    } finally {
      await reader.close();
      lock.release();
    }
  } finally {
    await store.close();
  }
}

/** A file to be read: where it is and what it is. */
interface Candidate {
  readonly path: PathBytes;
  readonly file: ReadFile;
  readonly sha256: string;
}

class Import {
  readonly #queue: PQueue;
  readonly #tasks = new Set<Promise<void>>();
  /** The last task of each document under way: a second file with the same bytes waits for it. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Documents this run has taken on: their bytes are read once a run, however many files hold them. */
  readonly #taken = new Set<string>();
  readonly #version = productVersion();
  readonly #counts = { lus: 0, rejetes: 0, dejaLus: 0 };
  #failure: unknown = null;

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    private readonly options: ImportOptions,
    private readonly size: number,
  ) {
    this.#queue = new PQueue({ concurrency: size });
  }

  async run(): Promise<ImportReport> {
    const { files, others } = await listFiles(this.options.paths);
    this.#report({ type: 'trouve', fichiers: files.length, autres: others });
    for (const path of files) {
      if (this.#stopped) break;
      await this.#queue.onSizeLessThan(this.size);
      await this.#take(path).catch((error: unknown) => this.#fail(error));
    }
    await Promise.all(this.#tasks);
    if (this.#failure !== null) throw this.#failure;
    const { lus, rejetes, dejaLus } = this.#counts;
    return { lus, rejetes, dejaLus, autres: others, interrompu: lus + rejetes + dejaLus < files.length };
  }

  get #stopped(): boolean {
    return this.#failure !== null || (this.options.signal?.aborted ?? false);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
  }

  #report(event: ImportEvent): void {
    this.options.onProgress?.(event);
  }

  #passOver(nom: string, chemin: string): void {
    this.#counts.dejaLus += 1;
    this.#report({ type: 'deja_lu', nom, chemin });
  }

  /** Decides what to do with one file; what takes time goes on in the background. */
  async #take(path: PathBytes): Promise<void> {
    const chemin = pathText(path);
    const nom = nameText(path);
    let sha256: string | null = null;
    let empreinte = '';
    try {
      const state = await fileState(path);
      empreinte = state.empreinte;
      const known = this.options.refaire === true ? null : await documentOfFile(this.store, { nom, chemin, empreinte });
      if (known?.statut === 'importe') return this.#passOver(nom, chemin);
      if (state.size > (this.options.tailleMax ?? IMPORT_DEFAULTS.tailleMax) * 1e6) throw new DocumentRejected('trop_grand');
      sha256 = await hashFile(path);
      if (state.size === 0) throw new DocumentRejected('vide');
    } catch (error) {
      if (!(error instanceof DocumentRejected)) throw error;
      const { raison, detail } = error;
      const hash = sha256;
      return this.#chain(documentId(hash, chemin), () => this.#reject({ nom, chemin, empreinte }, hash, raison, detail));
    }
    const candidate = { path, sha256, file: { nom, chemin, empreinte } };
    if (this.#taken.has(sha256)) return this.#chain(sha256, () => this.#addSame(candidate));
    const known = await knownDocument(this.store, sha256);
    if (known?.statut === 'importe' && this.options.refaire !== true) return this.#addSame(candidate);
    this.#taken.add(sha256);
    return this.#chain(sha256, () => this.#queue.add(() => this.#read(candidate)));
  }

  /** Runs a task after those of the same document; a failure of the database ends the import. */
  #chain(id: string, task: () => Promise<void>): void {
    const run = (this.#underWay.get(id) ?? Promise.resolve())
      .then(() => (this.#stopped ? undefined : task()))
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#tasks.delete(run);
        if (this.#underWay.get(id) === run) this.#underWay.delete(id);
      });
    this.#tasks.add(run);
    this.#underWay.set(id, run);
  }

  async #read({ path, file, sha256 }: Candidate): Promise<void> {
    if (this.#stopped) return;
    const { nom, chemin } = file;
    this.#report({ type: 'debut', nom, chemin });
    const start = performance.now();
    const result = await this.reader.read(path, sha256, this.options.signal, (lues, total) =>
      this.#report({ type: 'pages', nom, chemin, lues, total }),
    );
    if (result === null) return;
    if (result.statut === 'rejete') return this.#reject(file, sha256, result.raison, result.detail);
    try {
      await saveDocument(this.store, sha256, { ...result.read, statut: 'importe', raison: null }, file, this.#version);
    } catch (error) {
      if (isDatabaseFailure(error)) throw error;
      return this.#reject(file, sha256, 'erreur_interne', String(error));
    }
    this.#counts.lus += 1;
    const { pages, programmes } = result.read;
    this.#report({ type: 'lu', nom, chemin, pages: pages ?? 0, programmes: programmes.length, ms: performance.now() - start });
  }

  /** A reading of the same bytes that the database has stays: a file that cannot be read today does not undo what was read before. */
  async #reject(file: ReadFile, sha256: string | null, raison: DocumentRejected['raison'], detail: string | null): Promise<void> {
    const id = documentId(sha256, file.chemin);
    const conserve = (await knownDocument(this.store, id))?.statut === 'importe';
    if (conserve) await addFile(this.store, id, file);
    else await saveDocument(this.store, id, rejectedDocument(id, file.nom, sha256, raison), file, this.#version);
    this.#counts.rejetes += 1;
    this.#report({ type: 'rejete', nom: file.nom, chemin: file.chemin, raison, detail, conserve });
  }

  /** Another file with bytes that have been read, or rejected, before: a further name, nothing else. */
  async #addSame({ file, sha256 }: Candidate): Promise<void> {
    const known = await knownDocument(this.store, sha256);
    if (known === null) return;
    await addFile(this.store, sha256, file);
    const { nom, chemin } = file;
    if (known.raison === null) {
      this.#passOver(nom, chemin);
    } else {
      this.#counts.rejetes += 1;
      this.#report({ type: 'rejete', nom, chemin, raison: known.raison, detail: null, conserve: false });
    }
  }
}
