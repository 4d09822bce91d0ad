import type { Principe } from '../../model/principe.ts';
import { fold, stem, words } from '../../french/text.ts';
import {
  loadAutresDomaines,
  loadPoids,
  loadPrincipes,
  loadReferentiel,
  loadSignes,
  loadVariantes,
  loadVerbes,
  type AutresDomaines,
  type Poids,
  type Principes,
  type Variantes,
} from './data.ts';
import { compileVerbs, nounStems, type Verbs } from './verbs.ts';
import { createLexicon, type Lexicon, type Vocabulary } from './lexicon.ts';
import { wordShares, type WordShare } from './word-shares.ts';
import type { ActionTerm, AxeTerm, ForeignTerm, PrincipeTerms } from './taxonomy.ts';

/** The taxonomy of `data/` with every wording cut into stems: plain values, written beside the built product so that no start does it again. */
export interface CompiledTaxonomy {
  readonly codes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly axeLabels: readonly (readonly LabelText[])[];
  readonly actionLabels: readonly (readonly LabelText[])[];
  readonly axeTerms: readonly AxeTerm[];
  readonly actionTerms: readonly ActionTerm[];
  readonly foreignTerms: readonly ForeignTerm[];
  readonly wordShares: readonly WordShare[];
  readonly principes: readonly PrincipeTerms[];
  readonly metiers: readonly string[];
  readonly horsAction: Variantes['hors_action'];
  readonly verbs: Verbs;
  /** By stem: the classes its words are of (`data/signes.json`). */
  readonly wordClasses: readonly (readonly [stem: string, classes: readonly string[]])[];
  readonly poids: Omit<Poids, 'origine'>;
}

export interface LabelText {
  readonly text: string;
  readonly stems: readonly string[];
}

/** What a term adds among the actions of one axe, and among all. */
const WEIGHTS = { fort: [2, 2], moyen: [1, 0.9], faible: [0.4, 0.25], dans_axe: [1.35, 0.5] } as const;
/** A term of several words says more than a word. */
const TWO_WORDS = 1.6;
const FURTHER_WORD = 0.5;

function byLength(stems: readonly string[]): number {
  return stems.length > 1 ? TWO_WORDS + FURTHER_WORD * (stems.length - 2) : 1;
}

export function compileTaxonomy(): CompiledTaxonomy {
  const referentiel = loadReferentiel();
  const variantes = loadVariantes();
  const { principes } = loadPrincipes();
  const autres = loadAutresDomaines();
  const codes = referentiel.axes.flatMap((axe) => axe.actions.map((action) => action.code));
  const wordings = wordingsOf(referentiel.axes, variantes, principes, autres, codes);
  const known = new Set(wordings.all.flatMap(words));
  const verbes = loadVerbes();
  const roots = Object.fromEntries(variantes.racines.flatMap((forms) => forms.map((form) => [form, `=${forms[0] ?? form}`])));
  const own = { ...nounStems(verbes, (word) => known.has(word) || variantes.neutres.includes(word)), ...roots };
  const vocabulary: Vocabulary = {
    known: [...known].map((word) => [word, own[word] ?? stem(word)]),
    equivalences: variantes.equivalences,
    own,
    phrases: variantes.locutions.flatMap((forms) => forms.map((form) => [fold(form), `=${forms[0] ?? form}`] as const)),
    neutral: variantes.neutres.flatMap(words),
  };
  const lexicon = createLexicon(vocabulary);
  const labelsOf = (texts: readonly string[]): LabelText[] =>
    texts.map((text) => ({ text, stems: lexicon.stems(text) })).filter((label) => label.stems.length > 0);

  const actionLabels = wordings.actions.map(labelsOf);
  const terms = actionTerms(variantes, codes, lexicon);
  const foreign = foreignTerms(autres, lexicon);
  return {
    codes,
    vocabulary,
    axeLabels: wordings.axes.map(labelsOf),
    actionLabels,
    wordShares: wordShares(codes.length, actionLabels, terms, foreign),
    axeTerms: variantes.axes.flatMap((axe) =>
      axe.indices.map((term): AxeTerm => ({ axe: axe.numero, stems: lexicon.stems(term), weight: 1 })),
    ),
    actionTerms: terms,
    foreignTerms: foreign,
    principes: principes.map(({ depuis, si, sauf, sauf_texte: saufTexte, ...principe }) => ({
      principe: principe satisfies Principe,
      depuis,
      si: si.map((group) => group.map((term) => lexicon.stems(term))),
      sauf: sauf.map((term) => lexicon.stems(term)),
      saufTexte,
    })),
    metiers: [...new Set(variantes.metiers.flatMap((word) => lexicon.stems(word)))],
    horsAction: variantes.hors_action,
    verbs: compileVerbs(verbes, (text) => lexicon.stems(text)),
    wordClasses: wordClasses(),
    poids: learnt(),
  };
}

function wordClasses(): [stem: string, classes: string[]][] {
  const byStem = new Map<string, Set<string>>();
  for (const [name, list] of Object.entries(loadSignes().classes))
    for (const word of list.flatMap(words)) byStem.set(stem(word), (byStem.get(stem(word)) ?? new Set()).add(name));
  return [...byStem].map(([itsStem, classes]) => [itsStem, [...classes]]);
}

function learnt(): CompiledTaxonomy['poids'] {
  const { base, signes, surete } = loadPoids();
  return { base, signes, surete };
}

type Axes = ReturnType<typeof loadReferentiel>['axes'];

function wordingsOf(
  axes: Axes,
  variantes: Variantes,
  principes: Principes['principes'],
  autres: AutresDomaines,
  codes: readonly string[],
): { axes: string[][]; actions: string[][]; all: string[] } {
  const axeWordings = axes.map((axe) =>
    withoutBrackets([axe.libelle, ...(variantes.axes.find((entry) => entry.numero === axe.numero)?.variantes.map((v) => v.texte) ?? [])]),
  );
  const actions = axes.flatMap((axe) => axe.actions);
  const actionWordings = codes.map((code) =>
    withoutBrackets([
      ...actions.filter((action) => action.code === code).map((action) => action.libelle),
      ...variantes.actions.filter((entry) => entry.code === code).flatMap((entry) => entry.variantes.map((v) => v.texte)),
    ]),
  );
  const terms = [
    ...variantes.axes.flatMap((axe) => axe.indices),
    ...variantes.actions.flatMap((entry) => [
      ...entry.fort,
      ...entry.moyen,
      ...entry.faible,
      ...entry.dans_axe,
      ...entry.ensemble.flatMap(({ l_un: ones, l_autre: others }) => [...ones, ...others]),
    ]),
    ...principes.flatMap(({ si, sauf }) => [...si.flat(), ...sauf]),
    ...Object.values(autres).flatMap(({ fort, moyen }) => [...fort, ...moyen]),
    ...variantes.metiers,
    ...Object.values(variantes.equivalences),
  ];
  return { axes: axeWordings, actions: actionWordings, all: [...axeWordings.flat(), ...actionWordings.flat(), ...terms] };
}

/** Each wording as it is, and without its bracketed examples where it has some. */
function withoutBrackets(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [text, text.replace(/\s*\([^)]*\)/gu, '').trim()]))].filter((text) => text !== '');
}

function foreignTerms(autres: AutresDomaines, lexicon: Lexicon): ForeignTerm[] {
  return Object.entries(autres).flatMap(([domaine, levels]) =>
    (['fort', 'moyen'] as const).flatMap((level) =>
      levels[level]
        .map((text) => lexicon.stems(text))
        .filter((stems) => stems.length > 0)
        .map((stems) => ({ domaine, stems, weight: WEIGHTS[level][0] * byLength(stems) })),
    ),
  );
}

const LEVELS = ['fort', 'moyen', 'faible', 'dans_axe'] as const;

function actionTerms(variantes: Variantes, codes: readonly string[], lexicon: Lexicon): ActionTerm[] {
  const raw = variantes.actions.flatMap((entry) => {
    const action = codes.indexOf(entry.code);
    const near = LEVELS.flatMap((level) => entry[level].map((text) => ({ action, parts: [lexicon.stems(text)], level })));
    const apart = entry.ensemble.flatMap(({ l_un: ones, l_autre: others }) =>
      ones.flatMap((one) =>
        others.map((other) => ({ action, parts: [one, other].map((text) => lexicon.stems(text)), level: 'fort' as const })),
      ),
    );
    return [...near, ...apart];
  });
  const best = new Map<string, ActionTerm>();
  for (const { action, parts, level } of raw) {
    const stems = parts.flat();
    if (stems.length === 0) continue;
    const key = `${String(action)} ${[...stems].sort().join(' ')}${parts.length > 1 ? ' +' : ''}`;
    const known = best.get(key);
    const [weight, openWeight] = WEIGHTS[level].map((value) => value * byLength(stems));
    if (weight === undefined || openWeight === undefined) continue;
    best.set(key, {
      action,
      stems,
      ...(parts.length > 1 ? { parts } : {}),
      weight: Math.max(weight, known?.weight ?? 0),
      openWeight: Math.max(openWeight, known?.openWeight ?? 0),
    });
  }
  return [...best.values()];
}
