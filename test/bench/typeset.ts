import type { GeneratedDocument } from '../generator/index.ts';
import { available, renderBrowser, renderOffice, renderSheet } from '../typeset/index.ts';
import type { Producer } from '../typeset/index.ts';
import { turnPages } from '../typeset/turn.ts';

/** The producers of this machine. */
export function producers(): readonly Producer[] {
  const { browser, office } = available();
  return [...(browser ? (['browser'] as const) : []), ...(office ? (['office', 'sheet'] as const) : [])];
}

/** Typesets every document with its own producer, each producer started once. */
export async function typesetAll(documents: readonly GeneratedDocument[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const renderers = { browser: renderBrowser, office: renderOffice, sheet: renderSheet } as const;
  const results = new Map<string, Uint8Array>();
  for (const producer of ['browser', 'office', 'sheet'] as const) {
    const own = documents.filter((document) => document.producer === producer);
    if (own.length === 0) continue;
    const pdfs = await renderers[producer](own.map((document) => document.document));
    own.forEach((document, index) => {
      const pdf = pdfs[index];
      const { turn } = document.document;
      if (pdf !== undefined) results.set(document.name, turn === undefined ? pdf : turnPages(pdf, turn));
    });
  }
  return results;
}
