import type { Place } from '../src/model/geometry.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { createPool } from '../src/workers/pool.ts';
import { IMPORT_DEFAULTS } from './import-options.ts';
import { picturesReadSchema, type PicturesJob, type PicturesRead } from './pictures-job.ts';
import { PICTURES_WORKER } from './worker-entries.ts';

/** Draws places of documents, one document at a time, in a process that may die. */
export interface Drawer {
  /** One picture a place; none where the file is gone, has changed or cannot be drawn. */
  draw(chemins: readonly string[], sha256: string, places: readonly Place[]): Promise<PicturesRead>;
  close(): Promise<void>;
}

export function openDrawer(): Drawer {
  const pool = createPool<PicturesJob, PicturesRead>({
    entry: PICTURES_WORKER,
    size: 1,
    timeoutMs: IMPORT_DEFAULTS.delaiMax * 1000,
    memoryMb: IMPORT_DEFAULTS.memoireMax,
    recycleAfter: 50,
    parseResult: (result) => picturesReadSchema.parse(result),
  });
  return {
    async draw(chemins, sha256, places) {
      for (const chemin of places.length === 0 ? [] : chemins) {
        try {
          return await pool.run({ chemin, sha256, places: places.map(({ page, box }) => ({ page, box: [...box] })) });
        } catch (error) {
          if (!(error instanceof DocumentRejected)) throw error;
        }
      }
      return places.map(() => null);
    },
    close: () => pool.close(),
  };
}
