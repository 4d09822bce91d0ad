import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of the page, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** The modules of the page, by name; the first one is what the page loads. */
const MODULES = [
  'app',
  'action-picker',
  'api',
  'badge',
  'columns',
  'corpus',
  'detail',
  'dialog',
  'document',
  'document-commands',
  'document-extras',
  'document-layout',
  'dom',
  'drop',
  'edit-cell',
  'edit-target',
  'findings',
  'french',
  'gestures',
  'grid',
  'heading-form',
  'journal',
  'keep-focus',
  'line-forms',
  'lines-table',
  'money',
  'pager',
  'picture',
  'programme-status',
  'queue',
  'scope',
  'scope-choices',
  'send-corrections',
  'shortcuts',
  'state',
  'sums',
  'targets',
  'totals-table',
] as const;

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' } as const;

/** Beside the sources the page's modules are TypeScript, beside the build JavaScript. */
const isBuilt = extname(fileURLToPath(import.meta.url)) === '.js';

/**
 * Every file of the page by its address, read once: what a request names is looked up here, never on the disk. Run from sources, the modules are turned into
 * JavaScript by the compiler the repository is built with.
 */
export function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  return (loaded ??= load());
}

let loaded: Promise<ReadonlyMap<string, Asset>> | null = null;

async function load(): Promise<ReadonlyMap<string, Asset>> {
  const read = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
  const toScript = isBuilt ? null : await transpiler();
  const assets = new Map<string, Asset>();
  // Named in the page, all modules are asked for at once rather than as each is met in another.
  const preloads = MODULES.map((name) => `<link rel="modulepreload" href="/page/${name}.js" />`).join('\n    ');
  assets.set('/', { type: TYPES.html, body: read('index.html').replace('</head>', `  ${preloads}\n  </head>`) });
  assets.set('/style.css', { type: TYPES.css, body: read('style.css') });
  assets.set('/icone.svg', { type: TYPES.svg, body: read('icone.svg') });
  for (const name of MODULES) {
    const body = toScript === null ? read(`${name}.js`) : toScript(read(`${name}.ts`));
    assets.set(`/page/${name}.js`, { type: 'text/javascript; charset=utf-8', body });
  }
  return assets;
}

async function transpiler(): Promise<(source: string) => string> {
  const { default: ts } = await import('typescript');
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  return (source) => ts.transpileModule(source, { compilerOptions }).outputText;
}
