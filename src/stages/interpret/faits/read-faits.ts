import { findDate } from '../../../french/dates.ts';
import { clean, fold } from '../../../french/text.ts';
import type { Heading } from '../../../model/draft.ts';
import type { Fait } from '../../../model/fait.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Piece } from '../heading-piece.ts';
import { partiesOf } from '../parties.ts';
import { namesQuartier } from '../quartiers-told.ts';
import { abatement } from './abatement.ts';
import { agreement } from './accord.ts';
import { deadlines } from './deadlines.ts';
import { durationIn } from './duration.ts';
import { dwellings } from './dwellings.ts';
import type { Found } from './found.ts';
import { sentencesOf } from './sentences-of.ts';

const DELIBERATION = /\bdeliberation\b/u;
const SIGNED = /\b(?:fait a|signee?s? le|signature le|date de signature)\b/u;
const CARRY = /\breport\w*\b.{0,80}\b(?:n 1|annee suivante|annee n 1)\b/u;
const FUNGIBLE = /\bfongib/u;
const TAX_ARTICLE = /\barticle (\d{4}) bis\b.{0,60}\b(?:impots?|cgi)\b/u;

function taxArticle(folded: string): Found[] {
  const number = TAX_ARTICLE.exec(folded)?.[1];
  return number === undefined ? [] : [{ sujet: 'article_cgi', valeur: `${number} bis` }];
}

function duration(text: string): Found[] {
  const periode = durationIn(text);
  return periode === null ? [] : [{ sujet: 'duree', valeur: `${String(periode.debut)}-${String(periode.fin)}`, periode }];
}

function dated(text: string, folded: string): Found[] {
  // `Vu l'avenant signé le…`: another text's signature.
  const isCited = /^\W*vu\b/iu.test(text);
  const sujet = DELIBERATION.test(folded) ? 'deliberation' : SIGNED.test(folded) && !isCited ? 'signature' : null;
  const date = sujet === null ? null : findDate(text.slice(Math.max(0, text.search(/d[ée]lib[ée]ration|fait [àa]|sign/iu))));
  return sujet === null || date === null ? [] : [{ sujet, valeur: date, date }];
}

function clauses(folded: string): Found[] {
  return [
    ...(CARRY.test(folded) ? [{ sujet: 'clause_report' as const, valeur: 'report N+1' }] : []),
    ...(FUNGIBLE.test(folded) ? [{ sujet: 'clause_fongibilite' as const, valeur: 'fongibilité entre quartiers' }] : []),
  ];
}

/** A programme of the document, as its facts are told apart from the others': by its pages, and by its quartier. */
export interface Told {
  readonly pages: readonly number[];
  readonly heading: Pick<Heading, 'quartier' | 'codeQp'>;
}

function names({ heading: { quartier, codeQp } }: Told, text: string): boolean {
  const known = [quartier, codeQp].flatMap((name) => (name === null ? [] : [fold(name)]));
  return known.some((name) => name !== '' && ` ${fold(text)} `.includes(` ${name} `));
}

/** The one programme whose quartier the words `about` a fact name, else its sentence; else the one whose page it stands on. */
function programmeOf(about: string, text: string, page: number, programmes: readonly Told[]): number | null {
  const only = (is: (programme: Told) => boolean): number | null => {
    const [found, ...more] = programmes.flatMap((programme, index) => (is(programme) ? [index] : []));
    return found === undefined || more.length > 0 ? null : found;
  };
  return (
    only((programme) => names(programme, about)) ?? only((programme) => names(programme, text)) ?? only(({ pages }) => pages.includes(page))
  );
}

/** Dwellings count for the programme that the sentence names; without a name for that of the page, or the only one; never where they are told of another quartier. */
function programmeOfDwellings(about: string, text: string, page: number, programmes: readonly Told[]): number | null {
  const named = programmes.findIndex((programme) => names(programme, about));
  if (named < 0 && namesQuartier(about)) return null;
  return programmeOf(about, text, page, programmes) ?? (programmes.length === 1 ? 0 : null);
}

/**
 * The facts that the text tells, each with its sentence: of a convention its parties, dates, deadlines and clauses; of any document the
 * abattement, the dwellings of a quartier and the agreement to a carrying over. `isLegal`: the pieces are a contract's.
 */
export function readFaits(
  pieces: readonly Piece[],
  isLegal: boolean,
  programmes: readonly Told[],
  epciIn: Knowledge['epciIn'],
): readonly Fait[] {
  const found = new Map<string, Fait>();
  const add = ({ about = '', phrase, ...fact }: Found, text: string, piece: Piece): void => {
    const of = fact.sujet === 'logements' ? programmeOfDwellings : programmeOf;
    const programme = of(about, text, piece.place.page, programmes);
    const key = `${fact.sujet} ${fact.valeur} ${String(programme)}`;
    if (found.has(key)) return;
    const empty = { montant: null, nombre: null, date: null, periode: null };
    found.set(key, { ...empty, ...fact, phrase: phrase ?? text, place: piece.place, programme });
  };
  for (const sentence of sentencesOf(pieces)) {
    const { text, folded, piece } = sentence;
    const isClause = isLegal && programmes.every(({ pages }) => !pages.includes(piece.place.page));
    const told = [
      ...abatement(text),
      ...dwellings(text),
      ...agreement(sentence, isClause),
      ...taxArticle(folded),
      ...(isLegal ? [...dated(text, folded), ...deadlines(folded), ...duration(text), ...clauses(folded)] : []),
    ];
    for (const fact of told) add(fact, text, piece);
  }
  if (isLegal)
    for (const { name, phrase, piece } of partiesOf(pieces, epciIn)) add({ sujet: 'partie', valeur: name }, clean(phrase), piece);
  return [...found.values()];
}
