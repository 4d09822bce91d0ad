import { fold, stemmedWords } from '../../../../french/text.ts';
import type { Constat, ReconciledLine } from '../../../../model/reconciled.ts';
import type { DocumentRule } from '../../rule.ts';
import { nameOfLine } from '../../lines.ts';

/** Words a description must have, and share of them found in the other, to be the same text. */
const FEWEST_WORDS = 10;
const SHARED = 0.75;

interface Described {
  readonly line: ReconciledLine;
  readonly programme: number;
  readonly stems: ReadonlySet<string>;
  readonly action: string;
}

/**
 * Both are right by the référentiel (axe 5, action n° 1: « les dispositifs de médiation sociale favorisant le vivre ensemble peuvent également
 * être valorisés au titre de l'action 7.1 »).
 */
const EITHER: readonly { readonly actions: ReadonlySet<string>; readonly about: RegExp }[] = [
  { actions: new Set(['5.1', '7.1']), about: /\bmediat(?:ion|eurs?|rices?)\b/u },
];

function isEither(a: Described, b: Described): boolean {
  return EITHER.some(({ actions, about }) =>
    [a, b].every(({ action, line }) => actions.has(action) && about.test(fold(line.draft.description ?? ''))),
  );
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common += 1;
  return common / Math.min(a.size, b.size);
}

/** The same text under two actions, in the programmes of one document. */
export const memeTexte: DocumentRule = {
  codes: ['meme_texte_deux_actions'],
  titre: 'Un même texte rangé dans la même action partout',
  source: 'Référentiel national, juin 2024, tableau des axes et actions',
  gravite: 'alerte',
  check({ programmes }) {
    const described: Described[] = programmes.flatMap((programme, index) =>
      programme.lines.flatMap((line) => {
        const { action } = line.classification;
        const stems = new Set(stemmedWords(line.draft.description ?? ''));
        return action === null || stems.size < FEWEST_WORDS ? [] : [{ line, programme: index, stems, action }];
      }),
    );
    const found: Constat[] = [];
    described.forEach((later, at) => {
      const earlier = described
        .slice(0, at)
        .find(
          (other) =>
            other.programme !== later.programme &&
            other.action !== later.action &&
            !isEither(other, later) &&
            shared(other.stems, later.stems) >= SHARED,
        );
      if (
        earlier === undefined ||
        described.slice(0, at).some((other) => other.action === later.action && shared(other.stems, later.stems) >= SHARED)
      )
        return;
      const { place } = earlier.line.draft;
      found.push({
        code: 'meme_texte_deux_actions',
        gravite: 'alerte',
        message: `La ligne « ${nameOfLine(later.line)} » est rangée en ${later.action} ici, le même texte en ${earlier.action} page ${String(place.page)}.`,
        programme: later.programme,
        place: later.line.draft.place,
      });
    });
    return found;
  },
};
