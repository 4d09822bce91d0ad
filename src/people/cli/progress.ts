import type { Terminal } from './terminal.ts';
import { counted, number, roughly } from './wording.ts';

/** A redraw at most this often, so that a fast import does not spend its time on the terminal. */
const EVERY_MS = 100;
/** Where nothing can be redrawn, a plain line this often: a log that one can follow. */
const LINE_EVERY_MS = 60_000;

export type Step = { readonly pages: number } | 'rejete' | 'deja_lu';

/** How far an import is: one line drawn over itself on a terminal, one line a minute elsewhere. */
export class Progress {
  #done = 0;
  #passed = 0;
  #rejected = 0;
  #pages = 0;
  /** Scanned pages read of documents that are not done yet. */
  #ahead = 0;
  #total = 0;
  #drawnAt = -Infinity;
  #isDrawn = false;
  #start = performance.now();
  #saidAt = performance.now();

  constructor(
    private readonly terminal: Terminal,
    private readonly isEnabled: boolean,
  ) {}

  begin(total: number): void {
    this.#total = total;
    this.#start = performance.now();
    this.#draw();
  }

  /** Documents found inside others while they are read. */
  add(count: number): void {
    this.#total += count;
  }

  advance(step: Step): void {
    this.#done += 1;
    if (step === 'deja_lu') this.#passed += 1;
    else if (step === 'rejete') this.#rejected += 1;
    else {
      this.#pages += step.pages;
      this.#ahead -= Math.min(this.#ahead, step.pages);
    }
    this.#draw();
  }

  /** One scanned page more has been read: they take seconds each, and a file of many would seem to stand still. */
  page(): void {
    this.#ahead += 1;
    this.#draw();
  }

  /** Removes the line, so that something else can be printed. */
  clear(): void {
    if (this.#isDrawn) this.terminal.err('\r\u001b[2K');
    this.#isDrawn = false;
    this.#drawnAt = -Infinity;
  }

  /** How far it is, in words: for a page that shows it elsewhere than on a terminal. */
  get text(): string {
    return this.#text(performance.now());
  }

  #draw(): void {
    const now = performance.now();
    if (!this.isEnabled) return;
    if (!this.terminal.isInteractive) {
      if (now - this.#saidAt < LINE_EVERY_MS) return;
      this.#saidAt = now;
      return this.terminal.err(`${this.#text(now)}\n`);
    }
    if (now - this.#drawnAt < EVERY_MS) return;
    const share = this.#total === 0 ? 0 : this.#done / this.#total;
    const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
    this.terminal.err(`\r\u001b[2K${bar} ${this.#text(now)}`);
    this.#isDrawn = true;
    this.#drawnAt = now;
  }

  /** `412/10 000 fichiers, 1 236 pages, 84 pages/min, 3 rejetés, reste environ 2 h 10 min` */
  #text(now: number): string {
    const elapsed = now - this.#start;
    const worked = this.#done - this.#passed;
    const facts = [`${number(this.#done)}/${number(this.#total)} fichiers`];
    const pages = this.#pages + this.#ahead;
    if (pages > 0) {
      facts.push(counted(pages, 'page', 'pages'));
      facts.push(rate(pages / (elapsed / 1000)));
    }
    if (this.#rejected > 0) facts.push(counted(this.#rejected, 'rejeté', 'rejetés'));
    // What is passed over takes no time: the files that were read say how long the others will take.
    if (worked > 0 && this.#done < this.#total) facts.push(`reste environ ${roughly((elapsed / worked) * (this.#total - this.#done))}`);
    return facts.join(', ');
  }
}

/** `12 pages/s`, or `84 pages/min` where it is slow. */
function rate(perSecond: number): string {
  return perSecond >= 2 ? `${number(perSecond)} pages/s` : `${number(perSecond * 60)} pages/min`;
}
