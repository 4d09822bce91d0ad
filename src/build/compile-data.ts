import { mkdirSync, writeFileSync } from 'node:fs';
import { onFile } from '../stages/classify/compiled-file.ts';
import { compileTaxonomy } from '../stages/classify/compile-taxonomy.ts';

/** The taxonomy with its wordings cut into stems, so that no start of the product does it again. */
export function compileData(): void {
  mkdirSync('dist/data', { recursive: true });
  writeFileSync('dist/data/taxonomie.json', onFile(compileTaxonomy()));
}
