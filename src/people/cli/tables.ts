import { EXIT } from '../../model/errors.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';

/** `tfpb tables`: what was read, before it was understood. */
export const tables: Run<CommonOptions> = async (paths, { terminal }) => {
  await terminal.out(`${JSON.stringify(paths)}\n`);
  return EXIT.done;
};
