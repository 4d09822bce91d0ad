import { execFileSync, spawn } from 'node:child_process';
import type { Picture } from '../pixels/picture.ts';
import type { Engine, PictureLayout, RecognisedWord } from './engine.ts';
import type { Model } from './models.ts';
import { SEGMENTATION } from './tesseract-js.ts';
import { tiff } from './tiff.ts';
import { linesOfTable } from './word-table.ts';

const PROGRAM = 'tesseract';
/** The one model of both engines is read from this version on. */
const OLDEST = 4;
/** Pixels given to one process at most. */
const MOST_PIXELS = 60e6;

/** The version of the `tesseract` program; `null` where there is none that reads these models. */
export function programVersion(): string | null {
  try {
    const said = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const version = /^tesseract v?(\d+(?:\.\d+)*)/u.exec(said)?.[1] ?? null;
    return version !== null && Number.parseInt(version, 10) >= OLDEST ? version : null;
  } catch {
    return null;
  }
}

interface Waiting {
  readonly picture: Picture;
  readonly answer: (lines: RecognisedWord[][]) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The `tesseract` program of this machine with our own models. Each start costs it more than a cell does, so pictures asked for together are read by one
 * process. `models`: the folder they are unpacked in.
 */
export function openTesseractProgram(model: Model, models: string): Engine {
  const waiting = new Map<PictureLayout, Waiting[]>();
  const run = async (): Promise<void> => {
    const all = [...waiting];
    waiting.clear();
    for (const [layout, asked] of all)
      for (const some of batches(asked)) {
        try {
          const read = await recognise(
            some.map(({ picture }) => picture),
            layout,
            model,
            models,
          );
          for (const [index, { answer }] of some.entries()) answer(read[index] ?? []);
        } catch (error) {
          for (const { fail } of some) fail(error);
        }
      }
  };
  return {
    gathers: true,
    read: (picture, layout) =>
      new Promise((answer, fail) => {
        if (waiting.size === 0) setImmediate(() => void run());
        const asked = waiting.get(layout) ?? [];
        asked.push({ picture, answer, fail });
        waiting.set(layout, asked);
      }),
    close: () => Promise.resolve(),
  };
}

function batches(asked: readonly Waiting[]): Waiting[][] {
  const out: Waiting[][] = [];
  let pixels = Infinity;
  for (const each of asked) {
    const own = each.picture.width * each.picture.height;
    if (pixels + own > MOST_PIXELS) {
      out.push([]);
      pixels = 0;
    }
    pixels += own;
    out.at(-1)?.push(each);
  }
  return out;
}

async function recognise(pictures: readonly Picture[], layout: PictureLayout, model: Model, models: string): Promise<RecognisedWord[][][]> {
  const options = ['--tessdata-dir', models, '-l', model, '--oem', '1', '--psm', SEGMENTATION[layout], '--dpi', '300'];
  const output = ['-c', 'tessedit_create_tsv=1', '-c', 'debug_file=/dev/null'];
  // Its own threads make it several times slower: pages are read in parallel instead.
  const child = spawn(PROGRAM, ['-', '-', ...options, ...output], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A program that ends early closes its input: its exit code says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(tiff(pictures));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`tesseract ended with code ${String(code)}: ${err.slice(0, 500)}`);
  return linesOfTable(out, pictures.length);
}
