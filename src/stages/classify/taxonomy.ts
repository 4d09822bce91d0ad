import type { Principe } from '../../model/principe.ts';
import { compiledOnFile } from './compiled-file.ts';
import { compileTaxonomy, type CompiledTaxonomy } from './compile-taxonomy.ts';
import { createLabelSet, type LabelSet } from './labels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { indexTerms, type Term } from './terms.ts';
import type { Poids } from './data.ts';
import type { SignWeights } from './signs.ts';
import type { ActionShare } from './word-shares.ts';

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
  /** By stem: the actions whose wordings and terms use it. */
  readonly wordShares: ReadonlyMap<string, readonly ActionShare[]>;
  readonly principes: readonly PrincipeTerms[];
  /** Stems of words for somebody paid. */
  readonly metiers: ReadonlySet<string>;
  readonly horsAction: CompiledTaxonomy['horsAction'];
  /** By stem: the classes of its words. */
  readonly wordClasses: ReadonlyMap<string, readonly string[]>;
  /** What was learnt of signs, and of answers. */
  readonly signWeights: SignWeights;
  readonly surenessWeights: Poids['surete'];
  /** Folded forms of verbs, by what they tell. */
  readonly verbs: { readonly [Kind in keyof CompiledTaxonomy['verbs']]: ReadonlySet<string> };
}

/** Words outside every label: what an unknown word of the text weighs against a label. */
const FOREIGN_IN_AXE = 1.2;
const FOREIGN_IN_ACTION = 1.2;

let inUse: Taxonomy | null = null;

/** The taxonomy of `data/`, at the first call read as it was compiled when the product was built, or compiled. */
export function taxonomy(): Taxonomy {
  inUse ??= revive(compiledOnFile() ?? compileTaxonomy());
  return inUse;
}

function revive(compiled: CompiledTaxonomy): Taxonomy {
  const { codes, principes, metiers, horsAction, verbs, poids } = compiled;
  const axeOfAction = codes.map((code) => Number(code.slice(0, 1)));
  return {
    lexicon: createLexicon(compiled.vocabulary),
    codes,
    axeOfAction,
    actionsOfAxe: new Map(
      [...new Set(axeOfAction)].map((axe) => [axe, codes.flatMap((_, action) => (axeOfAction[action] === axe ? [action] : []))]),
    ),
    axeLabels: createLabelSet(compiled.axeLabels, FOREIGN_IN_AXE),
    axeTerms: indexTerms(compiled.axeTerms),
    actionLabels: createLabelSet(compiled.actionLabels, FOREIGN_IN_ACTION),
    actionTerms: indexTerms(compiled.actionTerms),
    foreignTerms: indexTerms(compiled.foreignTerms),
    wordShares: new Map(compiled.wordShares),
    principes,
    metiers: new Set(metiers),
    horsAction,
    wordClasses: new Map(compiled.wordClasses),
    signWeights: { base: poids.base, weights: new Map(Object.entries(poids.signes)) },
    surenessWeights: poids.surete,
    verbs: {
      deeds: new Set(verbs.deeds),
      deedParticiples: new Set(verbs.deedParticiples),
      talk: new Set(verbs.talk),
      talkParticiples: new Set(verbs.talkParticiples),
      subjects: new Set(verbs.subjects),
      payers: new Set(verbs.payers),
      phrases: new Set(verbs.phrases),
      deedNouns: new Set(verbs.deedNouns),
      operations: new Set(verbs.operations),
      fillers: new Set(verbs.fillers),
    },
  };
}
