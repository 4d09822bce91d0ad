import { remember } from '../../french/remember.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** Asks about the same wording once: the same cell is looked at by columns, rows, scopes and evidence. */
export function memo(knowledge: Knowledge): Knowledge {
  return { ...knowledge, axe: remember(knowledge.axe), action: remember(knowledge.action) };
}
