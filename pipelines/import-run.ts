import PQueue from 'p-queue';
import { fileState, hashFile, sha256Of, type FileState } from '../src/files/hash-file.ts';
import type { Listed } from '../src/files/list-sources.ts';
import { pieceName, readSource, type Source, sourceName, sourcePath } from '../src/files/source.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { productVersion } from '../src/product.ts';
import { isDatabaseFailure } from '../src/store/errors.ts';
import { addFile, knownDocument, type KnownDocument, type KnownFile, type ReadFile } from '../src/store/files.ts';
import type { Store } from '../src/store/open.ts';
import { saveDocument } from '../src/store/write.ts';
import type { DocumentWithPieces } from './document-job.ts';
import type { Reader } from './document-reader.ts';
import { IMPORT_DEFAULTS, type ImportEvent, type ImportOptions, type ImportReport } from './import-options.ts';
import { corrector } from './corrector.ts';
import { documentId, rejectedDocument } from './rejected-document.ts';
import { isCurrent, stagesOf } from './stage-versions.ts';

/** A document to be read: where it is and what it is. */
interface Candidate {
  readonly source: Source;
  readonly file: ReadFile;
  readonly sha256: string;
}

/** A document to look at. `isForced`: read it whatever the database knows of it. */
export type ToTake = Listed & { readonly isForced?: boolean };

type Counts = Pick<ImportReport, 'lus' | 'relus' | 'rejetes' | 'dejaLus' | 'interrompu'>;

/** Files whose state is asked for together: on a network drive the answers take their time. */
const STATES_AT_ONCE = 256;
/** Attachments of attachments, as deep as this. */
const DEEPEST_PIECE = 4;

/** One import under way: decides what to do with each document, and keeps the order that makes the outcome independent of speed. */
export class ImportRun {
  readonly #queue: PQueue;
  readonly #tasks = new Set<Promise<void>>();
  /** The last task of each document under way: a second file with the same bytes waits for it. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Documents this run has taken on: their bytes are read once a run, however many files hold them. */
  readonly #taken = new Set<string>();
  readonly #version = productVersion();
  readonly #counts = { lus: 0, relus: 0, rejetes: 0, dejaLus: 0 };
  #failure: unknown = null;

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    private readonly options: ImportOptions & { readonly coeurs: number },
    private readonly known: ReadonlyMap<string, KnownFile>,
  ) {
    this.#queue = new PQueue({ concurrency: options.coeurs });
  }

  async take(listed: readonly ToTake[]): Promise<Counts> {
    let taken = 0;
    for (let start = 0; start < listed.length && !this.#stopped; start += STATES_AT_ONCE) {
      const some = listed.slice(start, start + STATES_AT_ONCE);
      const states = await statesOf(some);
      for (const [index, each] of some.entries()) {
        if (this.#stopped) break;
        await this.#queue.onSizeLessThan(this.options.coeurs);
        await this.#take(each, states[index]).catch((error: unknown) => this.#fail(error));
        taken += 1;
      }
    }
    await Promise.all(this.#tasks);
    if (this.#failure !== null) throw this.#failure;
    return { ...this.#counts, interrompu: this.#stopped && (taken < listed.length || this.#dropped) };
  }

  /** Whether the signal made this run leave a document it had begun with. */
  #dropped = false;

  get #stopped(): boolean {
    return this.#failure !== null || (this.options.signal?.aborted ?? false);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
  }

  #report(event: ImportEvent): void {
    this.options.onProgress?.(event);
  }

  #passOver({ nom, chemin }: ReadFile): void {
    this.#counts.dejaLus += 1;
    this.#report({ type: 'deja_lu', nom, chemin });
  }

  /** Decides what to do with one document; what takes time goes on in the background. */
  async #take({ source, refusal, isForced = false }: ToTake, state: FileState | DocumentRejected | undefined): Promise<void> {
    const chemin = sourcePath(source);
    const file = { nom: sourceName(source), chemin, empreinte: '' };
    if (refusal !== null) return this.#chain(documentId(null, chemin), () => this.#reject(file, null, refusal));
    if (state === undefined || state instanceof DocumentRejected) {
      const reason = state ?? new DocumentRejected('erreur_interne', 'no state');
      return this.#chain(documentId(null, chemin), () => this.#reject(file, null, reason));
    }
    const met = { ...file, empreinte: empreinteOf(source, state) };
    const known = this.known.get(chemin);
    if (!isForced && known?.empreinte === met.empreinte && this.#isDone(known)) return this.#passOver(met);
    let sha256: string;
    try {
      sha256 = await this.#hash(source, source.zipped?.entry.size ?? state.size);
    } catch (error) {
      if (!(error instanceof DocumentRejected)) throw error;
      return this.#chain(documentId(null, chemin), () => this.#reject(met, null, error));
    }
    if ((source.zipped?.entry.size ?? state.size) === 0)
      return this.#chain(sha256, () => this.#reject(met, sha256, new DocumentRejected('vide')));
    await this.#consider({ source, sha256, file: met }, isForced);
  }

  async #hash(source: Source, size: number): Promise<string> {
    if (size > (this.options.tailleMax ?? IMPORT_DEFAULTS.tailleMax) * 1e6) throw new DocumentRejected('trop_grand');
    return source.zipped === null ? hashFile(source.path) : sha256Of(await readSource(source));
  }

  /** Takes on a document whose bytes are known: to be read, or a further name of one that is. `done` when it is stored. */
  async #consider(candidate: Candidate, isForced: boolean): Promise<{ readonly done: Promise<void> }> {
    const { sha256 } = candidate;
    if (this.#taken.has(sha256)) return { done: this.#chain(sha256, () => this.#addSame(candidate)) };
    this.#taken.add(sha256);
    const known = await knownDocument(this.store, sha256);
    if (known === null || isForced || !this.#isDone(known)) return { done: this.#chain(sha256, () => this.#read(candidate, known)) };
    this.#taken.delete(sha256);
    return { done: this.#chain(sha256, () => this.#addSame(candidate)) };
  }

  /** Imported, and today's stages would read it no other way. */
  #isDone({ statut, etapes }: KnownDocument): boolean {
    return statut === 'importe' && this.options.refaire !== true && isCurrent(etapes);
  }

  /** Runs a task after those of the same document; a failure of the database ends the import. */
  #chain(id: string, task: () => Promise<void>): Promise<void> {
    const run = (this.#underWay.get(id) ?? Promise.resolve())
      .then(() => {
        if (!this.#stopped) return task();
        this.#dropped = true;
        return undefined;
      })
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#tasks.delete(run);
        if (this.#underWay.get(id) === run) this.#underWay.delete(id);
      });
    this.#tasks.add(run);
    this.#underWay.set(id, run);
    return run;
  }

  async #read(candidate: Candidate, known: KnownDocument | null): Promise<void> {
    const { source, file, sha256 } = candidate;
    const { nom, chemin } = file;
    const result = await this.#queue.add(async () => {
      if (this.#stopped) return null;
      this.#report({ type: 'debut', nom, chemin });
      const start = performance.now();
      const outcome = await this.reader.read(source, sha256, this.options.signal, (lues, total) =>
        this.#report({ type: 'pages', nom, chemin, lues, total }),
      );
      return outcome === null ? null : { outcome, ms: performance.now() - start };
    });
    if (result === null) {
      this.#dropped = true;
      return;
    }
    const { outcome, ms } = result;
    if (outcome.statut === 'rejete')
      return this.#reject(file, sha256, new DocumentRejected(outcome.raison, outcome.detail, outcome.precision));
    // What is inside first: the document that holds them is what says that they are done.
    await this.#takePieces(candidate, outcome.read);
    if (this.#stopped) {
      this.#dropped = true;
      return;
    }
    const { document } = outcome.read;
    try {
      const stored = { ...document, statut: 'importe', raison: null } as const;
      await saveDocument(this.store, sha256, stored, file, this.#version, { etapes: stagesOf(document), correct: corrector() });
    } catch (error) {
      if (isDatabaseFailure(error)) throw error;
      return this.#reject(file, sha256, new DocumentRejected('erreur_interne', String(error)));
    }
    const relu = known?.statut === 'importe' && this.options.refaire !== true && !isCurrent(known.etapes);
    this.#counts.lus += 1;
    if (relu) this.#counts.relus += 1;
    this.#report({ type: 'lu', nom, chemin, pages: document.pages ?? 0, programmes: document.programmes.length, ms, relu });
  }

  /** The PDFs attached to one that was read; resolves when they are stored. */
  async #takePieces({ source, file }: Candidate, { pieces }: DocumentWithPieces): Promise<void> {
    if (pieces.length === 0) return;
    this.#report({ type: 'pieces', nom: file.nom, chemin: file.chemin, fichiers: pieces.length });
    const largest = (this.options.tailleMax ?? IMPORT_DEFAULTS.tailleMax) * 1e6;
    for (const { nom, index, sha256, taille } of pieces) {
      const inside: Source = { ...source, pieces: [...source.pieces, { name: pieceName(index, nom), index }] };
      const met = { nom: sourceName({ ...inside, pieces: [{ name: nom, index }] }), chemin: sourcePath(inside), empreinte: file.empreinte };
      if (inside.pieces.length > DEEPEST_PIECE || taille > largest)
        await this.#chain(sha256, () => this.#reject(met, sha256, new DocumentRejected('trop_grand', 'attached too deep, or too large')));
      else await (await this.#consider({ source: inside, file: met, sha256 }, false)).done;
    }
  }

  /** A reading of the same bytes that the database has stays: a file that cannot be read today does not undo what was read before. */
  async #reject(file: ReadFile, sha256: string | null, { raison, detail, precision }: DocumentRejected): Promise<void> {
    const id = documentId(sha256, file.chemin);
    const conserve = (await knownDocument(this.store, id))?.statut === 'importe';
    if (conserve) await addFile(this.store, id, file);
    else await saveDocument(this.store, id, rejectedDocument(id, file.nom, sha256, raison, precision), file, this.#version, { precision });
    this.#counts.rejetes += 1;
    this.#report({ type: 'rejete', nom: file.nom, chemin: file.chemin, raison, precision, detail, conserve });
  }

  /** Another file with bytes that have been read, or rejected, before: a further name, nothing else. */
  async #addSame({ file, sha256 }: Candidate): Promise<void> {
    const known = await knownDocument(this.store, sha256);
    if (known === null) return;
    await addFile(this.store, sha256, file);
    if (known.raison === null) return this.#passOver(file);
    const { nom, chemin } = file;
    this.#counts.rejetes += 1;
    this.#report({ type: 'rejete', nom, chemin, raison: known.raison, precision: known.precision, detail: null, conserve: false });
  }
}

/** The state of each file, archives asked once; what cannot be asked says why. */
async function statesOf(listed: readonly ToTake[]): Promise<readonly (FileState | DocumentRejected | undefined)[]> {
  const asked = new Map<string, Promise<FileState | DocumentRejected>>();
  return Promise.all(
    listed.map(({ source: { path }, refusal }) => {
      if (refusal !== null) return undefined;
      const key = path.toString('latin1');
      const state = asked.get(key) ?? fileState(path).catch((error: unknown) => rejectionOf(error));
      asked.set(key, state);
      return state;
    }),
  );
}

function rejectionOf(error: unknown): DocumentRejected {
  if (error instanceof DocumentRejected) return error;
  throw error;
}

/** What must stay for a document to be the same without looking at its bytes: the state of its file, and its place in it. */
function empreinteOf({ zipped }: Source, { empreinte }: FileState): string {
  return zipped === null ? empreinte : `${empreinte}:${String(zipped.entry.offset)}:${String(zipped.entry.crc32)}`;
}
