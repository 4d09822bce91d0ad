import type { Poids } from '../../../src/stages/classify/data.ts';
import { classifyLigne } from '../../../src/stages/classify/lignes.ts';
import { likelihood, signsOf, toldBy, type SignWeights } from '../../../src/stages/classify/signs.ts';
import { surenessBy, TRAITS, traitsOf, type Answer, type SurenessWeights } from '../../../src/stages/classify/sureness.ts';
import { labelledLines, SETS, type Labelled, type SetName } from './labelled.ts';
import { learnLogistic, type Case } from './logistic.ts';
import type { Judged } from './score.ts';

/** What is learnt: what each sign of a text is worth, and what makes an answer likely right. */
export interface Learnt {
  readonly signs: SignWeights;
  readonly sureness: SurenessWeights;
}

const PENALTY_OF_SIGNS = 1;
const PENALTY_OF_TRAITS = 0.5;
const SEEN_TWICE = 2;
/** A line that the document files under an axe is read by other ways: it tells less of what stands alone. */
const BESIDE_AN_AXE = 0.5;
const LEAST_WEIGHT = 0.01;

/** A line of one lot, with what is seen of it. */
interface Example {
  readonly lot: SetName;
  readonly line: Labelled;
  readonly isAction: boolean;
  readonly signs: ReadonlyMap<string, number>;
  /** The answer its words give, whatever it is worth, and whether that is right; `null`: none, or not by its words alone. */
  readonly answer: { readonly given: Answer; readonly isRight: boolean } | null;
}

function textOf({ isPriced, kind: _, ...text }: Labelled): Parameters<typeof classifyLigne>[0] {
  return { ...text, ...(isPriced === undefined ? {} : { isPriced }), section: null };
}

function exampleOf(lot: SetName, line: Labelled): Example {
  let given: Answer | null = null;
  const { action } = classifyLigne(textOf(line), null, (answer) => {
    given = answer;
    return 1;
  });
  return {
    lot,
    line,
    isAction: line.codes.length > 0,
    signs: signsOf(toldBy(line), line.isPriced),
    answer: given === null || action === null ? null : { given, isRight: line.codes.includes(action) },
  };
}

let read: readonly Example[] | null = null;

/** Lines that may be learnt from: those that may be looked at. */
function examples(): readonly Example[] {
  read ??= SETS.flatMap((lot) => labelledLines('tune', lot).map((line) => exampleOf(lot, line)));
  return read;
}

function learnSigns(from: readonly Example[]): SignWeights {
  const own = (example: Example): number => (example.isAction && example.line.axeText !== null ? BESIDE_AN_AXE : 1);
  const told = from.filter(({ isAction, line }) => (isAction || line.axeText === null) && toldBy(line) !== '');
  const sumOf = (isAction: boolean): number =>
    told.filter((example) => example.isAction === isAction).reduce((sum, each) => sum + own(each), 0);
  // Actions and the others weigh alike, however many there are of each.
  const share = sumOf(false) / sumOf(true);
  const cases = told.map((example): Case => ({
    seen: example.signs,
    holds: example.isAction,
    weight: own(example) * (example.isAction ? share : 1),
  }));
  return learnLogistic(cases, PENALTY_OF_SIGNS, SEEN_TWICE);
}

/** `withLikelihood`: how likely each line is an action by signs learnt without its lot. */
function learnSureness(from: readonly Example[], likelihoodOf: (example: Example) => number): SurenessWeights {
  const cases = from.flatMap((example): Case[] => {
    if (example.answer === null) return [];
    const traits = traitsOf({ ...example.answer.given, likelihood: likelihoodOf(example) });
    return [{ seen: new Map(TRAITS.map((trait) => [trait, traits[trait]])), holds: example.answer.isRight, weight: 1 }];
  });
  const { base, weights } = learnLogistic(cases, PENALTY_OF_TRAITS, 1);
  const of = (trait: (typeof TRAITS)[number]): number => weights.get(trait) ?? 0;
  return {
    base,
    pesee: of('pesee'),
    mots: of('mots'),
    vraisemblance: of('vraisemblance'),
    texte_seul: of('texte_seul'),
    phrase: of('phrase'),
  };
}

/** How likely each line is an action, by signs learnt from all other lots. */
function leftOutLikelihood(): (example: Example) => number {
  const signs = new Map(
    [...new Set(examples().map(({ lot }) => lot))].map((lot) => [lot, learnSigns(examples().filter((each) => each.lot !== lot))]),
  );
  return ({ lot, line }) => {
    const own = signs.get(lot);
    return own === undefined ? 0 : likelihood(toldBy(line), line.isPriced, own);
  };
}

/** What `data/poids.json` holds. */
export function learnAll(): Poids {
  const signs = learnSigns(examples());
  const weights = [...signs.weights]
    .map(([name, weight]) => [name, round(weight)] as const)
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { base, pesee, mots, vraisemblance, texte_seul, phrase } = learnSureness(examples(), leftOutLikelihood());
  return {
    origine: 'npm run bench:mapping -- --apprendre ; lignes de test/bench/mapping qui peuvent être vues',
    base: round(signs.base),
    signes: Object.fromEntries(weights),
    surete: {
      base: round(base),
      pesee: round(pesee),
      mots: round(mots),
      vraisemblance: round(vraisemblance),
      texte_seul: round(texte_seul),
      phrase: round(phrase),
    },
  };
}

/** Each line that may be looked at, judged with what all other lots teach: what to expect of an author nobody has read. */
export function judgedLeftOut(): ReadonlyMap<SetName, readonly Judged[]> {
  const likelihoodOf = leftOutLikelihood();
  return new Map(
    [...new Set(examples().map(({ lot }) => lot))].map((lot) => {
      const weights = learnSureness(
        examples().filter((each) => each.lot !== lot),
        likelihoodOf,
      );
      const judged = examples()
        .filter((each) => each.lot === lot)
        .map((each): Judged => {
          const own = likelihoodOf(each);
          const result = classifyLigne(textOf(each.line), null, (answer) => surenessBy({ ...answer, likelihood: own }, weights));
          return { line: each.line, result };
        });
      return [lot, judged];
    }),
  );
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}
