import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Packages of a hundred small modules and more each: finding and compiling these one by one is most of the time a command takes to start. */
const PACKAGES = ['kysely', 'zod'] as const;

/** Messages in fifty languages, half of zod: its errors never reach a user, and are in English. */
const ENGLISH_ALONE: Plugin = {
  name: 'english-alone',
  setup({ onLoad }) {
    onLoad({ filter: /zod.v4.locales.index[.]js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      resolveDir: LOCALES,
    }));
  },
};
const LOCALES = resolve('node_modules', 'zod', 'v4', 'locales');

/** Makes one module of each such package, with its licence on top, and has the product built in `root` load that. */
export async function joinPackages(root = 'dist'): Promise<void> {
  const vendor = join(root, 'vendor');
  for (const name of PACKAGES)
    await build({
      entryPoints: [name],
      outfile: join(vendor, `${name}.js`),
      bundle: true,
      minifySyntax: true,
      minifyWhitespace: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      plugins: [ENGLISH_ALONE],
      logLevel: 'warning',
      banner: { js: `/*!\n${name}\n\n${readFileSync(join('node_modules', name, 'LICENSE'), 'utf8').trim()}\n*/` },
    });
  for (const part of ['src', 'pipelines'])
    for (const file of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.js')) pointTo(vendor, join(root, part, file));
}

function pointTo(vendor: string, file: string): void {
  const before = readFileSync(file, 'utf8');
  const after = PACKAGES.reduce((text, name) => {
    const path = relative(dirname(file), join(vendor, `${name}.js`));
    return text.replace(new RegExp(`^(import .*from |export .*from )(['"])${name}\\2;$`, 'gmu'), `$1'${path.split(sep).join('/')}';`);
  }, before);
  if (after !== before) writeFileSync(file, after);
}
