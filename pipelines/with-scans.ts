import { DocumentRejected } from '../src/model/errors.ts';
import type { Page } from '../src/model/page.ts';
import type { PageOutcome } from './page-job.ts';

/**
 * The pages of a document with those replaced that were read from their pictures. A page whose picture could not be read keeps the words it has, if any,
 * and says so otherwise. Throws `DocumentRejected` when that leaves nothing at all of a document.
 */
export function withScans(pages: readonly Page[], outcomes: readonly PageOutcome[]): Page[] {
  const byPage = new Map(outcomes.map((outcome) => [outcome.page, outcome]));
  const result = pages.map((page): Page => {
    const outcome = byPage.get(page.number);
    if (outcome === undefined) return page;
    if ('recognised' in outcome) return outcome.recognised ?? page;
    return page.defect === null ? page : { ...page, defect: 'reconnaissance_echouee' };
  });
  const failed = outcomes.find((outcome) => 'raison' in outcome);
  if (failed !== undefined && 'raison' in failed && result.every((page) => page.defect !== null && page.defect !== 'page_blanche'))
    throw new DocumentRejected(failed.raison, `page ${String(failed.page)} and all others`);
  return result;
}
