import { readCount } from '../../french/numbers.ts';
import { clean, fold } from '../../french/text.ts';
import type { Heading } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { labelledFacts } from './facts.ts';
import type { Fact, Field, Piece } from './heading-piece.ts';
import { codeQpIn, periodIn, quartierName, sameName } from './heading-values.ts';
import { withTownOf } from './landlord-town.ts';
import { mayorsTown } from './mayor-address.ts';
import { paragraphs } from './paragraphs.ts';
import { isBesideTitle, isByPlace, lineGuesses } from './title-segments.ts';
import { ownBeginning, titleGuesses, type Guess } from './titles.ts';

export const NO_HEADING: Heading = {
  periode: null,
  commune: null,
  codeInsee: null,
  quartier: null,
  codeQp: null,
  bailleur: null,
  siren: null,
  logements: null,
  place: null,
};

/** A code that lacks a digit or its letter still begins with its département: three signs, a nought before two. */
const SHORT_CODE = /^Q[PN](?:0(?<two>\d\d|2[AB])|(?<three>97[1-8]))\d{1,2}$/u;

/** The département that a postal code, a number in brackets or a QPV code beside the name gives. */
function departementHint(value: string, codeQp: string | null, knowledge: Knowledge): string | null {
  const short = SHORT_CODE.exec(codeQp ?? '')?.groups;
  const fromCode = codeQp === null ? null : (knowledge.departementOfCodeQp(codeQp) ?? short?.['two'] ?? short?.['three'] ?? null);
  if (fromCode !== null) return fromCode;
  const postal = /(?<!\d)(97\d|\d{2})\d{2,3}(?!\d)/u.exec(value)?.[1];
  const bracket = /[(–-]\s*(2[AB]|97\d|\d{2})\s*\)?\s*$/iu.exec(value)?.[1];
  return bracket ?? postal ?? null;
}

function communeOf(value: string, codeQp: string | null, knowledge: Knowledge): { commune: string; codeInsee: string | null } {
  const hint = departementHint(value, codeQp, knowledge);
  const bare = clean(value.replace(/\([^)]*\)/gu, ' ').replace(/(?<!\p{L})\d{2,5}(?!\p{L})/gu, ' ')).replace(/^[\s–-]+|[\s–-]+$/gu, '');
  for (const candidate of [bare, bare.replace(/^(?:ville|commune) (?:de |d['’])/iu, ''), ...bare.split(/\s*[/,;–—]\s*|\s+-\s+/u)]) {
    const found = candidate === '' ? null : knowledge.commune(candidate, hint);
    if (found !== null) return { commune: found.nom, codeInsee: found.codeInsee };
  }
  const near = bare === '' ? null : (knowledge.nearCommune?.(bare, hint) ?? null);
  return near === null ? { commune: bare === '' ? value : bare, codeInsee: null } : { commune: near.nom, codeInsee: near.codeInsee };
}

/** Whether a commune of this name lies where the QPV code says. */
function isThere(value: string, codeQp: string | null, knowledge: Knowledge): boolean {
  const departement = codeQp === null ? null : knowledge.departementOfCodeQp(codeQp);
  return departement === null || communeOf(value, codeQp, knowledge).codeInsee?.startsWith(departement) === true;
}

/** The first commune that titles name where the QPV code says; elsewhere only what is no part of the quartier's name ("La Croix - Ville Oger", "La Plaine - La Forge"). */
function guessedCommune(guesses: readonly Guess[], codeQp: string | null, quartier: string | null, knowledge: Knowledge): Guess | null {
  const named = guesses.filter(({ field }) => field === 'commune');
  const isInName = ({ value }: Guess): boolean => quartier !== null && ` ${fold(quartier)} `.includes(` ${fold(value)} `);
  // "QPV La Forge - Les Pins – Oyonnax": a part of the quartier's name may be called as a commune is.
  const parts = quartier?.split(/\s+-\s+/u) ?? [];
  const isPart = ({ value }: Guess): boolean => parts.length > 1 && parts.some((part) => sameName(part, value));
  const there = named.filter(({ value }) => isThere(value, codeQp, knowledge));
  return there.find((guess) => !isPart(guess)) ?? there[0] ?? named.find((guess) => !isInName(guess)) ?? null;
}

/** A name beside the title may be the landlord's: it is the quartier's only where the landlord is told in words and is another. */
function quartierBeside<F extends { readonly value: string; readonly cost?: number }>(quartier: F | null, bailleur: F | null): F | null {
  if (quartier === null || !isBesideTitle(quartier)) return quartier;
  return bailleur !== null && !isByPlace(bailleur) && !sameName(bailleur.value, quartier.value) ? quartier : null;
}

/** "Organisme : Habitat 42 – SIREN 542 820 014": a number right behind its name, no colon between. */
const SIREN = /\bSIREN\s+(?:n ?[°º] ?)?(\d{3} ?\d{3} ?\d{3})(?! ?\d)/iu;

function sirenBeside(pieces: readonly Piece[]): string | null {
  return pieces.flatMap(({ text }) => SIREN.exec(text)?.[1]?.replace(/\D/gu, '') ?? [])[0] ?? null;
}

/** A heading from labelled facts first, then, where `guess` allows, from what the titles suggest. */
export function readHeading(lines: readonly Piece[], knowledge: Knowledge, guess: boolean): Heading {
  const pieces = paragraphs(lines);
  const own = pieces.slice(ownBeginning(pieces));
  const facts: Fact[] = [...labelledFacts(own), ...(own.length < pieces.length ? labelledFacts(pieces) : [])];
  const guesses = guess
    ? [...titleGuesses(pieces, knowledge), ...lineGuesses(lines, pieces, knowledge), ...mayorsTown(lines, knowledge)].sort(
        (a, b) => a.cost - b.cost,
      )
    : [];
  const labelled = (field: Field): Fact | null => facts.find((fact) => fact.field === field) ?? null;
  const of = (field: Field): { value: string; place: Piece['place']; cost?: number } | null =>
    labelled(field) ?? guesses.find((other) => other.field === field) ?? null;
  const anyCode = pieces.map((piece) => codeQpIn(piece.text)).find((code) => code !== null) ?? null;
  const codeFact = of('codeQp');
  const codeQp = (codeFact === null ? null : codeQpIn(codeFact.value)) ?? anyCode;
  const bailleurFact = of('bailleur');
  const quartierFact = quartierBeside(of('quartier'), bailleurFact);
  const periodeFact = of('periode');
  const logementsFact = of('logements');
  const sirenFact = of('siren');
  const quartier = quartierFact === null ? null : quartierName(quartierFact.value);
  const communeFact = labelled('commune') ?? guessedCommune(guesses, codeQp, quartier, knowledge);
  const commune = communeFact === null ? null : communeOf(communeFact.value, codeQp, knowledge);
  // A name told by its place alone may be the quartier's: it is the landlord's only where the quartier is known and is another.
  const isBailleur = bailleurFact !== null && (!isByPlace(bailleurFact) || (quartier !== null && !sameName(quartier, bailleurFact.value)));
  const bailleur = isBailleur ? clean(bailleurFact.value) : null;
  const [first] = facts;
  return {
    periode: periodeFact === null ? null : periodIn(periodeFact.value),
    commune: commune?.commune ?? null,
    codeInsee: commune?.codeInsee ?? null,
    quartier,
    codeQp,
    bailleur:
      bailleur === null || commune === null || commune.codeInsee === null ? bailleur : withTownOf(bailleur, commune.commune, knowledge),
    siren: sirenFact === null ? sirenBeside(pieces) : (/\d{9}/u.exec(sirenFact.value.replace(/\s/gu, ''))?.[0] ?? null),
    logements: logementsFact === null ? null : readCount(logementsFact.value),
    place: first?.over ?? first?.place ?? quartierFact?.place ?? communeFact?.place ?? pieces[0]?.place ?? null,
  };
}

/** `own`, with what it does not say taken from `other`. */
export function completeHeading(own: Heading, other: Heading, fields: readonly (keyof Heading)[]): Heading {
  const taken = Object.fromEntries(fields.filter((field) => own[field] === null).map((field) => [field, other[field]]));
  return { ...own, ...taken };
}

/** The heading with the code of its commune where only a QPV code found elsewhere tells which commune of that name it is. */
export function withCodeInsee(heading: Heading, knowledge: Knowledge): Heading {
  const { commune, codeInsee, codeQp } = heading;
  return commune === null || codeInsee !== null || codeQp === null ? heading : { ...heading, ...communeOf(commune, codeQp, knowledge) };
}

/** The heading with the code of its commune as the QPV codes of `others` tell it: one document speaks of one commune of a name. */
export function withCommuneOfOthers(heading: Heading, others: readonly Heading[], knowledge: Knowledge): Heading {
  const { commune } = heading;
  const departement = ({ codeQp }: Heading): string | null => (codeQp === null ? null : knowledge.departementOfCodeQp(codeQp));
  if (commune === null || departement(heading) !== null) return heading;
  const told = others.filter((other) => {
    const there = departement(other);
    return other.commune !== null && sameName(other.commune, commune) && there !== null && other.codeInsee?.startsWith(there) === true;
  });
  const [codeInsee, ...more] = new Set(told.map((other) => other.codeInsee));
  return codeInsee === undefined || more.length > 0 ? heading : { ...heading, codeInsee };
}

/** The landlord that titles name by its place alone, where the quartiers of the programmes (`names`) are known from elsewhere. */
export function landlordBeside(pieces: readonly Piece[], names: readonly string[], knowledge: Knowledge): string | null {
  const found = titleGuesses(paragraphs(pieces), knowledge).find(({ field }) => field === 'bailleur');
  return found === undefined || names.some((name) => sameName(name, found.value)) ? null : clean(found.value);
}
