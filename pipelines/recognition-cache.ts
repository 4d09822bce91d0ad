import { recognitionIdentity } from '../src/stages/recognise/identity.ts';
import type { Store } from '../src/store/open.ts';
import { keepRecognition, knownRecognitions } from '../src/store/recognitions.ts';
import type { RecognitionCache } from './recognise-pages.ts';

/** Recognised pages in the database, under today's engine and settings. */
export function recognitionCache(store: Store): RecognitionCache {
  const key = recognitionIdentity();
  return {
    known: (sha256) => knownRecognitions(store, key, sha256),
    keep: (sha256, page, recognised) => keepRecognition(store, key, sha256, page, recognised),
  };
}
