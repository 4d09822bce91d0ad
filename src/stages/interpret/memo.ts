import type { Knowledge } from '../../model/knowledge.ts';

function remember<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** Asks about the same wording once: the same cell is looked at by columns, rows, scopes and evidence. */
export function memo(knowledge: Knowledge): Knowledge {
  return { ...knowledge, axe: remember(knowledge.axe), action: remember(knowledge.action) };
}
