#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CommandError, EXIT } from '../../model/errors.ts';
import { usageError } from './french-command.ts';
import { buildProgram } from './program.ts';
import { printable, processTerminal } from './terminal.ts';

const terminal = processTerminal();
const abort = new AbortController();
/** Outside the published codes: a fault of the program itself (BSD sysexits, EX_SOFTWARE). */
const UNEXPECTED = 70;
const args = withHelpWord(process.argv.slice(2));

/** The first signal stops cleanly, the second at once: everything stored so far stays either way. */
function interrupt(): void {
  if (abort.signal.aborted) process.exit(EXIT.interrupted);
  abort.abort();
}
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

/** `tfpb aide import`, as other programs have it, is `tfpb import --help`. */
function withHelpWord([first, ...rest]: readonly string[]): readonly string[] {
  return first === 'aide' || first === 'help' ? [...rest, '--help'] : first === undefined ? [] : [first, ...rest];
}

const program = buildProgram(terminal, abort.signal, (code) => {
  process.exitCode = code;
});

try {
  if (args.length === 0) {
    terminal.err(program.helpInformation());
    process.exitCode = EXIT.usage;
  } else {
    await program.parseAsync(args, { from: 'user' });
  }
} catch (thrown) {
  const error = thrown instanceof CommanderError ? usageError(thrown, program, args) : thrown;
  if (error instanceof CommandError) {
    terminal.err(`${terminal.paint.bad('Erreur :')} ${printable(error.message)}\n`);
    process.exitCode = error.exitCode;
  } else if (error !== null) {
    terminal.err(`${terminal.paint.bad('Erreur imprévue :')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    terminal.err('Signalez-la aux auteurs de tfpb avec la commande que vous avez tapée.\n');
    process.exitCode = UNEXPECTED;
  }
}
