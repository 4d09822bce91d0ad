import type { Knowledge } from '../../model/knowledge.ts';
import { columnKind, headerShare } from './header-words.ts';
import { saysAxe } from './says-axe.ts';

/** Share of the words of a label that headers have, with which it may still be an action of this confidence. */
const MOSTLY = 0.5;
const AN_ACTION = 0.8;

/** Whether the only label of a row has the words of headers, and so is of a total. `wide`: it runs over several columns; `figures`: so many stand beside it. */
export function isHeaderWording(text: string, wide: boolean, figures: number, knowledge: Knowledge): boolean {
  // The title of an axe with its amount is no total by its words, though titles of columns are made of them too ("AXE 3 – SUR-ENTRETIEN").
  if (saysAxe(text)) return false;
  const share = headerShare(text);
  // Without amounts too: a part of the programme may have none.
  if (share === 1 && columnKind(text) === 'montant') return true;
  return figures > 0 && wide && share >= MOSTLY && (share === 1 || (knowledge.action(text)?.confidence ?? 0) < AN_ACTION);
}
