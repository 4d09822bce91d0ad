import { DAY_OF_YEAR, findDate } from '../../french/dates.ts';
import { readFigure } from '../../french/figures.ts';
import { clean, fold } from '../../french/text.ts';
import type { Fait, Sujet } from '../../model/fait.ts';
import type { Periode } from '../../model/vocabulary.ts';
import { periodIn, type Piece } from './facts.ts';
import { paragraphs } from './paragraphs.ts';
import { partiesOf } from './parties.ts';

interface Sentence {
  readonly text: string;
  /** Without accents or punctuation: old OCR layers lose both. */
  readonly folded: string;
  readonly piece: Piece;
}

const LONGEST = 600;

function sentencesOf(pieces: readonly Piece[]): Sentence[] {
  return paragraphs(pieces).flatMap((piece) =>
    clean(piece.text)
      .split(/(?<=[.;!?])\s+(?=[\p{Lu}«–-])/u)
      .filter((text) => text.length > 5 && text.length <= LONGEST)
      .map((text) => ({ text, folded: fold(text), piece })),
  );
}

type Found = Partial<Pick<Fait, 'montant' | 'nombre' | 'date' | 'periode'>> & { readonly sujet: Sujet; readonly valeur: string };

const DELIBERATION = /\bdeliberation\b/u;
const SIGNED = /\b(?:fait a|signee?s? le|signature le|date de signature)\b/u;
const DEADLINE = /\b(?:au plus tard|avant (?:le|la fin)|d ici (?:le|la fin)|echeance)\b/u;
const QUARTER = /\b(?:fin du )?(premier|deuxieme|troisieme|quatrieme|1er|2e|3e|4e) (trimestre|semestre)(?: (20\d\d))?/u;
const CARRY = /\breport\w*\b.{0,80}\b(?:n 1|annee suivante|annee n 1)\b/u;
const FUNGIBLE = /\bfongib/u;
/** `: 8535`, `est estimé à 8 535 €`, `s'élève à`: what stands between the abattement's name and its amount. */
const SAYS = String.raw`(?:\s*[:=]|\s+(?:est|[ée]tait|sera|a [ée]t[ée])(?:\s+\p{L}+[ée])?\s+(?:de|à)|\s+s['’ ]?(?:[ée]l[èe]v\p{L}+|[ée]tabli\p{L}+)\s+à|\s+(?:repr[ée]sente|atteint))`;
const FIGURE = String.raw`(?<figure>\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?|\d{3,9}(?:[.,]\d{1,2})?)(?![\d%])`;
const YEAR = String.raw`(?:\(?(?:pour\s+|en\s+|de\s+)?(?:l['’ ]?ann[ée]e\s+)?(?<year>20\d\d)\)?)?`;
const NAME = String.raw`abattement\s*(?:de\s+(?:la\s+)?)?(?:TFPB\s*)?${YEAR}`;
/** A year alone is no amount (`Montant de l'abattement 2024` heads a column). */
const ABATEMENT = new RegExp(
  String.raw`montant\s+(?:total\s+)?de\s+l['’ ]?\s?${NAME}(?:${SAYS})?\s*(?!20\d\d(?!\d|[.,]\d|\s*(?:€|euro)))${FIGURE}\s*(?:€|eur(?:os?)?)?`,
  'iu',
);
const ABATEMENT_SAID = new RegExp(String.raw`\b${NAME}${SAYS}\s+(?:environ\s+)?${FIGURE}\s*(?:€|eur(?:os?)?)`, 'iu');
const DWELLINGS = /(?<![\d.,])(?<count>\d{1,3}(?:[  ]\d{3})+|\d{1,6})\s+logements?\b(?<what>.{0,40})/giu;
const IN_QUARTIER =
  /^\W*(?:\p{L}+\s+){0,3}?(?:en|dans (?:le|les)|du|des|situes? (?:en|dans))\W*(?:qpv|quartiers? prioritaires?|quartier)\b/iu;

function abatement(text: string): Found[] {
  const groups = (ABATEMENT.exec(text) ?? ABATEMENT_SAID.exec(text))?.groups;
  const montant = groups === undefined ? null : readFigure((groups['figure'] ?? '').replace(/[  ]/gu, ' '), 'euro');
  if (groups === undefined || montant === null) return [];
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  return [{ sujet: 'abattement', valeur: montant.toFixed(2), montant, periode: year === null ? null : { debut: year, fin: year } }];
}

function dwellings(text: string): Found[] {
  return [...text.matchAll(DWELLINGS)].flatMap((match): Found[] => {
    const nombre = Number((match.groups?.['count'] ?? '').replace(/\D/gu, ''));
    return IN_QUARTIER.test(match.groups?.['what'] ?? '') && nombre > 0 ? [{ sujet: 'logements', valeur: String(nombre), nombre }] : [];
  });
}

/** Months as French writes them; matching is done without accents. */
const ACCENTED: Readonly<Record<string, string>> = { fevrier: 'février', aout: 'août', decembre: 'décembre' };

function deadline(folded: string): Found[] {
  if (!DEADLINE.test(folded)) return [];
  const day = DAY_OF_YEAR.exec(folded);
  if (day !== null) return [{ sujet: 'echeance', valeur: `${day[1] ?? ''} ${ACCENTED[day[2] ?? ''] ?? day[2] ?? ''}` }];
  const quarter = QUARTER.exec(folded);
  return quarter === null
    ? []
    : [{ sujet: 'echeance', valeur: clean(`fin du ${quarter[1] ?? ''} ${quarter[2] ?? ''} ${quarter[3] ?? ''}`) }];
}

const TAX_ARTICLE = /\barticle (\d{4}) bis\b.{0,60}\b(?:impots?|cgi)\b/u;

function taxArticle(folded: string): Found[] {
  const number = TAX_ARTICLE.exec(folded)?.[1];
  return number === undefined ? [] : [{ sujet: 'article_cgi', valeur: `${number} bis` }];
}

const DURATION = /\b(?:duree|a compter de|jusqu en|periode)\b/u;

function duration(text: string, folded: string): Found[] {
  const periode: Periode | null = DURATION.test(folded) && /\b(?:convention|contrat|avenant)\b/u.test(folded) ? periodIn(text) : null;
  return periode === null || periode.fin === periode.debut
    ? []
    : [{ sujet: 'duree', valeur: `${String(periode.debut)}-${String(periode.fin)}`, periode }];
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

/**
 * The facts that the text tells, each with its sentence: of a convention its parties, dates, deadlines and clauses; of any document the
 * abattement and the dwellings of a quartier. `isLegal`: the pieces are a contract's.
 */
export function readFaits(pieces: readonly Piece[], isLegal: boolean, programmePages: readonly (readonly number[])[]): readonly Fait[] {
  const found = new Map<string, Fait>();
  const add = (fact: Found, phrase: string, piece: Piece): void => {
    const on = programmePages.flatMap((pages, index) => (pages.includes(piece.place.page) ? [index] : []));
    const programme = on.length === 1 ? (on[0] ?? null) : null;
    const key = `${fact.sujet} ${fact.valeur} ${String(programme)}`;
    if (found.has(key)) return;
    found.set(key, { montant: null, nombre: null, date: null, periode: null, ...fact, phrase, place: piece.place, programme });
  };
  for (const { text, folded, piece } of sentencesOf(pieces)) {
    const told = [
      ...abatement(text),
      ...dwellings(text),
      ...taxArticle(folded),
      ...(isLegal ? [...dated(text, folded), ...deadline(folded), ...duration(text, folded), ...clauses(folded)] : []),
    ];
    for (const fact of told) add(fact, text, piece);
  }
  const [first] = pieces;
  if (isLegal && first !== undefined)
    for (const { kind, name } of partiesOf(pieces)) {
      const piece = pieces.find((other) => other.text.includes(name)) ?? first;
      add({ sujet: 'partie', valeur: name }, clean(`${kind} : ${piece.text}`), piece);
    }
  return [...found.values()];
}
