import { matchesIn } from '../../../french/matches.ts';
import type { Knowledge } from '../../../model/knowledge.ts';

const DASHES = /\s+[–—-]\s+|\s*:\s+/gu;
const SURE = 0.7;
const LONGEST_ACTION = 200;

/** "Enlèvement d'épaves – Évacuation des deux-roues brûlés": the action by its name and what is done, where an item says both. */
export function splitAction(text: string, knowledge: Knowledge): { readonly action: string | null; readonly description: string } {
  for (const match of matchesIn(text, DASHES)) {
    const left = text.slice(0, match.index);
    const open = (left.match(/\(/gu) ?? []).length > (left.match(/\)/gu) ?? []).length;
    const right = text.slice(match.index + match[0].length);
    if (open || left.length > LONGEST_ACTION || !/\p{L}{3}/u.test(right)) continue;
    const found = knowledge.action(left);
    if (found !== null && found.confidence >= SURE) return { action: left, description: right };
  }
  return { action: null, description: text };
}
