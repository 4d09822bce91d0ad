import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompiledTaxonomy } from './compile-taxonomy.ts';
import { dataFile, DATA_FILES } from './data.ts';

/** Beside the built product, where sources have no such file: `dist/data/`. */
const FILE = fileURLToPath(new URL('../../../data/taxonomie.json', import.meta.url));

/** What `npm run build` writes: the taxonomy, and the digest of the data it was made from. */
interface OnFile {
  readonly donnees: string;
  readonly taxonomie: CompiledTaxonomy;
}

/** The taxonomy as compiled at the build; `null` where there is none, or where the data are no longer those it was made from. */
export function compiledOnFile(file: string = FILE): CompiledTaxonomy | null {
  if (!existsSync(file)) return null;
  // Written by our own build from data that were checked then, and bound to them by their digest: not checked again.
  const { donnees, taxonomie } = JSON.parse(readFileSync(file, 'utf8')) as OnFile;
  return donnees === digestOfData() ? taxonomie : null;
}

/** The text of such a file. */
export function onFile(taxonomie: CompiledTaxonomy): string {
  return JSON.stringify({ donnees: digestOfData(), taxonomie } satisfies OnFile);
}

function digestOfData(): string {
  const hash = createHash('sha256');
  for (const name of DATA_FILES) hash.update(readFileSync(dataFile(name)));
  return hash.digest('hex');
}
