import { remember } from '../../french/remember.ts';
import { clean, stem, STOP_WORDS, words } from '../../french/text.ts';
import { evidenceOf } from './evidence.ts';
import { isIntention } from './not-an-action.ts';
import { kindOfSentence } from './sentence.ts';
import { taxonomy } from './taxonomy.ts';
import { noneOf, NOTHING } from './weighing.ts';

/** What can be seen of a text that tells whether it says something a landlord does or pays for, by name; 1 where it is there, or how much of it. */
export type Signs = ReadonlyMap<string, number>;

/** What learning has found each sign to be worth, in natural units (`data/poids.json`). */
export interface SignWeights {
  readonly base: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** What a line says, its cells as one text. */
export function toldBy({ actionText, description }: { actionText: string | null; description: string | null }): string {
  return [actionText, description].filter((cell) => cell !== null).join(' : ');
}

/** How much likelier a text is an action of a programme than anything else a document says: the logarithm of the odds. */
export function likelihood(text: string, isPriced: boolean | undefined, learnt: SignWeights): number {
  const ofText = remembered.get(learnt) ?? remember((own) => weighed(signsOfText(own), learnt));
  remembered.set(learnt, ofText);
  return learnt.base + ofText(text) + weighed(signsOfPrice(isPriced), learnt);
}

/** Documents repeat the wording of the référentiel; a line is asked for with and without its axe. */
const remembered = new WeakMap<SignWeights, (text: string) => number>();

function weighed(signs: Signs, { weights }: SignWeights): number {
  let sum = 0;
  for (const [name, value] of signs) sum += value * (weights.get(name) ?? 0);
  return sum;
}

export function signsOf(text: string, isPriced: boolean | undefined): Signs {
  return new Map([...signsOfText(text), ...signsOfPrice(isPriced)]);
}

function signsOfPrice(isPriced: boolean | undefined): Signs {
  return new Map(isPriced === undefined ? [] : [[isPriced ? 'montant' : 'sans montant', 1]]);
}

function signsOfText(text: string): Signs {
  const read = words(text).map((word) => (HAS_DIGIT.test(word) ? NUMBER : word));
  const names = [...wordSigns(read), ...classSigns(read), ...shapeSigns(clean(text), read.length), ...verbSigns(text, read)];
  return new Map([...names.map((name) => [name, 1] as const), ...evidenceSigns(text)]);
}

const HAS_DIGIT = /\d/u;
const NUMBER = '#';

/** Its words, the small ones with them (`pour`, `dont`, `trop`), and each two that follow one another. */
function wordSigns(read: readonly string[]): string[] {
  const stems = read.map((word) => (STOP_WORDS.has(word) ? word : stem(word)));
  return [...stems.map((word) => `mot ${word}`), ...stems.slice(1).map((word, place) => `suite ${stems[place] ?? ''} ${word}`)];
}

/** `hors contrat`, `non refacturée`, `net de récupération`, `sans assurance`. */
const DENIES: ReadonlySet<string> = new Set(['hors', 'non', 'sans', 'net', 'nette', 'nets', 'nettes', 'pas']);
const DENIES_NEAR: ReadonlySet<string> = new Set(['hors', 'sans', 'net', 'nette']);
const DENIES_WITHIN = 3;

/** The classes of its words (`data/signes.json`): anywhere, denied, and of the first word that carries meaning. */
function classSigns(read: readonly string[]): string[] {
  const { wordClasses } = taxonomy();
  let isFirst = true;
  return read.flatMap((word, place) => {
    const classes = wordClasses.get(stem(word)) ?? [];
    const isDenied =
      DENIES.has(read[place - 1] ?? '') || read.slice(Math.max(0, place - DENIES_WITHIN), place).some((before) => DENIES_NEAR.has(before));
    const names = classes.map((name) => `${isDenied ? 'classe niée' : 'classe'} ${name}`);
    if (isFirst) names.push(...classes.map((name) => `tête ${name}`));
    if (STOP_WORDS.has(word) || word === NUMBER) return names;
    if (isFirst && classes.length === 0) names.push('tête sans classe');
    isFirst = false;
    return names;
  });
}

const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  ['point', /\.$/u],
  ['question', /\?$/u],
  ['exclamation', /!$/u],
  ['deux-points', /:/u],
  ['étiquette', /^[^:]{1,30}:/u],
  ['barre', /\//u],
  ['parenthèse', /\(/u],
  ['guillemet', /[«"“]/u],
  ['pour cent', /%/u],
  ['virgule', /,/u],
  ['point-virgule', /;/u],
  ['tiret', / [–-] /u],
  ['plus', /\+/u],
  ['chiffre', /\d/u],
  ['année', /\b(?:19|20)\d\d\b/u],
  ['heure', /\b\d+\s?h\b/u],
  ['décimale', /\d,\d/u],
  ['numéro', /n°/iu],
  ['personne', /\b(?:MM?\.|Mmes?|Mr)\s/u],
  ['minuscule', /^\p{Ll}/u],
  ['chiffre en tête', /^[\d(*]/u],
  ['capitales', /^[^\p{Ll}]*$/u],
  ['sigle', /\p{Lu}{3,}/u],
  ['nom propre', /(?<=\p{Ll}\s)\p{Lu}\p{Ll}/u],
  ['euros', /€|euros?\b/iu],
];
/** Texts of as many words or fewer are of one length. */
const LENGTHS = [2, 4, 7, 11, 16];

function shapeSigns(text: string, length: number): string[] {
  const band = LENGTHS.findIndex((most) => length <= most);
  return [...SHAPES.flatMap(([name, shape]) => (shape.test(text) ? [`forme ${name}`] : [])), `longueur ${String(band)}`];
}

/** How near the head a noun of doing still says what is done. */
const NEAR_THE_HEAD = 3;
const POST_NEAR_THE_HEAD = 4;
const NOUN_OF_DOING = /(?:age|tion|sion|ment|ure|ance)s?$/u;
const INFINITIVE = /(?:er|ir|re)$/u;

/** What its verbs and its nouns of doing tell. */
function verbSigns(text: string, read: readonly string[]): string[] {
  const { lexicon, verbs, metiers } = taxonomy();
  const stems = lexicon.stems(text);
  const kind = kindOfSentence(text);
  const first = read.find((word) => !STOP_WORDS.has(word)) ?? '';
  const deeds = stems.filter((word) => verbs.deedNouns.has(word)).length;
  const signs: readonly (readonly [name: string, isThere: boolean])[] = [
    ['intention', isIntention(text)],
    ['opération', stems.some((word) => verbs.operations.has(word))],
    ['opération en tête', verbs.operations.has(stems[0] ?? '')],
    ['métier', stems.slice(0, POST_NEAR_THE_HEAD).some((word) => metiers.has(word))],
    ['parole', read.some((word) => verbs.talk.has(word))],
    ['participe de parole', read.some((word) => verbs.talkParticiples.has(word) && !verbs.deedParticiples.has(word))],
    ['participe de geste', read.some((word) => verbs.deedParticiples.has(word))],
    ['geste', read.some((word) => verbs.deeds.has(word))],
    ['nom de geste en tête', verbs.deedNouns.has(stems[0] ?? '')],
    ['nom de geste près de la tête', stems.slice(0, NEAR_THE_HEAD).some((word) => verbs.deedNouns.has(word))],
    ['un nom de geste', deeds === 1],
    ['noms de gestes', deeds > 1],
    ['terminaison de geste', NOUN_OF_DOING.test(first)],
    ['infinitif', kind === null && INFINITIVE.test(read[0] ?? '')],
  ];
  return [`phrase ${kind ?? 'aucune'}`, ...signs.flatMap(([name, isThere]) => (isThere ? [name] : []))];
}

const MUCH = 10;
const MUCH_FOREIGN = 8;
const MANY = 6;

/** How much of an action its words have, by the vocabulary of actions and of other domains; each within 0…2. */
function evidenceSigns(text: string): (readonly [name: string, value: number])[] {
  const evidence = evidenceOf(text);
  if (evidence === null) return [['vocabulaire aucun', 1]];
  const most = Math.max(...evidence.openScores);
  return [
    ['vocabulaire', (2 * Math.min(MUCH, most)) / MUCH],
    ['autre domaine', (2 * Math.min(MUCH_FOREIGN, evidence.foreign)) / MUCH_FOREIGN],
    ['termes', (2 * Math.min(MANY, evidence.hits.length)) / MANY],
    ['aucune action', noneOf(evidence.openScores, NOTHING)],
    ...(evidence.isForeignHead ? [['tête ailleurs', 1] as const] : []),
    ...(most <= 0 ? [['vocabulaire nul', 1] as const] : []),
  ];
}
