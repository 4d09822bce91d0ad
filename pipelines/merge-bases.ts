import { mergeDatabase, type MergeReport } from '../src/store/maintenance/merge.ts';
import { pendingDocuments } from '../src/store/corrections.ts';
import { openStore } from '../src/store/open.ts';
import { readStoredDocuments } from '../src/store/read.ts';
import { applyPendingJournals } from './corrections.ts';

/** Readers of the two bases who decided differently on the same thing. The later decision counts. */
export interface Divergence {
  readonly fichier: string;
  /** French, with who decided what and when. */
  readonly message: string;
}

export interface BasesMerged extends MergeReport {
  /** Documents of both bases whose journal has grown by the other's corrections. */
  readonly corriges: number;
  readonly divergences: readonly Divergence[];
}

/** Brings what another database holds into `base`; the journals of both are united and applied, and what they disagree on is listed. */
export async function mergeBases(base: string, other: string): Promise<BasesMerged> {
  const report = await mergeDatabase(base, other);
  const store = await openStore(base, 'ecriture');
  try {
    const pending = new Set(await pendingDocuments(store));
    const corriges = await applyPendingJournals(store);
    const divergences: Divergence[] = [];
    for await (const { document } of readStoredDocuments(store, pending))
      for (const { code, message } of document.constats)
        if (code === 'corrections_divergentes') divergences.push({ fichier: document.fichier, message });
    return { ...report, corriges, divergences };
  } finally {
    await store.close();
  }
}
