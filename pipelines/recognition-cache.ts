import type { Recognised } from '../src/model/page-schema.ts';
import { READING_SETTINGS, type RecognitionIdentity } from '../src/stages/recognise/identity.ts';
import type { Store } from '../src/store/open.ts';
import { keepRecognition, knownRecognitions } from '../src/store/recognitions.ts';
import type { RecognitionCache } from './recognise-pages.ts';

/** Recognised pages in the database, under this engine and today's settings. */
export function recognitionCache(store: Store, key: RecognitionIdentity): RecognitionCache {
  return {
    known: (sha256) => knownRecognitions(store, key, sha256),
    keep: (sha256, page, recognised) => keepRecognition(store, key, sha256, page, recognised),
  };
}

/** What was read of a document under today's settings, whichever engine did; the embedded one's where both have. */
export function recognisedBefore(store: Store, sha256: string): Promise<ReadonlyMap<number, Recognised>> {
  return knownRecognitions(store, { reglages: READING_SETTINGS }, sha256);
}
