import { fold } from '../../../french/text.ts';
import type { ReadWord } from './run-together.ts';

/** What the labels of a heading are made of, and what they end with. */
const OF_LABEL =
  /^(?:noms?|codes?|n|no|nombre|nbre|nb|villes?|communes?|territoire|quartiers?|prioritaires?|qpv|qp|organisme|bailleur|social|hlm|exercice|annees? ?s?|periode|logements?|logts?|concernes?|de|du|des|d|l|le|la)$/u;
const LINKS = /^(?:de|du|des|d|l|le|la|n|no)$/u;
/** A dash by itself, as a colon of two faint dots is read, or a ring around a letter, as one of two blurred dots is. */
const DASH = /^[-–—©®]$/u;
/** A name, a number or a code. */
const VALUE = /^[\p{Lu}\d(«]/u;

/**
 * A dash between a label of a heading and its value is a colon: nobody writes « Ville - Lens » where a line is nothing but that, or where other fields of the
 * line have their colons.
 */
export function withFieldDashes(words: readonly ReadWord[]): readonly ReadWord[] {
  const folded = words.map(({ text }) => fold(text));
  const hasColons = words.some(({ text }) => text.endsWith(':'));
  const isColon = (at: number): boolean => {
    const [before, after] = [folded[at - 1] ?? '', words[at + 1]?.text ?? ''];
    if (!DASH.test(words[at]?.text ?? '') || !OF_LABEL.test(before) || LINKS.test(before) || !VALUE.test(after)) return false;
    const isWhole = folded.slice(0, at).every((word) => OF_LABEL.test(word));
    return isWhole || (hasColons && /^\p{Lu}/u.test(words[at - 1]?.text ?? ''));
  };
  return words.map((word, at) => (isColon(at) ? { ...word, text: ':' } : word));
}
