import type { Corrector } from '../src/store/write.ts';
import { applyCorrections } from './correct-document.ts';
import { correctMark } from './stage-versions.ts';

/** Applies journals when a document is written. */
export function corrector(): Corrector {
  return { mark: correctMark(), apply: applyCorrections };
}
