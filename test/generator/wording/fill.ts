import type { Random } from '../random.ts';
import { COMPLEMENTS, DESCRIPTIONS } from './descriptions.ts';
import { ASSOCIATIONS, FIRMS, MONTHS, RESIDENCES } from './names.ts';

export interface FillContext {
  readonly year: number;
  readonly commune: string;
}

function price(random: Random): string {
  const value = random.pick([5, 12, 24, 45, 90, 150, 320, 366, 650, 1200, 1492, 2372, 12500]);
  const grouped = String(value).replace(/(\d)(\d{3})$/u, '$1 $2');
  return random.pick([`${grouped}€`, `${grouped} €`, `${grouped},50 €`]);
}

/** Fills the slots of a template; every call draws anew. */
export function fill(template: string, random: Random, context: FillContext): string {
  return template.replaceAll(/\{(asso|res|soc|ville|n|N|p|m|a|b|q)\}/gu, (_, slot: string) => {
    switch (slot) {
      case 'asso':
        return random.pick(ASSOCIATIONS);
      case 'res':
        return random.pick(RESIDENCES);
      case 'soc':
        return random.pick(FIRMS);
      case 'ville':
        return context.commune;
      case 'n':
        return String(random.int(2, 9));
      case 'N':
        return String(random.int(11, 98));
      case 'p':
        return price(random);
      case 'm':
        return random.pick(MONTHS);
      case 'q':
        return String(random.int(1, 4));
      case 'a':
        return String(context.year);
      default:
        return String(context.year - 1);
    }
  });
}

/** One description of an action, sometimes with a complement or on several lines. */
export function describe(code: string, random: Random, context: FillContext): string {
  const templates = DESCRIPTIONS[code];
  if (templates === undefined) throw new Error(`no description of ${code}`);
  let text = fill(random.pick(templates), random, context);
  if (random.chance(0.25)) text += random.pick([' - ', '\n', '. ']) + fill(random.pick(COMPLEMENTS), random, context);
  return random.chance(0.06) ? misspell(text, random) : text;
}

/** One slip of the keyboard inside a word: a letter dropped, doubled or swapped with the next; figures are never touched. */
export function misspell(text: string, random: Random): string {
  const places = [...text.matchAll(/\p{Ll}{6,}/gu)];
  if (places.length === 0) return text;
  const place = random.pick(places);
  const word = place[0];
  const at = random.int(1, word.length - 3);
  const slip = random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
    word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  ]);
  return text.slice(0, place.index) + slip + text.slice(place.index + word.length);
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}
