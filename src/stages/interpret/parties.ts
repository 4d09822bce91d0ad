import { clean, fold } from '../../french/text.ts';
import type { Piece } from './facts.ts';

/** Who signs a convention: one entry a party, as the text introduces it. */
export interface Party {
  readonly kind: 'etat' | 'epci' | 'commune' | 'bailleur' | 'autre';
  readonly name: string;
}

const OPENS = /^\W*(?:entre\b|conclue?s?(?: et signee?)? entre|passee? entre|les soussignes|signataires)/u;
const CLOSES = /^\W*(?:vu\b|il (?:est|a ete) (?:convenu|prealablement)|preambule|article\b|considerant|objet\b|1\W)/u;
const LONGEST_ZONE = 40;

/** The items of the list of parties: a dash, a semicolon or a capital after a comma opens the next. */
function items(pieces: readonly Piece[]): string[] {
  const start = pieces.findIndex((piece) => OPENS.test(fold(piece.text)));
  if (start < 0) return [];
  const found: string[] = [];
  for (const piece of pieces.slice(start, start + LONGEST_ZONE)) {
    const text = clean(piece.text);
    if (found.length > 0 && CLOSES.test(fold(text))) break;
    const rest = text.replace(/^\W*(?:entre les soussign[ée]s|conclue?s? entre|pass[ée]e? entre|entre)\s*:?\s*/iu, '');
    if (rest === '') continue;
    const last = found.at(-1);
    const opens =
      last === undefined ||
      /^\s*[-–—•▪*·]|^(?:d['’](?:une|autre) part|et\b\s*[:,]?)/iu.test(rest) ||
      (/[;,.]$/u.test(last) && /^\p{Lu}|^l['’]|^l[ea]s? \p{Lu}/u.test(rest));
    if (opens) found.push(rest);
    else found[found.length - 1] = `${last} ${rest}`;
  }
  return found.flatMap((item) => item.split(/\s*;\s*/u)).filter((item) => item.trim() !== '');
}

const LEAD = /^[\s\-–—•▪*·]*(?:d['’](?:une|autre) part,?\s*|et\b,?\s*)*(?:(?:pour|par)\s+)?/iu;
const NAME = /^(?<name>.+?)(?=\s*,|\s*\(|\s+repr[ée]sent|\s+ci-apr[èe]s|\s+d[ée]nomm|$)/iu;

function kindOf(item: string): Party['kind'] {
  const text = fold(item);
  const head = text.split(/ represente| ci apres/u)[0] ?? text;
  if (/^(?:l )?etat\b|\bprefete?\b/u.test(head)) return 'etat';
  if (
    /\b(?:organisme h ?l ?m|organisme de logement|bailleur|organisme hlm)\b/u.test(text) ||
    /\b(?:habitat|hlm|oph|opac|logis|logement|immobiliere?|esh|office public)\b/u.test(head)
  )
    return 'bailleur';
  if (/\b(?:communaute|metropole|eurometropole|agglomeration|intercommunalite|epci|etablissement public territorial)\b/u.test(head))
    return 'epci';
  if (/\b(?:villes?|communes?|maires?)\b/u.test(head) || /\bmaires?\b/u.test(text)) return 'commune';
  return /\bpresidente?\b/u.test(text) ? 'epci' : 'autre';
}

/** The parties that the opening of a convention lists. */
export function partiesOf(pieces: readonly Piece[]): readonly Party[] {
  return items(pieces).flatMap((item): Party[] => {
    const body = item.replace(LEAD, '');
    const name = NAME.exec(body)?.groups?.['name']?.trim() ?? '';
    if (name.length < 3) return [];
    const kind = kindOf(body);
    return [
      { kind, name: clean(name.replace(/^(?:(?:la|le|les)\s+|l['’]\s*)(?=\p{L})/iu, (article) => (kind === 'bailleur' ? article : ''))) },
    ];
  });
}
