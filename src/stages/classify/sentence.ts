import { remember } from '../../french/remember.ts';
import { clean, fold } from '../../french/text.ts';
import { taxonomy } from './taxonomy.ts';

/**
 * What a sentence is about: `geste`, a deed of the landlord's (`Nous enlevons…`, `Les halls ont été repeints`), `parole`, talk of documents, councils and
 * conditions (`La convention prend effet…`), `prose`, any other sentence with a verb; `null`: no sentence, as far as its verbs tell.
 */
export type SentenceKind = 'geste' | 'parole' | 'prose';

const AUXILIARIES: ReadonlySet<string> = new Set(['a', 'ont', 'avons', 'avait', 'avaient', 'aura', 'auront', 'aurons']);
const COPULAS: ReadonlySet<string> = new Set(['est', 'sont', 'sera', 'seront', 'etait', 'etaient', 'sommes', 'serons']);
const NEGATIONS: ReadonlySet<string> = new Set(['pas', 'plus', 'jamais', 'aucun', 'aucune']);
const ADDRESSES: ReadonlySet<string> = new Set(['je', 'vous', 'votre', 'vos', 'veuillez', 'monsieur', 'madame']);
const RELATIVES: ReadonlySet<string> = new Set(['qui', 'que', 'qu', 'dont', 'ou', 'lorsque', 'quand', 'comme', 'alors']);
const ARTICLES: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
  'ce',
  'cet',
  'cette',
  'ces',
  'chaque',
  'tout',
  'tous',
  'toute',
  'toutes',
  'm',
  'mme',
  'mr',
]);
/** `sont`, `est` behind these is no copula: `l'est`, `d'est en ouest`. */
const ELIDED: ReadonlySet<string> = new Set(['l', 'd']);
const DETERMINERS: ReadonlySet<string> = new Set(
  'le la les l un une de d des du sur en a au aux par pour sans et ou cette ce ces leur leurs sa son ses notre nos chaque toute tout'.split(
    ' ',
  ),
);
/** Behind an auxiliary; of the masculine singular only, as all but those of passives are. */
const ANY_PARTICIPLE = /\p{L}{2}(?:é|[^o]i|u)$/u;
const PARTICIPLE = /ée?s?$/u;
/** `sont ramassés par la métropole`: what somebody else does. */
const BY_ANOTHER =
  / par (?:la |le |l |les services (?:de la |du |de l )?)(?:ville|mairie|commune|municipalite|metropole|agglomeration|communaute|departement|region|etat|syndicat|police) /u;
/** A verb stands at most so many words behind its relative pronoun, its auxiliary, its `nous`. */
const NEAR = 3;

interface Word {
  readonly raw: string;
  readonly folded: string;
}

export const kindOfSentence: (text: string) => SentenceKind | null = remember((text) => {
  const read = wordsOf(text);
  if (read.some(({ folded }) => ADDRESSES.has(folded))) return 'parole';
  const folded = ` ${read.map((word) => word.folded).join(' ')} `;
  if ([...taxonomy().verbs.phrases].some((phrase) => folded.includes(` ${phrase} `))) return 'parole';
  const kind = firstVerb(read);
  if (kind === null) return null;
  if (kind.isNegative || BY_ANOTHER.test(folded)) return 'parole';
  const [first, second] = read;
  const head = first !== undefined && ARTICLES.has(first.folded) ? second : undefined;
  const { subjects, payers } = taxonomy().verbs;
  if (head !== undefined && subjects.has(head.folded)) return 'parole';
  // What a landlord does in general (`Le bailleur assure…`) is said by agreements; what it has done is a deed.
  if (head !== undefined && payers.has(head.folded) && !kind.isPast) return 'parole';
  return kind.what;
});

function wordsOf(text: string): Word[] {
  return clean(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((raw) => raw !== '')
    .map((raw) => ({ raw: raw.toLowerCase(), folded: fold(raw) }));
}

interface VerbFound {
  readonly what: SentenceKind;
  readonly isPast: boolean;
  readonly isNegative: boolean;
}

/** The first finite verb of the main clause. */
function firstVerb(read: readonly Word[]): VerbFound | null {
  for (let at = 0; at < read.length; at += 1) {
    const found = verbAt(read, at);
    if (found === null) continue;
    const before = read.slice(Math.max(0, at - NEAR), at);
    if (before.some(({ raw }) => RELATIVES.has(raw))) continue;
    const around = read.slice(Math.max(0, at - 2), at + NEAR);
    return {
      ...found,
      isNegative: before.some(({ raw }) => raw === 'n' || raw === 'ne') && around.some(({ folded }) => NEGATIONS.has(folded)),
    };
  }
  return null;
}

type Told = Omit<VerbFound, 'isNegative'>;

function verbAt(read: readonly Word[], at: number): Told | null {
  const { raw, folded } = read[at] ?? NO_WORD;
  const before = read[at - 1]?.folded ?? '';
  const { deeds, talk } = taxonomy().verbs;
  // Folded, `à` would be `a`.
  if (AUXILIARIES.has(raw)) return perfect(read.slice(at + 1, at + 1 + NEAR));
  if (at > 0 && COPULAS.has(folded) && !ELIDED.has(before))
    return { what: isDone(read.slice(at + 1, at + 1 + NEAR)) ? 'geste' : 'prose', isPast: false };
  const isOurs = read.slice(Math.max(0, at - 2), at).some((word) => word.folded === 'nous');
  if (isOurs && folded.endsWith('ons') && folded.length > 4) return { what: talk.has(folded) ? 'parole' : 'geste', isPast: false };
  if (at === 0) return null;
  // `à la demande`, `une visite`, `validé`: nouns and participles look like verbs.
  if (DETERMINERS.has(before) || PARTICIPLE.test(raw)) return null;
  if (deeds.has(folded)) return { what: 'geste', isPast: false };
  if (talk.has(folded)) return { what: 'prose', isPast: false };
  return isPluralVerb(folded) ? { what: 'prose', isPast: false } : null;
}

const NO_WORD: Word = { raw: '', folded: '' };

/** Behind an auxiliary: `été renforcé`, `fait réparer`, `participé`; `null`: a noun stands there. */
function perfect(next: readonly Word[]): Told | null {
  const { deedParticiples, talkParticiples } = taxonomy().verbs;
  const isPassive = next.some(({ raw }) => raw === 'été' || raw === 'ete');
  if (next.some(({ folded }) => talkParticiples.has(folded) && !deedParticiples.has(folded))) return { what: 'parole', isPast: true };
  if (isDone(next)) return { what: 'geste', isPast: true };
  // `ont été squattés`: what befell.
  if (isPassive) return { what: 'prose', isPast: true };
  // What happened is told with any verb (`les incivilités ont reculé`), what a landlord did with those of deeds.
  return ANY_PARTICIPLE.test(next[0]?.raw ?? '') ? { what: 'prose', isPast: true } : null;
}

function isDone(next: readonly Word[]): boolean {
  return next.some(({ folded }) => taxonomy().verbs.deedParticiples.has(folded));
}

const PLURAL_VERB =
  /^(?!agent|president|different|content|argent|accident|client|patient|present|referent|adherent|souvent|talent|urgent|recent|frequent|parent|equivalent|permanent|evident|occident|incident|continent|couvent|absent|resident|adolescent)\p{L}{3,}ent$/u;
const NOUN_ENDING = /ment$/u;

/** `persistent`, `seront`: what the endings tell of any verb. */
function isPluralVerb(folded: string): boolean {
  return (PLURAL_VERB.test(folded) && !NOUN_ENDING.test(folded)) || /(?:eront|ront)$/u.test(folded);
}
