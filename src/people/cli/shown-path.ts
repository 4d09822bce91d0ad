import { isAbsolute, relative } from 'node:path';
import { WITHIN } from '../../files/source.ts';
import { printable } from './terminal.ts';

/** Where a file is, so that a person finds it among others of its name: from the current folder where it stands below it, and the way inside archives. */
export function shownPath(chemin: string): string {
  const [outer = '', ...inside] = chemin.split(WITHIN);
  const below = relative('', outer);
  const near = below === '' || below.startsWith('..') || isAbsolute(below) ? outer : below;
  return [near, ...inside].map(printable).join(' › ');
}
