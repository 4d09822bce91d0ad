import { spawn, type ChildProcess } from 'node:child_process';
import { COMPILED_CLI } from '../support/compiled/folder.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when the standard error stream has said this. */
  says(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts the command as a user would. */
export function startCli(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [COMPILED_CLI, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    for (const check of waiting) check();
  });
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })));
  const says = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      const check = (): void => {
        if (!err.includes(text)) return;
        waiting.delete(check);
        done();
      };
      waiting.add(check);
      check();
      void ended.then(() => fail(new Error(`ended without saying ${text}: ${err}`)));
    });
  return { child, says, ended };
}

export function runCli(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return startCli(cwd, args).ended;
}
