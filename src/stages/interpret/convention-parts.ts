import { fold } from '../../french/text.ts';
import type { Convention, ProgrammeDraft } from '../../model/draft.ts';
import { isLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';

/** Whether two texts name the same, one perhaps with its legal form or its code; `null` where one of them names nothing. */
function isSame(one: string | null, other: string | null): boolean | null {
  if (one === null || other === null) return null;
  const [a, b] = [` ${fold(one)} `, ` ${fold(other)} `];
  return a.includes(b) || b.includes(a);
}

/** Whether one of `others` is this one; `null` where there is nothing to compare. */
const isAmong = (one: string | null, others: readonly (string | null)[]): boolean | null =>
  others.length === 0 || one === null ? null : others.some((other) => isSame(one, other) === true);

/**
 * Whether a convention may speak for a programme of its file: it names no other town, quartier or landlord; one that is merely annexed to the document names at least
 * the same town or quartier.
 */
function speaksFor({ heading }: ProgrammeDraft, convention: Convention, isAnnexed: boolean): boolean {
  const town = isAmong(heading.commune, convention.communes);
  const codes = convention.quartiers.map(({ codeQp }) => codeQp);
  const quartier = codes.includes(null) ? null : isAmong(heading.codeQp, codes);
  if (town === false || quartier === false || isSame(heading.bailleur, convention.bailleur) === false) return false;
  return !isAnnexed || town === true || quartier === true;
}

/**
 * The programmes of a document that is a convention with one landlord, or has one annexed: whose they are where their headings do not say, and the dwellings of the quartier
 * where these count none, as the convention counts them for its landlord.
 */
export function withConvention(
  programmes: readonly ProgrammeDraft[],
  convention: Convention | null,
  isAnnexed: boolean,
): readonly ProgrammeDraft[] {
  if (convention === null) return programmes;
  return programmes.map((programme) => {
    if (!speaksFor(programme, convention, isAnnexed)) return programme;
    const { codeQp, logements, bailleur } = programme.heading;
    const own = codeQp === null ? undefined : convention.quartiers.find((quartier) => quartier.codeQp === codeQp);
    return {
      ...programme,
      heading: { ...programme.heading, bailleur: bailleur ?? convention.bailleur, logements: logements ?? own?.logements ?? null },
    };
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
