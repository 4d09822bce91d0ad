import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DocumentExport } from '../src/model/contract.ts';
import { systemReason } from '../src/files/system-reason.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { openStore } from '../src/store/open.ts';
import { readDocuments } from '../src/store/read.ts';

/** `json`: the contract's one object; `jsonl`: one document a line. */
export const EXPORT_FORMATS = ['json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Every document of the database in the contract's shape, one at a time, always in the same order. */
export async function* exportDocuments({ base }: { readonly base: string }): AsyncGenerator<DocumentExport> {
  const store = await openStore(base, 'lecture');
  try {
    yield* readDocuments(store);
  } finally {
    await store.close();
  }
}

/** The export as text, in pieces: memory holds one document. */
export async function* exportText(base: string, format: ExportFormat): AsyncGenerator<string> {
  if (format === 'jsonl') {
    for await (const document of exportDocuments({ base })) yield `${JSON.stringify(document)}\n`;
    return;
  }
  let separator = '{"version":1,"documents":[\n';
  for await (const document of exportDocuments({ base })) {
    yield separator + JSON.stringify(document);
    separator = ',\n';
  }
  yield separator.startsWith('{') ? '{"version":1,"documents":[]}\n' : '\n]}\n';
}

/** Makes a folder and its parents one by one: Node's recursive mkdir never ends where a parent refuses (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder);
}

/** Writes the export as `programmes.<format>` in a folder, whole or not at all; gives the path written. */
export async function writeExport(base: string, format: ExportFormat, folder: string): Promise<string> {
  const path = join(folder, `programmes.${format}`);
  const draft = join(folder, `.programmes-${randomUUID()}.${format}`);
  try {
    await makeFolder(folder);
    const file = createWriteStream(draft, { flags: 'wx' });
    await once(file, 'open');
    for await (const chunk of exportText(base, format)) {
      if (!file.write(chunk)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    await rename(draft, path);
    return path;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (error instanceof CommandError) throw error;
    throw new CommandError('sortie', `Le dossier « ${folder} » ne peut pas être écrit : ${systemReason(error)}.`, EXIT.usage);
  }
}
