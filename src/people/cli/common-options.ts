import { closeSync, openSync, writeSync } from 'node:fs';
import type { Command } from 'commander';
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
  const journal = options.journal === undefined ? null : openJournal(options.journal);
  const say = (text: string): void => {
    if (!isSilent) terminal.err(`${text}\n`);
  };
  return {
    isSilent,
    isVerbose,
    say,
    event(level, name, facts, text) {
      if (journal !== null)
        writeSync(journal, `${JSON.stringify({ heure: new Date().toISOString(), niveau: level, evenement: name, ...facts })}\n`);
      if (isVerbose && text !== undefined) say(text);
    },
    close() {
      if (journal !== null) closeSync(journal);
    },
  };
}

function openJournal(path: string): number {
  try {
    return openSync(path, 'a');
  } catch (error) {
    throw new CommandError('journal', `Le journal « ${path} » ne peut pas être écrit (${(error as Error).message}).`, EXIT.usage);
  }
}
