import { fold, stem } from '../../french/text.ts';
import type { Verbes } from './data.ts';
import { formsOf, type VerbForms } from './verb-forms.ts';

/** Folded forms: finite ones of deeds and of talk, their participles, and what is the subject of talk (`data/verbes.json`). */
export interface Verbs {
  readonly deeds: readonly string[];
  readonly deedParticiples: readonly string[];
  readonly talk: readonly string[];
  readonly talkParticiples: readonly string[];
  readonly subjects: readonly string[];
  readonly payers: readonly string[];
  /** Folded phrases of talk. */
  readonly phrases: readonly string[];
  /** Stems of nouns that say what is done, not to what. */
  readonly operations: readonly string[];
  /** Stems of the nouns of deeds (`nettoyage`). */
  readonly deedNouns: readonly string[];
  /** Stems of words that say nothing of the action: when, where, how many; verbs of any deed. */
  readonly fillers: readonly string[];
}

/** Of irregular verbs: what is a finite form (`tiennent`, `suit`); the others are participles (`peint`). */
const FINITE = /(?:ons|ent|ont|[^u]d|oit|suit|met|iert)$/u;

function allForms({ formes }: Verbes, infinitive: string): VerbForms {
  const regular = formsOf(infinitive);
  const own = formes[infinitive]?.map(fold) ?? [];
  return {
    participles: [...regular.participles, ...own.filter((form) => !FINITE.test(form))],
    finite: [...regular.finite, ...own.filter((form) => FINITE.test(form))],
  };
}

/** `stemsOf`: the lexicon's. */
export function compileVerbs(verbes: Verbes, stemsOf: (text: string) => readonly string[]): Verbs {
  const deeds = Object.keys(verbes.gestes).map((infinitive) => allForms(verbes, infinitive));
  const talk = verbes.paroles.map(formsOf);
  const irregular = verbes.formes_paroles.map(fold);
  const generic = Object.entries(verbes.gestes).flatMap(([infinitive, noun]) => {
    const { participles, finite } = allForms(verbes, infinitive);
    return noun === '' ? [infinitive, ...participles, ...finite] : [];
  });
  return {
    deeds: deeds.flatMap(({ finite }) => finite),
    deedParticiples: deeds.flatMap(({ participles }) => participles),
    talk: [...talk.flatMap(({ finite }) => finite), ...irregular],
    talkParticiples: [...talk.flatMap(({ participles }) => participles), ...irregular],
    subjects: verbes.sujets.map(fold),
    payers: verbes.payeurs.map(fold),
    phrases: verbes.tournures.map(fold),
    operations: [...new Set(verbes.operations.flatMap(stemsOf))],
    deedNouns: [
      ...new Set(
        Object.values(verbes.gestes)
          .filter((noun) => noun !== '')
          .flatMap(stemsOf),
      ),
    ],
    fillers: [...new Set([...verbes.remplissage, ...generic].flatMap(stemsOf))],
  };
}

/**
 * Every form of a deed's verb under the stem of its noun, so that `nous ramassons`, `ont été ramassés` and `ramassage` are one word; but for forms that are a
 * word of the vocabulary themselves (`collecte`, `fermes`), as far as these are not the infinitive.
 */
export function nounStems(verbes: Verbes, isKnown: (word: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(verbes.gestes).flatMap(([infinitive, noun]) => {
      if (noun === '') return [];
      const { participles, finite } = allForms(verbes, infinitive);
      const forms = [...participles, ...finite].filter((form) => !isKnown(form));
      return [fold(infinitive), ...forms].map((form) => [form, stem(fold(noun))] as const);
    }),
  );
}
