import { remember } from './remember.ts';
import { fold } from './text.ts';

/** Which of two states of one programme a column holds: as first decided, or as changed since. */
export type Version = 'initiale' | 'revisee';

const CHANGE = '(?:avenant|modifications?|revision|ajustements?|actualisation|reprogrammation|reaffectation)';
const INITIAL = new RegExp(`\\b(?:initiale?s?|initiaux|primitifs?|primitives?|votee?s?|d origine|avant ${CHANGE})\\b`, 'u');
const REVISED = new RegExp(
  `\\b(?:modifiee?s?|revisee?s?|actualisee?s?|rectifiee?s?|re?ajustee?s?|ajustee?s?|reprogrammee?s?|corrigee?s?|apres ${CHANGE})\\b`,
  'u',
);

/** The version that the heading of a column names; `null` when it names none. */
export const versionIn: (heading: string) => Version | null = remember((heading) => {
  const text = fold(heading);
  return INITIAL.test(text) ? 'initiale' : REVISED.test(text) ? 'revisee' : null;
});
