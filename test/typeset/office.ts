import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { officePath } from './available.ts';
import type { TypesetDocument } from './model.ts';
import { documentFods } from './ods.ts';
import { documentFodt } from './odt.ts';

const run = promisify(execFile);

/** Files given to one run of the suite: enough to share its start, few enough for one failure to stay small. */
const FILES_A_RUN = 40;

async function convert(sources: readonly string[], extension: 'fodt' | 'fods'): Promise<Uint8Array[]> {
  const program = officePath();
  if (program === null) throw new Error('no LibreOffice: set SOFFICE or put soffice on the PATH');
  const folder = await mkdtemp(join(tmpdir(), 'tfpb-office-'));
  try {
    const output = join(folder, 'pdf');
    await mkdir(output);
    const inputs = await Promise.all(
      sources.map(async (source, index) => {
        const path = join(folder, `d${index}.${extension}`);
        await writeFile(path, source);
        return path;
      }),
    );
    for (let start = 0; start < inputs.length; start += FILES_A_RUN) {
      const batch = inputs.slice(start, start + FILES_A_RUN);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      await run(program, [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', output, ...batch], {
        timeout: 60_000 + 20_000 * batch.length,
        maxBuffer: 16 * 1024 * 1024,
      });
    }
    return await Promise.all(inputs.map(async (_, index) => new Uint8Array(await readFile(join(output, `d${index}.pdf`)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Typesets documents with the word processor of LibreOffice.
 * @returns one PDF a document, in order
 * @throws Error when LibreOffice is missing (ask `available()` first) or a document does not convert
 */
export async function renderOffice(documents: readonly TypesetDocument[]): Promise<Uint8Array[]> {
  return documents.length === 0 ? [] : convert(documents.map(documentFodt), 'fodt');
}

/** Typesets documents as printed spreadsheets, one sheet a part, scaled to the width of the page. Same contract as {@link renderOffice}. */
export async function renderSheet(documents: readonly TypesetDocument[]): Promise<Uint8Array[]> {
  return documents.length === 0 ? [] : convert(documents.map(documentFods), 'fods');
}
