import { fold } from '../../french/text.ts';
import type { Convention, ProgrammeDraft } from '../../model/draft.ts';
import { isLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';

/** The programmes of a convention: what their headings leave out, its parties say. `landlords`: how many of these are landlords. */
export function withLandlordOf(
  programmes: readonly ProgrammeDraft[],
  convention: Convention | null,
  landlords: number,
): readonly ProgrammeDraft[] {
  const bailleur = convention?.bailleur ?? null;
  if (bailleur === null || landlords > 1) return programmes;
  return programmes.map((programme) =>
    programme.heading.bailleur === null ? { ...programme, heading: { ...programme.heading, bailleur } } : programme,
  );
}

/** A convention that lists no quartier, but whose articles name those of the programmes it holds, is for them. `articles`: its text before the first table. */
export function withQuartiersOf(
  convention: Convention | null,
  programmes: readonly ProgrammeDraft[],
  articles: readonly Piece[],
): Convention | null {
  if (convention === null || convention.quartiers.length > 0) return convention;
  const text = ` ${fold(
    articles
      .filter((piece) => !isLabel(piece.text))
      .map((piece) => piece.text)
      .join(' '),
  )} `;
  const named = programmes.flatMap(({ heading: { quartier: nom, codeQp, logements } }) =>
    nom !== null && codeQp !== null && text.includes(` ${fold(nom)} `) && text.includes(` ${fold(codeQp)} `)
      ? [{ nom, codeQp, logements }]
      : [],
  );
  const quartiers = named.filter(({ codeQp }, at) => named.findIndex((other) => other.codeQp === codeQp) === at);
  return { ...convention, quartiers };
}
