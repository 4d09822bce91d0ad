import type { Terminal } from './terminal.ts';
import { duration, number } from './wording.ts';

/** A redraw at most this often, so that a fast import does not spend its time on the terminal. */
const EVERY_MS = 100;

/** One line that is drawn over itself on a terminal; nothing at all elsewhere. */
export class Progress {
  #done = 0;
  #rejected = 0;
  #total = 0;
  #pages = 0;
  #drawnAt = -Infinity;
  #isDrawn = false;
  readonly #start = performance.now();

  constructor(
    private readonly terminal: Terminal,
    private readonly isEnabled: boolean,
  ) {}

  begin(total: number): void {
    this.#total = total;
    this.#draw();
  }

  advance(isRejected: boolean): void {
    this.#done += 1;
    if (isRejected) this.#rejected += 1;
    this.#draw();
  }

  /** One scanned page more has been read: they take seconds each, and a file of many would seem to stand still. */
  page(): void {
    this.#pages += 1;
    this.#draw();
  }

  /** Removes the line, so that something else can be printed. */
  clear(): void {
    if (this.#isDrawn) this.terminal.err('\r\u001b[2K');
    this.#isDrawn = false;
    this.#drawnAt = -Infinity;
  }

  #draw(): void {
    const now = performance.now();
    if (!this.isEnabled || !this.terminal.isInteractive || now - this.#drawnAt < EVERY_MS) return;
    const elapsed = now - this.#start;
    const left = this.#done === 0 ? '' : `, reste environ ${duration((elapsed / this.#done) * (this.#total - this.#done))}`;
    const rejected = this.#rejected === 0 ? '' : `, ${number(this.#rejected)} rejeté${this.#rejected > 1 ? 's' : ''}`;
    const rate = (this.#pages / elapsed) * 60_000;
    const pages = this.#pages === 0 ? '' : `, ${number(this.#pages)} pages numérisées (${number(Math.round(rate))} par minute)`;
    const share = this.#total === 0 ? 0 : this.#done / this.#total;
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
    this.terminal.err(`\r\u001b[2K${bar} ${number(this.#done)}/${number(this.#total)} fichiers${pages}${rejected}${left}`);
    this.#isDrawn = true;
    this.#drawnAt = now;
  }
}
