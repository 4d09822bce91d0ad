import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Memory a process holds, in megabytes; `null` when the process is gone or the system does not tell. */
export async function residentMb(pid: number): Promise<number | null> {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(await readFile(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return process.platform === 'linux' ? null : askSystem(pid);
  }
}

function askSystem(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const kilobytes = Number.parseInt(stdout, 10);
      resolve(error !== null || Number.isNaN(kilobytes) ? null : kilobytes / 1024);
    });
  });
}

/** What V8 and Node print or throw when a process asks for more memory than it may have. */
export function isOutOfMemory(text: string): boolean {
  return /heap out of memory|heap limit|Array buffer allocation failed|Cannot enlarge memory|memory access out of bounds.*grow/iu.test(
    text,
  );
}
