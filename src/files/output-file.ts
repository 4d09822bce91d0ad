import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** Characters gathered before they are written. */
const CHUNK = 1 << 17;

/** What a finished file holds. */
export interface WrittenFile {
  readonly octets: number;
  readonly sha256: string;
}

/**
 * A new text file (UTF-8) written from its beginning to its end, in large pieces, whatever the size of what is added. The path must not exist. Writing waits for
 * the disk, so memory never grows. Throws the system's error (`ENOSPC`…) from any method.
 */
export class OutputFile {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #octets = 0;
  #pending = '';
  #closed = false;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) this.#flush();
  }

  end(): WrittenFile {
    this.#flush();
    this.close();
    return { octets: this.#octets, sha256: this.#hash.digest('hex') };
  }

  /** Lets go of a file that is given up; nothing happens when it has ended. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    this.#hash.update(bytes);
    this.#octets += bytes.length;
    for (let start = 0; start < bytes.length;) start += writeSync(this.#file, bytes, start);
  }
}
