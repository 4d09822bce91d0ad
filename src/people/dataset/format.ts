import type { StoredDocument } from '../../store/read.ts';
import type { Facts } from './facts.ts';
import type { Row } from './tables/rows.ts';

/** One form of the dataset, being written into a folder. Whoever opens it ends or abandons it. */
export interface DatasetWriter {
  /** Adds a document: as the contract shows it, and as rows of the flat tables. */
  add(stored: StoredDocument, rows: readonly Row[]): void;
  /** Completes the files. */
  end(facts: Facts): void | Promise<void>;
  /** Lets go of files that will not be completed. */
  abandon(): void;
}

/** How CSV is written: for machines everywhere, or for a French Excel. */
export const PROFILES = ['donnees-ouvertes', 'excel-fr'] as const;
export type Profile = (typeof PROFILES)[number];
