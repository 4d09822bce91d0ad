import type { Gravite } from './vocabulary.ts';

/** A written principle of the référentiel that a line meets by its wording. */
export interface Principe {
  /** Stable: the code of the constat it gives. */
  readonly code: string;
  /** Where the référentiel files such a line (`8.3`); `null` when it only says that something may not be counted. */
  readonly vers: string | null;
  /** The référentiel's own sentence. */
  readonly phrase: string;
  /** Document and chapter. */
  readonly source: string;
  readonly gravite: Gravite;
}
