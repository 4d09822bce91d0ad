import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** As far behind its beginning as the longest name of the official list may end. */
const REACH = 120;

/**
 * The name of an intercommunality to its end, where a comma of its own cuts it: "Communauté d'agglomération de Béthune-Bruay" before ", Artois-Lys Romane". The official
 * list tells that the name goes on; without it a comma opens what follows the name. `text`: where the name stands, cleaned.
 */
export function wholeEpciName(name: string, text: string, epciIn: Knowledge['epciIn']): string {
  const start = text.indexOf(name);
  if (start < 0 || text[start + name.length] !== ',') return name;
  const official = epciIn(text.slice(start, start + REACH));
  if (official === null) return name;
  const wanted = fold(official);
  for (let end = start + name.length; end <= Math.min(text.length, start + REACH); end++)
    if (!/\p{L}/u.test(text[end] ?? '') && fold(text.slice(start, end)).endsWith(wanted)) return clean(text.slice(start, end));
  return name;
}
