import { clean, fold, joinLetters, words } from '../../french/text.ts';
import { kindOfSentence } from './sentence.ts';
import { taxonomy } from './taxonomy.ts';

/** Why a text is no action of a programme, however much of its wording resembles one. */
export type NotAnAction = 'total' | 'intitule' | 'prose' | 'parole';

interface Marks {
  readonly starts: RegExp;
  readonly startsAlone: RegExp;
  readonly headingWords: ReadonlySet<string>;
  readonly intentions: ReadonlySet<string>;
  readonly abstract: ReadonlySet<string>;
}

let compiled: Marks | null = null;

function marks(): Marks {
  if (compiled !== null) return compiled;
  const { debuts, debuts_seuls: alone, mots, intentions, abstraits } = taxonomy().horsAction;
  const opening = (texts: readonly string[]): RegExp =>
    new RegExp(`^(?:[a-d1-9] (?:\\d+ ){0,2}|[ivx]+ (?:\\d+ )?)?(?:(?:les|le|la|l|nos|des) )?(?:${texts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  compiled = {
    starts: opening([...debuts, ...alone.map((text) => `${text}$`)]),
    startsAlone: opening(alone),
    headingWords: new Set(mots),
    intentions: new Set(intentions),
    abstract: new Set(taxonomy().lexicon.stems(abstraits.join(' '))),
  };
  return compiled;
}

/** `Nombre de logements : 412`, `Organisme : …`, `Page 3 sur 8`: a field of a heading, the foot of a page. */
const FIELD =
  /^(?:organisme|bailleur|ville|commune|quartiers?(?: prioritaire)?|nombre de logements|ann[ée]e?(?:\(s\)|s)?|p[ée]riode|code qp|epci)\s*:|^page \d+\b|^(?:\*|\(\d\)$|n\.?b\b)/iu;
/** Whom to ask: `p.martin@office.fr`, `04 72 00 00 00`, `Responsable : agence Sud, Mme Roy`. */
export const CONTACT = /\S@\S+\.\p{L}{2,}|(?<!\d)0[1-9](?:[ .]\d\d){4}(?!\d)|:\s(?:[^:]{1,40},\s)?(?:MM?\.|Mr|Mmes?|Mlle)\s\p{Lu}/u;
/** `Accompagnement des locataires :` stands above what it announces. */
const ANNOUNCES = /:\s*$/u;
/** `Délai moyen d'intervention`, `Le coût moyen…`: a figure. */
const MEAN = /^(?:le |la |l )?(?:delais?|duree|temps|prix|loyer|revenu|age|niveau|effectif|montant) moyen(?:ne)?s?(?= |$)/u;
/** `Effectif : 11 agents`, `Parc : 840 logements`, `2 041 logements`: what there is, counted. */
const COUNT =
  /^(?:effectifs?|population|parc|logements|locataires|ménages|habitants|patrimoine|fréquentation)\b[^:]{0,40}:\s*[\d(]|^\d[\d\s.]*(?:logements?|logts?|lgts?|locataires|ménages|habitants|halls?|immeubles?|b[âa]timents?|entr[ée]es?)(?: sociaux| locatifs| en qpv)?\.?$/iu;
/** Articles, pronouns and prepositions that open a sentence; an entry of a programme opens with its noun. */
const SENTENCE_START =
  /^(?:monsieur|madame|mr?|mme|je|vous|notre|nos|votre|vos|toutes les|le|la|les|l|un|une|des|plusieurs|certains|certaines|quelques|ce|cet|cette|ces|il|elle|ils|elles|on|nous|en|dans|pour|par|afin|conformement|selon|chaque|tout|toute|toutes|tous|aucun|aucune|si|lorsque|lors|apres|avant|depuis|ainsi|de plus|par ailleurs)(?= )/u;
/** `null` for what may be an action. `cell`: the action cell, else the line's only text; `isAlone`: nothing else stands on the line. */
export function notAnAction(cell: string, isAlone: boolean): NotAnAction | null {
  const { starts, startsAlone, headingWords } = marks();
  const folded = fold(cell);
  if (folded === '') return null;
  if (starts.test(folded) || (isAlone && startsAlone.test(folded)) || FIELD.test(clean(cell))) return 'total';
  if (isAlone && (isGlossary(cell) || ANNOUNCES.test(cell))) return 'intitule';
  if (isAlone && (MEAN.test(folded) || COUNT.test(clean(cell)))) return 'total';
  if (isAlone && isAim(cell)) return 'prose';
  const parts = words(joinLetters(cell));
  if (
    !PRINTED_CODE.test(cell) &&
    parts.every((part) => headingWords.has(part) || ARTICLES.has(part) || /^\d+$/u.test(part) || part.length === 1)
  )
    return 'intitule';
  if (!isAlone || parts.length < MIN_SENTENCE) return null;
  const kind = kindOfSentence(cell);
  if (kind === 'geste') return null;
  if (kind === 'parole') return 'parole';
  const isFullSentence = parts.length >= 8 && /\.$/u.test(cell.trim());
  if (kind === 'prose' && isFullSentence) return 'prose';
  const isReflexive = parts.includes('se') || parts.includes('s');
  if (SENTENCE_START.test(folded) && (kind === 'prose' || isReflexive || isFullSentence)) return 'prose';
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

/** `Améliorer le cadre de vie et renforcer le lien social`: nothing that is done, to nothing that is there. */
function isAim(text: string): boolean {
  if (!isIntention(text)) return false;
  const { intentions, abstract } = marks();
  const said = words(text).filter((word) => !intentions.has(word));
  return taxonomy()
    .lexicon.stems(said.join(' '))
    .every((stem) => abstract.has(stem));
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
