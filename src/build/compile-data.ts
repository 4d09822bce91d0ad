import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { communesFile } from '../stages/classify/commune-list.ts';
import { onFile } from '../stages/classify/compiled-file.ts';
import { compileTaxonomy } from '../stages/classify/compile-taxonomy.ts';

/** The taxonomy with its wordings cut into stems, the communes by folded name: so that no start of the product does it again. `root`: where the product is built. */
export function compileData(root = 'dist'): void {
  mkdirSync(join(root, 'data'), { recursive: true });
  writeFileSync(join(root, 'data', 'taxonomie.json'), onFile(compileTaxonomy()));
  writeFileSync(join(root, 'data', 'communes.tsv'), communesFile());
}
