import { Command, Help, InvalidArgumentError, type CommanderError, type Option } from 'commander';
import { CommandError, EXIT } from '../../model/errors.ts';
import { nearest } from './suggest.ts';

/** Commander's own words in French, and what it has to say about wrong usage with the nearest right word. */

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

class FrenchHelp extends Help {
  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }

  override optionDescription(option: Option): string {
    const facts: string[] = [];
    if (option.argChoices !== undefined) facts.push(`au choix : ${option.argChoices.join(', ')}`);
    if (option.defaultValue !== undefined && typeof option.defaultValue !== 'boolean') {
      facts.push(`par défaut : ${option.defaultValueDescription ?? String(option.defaultValue)}`);
    }
    return facts.length === 0 ? option.description : `${option.description} (${facts.join(' ; ')})`;
  }
}

/** A command whose help and errors are French. Errors are thrown, never printed, as {@link CommandError}s that end with exit code 2. */
export class FrenchCommand extends Command {
  constructor(name?: string) {
    super(name);
    this.helpOption('-h, --help', 'affiche cette aide');
    this.helpCommand(false);
    this.exitOverride();
    this.configureOutput({ outputError: () => undefined });
    this.showSuggestionAfterError(false);
  }

  override createHelp(): Help {
    return Object.assign(new FrenchHelp(), this.configureHelp());
  }

  override createCommand(name?: string): FrenchCommand {
    return new FrenchCommand(name);
  }
}

/** What to tell the user of an error commander found; `null` when it is no error (help or version was asked for and printed). */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): CommandError | null {
  if (error.exitCode === 0) return null;
  const command = program.commands.find((candidate) => candidate.name() === args.find((arg) => !arg.startsWith('-')));
  const help = `Voir : tfpb ${command === undefined ? '' : `${command.name()} `}--help`;
  return new CommandError('usage', `${explain(error, program, command)} ${help}`, EXIT.usage);
}

function explain({ code, message }: CommanderError, program: Command, command: Command | undefined): string {
  const quoted = /'(.*?)'/su.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption': {
      if (command?.options.some(({ long }) => long === quoted) === true)
        return `L'option ${quoted} se met après la commande : tfpb ${command.name()} … ${quoted}.`;
      const known = [...(command?.options ?? []), ...program.options].map(({ long }) => long ?? '');
      return `Option inconnue : ${quoted}.${suggestion(quoted, [...known, '--help'])}`;
    }
    case 'commander.unknownCommand':
      return `Commande inconnue : ${quoted}.${suggestion(
        quoted,
        program.commands.map((candidate) => candidate.name()),
      )}`;
    case 'commander.missingArgument':
      return `Il manque ${quoted === '' ? 'un argument' : `l'argument ${quoted}`}.`;
    case 'commander.optionMissingArgument':
      return `L'option ${quoted} attend une valeur.`;
    case 'commander.missingMandatoryOptionValue':
      return `L'option ${quoted} est obligatoire.`;
    case 'commander.excessArguments':
      return 'Il y a des arguments en trop.';
    case 'commander.invalidArgument':
      return invalidValue(message, quoted, command);
    default:
      return 'La commande est incomplète.';
  }
}

function invalidValue(message: string, quoted: string, command: Command | undefined): string {
  const value = /argument '(.*?)' is invalid/su.exec(message)?.[1] ?? '';
  const option = command?.options.find(({ flags }) => flags === quoted);
  const long = option?.long ?? quoted;
  if (option?.argChoices !== undefined) {
    return `Valeur « ${value} » refusée pour ${long} : au choix ${option.argChoices.join(', ')}.${suggestion(value, option.argChoices)}`;
  }
  return `Valeur « ${value} » refusée pour ${long} : ${message.replace(/^.*? is invalid\. ?/su, '')}`;
}

function suggestion(word: string, candidates: readonly string[]): string {
  const best = nearest(word, candidates.filter(Boolean));
  return best === null ? '' : ` Vouliez-vous dire ${best} ?`;
}

/** Parses an option that must be a whole number from 1 up. */
export function positiveInteger(value: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new InvalidArgumentError('un nombre entier, 1 ou plus, est attendu.');
  return Number(value);
}

/** Parses a port. */
export function portNumber(value: string): number {
  if (!/^\d{1,5}$/u.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('un nombre de 0 (un port libre) à 65535 est attendu.');
  return Number(value);
}

/** Parses an option that takes several numbers, each written as `pattern` says. */
export function several(pattern: RegExp, expected: string): (value: string, before: readonly number[] | undefined) => readonly number[] {
  return (value, before) => {
    if (!pattern.test(value)) throw new InvalidArgumentError(expected);
    return [...(before ?? []), Number(value)];
  };
}
