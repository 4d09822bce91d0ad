import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ name: z.literal('tfpb'), version: z.string() });

/** The folder of the package: the nearest one above this file with our package.json, whether run from sources or as installed. */
export function productRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The product's version, from its package.json. */
export function productVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(productRoot(), 'package.json'), 'utf8'))).version;
}
