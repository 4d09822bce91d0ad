import type { Principe } from '../../model/principe.ts';
import {
  loadAutresDomaines,
  loadPrincipes,
  loadReferentiel,
  loadVariantes,
  type AutresDomaines,
  type Principes,
  type Variantes,
} from './data.ts';
import { createLabelSet, type LabelSet } from './labels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { indexTerms, type Term } from './terms.ts';

export interface AxeTerm extends Term {
  readonly axe: number;
}

/** Its `weight` counts among the actions of its axe, `openWeight` among all actions. */
export interface ActionTerm extends Term {
  readonly action: number;
  readonly openWeight: number;
}

/** A word of another domain than these programmes: accounts, heavy works, a town's own business… */
export interface ForeignTerm extends Term {
  readonly domaine: string;
}

export interface PrincipeTerms {
  readonly principe: Principe;
  readonly depuis: readonly string[];
  readonly si: readonly (readonly (readonly string[])[])[];
  readonly sauf: readonly (readonly string[])[];
  readonly saufTexte: readonly string[];
}

/** Everything the matcher needs, compiled once. Actions are numbered by their place in `codes`. */
export interface Taxonomy {
  readonly lexicon: Lexicon;
  readonly codes: readonly string[];
  readonly axeOfAction: readonly number[];
  readonly actionsOfAxe: ReadonlyMap<number, readonly number[]>;
  readonly axeLabels: LabelSet;
  readonly axeTerms: ReadonlyMap<string, readonly AxeTerm[]>;
  readonly actionLabels: LabelSet;
  readonly actionTerms: ReadonlyMap<string, readonly ActionTerm[]>;
  readonly foreignTerms: ReadonlyMap<string, readonly ForeignTerm[]>;
  readonly principes: readonly PrincipeTerms[];
}

/** What a term adds among the actions of one axe, and among all. */
const WEIGHTS = { fort: [2, 2], moyen: [1, 0.7], faible: [0.4, 0.2], dans_axe: [1.6, 0.3] } as const;
/** A term of several words says more than a word. */
const SEVERAL_WORDS = 1.4;
/** Words outside every label: what an unknown word of the text weighs against a label. */
const FOREIGN_IN_AXE = 1.2;
const FOREIGN_IN_ACTION = 1.2;

let compiled: Taxonomy | null = null;

/** The taxonomy of `data/`, read and compiled at the first call. */
export function taxonomy(): Taxonomy {
  compiled ??= compile();
  return compiled;
}

function compile(): Taxonomy {
  const referentiel = loadReferentiel();
  const variantes = loadVariantes();
  const { principes } = loadPrincipes();
  const autres = loadAutresDomaines();
  const codes = referentiel.axes.flatMap((axe) => axe.actions.map((action) => action.code));
  const wordings = wordingsOf(referentiel.axes, variantes, principes, autres, codes);
  const lexicon = createLexicon(wordings.all, variantes.equivalences, variantes.neutres);
  const labelsOf = (texts: readonly string[]): { text: string; stems: readonly string[] }[] =>
    texts.map((text) => ({ text, stems: lexicon.stems(text) })).filter((label) => label.stems.length > 0);
  const axeOfAction = codes.map((code) => Number(code.slice(0, 1)));

  return {
    lexicon,
    codes,
    axeOfAction,
    actionsOfAxe: new Map(
      referentiel.axes.map((axe) => [axe.numero, codes.flatMap((_, action) => (axeOfAction[action] === axe.numero ? [action] : []))]),
    ),
    axeLabels: createLabelSet(wordings.axes.map(labelsOf), FOREIGN_IN_AXE),
    axeTerms: indexTerms(
      variantes.axes.flatMap((axe) => axe.indices.map((term): AxeTerm => ({ axe: axe.numero, stems: lexicon.stems(term), weight: 1 }))),
    ),
    actionLabels: createLabelSet(wordings.actions.map(labelsOf), FOREIGN_IN_ACTION),
    actionTerms: indexTerms(actionTerms(variantes, codes, lexicon)),
    foreignTerms: indexTerms(foreignTerms(autres, lexicon)),
    principes: principes.map(({ depuis, si, sauf, sauf_texte: saufTexte, ...principe }) => ({
      principe,
      depuis,
      si: si.map((group) => group.map((term) => lexicon.stems(term))),
      sauf: sauf.map((term) => lexicon.stems(term)),
      saufTexte,
    })),
  };
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
    ...variantes.actions.flatMap((entry) => [...entry.fort, ...entry.moyen, ...entry.faible, ...entry.dans_axe]),
    ...principes.flatMap(({ si, sauf }) => [...si.flat(), ...sauf]),
    ...Object.values(autres).flatMap(({ fort, moyen }) => [...fort, ...moyen]),
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
        .map((stems) => ({ domaine, stems, weight: WEIGHTS[level][0] * (stems.length > 1 ? SEVERAL_WORDS : 1) })),
    ),
  );
}

function actionTerms(variantes: Variantes, codes: readonly string[], lexicon: Lexicon): ActionTerm[] {
  const raw = variantes.actions.flatMap((entry) =>
    (['fort', 'moyen', 'faible', 'dans_axe'] as const).flatMap((level) =>
      entry[level].map((text) => ({ action: codes.indexOf(entry.code), stems: lexicon.stems(text), level })),
    ),
  );
  const best = new Map<string, ActionTerm>();
  for (const { action, stems, level } of raw) {
    if (stems.length === 0) continue;
    const key = `${String(action)} ${[...stems].sort().join(' ')}`;
    const known = best.get(key);
    const [weight, openWeight] = WEIGHTS[level].map((value) => value * (stems.length > 1 ? SEVERAL_WORDS : 1));
    if (weight === undefined || openWeight === undefined) continue;
    best.set(key, {
      action,
      stems,
      weight: Math.max(weight, known?.weight ?? 0),
      openWeight: Math.max(openWeight, known?.openWeight ?? 0),
    });
  }
  return [...best.values()];
}
