import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import type { ImportEvent } from '../../pipelines/import-options.ts';
import { watchPaths } from '../../pipelines/watch-paths.ts';
import { acquireImportLock } from '../../src/store/lock.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { tinyPdf } from './tiny-pdf.ts';

vi.setConfig({ testTimeout: 240_000 });

/** A watch over a folder, and ways to wait for what it says. */
function watched() {
  const root = temporaryFolder();
  const folder = join(root, 'depot');
  const base = join(root, 'base.sqlite');
  mkdirSync(folder);
  const events: ImportEvent[] = [];
  let idle = 0;
  const abort = new AbortController();
  const until = async (check: () => boolean): Promise<void> => {
    for (let tries = 0; !check(); tries++) {
      if (tries > 2000) throw new Error(`waited in vain; seen: ${JSON.stringify(events)}`);
      await wait(50);
    }
  };
  return {
    folder,
    base,
    until,
    events: (type: ImportEvent['type']): string[] => events.flatMap((event) => (event.type === type && 'nom' in event ? [event.nom] : [])),
    start: (options: { readonly pause?: number } = {}) =>
      watchPaths({
        ...options,
        paths: [folder],
        base,
        coeurs: 1,
        every: 200,
        signal: abort.signal,
        onProgress: (event) => events.push(event),
        onIdle: () => (idle += 1),
      }),
    idle: () => idle,
    stop: () => abort.abort(),
  };
}

test('what comes to the folder is read once it is complete; a file still growing is left alone; a rejected one waits for a change', async () => {
  const { folder, base, until, events, start, idle, stop } = watched();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  const ended = start();
  await until(() => idle() === 1);
  expect(events('lu')).toEqual(['a.pdf']);

  const whole = tinyPdf('Un document qui arrive peu à peu');
  const path = join(folder, 'lent.pdf');
  for (let at = 0; at < whole.length; at += 100) {
    appendFileSync(path, whole.subarray(at, at + 100));
    await wait(100);
  }
  await until(() => events('lu').includes('lent.pdf'));
  expect(events('rejete')).toEqual([]);

  writeFileSync(join(folder, 'mauvais.pdf'), 'pas un PDF');
  await until(() => events('rejete').includes('mauvais.pdf') && idle() === 3);
  await wait(1000);
  expect(events('rejete')).toEqual(['mauvais.pdf']);
  writeFileSync(join(folder, 'mauvais.pdf'), tinyPdf('bon'));
  await until(() => events('lu').includes('mauvais.pdf'));
  stop();
  await ended;
  const found: string[] = [];
  for await (const { fichier, statut } of exportDocuments({ base })) found.push(`${fichier} ${statut}`);
  expect(found).toEqual(['a.pdf importe', 'lent.pdf importe', 'mauvais.pdf importe']);
});

test('a copy that pauses is left alone until it goes on; one that never ends is cut', async () => {
  const { folder, base, until, events, start, idle, stop } = watched();
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  const ended = start({ pause: 4000 });
  await until(() => idle() === 1);
  const whole = tinyPdf('Un document dont la copie fait une pause');
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  writeFileSync(join(folder, 'lent.pdf'), half);
  await wait(1500);
  expect([events('lu'), events('rejete')]).toEqual([['a.pdf'], []]);
  appendFileSync(join(folder, 'lent.pdf'), whole.subarray(half.length));
  await until(() => events('lu').includes('lent.pdf'));
  writeFileSync(join(folder, 'coupe.pdf'), half);
  await until(() => events('rejete').includes('coupe.pdf'));
  stop();
  await ended;
  const found: string[] = [];
  for await (const { fichier, statut } of exportDocuments({ base })) found.push(`${fichier} ${statut}`);
  expect(found).toEqual(['a.pdf importe', 'coupe.pdf rejete', 'lent.pdf importe']);
});

test('while another import holds the base the watch waits, and goes on after it', async () => {
  const { folder, base, until, events, start, stop, idle } = watched();
  const ended = start();
  await until(() => idle() === 1);
  const lock = await acquireImportLock(base);
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('a'));
  await wait(1500);
  expect(events('lu')).toEqual([]);
  lock.release();
  await until(() => events('lu').includes('a.pdf'));
  stop();
  await ended;
});
