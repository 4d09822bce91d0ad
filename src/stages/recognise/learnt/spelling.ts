import type { Lexicon } from '../reading/lexicon.ts';
import { PROGRAMME_WORDS } from '../../../french/programme-words.ts';

/** A place in the words of the language, and in those of programmes, after some letters; −1 and `null` where none goes on so. */
export interface Place {
  readonly node: number;
  readonly own: Branch | null;
  /** The letters so far are a word, or there are none yet. */
  readonly isWhole: boolean;
}

/** Words by their letters. */
interface Branch {
  readonly next: Map<string, Branch>;
  isWord: boolean;
}

/** What stands before an apostrophe. */
const ELIDED = ['l', 'd', 's', 'n', 'c', 'j', 'm', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quelqu'];

/** What programmes abbreviate, and no list of words has. */
const ABBREVIATED = [
  'tfpb',
  'qpv',
  'hlm',
  'oph',
  'esh',
  'epci',
  'gup',
  'gusp',
  'anru',
  'npnru',
  'ccas',
  'ttc',
  'ht',
  'nb',
  'nbre',
  'logts',
  'dsu',
];

const own: Branch = { next: new Map(), isWord: false };
for (const word of [...PROGRAMME_WORDS, ...ELIDED, ...ABBREVIATED]) {
  let branch = own;
  for (const letter of word) {
    const next = branch.next.get(letter) ?? { next: new Map<string, Branch>(), isWord: false };
    branch.next.set(letter, next);
    branch = next;
  }
  branch.isWord = true;
}

/** Before the first letter of a word. */
export const START: Place = { node: 0, own, isWhole: true };

/** Where a sign leads: a letter further into words, large or small; any other sign, where a word is whole, to the next one. `null`: nowhere. */
export function after(place: Place, sign: string, lexicon: Lexicon): Place | null {
  if (!/\p{L}/u.test(sign)) return place.isWhole ? START : null;
  const letter = sign.toLowerCase();
  const step = place.node < 0 ? null : lexicon.follow(place.node, letter);
  const branch = place.own?.next.get(letter) ?? null;
  const isWhole = (step?.ends ?? false) || (branch?.isWord ?? false);
  const node = step?.next ?? -1;
  return node < 0 && branch === null && !isWhole ? null : { node, own: branch, isWhole };
}

/** Whether each part of a text between its marks is a word. */
export function isSpelt(text: string, lexicon: Lexicon): boolean {
  let place: Place | null = START;
  for (const sign of text) place = place === null ? null : after(place, sign, lexicon);
  return /\p{L}/u.test(text) && place?.isWhole === true;
}
