import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../tmp/compiled/', import.meta.url);

/** Where the product is compiled for the tests that start it as a process of its own: what `npm run build` left behind is not used. */
export const COMPILED = fileURLToPath(FOLDER);

/** What a module became: `src/workers/pool`. */
export function compiled(module: string): URL {
  return new URL(`${module}.js`, FOLDER);
}

/** The command `tfpb`. */
export const COMPILED_CLI = fileURLToPath(compiled('src/people/cli/main'));
