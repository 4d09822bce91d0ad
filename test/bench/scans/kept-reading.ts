import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Page } from '../../../src/model/page.ts';
import { pageSchema } from '../../../src/model/page-schema.ts';
import { processorMs } from './processor.ts';

const RECOGNISER = join(import.meta.dirname, '../../../src/stages/recognise');
const kept = z.object({ milliseconds: z.number(), pages: z.array(pageSchema) });

export interface TimedReading {
  readonly pages: readonly Page[];
  /** Of processor. */
  readonly milliseconds: number;
}

/** What the recogniser gives depends on its sources and the scan alone: a reading kept under both need not be made again. */
export async function keptReading(
  folder: string | undefined,
  scan: Uint8Array,
  read: () => Promise<readonly Page[]>,
): Promise<TimedReading> {
  const path = folder === undefined ? null : join(folder, `${hashOf(scan)}.json`);
  if (path !== null && existsSync(path)) return kept.parse(JSON.parse(readFileSync(path, 'utf8')));
  const start = processorMs();
  const pages = await read();
  const milliseconds = processorMs() - start;
  if (folder !== undefined && path !== null) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, JSON.stringify({ milliseconds, pages }));
  }
  return { pages, milliseconds };
}

function hashOf(scan: Uint8Array): string {
  const hash = createHash('sha256').update(scan);
  for (const file of readdirSync(RECOGNISER, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(RECOGNISER, file)));
  return hash.digest('hex');
}
