import { fold } from '../../french/text.ts';
import type { Piece } from './heading-piece.ts';

/** The title of a part behind its mark: "Partie A : moyens dédiés", "Volet 2 – autres actions", "B. Autres moyens". */
const PART = /^(?:(?:partie|volet|tableau|section|chapitre|titre|bloc) )?(?:[a-d]|[1-4]|i{1,3}|iv) (?<name>\p{L}.{2,80})$/u;
const TOTAL = /^(?:sous )?total (?:de (?:la |l )?|du |des )?(?<name>\p{L}.*)$/u;

/** Whether the label of a total says the title of the part over its table again: "Total moyens dédiés". */
export function repeatsTitle(label: string | null, titles: readonly Piece[]): boolean {
  const name = label === null ? undefined : TOTAL.exec(fold(label))?.groups?.['name'];
  return name !== undefined && titles.some(({ text }) => PART.exec(fold(text))?.groups?.['name'] === name);
}
