import { clean, fold, joinLetters, words } from '../../french/text.ts';
import { taxonomy } from './taxonomy.ts';

/** Why a text is no action of a programme, however much of its wording resembles one. */
export type NotAnAction = 'total' | 'intitule' | 'prose';

interface Marks {
  readonly starts: RegExp;
  readonly startsAlone: RegExp;
  readonly headingWords: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly intentions: ReadonlySet<string>;
}

let compiled: Marks | null = null;

function marks(): Marks {
  if (compiled !== null) return compiled;
  const { debuts, debuts_seuls: alone, mots, verbes, intentions } = taxonomy().horsAction;
  const opening = (texts: readonly string[]): RegExp => new RegExp(`^(?:[a-d1-9] )?(?:${texts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  compiled = {
    starts: opening([...debuts, ...alone.map((text) => `${text}$`)]),
    startsAlone: opening(alone),
    headingWords: new Set(mots),
    verbs: new Set(verbes),
    intentions: new Set(intentions),
  };
  return compiled;
}

/** `Nombre de logements : 412`, `Organisme : …`, `Page 3 sur 8`: a field of a heading, the foot of a page. */
const FIELD =
  /^(?:organisme|bailleur|ville|commune|quartiers?(?: prioritaire)?|nombre de logements|ann[ée]e?(?:\(s\)|s)?|p[ée]riode|code qp|epci)\s*:|^page \d+\b|^(?:\*|\(\d\)$|n\.?b\b)/iu;
/** Articles, pronouns and prepositions that open a sentence; an entry of a programme opens with its noun. */
const SENTENCE_START =
  /^(?:monsieur|madame|mr?|mme|je|vous|notre|nos|votre|vos|toutes les|le|la|les|l|un|une|ce|cet|cette|ces|il|elle|ils|elles|on|nous|en|dans|pour|par|afin|conformement|selon|chaque|tout|toute|toutes|tous|aucun|aucune|si|lorsque|lors|apres|avant|depuis|ainsi|de plus|par ailleurs)(?= )/u;
const PLURAL_VERB =
  /^(?!agent|president|different|content|argent|accident|client|patient|present|referent|adherent|souvent|talent|urgent|recent|frequent|parent|equivalent|permanent|evident|occident|incident|continent|couvent|absent|resident|adolescent)\p{L}{3,}ent$/u;
const NOUN_ENDING = /ment$/u;

/** `null` for what may be an action. `cell`: the action cell, else the line's only text; `isAlone`: nothing else stands on the line. */
export function notAnAction(cell: string, isAlone: boolean): NotAnAction | null {
  const { starts, startsAlone, headingWords, verbs } = marks();
  const folded = fold(cell);
  if (folded === '') return null;
  if (starts.test(folded) || (isAlone && startsAlone.test(folded)) || FIELD.test(clean(cell))) return 'total';
  if (isAlone && isGlossary(cell)) return 'intitule';
  const parts = words(joinLetters(cell));
  if (
    !PRINTED_CODE.test(cell) &&
    parts.every((part) => headingWords.has(part) || ARTICLES.has(part) || /^\d+$/u.test(part) || part.length === 1)
  )
    return 'intitule';
  if (!isAlone || parts.length < MIN_SENTENCE) return null;
  const hasVerb = parts.slice(1).some((part, index) => isVerb(part, verbs) && !isElided(parts[index] ?? ''));
  const isReflexive = parts.includes('se') || parts.includes('s');
  const isFullSentence = parts.length >= 8 && /\.$/u.test(cell.trim());
  if (hasVerb && isFullSentence) return 'prose';
  if (SENTENCE_START.test(folded) && (hasVerb || isReflexive || isFullSentence)) return 'prose';
  return null;
}

/** `GUSP : gestion urbaine et sociale de proximité`: an abbreviation and what its letters stand for. */
function isGlossary(text: string): boolean {
  const [, letters, told = ''] = ABBREVIATION.exec(clean(text)) ?? [];
  if (letters === undefined) return false;
  const initials = words(told)
    .filter((word) => !ARTICLES.has(word))
    .map((word) => word.charAt(0));
  if (initials.length < letters.length || initials.length > letters.length + MORE_WORDS) return false;
  const asked = fold(letters);
  let found = 0;
  for (const initial of initials) if (initial === asked.charAt(found)) found += 1;
  return found === asked.length && initials[0] === asked.charAt(0);
}

/** `Améliorer le cadre de vie`: an aim, rarely a deed. */
export function isIntention(text: string): boolean {
  const [first] = words(text);
  return first !== undefined && marks().intentions.has(first);
}

const ARTICLES: ReadonlySet<string> = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'et', 'ou', 'au', 'aux']);
/** `QPV : quartier prioritaire de la politique de la ville`. */
const MORE_WORDS = 1;
const ABBREVIATION = /^(\p{Lu}{3,7})\s*[:=–-]\s*(\p{L}.*)$/u;
const MIN_SENTENCE = 6;
const PRINTED_CODE = /\b[1-8]\s?[.-]\s?[1-5]\b/u;

/** `l'a…`, `d'est…`: what follows an elided article is a noun. */
function isElided(before: string): boolean {
  return before === 'l' || before === 'd';
}

function isVerb(word: string, verbs: ReadonlySet<string>): boolean {
  return verbs.has(word) || (PLURAL_VERB.test(word) && !NOUN_ENDING.test(word)) || /(?:eront|ront)$/u.test(word);
}
