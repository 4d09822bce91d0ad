import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { fillFolder } from '../src/files/draft-folder.ts';
import { OutputFile } from '../src/files/output-file.ts';
import type { DocumentExport } from '../src/model/contract.ts';
import { systemReason } from '../src/files/system-reason.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { codebook } from '../src/people/dataset/codebook.ts';
import { factsOfDataset } from '../src/people/dataset/facts.ts';
import { select, type Filter } from '../src/people/dataset/filter.ts';
import type { Profile } from '../src/people/dataset/format.ts';
import { documentText, JSON_TEXT, JSONL_TEXT } from '../src/people/dataset/formats/json.ts';
import { openWriter, type ExportFormat } from '../src/people/dataset/formats/open-writer.ts';
import { Statistics } from '../src/people/dataset/statistics.ts';
import { rowsOf } from '../src/people/dataset/tables/rows.ts';
import { openStore } from '../src/store/open.ts';
import { readStoredDocuments, type StoredDocument } from '../src/store/read.ts';

export { EXPORT_FORMATS, type ExportFormat } from '../src/people/dataset/formats/open-writer.ts';
export type { Filter } from '../src/people/dataset/filter.ts';
export type { Profile } from '../src/people/dataset/format.ts';

/** What is exported. */
export interface ExportSource {
  /** The SQLite file. */
  readonly base: string;
  /** Limits the export; without it, everything. */
  readonly filter?: Filter;
  /** Stops it: the generator or promise ends with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Documents between two breaths, in which a Ctrl-C is heard. */
const BREATH = 20;

/** Every document of the database in the contract's shape, one at a time, always in the same order. */
export async function* exportDocuments(source: ExportSource): AsyncGenerator<DocumentExport> {
  for await (const { document } of selected(source)) yield document;
}

async function* selected({ base, filter = {}, signal }: ExportSource): AsyncGenerator<StoredDocument> {
  const store = await openStore(base, 'lecture');
  try {
    let read = 0;
    for await (const stored of readStoredDocuments(store)) {
      const document = select(stored.document, filter);
      if (document !== null) yield { id: stored.id, document };
      read += 1;
      if (read % BREATH === 0) await setImmediate();
      signal?.throwIfAborted();
    }
  } finally {
    await store.close();
  }
}

/** The export as text, in pieces: memory holds one document. */
export async function* exportText(source: ExportSource, format: 'json' | 'jsonl'): AsyncGenerator<string> {
  const text = format === 'json' ? JSON_TEXT : JSONL_TEXT;
  let isFirst = true;
  for await (const document of exportDocuments(source)) {
    yield documentText(text, isFirst, document);
    isFirst = false;
  }
  yield isFirst ? text.empty : text.end;
}

export interface FolderExport extends ExportSource {
  readonly format: ExportFormat;
  /** The folder written to; made when absent. */
  readonly folder: string;
  /** Only for csv. Default `donnees-ouvertes`. */
  readonly profile?: Profile;
}

/**
 * Writes the dataset in a folder, with its codebook, whole or not at all; memory holds one document, or a few thousand rows. The same database gives the same
 * bytes. Gives the paths written.
 *
 * 1. Read the documents one by one and take what the filter asks for. 2. Add each, as the contract shows it and as rows, to the files of the chosen format, and
 * count. 3. Describe what was written.
 */
export async function writeExport({ format, folder, profile = 'donnees-ouvertes', ...source }: FolderExport): Promise<string[]> {
  try {
    return await fillFolder(folder, async (draft) => {
      const writer = await openWriter(format, draft, profile);
      try {
        const statistics = new Statistics();
        for await (const stored of selected(source)) {
          const rows = rowsOf(stored.id, stored.document);
          statistics.add(stored.document, rows);
          writer.add(stored, rows);
        }
        const facts = factsOfDataset(source.filter ?? {}, profile, statistics);
        await writer.end(facts);
        const dictionary = new OutputFile(join(draft, 'dictionnaire.md'));
        dictionary.write(codebook(facts, format));
        dictionary.end();
      } catch (error) {
        writer.abandon();
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof CommandError || source.signal?.aborted === true) throw error;
    throw new CommandError('sortie', `Le dossier « ${folder} » ne peut pas être écrit : ${systemReason(error)}.`, EXIT.usage);
  }
}
