import type { ExitCode } from '../../model/errors.ts';
import type { CommonOptions, Log } from './common-options.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given besides its own arguments. */
export interface Context<Options extends CommonOptions = CommonOptions> {
  readonly terminal: Terminal;
  readonly log: Log;
  readonly options: Options;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A command does its work and says how it ended. */
export type Run<Options extends CommonOptions = CommonOptions> = (paths: readonly string[], context: Context<Options>) => Promise<ExitCode>;
