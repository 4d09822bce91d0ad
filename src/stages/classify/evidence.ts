import { remember } from '../../french/remember.ts';
import { likeness, type Label, type Likeness } from './labels.ts';
import { taxonomy, type ActionTerm, type ForeignTerm } from './taxonomy.ts';
import { findTerms, positionsOf, weigh, type TermHit } from './terms.ts';

/** What a text says for each action, in the order of `taxonomy().codes`. Natural units: a difference of 1 is e to 1. */
export interface Evidence {
  readonly scores: readonly number[];
  /** The same for a choice among all actions, the axe unknown: words that only tell apart the actions of one axe count for little. */
  readonly openScores: readonly number[];
  /** Likeness to the action's own wordings, 0…1. */
  readonly likeness: readonly number[];
  /** Its nearest wording, for the explanation. */
  readonly nearest: readonly (Label | null)[];
  readonly hits: readonly TermHit<ActionTerm>[];
  /** How much the text speaks of anything but actions of a programme (accounts, heavy works…), in the same units. */
  readonly foreign: number;
  /** What it is about is of another domain, whatever else it says. */
  readonly isForeignHead: boolean;
  /** Its words that carry meaning, in order, and their number. */
  readonly stems: readonly string[];
  readonly length: number;
  /** Places of the words that say nothing of the action, unless a term holds them: names of places, numbers, when and how often. */
  readonly fillers: ReadonlySet<number>;
}

const LIKENESS_WEIGHT = 5;
/** Half a wording proves much less than half of it: `pieds d'immeubles` stands in many texts. */
const LIKENESS_POWER = 2.5;
/** What a word counts that stands in the terms of one action alone. */
const SHARE_WEIGHT = 2;
/** The weight from which a term names its action by itself. */
export const NAMES_ITS_ACTION = 2;
/** The axe of posts paid for, and what a text about a post counts more there. */
const AXE_OF_POSTS = 1;
const POST = 2.4;
/** `28 h/sem.`, `mi-temps`. */
const WORKING_TIME = /\bmi-temps\b|\btemps (?:plein|partiel|complet)\b|\d\s?h(?:eures?)?\s?(?:\/|par)\s?sem/iu;
/** `Temps dédié de la chargée…`: the word for who is paid stands among the first. */
const NEAR_THE_HEAD = 4;
/** French puts the head of a phrase first: in `murage des logements vacants`, a wording about vacant dwellings that lacks the head says less. */
const OTHER_HEAD = 0.7;

export function evidenceOf(text: string | null): Evidence | null {
  return text === null ? null : remembered(text);
}

const remembered = remember((text): Evidence | null => {
  const { lexicon, codes, actionLabels, actionTerms, foreignTerms, axeOfAction, metiers } = taxonomy();
  const stems = lexicon.stems(text);
  if (stems.length === 0) return null;
  const set = new Set(stems);
  const positions = positionsOf(stems);
  const fillers = fillersOf(text, stems);
  const head = Math.max(
    0,
    stems.findIndex((_, place) => !fillers.has(place)),
  );
  const hits = findTerms(positions, actionTerms);
  const byAction = codes.map((): TermHit<ActionTerm>[] => []);
  for (const hit of hits) byAction[hit.term.action]?.push(hit);
  const heads = new Set(
    hits.filter(({ term, places }) => places.includes(head) && term.weight >= NAMES_ITS_ACTION).map(({ term }) => term.action),
  );
  const isPost = stems.slice(0, head + NEAR_THE_HEAD).some((stem) => metiers.has(stem)) || set.has('etp') || WORKING_TIME.test(text);
  const likes = codes.map((_, action) => {
    const like = likeness(set, positions, actionLabels.labels[action] ?? [], actionLabels);
    const isHeadElsewhere = like !== null && heads.size > 0 && !heads.has(action) && !like.label.stems.has(stems[head] ?? '');
    return isHeadElsewhere ? { ...like, value: like.value * OTHER_HEAD } : like;
  });
  const shares = sharesOf(set, codes.length, hits);
  return {
    scores: codes.map(
      (_, action) => likeScore(likes[action]) + weigh(byAction[action] ?? [], (term) => term.weight, head) + (shares[action] ?? 0),
    ),
    openScores: codes.map((_, action) => {
      const open = likeScore(likes[action]) + weigh(byAction[action] ?? [], (term) => term.openWeight, head) + (shares[action] ?? 0);
      return open > 0 && isPost && axeOfAction[action] === AXE_OF_POSTS ? open + POST : open;
    }),
    likeness: likes.map((like) => like?.value ?? 0),
    nearest: likes.map((like) => like?.label ?? null),
    hits,
    ...foreignOf(
      findTerms(positions, foreignTerms).filter(({ places }) => !isTaken(places, hits)),
      head,
      objectOf(stems, head, fillers),
      isOfAStreet(text),
    ),
    stems,
    length: stems.length,
    fillers,
  };
});

/** `Bellevue`, `rue Diderot`: a capital inside a text that has small letters. */
const NAME = /(?<=[\p{Ll},)\d]\s(?:[dl]['’])?)\p{Lu}[\p{L}’'-]+/gu;
/** A word in small letters that means something: a text without any may be a name as a whole ("Porte Océane", "Les Bâtisseurs Réunis"), and nothing tells its names from its words. */
const PLAIN_WORD = /(?<![\p{L}’'-])(?!(?:les|des|aux|sur|sous|une|dans|pour)\b)\p{Ll}{3,}/u;
const NUMBER = /^[\d,.]+$/u;
const FEW_NUMBERS = 3;

function fillersOf(text: string, stems: readonly string[]): ReadonlySet<number> {
  const { lexicon, verbs } = taxonomy();
  const names = new Set(PLAIN_WORD.test(text) ? lexicon.stems((text.match(NAME) ?? []).join(' ')) : []);
  // A row of figures is no sentence with a number in it.
  const areNumbersFew = stems.filter((stem) => NUMBER.test(stem)).length <= FEW_NUMBERS;
  const isFiller = (stem: string): boolean => names.has(stem) || verbs.fillers.has(stem) || (areNumbersFew && NUMBER.test(stem));
  return new Set(stems.flatMap((stem, place) => (isFiller(stem) ? [place] : [])));
}

/** What it is about stands first: `relogement…`, `taxe d'enlèvement des ordures` are of another domain, whatever follows. */
const FOREIGN_HEAD = 1.5;

function foreignOf(
  hits: readonly TermHit<ForeignTerm>[],
  head: number,
  object: number,
  isStreet: boolean,
): Pick<Evidence, 'foreign' | 'isForeignHead'> {
  const isNamed = hits.some(
    ({ term, places }) =>
      term.weight >= NAMES_ITS_ACTION && (places.includes(head) || (places.includes(object) && Math.min(...places) >= object)),
  );
  const foreign = weigh(hits, (term) => term.weight, head) + (isStreet ? STREET : 0);
  const isForeignHead = isNamed || isStreet;
  return { foreign: foreign + (isForeignHead ? FOREIGN_HEAD : 0), isForeignHead };
}

/** What is done to a street or a square is a town's work: `réfection de la rue du Moulin`. An address stands behind what it is done to. */
const STREET = 2;
const OF_A_STREET =
  /^\W*(?:travaux (?:de |d['’])?)?\p{L}+(?:tion|ment|age|ure) (?:de la |du |de l['’]|des |d['’]une? )(?:rues?|avenues?|boulevards?|parvis|quais?|routes?|chauss[ée]es?|voiries?|giratoires?|carrefours?|trottoirs?|rond-points?|places? (?!de (?:parking|stationnement)))\s*(?=\p{Lu}|d[eu]|$|-|et )/iu;

function isOfAStreet(text: string): boolean {
  return OF_A_STREET.test(text);
}

/** Where the text says what is done, the word for what it is done to: in `réfection de la voirie` that is what it is about. */
function objectOf(stems: readonly string[], head: number, fillers: ReadonlySet<number>): number {
  if (!taxonomy().verbs.operations.has(stems[head] ?? '')) return head;
  const object = stems.findIndex((_, place) => place > head && !fillers.has(place));
  return object === -1 ? head : object;
}

/** Words of an action's own term are no other domain's: in `effectif gardien`, `effectif` is no figure of statistics. */
function isTaken(places: readonly number[], hits: readonly TermHit<ActionTerm>[]): boolean {
  return hits.some(
    ({ term, places: taken }) =>
      taken.length > places.length && term.weight > NAMES_ITS_ACTION && places.every((place) => taken.includes(place)),
  );
}

function likeScore(like: Likeness | null | undefined): number {
  return LIKENESS_WEIGHT * (like?.value ?? 0) ** LIKENESS_POWER;
}

/** What each action has of the words of a text that no term of its own takes, nor any phrase: in `analyse de la pratique`, `pratique` is not that of an exchange. */
function sharesOf(stems: ReadonlySet<string>, actions: number, hits: readonly TermHit<ActionTerm>[]): number[] {
  const { wordShares } = taxonomy();
  const sums = Array.from({ length: actions }, () => 0);
  for (const stem of stems) {
    const terms = hits.map(({ term }) => term).filter((term) => term.stems.includes(stem));
    if (terms.some((term) => term.stems.length > 1)) continue;
    for (const { action, share } of wordShares.get(stem) ?? [])
      if (!terms.some((term) => term.action === action)) sums[action] = (sums[action] ?? 0) + SHARE_WEIGHT * share;
  }
  return sums;
}
