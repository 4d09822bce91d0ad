import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { productRoot } from '../src/product.ts';
import type { DocumentRead, StageName } from './read-document.ts';

/** What a stage's outcome hangs on beside the ground that all stand on: its own code, its data, and the libraries that do its work. */
interface Ingredients {
  readonly data?: true;
  readonly packages?: readonly string[];
  /** Documents that this stage has a say in; all of them when not given. */
  readonly touches?: (document: DocumentRead) => boolean;
}

const holdsProgramme = ({ programmes }: DocumentRead): boolean => programmes.length > 0;

/** A new stage is a line here: from then on a change to it is noticed. */
const STAGES: Readonly<Record<StageName | 'correct', Ingredients>> = {
  read: { packages: ['pdfjs-dist'] },
  // PDFium draws the pictures; its package does not tell its version, and ours pins it.
  recognise: { packages: ['tesseract.js-core', '@tesseract.js-data/fra', '@tesseract.js-data/lat'] },
  tabulate: {},
  interpret: { data: true },
  classify: { data: true, packages: ['natural'] },
  reconcile: { touches: holdsProgramme },
  audit: {},
  publish: {},
  // Documents with a journal: the store adds the mark where there is one.
  correct: { touches: () => false },
};

const packageSchema = z.object({ version: z.string() });

let current: ReadonlyMap<string, string> | null = null;

/**
 * Which state of the stages made a reading: `name:digest` of every stage that had a say in it, in their order. Stored with the document, so that a
 * later version of the product knows whether it would read it otherwise.
 */
export function stagesOf(document: DocumentRead): string {
  const versions = stageVersions();
  const touching = Object.entries(STAGES).filter(([, { touches }]) => touches?.(document) ?? true);
  return touching.map(([name]) => `${name}:${versions.get(name) ?? ''}`).join(' ');
}

/** The mark of the stage that applies readers' corrections, for documents that have some. */
export function correctMark(): string {
  return `correct:${stageVersions().get('correct') ?? ''}`;
}

/** Whether the stages that made this reading are still as they were; not so for a reading that does not say what made it. */
export function isCurrent(etapes: string | null): boolean {
  if (etapes === null || etapes === '') return false;
  const versions = stageVersions();
  return etapes.split(' ').every((stage) => {
    const [name = '', digest] = stage.split(':');
    return versions.get(name) === digest;
  });
}

function stageVersions(): ReadonlyMap<string, string> {
  if (current === null) {
    const ground = [...codeIn('src/model'), ...codeIn('src/french')];
    const data = filesIn(join(productRoot(), 'data')).filter((path) => path.endsWith('.json'));
    current = new Map(
      Object.entries(STAGES).map(([name, { data: usesData, packages = [] }]) => {
        const files = [...ground, ...codeIn(`src/stages/${name}`), ...(usesData === true ? data : [])];
        return [name, digestOf(files, packages.map(versionOfPackage))];
      }),
    );
  }
  return current;
}

/** Code as it runs: sources in development, what was built from them elsewhere. */
function codeIn(folder: string): readonly string[] {
  const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  return filesIn(path).filter((file) => /\.[jt]s$/u.test(file) && !file.endsWith('.d.ts'));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort();
}

function versionOfPackage(name: string): string {
  const path = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return `${name}@${packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version}`;
}

function digestOf(files: readonly string[], facts: readonly string[]): string {
  const hash = createHash('sha256').update(facts.join('\n'));
  for (const file of files) hash.update(file.split(sep).slice(-2).join('/')).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
