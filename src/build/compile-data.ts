import { mkdirSync, writeFileSync } from 'node:fs';
import { communesFile } from '../stages/classify/commune-list.ts';
import { onFile } from '../stages/classify/compiled-file.ts';
import { compileTaxonomy } from '../stages/classify/compile-taxonomy.ts';

/** The taxonomy with its wordings cut into stems, the communes by folded name: so that no start of the product does it again. */
export function compileData(): void {
  mkdirSync('dist/data', { recursive: true });
  writeFileSync('dist/data/taxonomie.json', onFile(compileTaxonomy()));
  writeFileSync('dist/data/communes.tsv', communesFile());
}
