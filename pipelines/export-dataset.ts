import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { fillFolder } from '../src/files/draft-folder.ts';
import { OutputFile } from '../src/files/output-file.ts';
import type { DocumentExport } from '../src/model/contract.ts';
import { systemReason } from '../src/files/system-reason.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { codebook } from '../src/people/dataset/codebook.ts';
import { factsOfDataset } from '../src/people/dataset/facts.ts';
import { isLimiting, select, without, type Filter } from '../src/people/dataset/filter.ts';
import type { Profile } from '../src/people/dataset/format.ts';
import { documentText, JSON_TEXT, JSONL_TEXT } from '../src/people/dataset/formats/json.ts';
import { openWriter, type ExportFormat } from '../src/people/dataset/formats/open-writer.ts';
import { Statistics } from '../src/people/dataset/statistics.ts';
import { rowsOf } from '../src/people/dataset/tables/rows.ts';
import { fold } from '../src/french/text.ts';
import { bailleursByName } from '../src/store/official-lists.ts';
import { openStore } from '../src/store/open.ts';
import { readStoredDocuments, type StoredDocument } from '../src/store/read.ts';
import { programmeHeadings } from '../src/store/sums.ts';

export { EXPORT_FORMATS, type ExportFormat } from '../src/people/dataset/formats/open-writer.ts';
export type { Filter } from '../src/people/dataset/filter.ts';
export type { Profile } from '../src/people/dataset/format.ts';

/** What is exported. */
export interface ExportSource {
  /** The SQLite file. */
  readonly base: string;
  /** Limits the export; without it, everything. */
  readonly filter?: Filter;
  /**
   * Whether to write programmes that are in the database a further time, in another file: copies, other versions. By default in json and jsonl, which show the database
   * as it is; not in the tables, where they would be counted twice.
   */
  readonly doubles?: boolean;
  /** Told once everything is written. */
  readonly onCounted?: (counted: Counted) => void;
  /** Stops it: the generator or promise ends with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How much was written. */
export interface Counted {
  readonly programmes: number;
  /** Programmes that another file holds as well, among those the filter takes: written or left out, as `doubles` says. */
  readonly doubles: number;
}

/** Documents between two breaths, in which a Ctrl-C is heard. */
const BREATH = 20;

/** Every document of the database in the contract's shape, one at a time, always in the same order. */
export async function* exportDocuments(source: ExportSource): AsyncGenerator<DocumentExport> {
  for await (const { document } of selected(source)) yield document;
}

async function* selected({ base, filter = {}, doubles = true, onCounted, signal }: ExportSource): AsyncGenerator<StoredDocument> {
  const store = await openStore(base, 'lecture');
  try {
    const repeated = new Set((await programmeHeadings(store)).filter(({ double }) => double).map(({ id }) => id));
    const sirens = await bailleursByName(store);
    let [read, programmes, met] = [0, 0, 0];
    for await (const stored of readStoredDocuments(store)) {
      const document = select(withSirens(stored.document, sirens), filter);
      const kept = document === null || doubles ? document : without(document, repeated);
      met += document?.programmes.filter(({ id }) => repeated.has(id)).length ?? 0;
      // A document with nothing left stays, unless a criterion left it out: none is silently absent.
      if (kept !== null && !(isLimiting(filter) && kept.programmes.length === 0)) {
        programmes += kept.programmes.length;
        yield { id: stored.id, document: kept };
      }
      read += 1;
      if (read % BREATH === 0) await setImmediate();
      signal?.throwIfAborted();
    }
    onCounted?.({ programmes, doubles: met });
  } finally {
    await store.close();
  }
}

/** A landlord that does not state its SIREN number has the one of the list its reader has loaded. */
function withSirens(document: DocumentExport, sirens: Awaited<ReturnType<typeof bailleursByName>>): DocumentExport {
  if (sirens === null) return document;
  const programmes = document.programmes.map((programme) =>
    programme.siren !== null || programme.bailleur === null
      ? programme
      : { ...programme, siren: sirens.get(fold(programme.bailleur))?.siren ?? null },
  );
  return { ...document, programmes };
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
export async function writeExport({ format, folder, profile = 'donnees-ouvertes', ...asked }: FolderExport): Promise<string[]> {
  const isText = format === 'json' || format === 'jsonl';
  let left: number | null = null;
  const source: ExportSource = {
    ...asked,
    doubles: asked.doubles ?? isText,
    onCounted: (counted) => {
      if (source.doubles === false) left = counted.doubles;
      asked.onCounted?.(counted);
    },
  };
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
        const facts = factsOfDataset(source.filter ?? {}, profile, statistics, left);
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
