import { setTimeout as wait } from 'node:timers/promises';
import type { PathBytes } from '../src/files/file-name.ts';
import { fileState } from '../src/files/hash-file.ts';
import { findFiles } from '../src/files/list-files.ts';
import { looksCut } from '../src/files/looks-cut.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { importDocuments } from './import-documents.ts';
import type { ImportOptions, ImportReport } from './import-options.ts';

/** How long between two looks; a file that stayed the same from one look to the next, and ends as its kind does, is complete. */
const LOOK_EVERY_MS = 3000;
/** A file without its end is a copy that has paused, for so long; then it is cut. */
const PAUSE_MS = 60_000;

export interface WatchOptions extends ImportOptions {
  /** Told that everything there is has been read, and that new files are waited for. */
  readonly onIdle?: () => void;
  /** Told what each pass did, when it did anything. */
  readonly onPass?: (report: ImportReport) => void;
  /** Milliseconds between two looks. Default 3000. */
  readonly every?: number;
  /** Milliseconds that a copy may pause for. Default 60,000. */
  readonly pause?: number;
}

/**
 * Imports what stands under the paths, then what comes there or changes, until the signal stops it. Looking at names and dates again and again works on
 * every kind of drive, which the system's own notices do not. A file still being copied is left alone until it has stayed the same for a while; one that was
 * rejected is tried again only once it has changed. Between passes the database is free for others.
 */
export async function watchPaths({ onIdle, onPass, every = LOOK_EVERY_MS, pause = PAUSE_MS, ...options }: WatchOptions): Promise<void> {
  const { signal } = options;
  const handled = new Map<string, string>();
  let before: ReadonlyMap<string, string> = new Map();
  let wasIdle = false;
  let isFirst = true;
  while (signal?.aborted !== true) {
    // Missing at first, a path is mistyped; missing later, its drive has gone and may come back.
    const { paths, states } = await look(options.paths).catch((error: unknown) => {
      if (isFirst || !(error instanceof CommandError)) throw error;
      return { paths: [], states: new Map<string, string>() };
    });
    const ready: PathBytes[] = [];
    for (const path of paths) {
      const key = path.toString('latin1');
      const state = states.get(key);
      const isSettled = state !== undefined && state === before.get(key) && handled.get(key) !== state;
      if (isSettled && !(await looksCut(path, pause))) ready.push(path);
    }
    before = states;
    // Two looks before the first pass, and a pass even over nothing: the database is there from then on.
    if (ready.length > 0 || (isFirst && states.size === 0)) {
      const report = await passOver(ready, options);
      if (report !== null) {
        isFirst = false;
        for (const path of ready) handled.set(path.toString('latin1'), states.get(path.toString('latin1')) ?? '');
        onPass?.(report);
        wasIdle = false;
        if (report.interrompu) return;
      }
    } else if (!wasIdle && !isFirst) {
      wasIdle = true;
      onIdle?.();
    }
    await wait(every, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
}

/** One import; `null` when another one holds the database: then it is tried again at the next look. */
async function passOver(paths: readonly PathBytes[], options: ImportOptions): Promise<ImportReport | null> {
  try {
    return await importDocuments({ ...options, paths });
  } catch (error) {
    if (error instanceof CommandError && (error.exitCode === EXIT.locked || error.code === 'chemin_absent')) return null;
    throw error;
  }
}

/** Documents and archives that are there now, and the state of each that can be asked. */
async function look(named: ImportOptions['paths']): Promise<{ paths: readonly PathBytes[]; states: ReadonlyMap<string, string> }> {
  const found = await findFiles(named);
  const paths = found.filter(({ kind }) => kind === 'pdf' || kind === 'zip').map(({ path }) => path);
  const states = new Map<string, string>();
  for (const path of paths) {
    const state = await fileState(path).catch(() => null);
    if (state !== null) states.set(path.toString('latin1'), state.empreinte);
  }
  return { paths, states };
}
