import { z } from 'zod';
import { recognisedSchema, type Recognised } from '../model/page-schema.ts';
import type { Store } from './open.ts';

/** What made a reading: readings of anything else are not these. */
export interface RecognitionKey {
  readonly moteur: string;
  readonly version: string;
  readonly reglages: string;
}

const rowsSchema = z.array(z.object({ page: z.int(), lecture: z.string() }));

/**
 * The pages of one document that were recognised with these settings, by number; by any engine where none is named, the last by name and version winning.
 * A row that cannot be understood is as good as none.
 */
export async function knownRecognitions(
  store: Store,
  key: Pick<RecognitionKey, 'reglages'> | RecognitionKey,
  sha256: string,
): Promise<ReadonlyMap<number, Recognised>> {
  const { reglages, ...engine } = key;
  const rows = rowsSchema.parse(
    await store.db
      .selectFrom('reconnaissances')
      .select(['page', 'lecture'])
      .where('sha256', '=', sha256)
      .where('reglages', '=', reglages)
      .$if('moteur' in engine, (query) => query.where(({ and }) => and(engine)))
      .orderBy('moteur')
      .orderBy('version')
      .execute(),
  );
  const pages = new Map<number, Recognised>();
  for (const { page, lecture } of rows) {
    const parsed = recognisedSchema.safeParse(parseJson(lecture));
    if (parsed.success) pages.set(page, parsed.data);
  }
  return pages;
}

/** Keeps one page as recognised, at once: whatever ends the import now, this page is not read again. */
export async function keepRecognition(store: Store, key: RecognitionKey, sha256: string, page: number, lecture: Recognised): Promise<void> {
  const text = JSON.stringify(lecture);
  const { moteur, version, reglages } = key;
  await store.db
    .insertInto('reconnaissances')
    .values({ sha256, page, moteur, version, reglages, lecture: text })
    .onConflict((conflict) => conflict.columns(['sha256', 'page', 'moteur', 'version', 'reglages']).doUpdateSet({ lecture: text }))
    .execute();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
