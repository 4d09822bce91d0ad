import { fold } from '../../french/text.ts';
import type { Convention, ProgrammeDraft } from '../../model/draft.ts';
import { isLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';

/** The programmes of a convention with one landlord: whose they are, where their headings do not say. */
export function withLandlordOf(programmes: readonly ProgrammeDraft[], convention: Convention | null): readonly ProgrammeDraft[] {
  const bailleur = convention?.bailleur ?? null;
  if (bailleur === null) return programmes;
  return programmes.map((programme) =>
    programme.heading.bailleur === null ? { ...programme, heading: { ...programme.heading, bailleur } } : programme,
  );
}

/** The programmes of a convention: the dwellings of the quartier where their headings count none, as the convention counts them for its landlord. */
export function withDwellingsOf(programmes: readonly ProgrammeDraft[], convention: Convention | null): readonly ProgrammeDraft[] {
  return programmes.map((programme) => {
    const { codeQp, logements } = programme.heading;
    const own = codeQp === null || logements !== null ? undefined : convention?.quartiers.find((quartier) => quartier.codeQp === codeQp);
    return own === undefined ? programme : { ...programme, heading: { ...programme.heading, logements: own.logements } };
  });
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
