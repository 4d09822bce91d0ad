import { matchesIn } from '../../french/matches.ts';
import { partyKind, withoutLead, type PartyKind } from '../../french/party-kind.ts';
import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { wholeEpciName } from './epci-name.ts';
import type { Piece } from './heading-piece.ts';
import { joinedLines } from './joined-lines.ts';

/** Who signs a convention: one entry a party, as the text introduces it. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  /** The whole of what introduces it, over all its lines. */
  readonly phrase: string;
  /** The first of these lines. */
  readonly piece: Piece;
}

const OPENS =
  /^\W*(?:entre\b|conclue?s?(?: et signee?)? entre|passee? entre|les soussignes|signataires|sont parties a la (?:presente )?convention)/u;
const CLOSES = /^\W*(?:vu\b|il (?:est|a ete) (?:convenu|prealablement)|preambule|article\b|considerant|objet\b|1\W)/u;
const LEAD =
  /^\W*(?:entre les soussign[ée]s|conclue?s? entre|pass[ée]e? entre|entre|sont parties [àa] la (?:pr[ée]sente )?convention)\s*:?\s*/iu;
const BULLET = /^\s*[-–—•▪*·]/u;
const LONGEST_ZONE = 40;

interface Item {
  readonly text: string;
  readonly piece: Piece;
}

/** The items of the list of parties: a dash, a semicolon or a capital after a comma opens the next. */
function items(pieces: readonly Piece[]): Item[] {
  const start = pieces.findIndex((piece) => OPENS.test(fold(piece.text)));
  if (start < 0) return [];
  const found: Item[] = [];
  const isSentence = /^\W*sont parties/iu.test(pieces[start]?.text ?? '');
  for (const piece of pieces.slice(start, start + LONGEST_ZONE)) {
    const text = clean(piece.text);
    if (found.length > 0 && CLOSES.test(fold(text))) break;
    const rest = text.replace(LEAD, '');
    if (rest === '') continue;
    const last = found.at(-1);
    // "Sont parties à la convention : A, représenté par… ; B." is one sentence.
    if (isSentence && last?.text.endsWith('.') === true && !BULLET.test(rest)) break;
    const opens =
      last === undefined ||
      BULLET.test(rest) ||
      /^(?:d['’](?:une|autre) part|et\b\s*[:,]?)/iu.test(rest) ||
      (/[;,.]$/u.test(last.text) && /^\p{Lu}|^l['’]|^l[ea]s? \p{Lu}/u.test(rest));
    if (last === undefined || opens) found.push({ text: rest, piece });
    else found[found.length - 1] = { ...last, text: joinedLines(last.text, rest) };
  }
  return found
    .flatMap(({ text, piece }) => byName(text).map((own) => ({ text: own, piece })))
    .flatMap(({ text, piece }) => text.split(/(?<=;)\s*/u).flatMap((part) => byRepresentative(part).map((own) => ({ text: own, piece }))))
    .filter(({ text }) => /\w/u.test(text));
}

const REPRESENTED = /(?<!\p{L})repr[ée]sent[ée]e?s?(?!\p{L})/giu;
const CIVILITY = /^(?:m|mr|mme|mm|mmes|mlle|monsieur|madame|messieurs)\b/u;
/** Where a party may begin behind a comma: surest behind "et", then by its article, then by its capital. */
const BEGINNINGS = [/^et\s+(?:\p{Lu}|l['’]|l[ea]s?\s)/u, /^(?:l['’]|l[ea]s?\s)/u, /^\p{Lu}/u];

/**
 * One item for each party of a running text: "l'État, représenté par le préfet, la ville, représentée par son maire, et Untel Habitat, office public, représenté par…". Each is represented
 * once, and between two of these the next begins behind a comma.
 */
function byRepresentative(text: string): readonly string[] {
  const [, ...later] = matchesIn(text, REPRESENTED);
  const starts: number[] = [];
  let from = matchesIn(text, REPRESENTED)[0]?.index ?? 0;
  for (const { index } of later) {
    const commas = matchesIn(text.slice(from, index), /,\s+/gu).map((comma) => from + comma.index + comma[0].length);
    const parts = commas.filter((at) => at < index && !CIVILITY.test(fold(text.slice(at, index))));
    const start = BEGINNINGS.map((begins) => parts.find((at) => begins.test(text.slice(at, index)))).find((at) => at !== undefined);
    if (start !== undefined) starts.push(start);
    from = index;
  }
  return [0, ...starts].map((start, at, all) => text.slice(start, all[at + 1]));
}

/** A party by its name alone, with its article: "la Ville de Bourges". */
const NAME_ALONE = /^(?:l['’]|l[ea]s?\s)?\s*\p{Lu}[^,;:.]{1,60}$/u;
const FEWEST_NAMES = 3;

/** One item for each party of a title that names them one after the other, the State first: "l'État, Bourges Plus, la Ville de Bourges et Val de Berry". */
function byName(text: string): readonly string[] {
  const parts = text.split(/\s*,\s+(?:et\s+)?|\s+et\s+(?=\p{Lu}|l['’]|l[ea]s?\s)/u);
  return parts.length >= FEWEST_NAMES && partyKind(parts[0] ?? '') === 'etat' && parts.every((part) => NAME_ALONE.test(part))
    ? parts
    : [text];
}

const NAME = /^(?<name>.+?)(?=\s*[,;]|\s*\(|\s+repr[ée]sent|\s+ci-apr[èe]s|\s+d[ée]nomm|$)/iu;

/** Before a word of the language an article is grammar; before a name of its own it is a part of it: "Le Mans Métropole", "Le Grand Chalon". */
const ARTICLE =
  /^(?:(?:la|le|les)\s+|l['’]\s*)(?=(?:villes?|communes?|mairies?|communaut[ée]s?|m[ée]tropole|eurom[ée]tropole|agglom[ée]ration|intercommunalit[ée]|d[ée]partement|r[ée]gion|conseil|pr[ée]f[èe]te?s?|pr[ée]fecture|sous-pr[ée]f\p{L}*|[ée]tat|[ée]tablissement|epci|syndicat|caisse|agence|associations?|bailleurs?|organismes?|soci[ée]t[ée]s?|office|oph|banque|collectivit[ée]s?|maires?|pr[ée]sidente?)(?!\p{L}))/iu;

/** "la structure intercommunale Le Grand Chalon": what the party is, before its name; a legal form ("communauté de communes") is part of the name instead. */
const GENERIC_EPCI =
  /^(?:(?:la|le)\s+|l['’]\s*)?(?:structure intercommunale|groupement intercommunal|intercommunalit[ée]|(?:epci|EPCI|[ée]tablissement public de coop[ée]ration intercommunale(?: [àa] fiscalit[ée] propre)?)(?:\s*\(EPCI\))?)\s+(?=\p{Lu})/u;

/** "l'organisme Habitat de la Vienne": what the landlord is, before its name; a legal form ("l'Office public de l'habitat de…") is part of the name, and so is a capital of its own ("la Société Dauphinoise pour l'Habitat"). */
const GENERIC_LANDLORD =
  /^(?:[Ll]['’]\s*|[Ll][ea]\s+)?(?:[Oo]rganisme(?: d[eu] logement social| d['’]habitation)?|[Bb]ailleur(?: social)?|soci[ée]t[ée](?= [\p{Lu}«"])|Soci[ée]t[ée](?= [«"]))(?:\s+(?:HLM|Hlm|hlm))?(?:\s+d[ée]nomm[ée]e?)?\s*:?\s+[«"“]?\s*(?=[\p{Lu}\d])/u;

/** Of who signs such a convention the one that is neither the State, the town nor the intercommunality is the landlord, whatever its name: "Le Foyer Castrais". */
function withLandlordLeft(parties: readonly Party[]): readonly Party[] {
  const kinds = new Set(parties.map(({ kind }) => kind));
  const [only, another] = parties.filter(({ kind }) => kind === 'autre');
  const isLeft = !kinds.has('bailleur') && kinds.has('etat') && (kinds.has('commune') || kinds.has('epci'));
  // In one line of names nobody is represented.
  const areNames = parties.every(({ phrase, piece }) => piece === only?.piece && phrase.search(REPRESENTED) < 0);
  return isLeft && only !== undefined && another === undefined && (areNames || only.phrase.search(REPRESENTED) >= 0)
    ? parties.map((party) => (party === only ? { ...party, kind: 'bailleur', name: party.name.replace(GENERIC_LANDLORD, '') } : party))
    : parties;
}

/** The parties that the opening of a convention lists. `epciIn`: the official list of intercommunalities. */
export function partiesOf(pieces: readonly Piece[], epciIn: Knowledge['epciIn']): readonly Party[] {
  const parties = items(pieces).flatMap(({ text, piece }): Party[] => {
    const body = withoutLead(text);
    const name = NAME.exec(body)?.groups?.['name']?.trim() ?? '';
    if (name.length < 3) return [];
    const told = partyKind(body);
    const official = told === 'autre' ? epciIn(name) : null;
    const kind = official !== null && fold(official) === fold(name) ? 'epci' : told;
    if (kind === 'bailleur') return [{ kind, name: clean(name.replace(GENERIC_LANDLORD, '')), phrase: clean(text), piece }];
    const own = clean((kind === 'epci' ? name.replace(GENERIC_EPCI, '') : name).replace(ARTICLE, ''));
    return [{ kind, name: kind === 'epci' ? wholeEpciName(own, clean(text), epciIn) : own, phrase: clean(text), piece }];
  });
  return withLandlordLeft(parties);
}
