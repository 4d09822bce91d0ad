import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { systemReason } from '../../files/system-reason.ts';
import { EXIT } from '../../model/errors.ts';

/** Where a command prints: results on `out`, everything else on `err`. */
export interface Terminal {
  /** Writes a result; resolves when the reader has kept up. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Diagnostics may be redrawn in place. */
  readonly isInteractive: boolean;
  readonly paint: Paint;
}

export interface Paint {
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string): string => text;
const sequence = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const COLOURS: Paint = {
  strong: sequence(1, 22),
  good: sequence(32, 39),
  bad: sequence(31, 39),
  warn: sequence(33, 39),
  faint: sequence(2, 22),
};
const NO_COLOURS: Paint = { strong: plain, good: plain, bad: plain, warn: plain, faint: plain };

/** The process's own terminal. A reader that goes away (`tfpb export | head`) ends the process quietly; a disk that is full, with a word. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      if (stream === process.stdout) process.stderr.write(`Erreur : la sortie ne peut pas être écrite : ${systemReason(error)}.\n`);
      process.exit(EXIT.usage);
    });
  }
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => void process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
    paint: hasColours() ? COLOURS : NO_COLOURS,
  };
}

/** Colours only for a person: both streams are terminals and NO_COLOR (https://no-color.org) is unset or empty. */
function hasColours(): boolean {
  const refused = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return !refused && process.stdout.isTTY === true && process.stderr.isTTY === true;
}

export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/**
 * Text from a file or a document made safe to print on one line: control characters (a file name may hold escape sequences or line breaks) and
 * the marks that turn the reading direction are written as `\u001b`.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === '\n') return '\\n';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
