import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneratedDocument } from '../generator/index.ts';
import { available, renderBrowser, renderOffice, renderSheet } from '../typeset/index.ts';
import type { Producer } from '../typeset/index.ts';
import { turnPages } from '../typeset/turn.ts';

/** The producers of this machine. */
export function producers(): readonly Producer[] {
  const { browser, office } = available();
  return [...(browser ? (['browser'] as const) : []), ...(office ? (['office', 'sheet'] as const) : [])];
}

/** Named after what is typeset and by whom, so that a changed document is typeset anew. */
function keptAs(folder: string, { document, producer }: GeneratedDocument): string {
  const content = createHash('sha256')
    .update(JSON.stringify([producer, document]))
    .digest('hex');
  return join(folder, `${content.slice(0, 24)}.pdf`);
}

/**
 * Typesets every document with its own producer, each producer started once. Typesetting is most of the time of a short run: with
 * `kept`, a folder, what was typeset before is taken from there and the rest is put there.
 */
export async function typesetAll(documents: readonly GeneratedDocument[], kept?: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const renderers = { browser: renderBrowser, office: renderOffice, sheet: renderSheet } as const;
  const results = new Map<string, Uint8Array>();
  if (kept !== undefined) {
    await mkdir(kept, { recursive: true });
    for (const document of documents) {
      const pdf = await readFile(keptAs(kept, document)).catch(() => null);
      if (pdf !== null) results.set(document.name, new Uint8Array(pdf));
    }
  }
  for (const producer of ['browser', 'office', 'sheet'] as const) {
    const own = documents.filter((document) => document.producer === producer && !results.has(document.name));
    if (own.length === 0) continue;
    const pdfs = await renderers[producer](own.map((document) => document.document));
    for (const [index, document] of own.entries()) {
      const flat = pdfs[index];
      if (flat === undefined) continue;
      const { turn } = document.document;
      const pdf = turn === undefined ? flat : turnPages(flat, turn);
      results.set(document.name, pdf);
      if (kept !== undefined) await writeFile(keptAs(kept, document), pdf);
    }
  }
  return results;
}
