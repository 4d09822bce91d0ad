import { closeSync, openSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
import { systemReason } from '../../files/system-reason.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly base: string;
  readonly silencieux?: true;
  readonly verbeux?: true;
  readonly journal?: string;
}

export const DEFAULT_BASE = 'programmes.sqlite';

export function withCommonOptions(command: Command): Command {
  return command
    .option('--base <fichier>', 'base de données SQLite', DEFAULT_BASE)
    .option('--silencieux', "n'affiche que les résultats et les erreurs")
    .option('--verbeux', 'dit tout ce qui est fait')
    .option('--journal <fichier>', 'ajoute à ce fichier un événement par ligne, en JSON');
}

/** `--base x` where it is not the default one: for the next command that is shown. */
export function baseArguments({ base }: CommonOptions): readonly string[] {
  return base === DEFAULT_BASE ? [] : ['--base', base];
}

export type Level = 'info' | 'alerte' | 'erreur';

/** Where a command says what it does while it does it: the diagnostics stream for people, the journal for machines. */
export interface Log {
  /** One structured event; people see it only with `--verbeux`, as `text`. */
  event(level: Level, name: string, facts: Readonly<Record<string, unknown>>, text?: string): void;
  /** Something a person should know now; kept back by `--silencieux`. */
  say(text: string): void;
  readonly isSilent: boolean;
  readonly isVerbose: boolean;
  close(): void;
}

export function openLog(options: CommonOptions, terminal: Terminal): Log {
  const isSilent = options.silencieux === true;
  const isVerbose = options.verbeux === true && !isSilent;
  const journal = options.journal === undefined ? null : openJournal(options.journal, (text) => terminal.err(text));
  const say = (text: string): void => {
    if (!isSilent) terminal.err(`${text}\n`);
  };
  return {
    isSilent,
    isVerbose,
    say,
    event(level, name, facts, text) {
      if (journal !== null)
        journal.write(`${JSON.stringify({ heure: new Date().toISOString(), niveau: level, evenement: name, ...facts })}\n`);
      if (isVerbose && text !== undefined) say(text);
    },
    close() {
      journal?.close();
    },
  };
}

interface Journal {
  write(line: string): void;
  close(): void;
}

/** A journal that can no longer be written (the disk is full) is said once; it does not end the work it tells of. */
function openJournal(path: string, warn: (text: string) => void): Journal {
  let file: number | null = open(path);
  return {
    write(line) {
      if (file === null) return;
      try {
        writeSync(file, line);
      } catch (error) {
        file = null;
        warn(`Le journal « ${path} » ne peut plus être écrit : ${systemReason(error)}. La commande continue sans lui.\n`);
      }
    },
    close() {
      if (file !== null) closeSync(file);
    },
  };
}

function open(path: string): number {
  try {
    return openSync(path, 'a');
  } catch (error) {
    throw new CommandError('journal', `Le journal « ${path} » ne peut pas être écrit : ${systemReason(error)}.`, EXIT.usage);
  }
}
