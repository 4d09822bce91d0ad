import { describe, expect, it } from 'vitest';
import { lettersApart } from '../../src/french/letters-apart.ts';
import { decode, decodeAs, LETTER_SIGNS, type Grammar } from '../../src/stages/recognise/learnt/decode.ts';
import { ROWS, WHITE } from '../../src/stages/recognise/learnt/line-picture.ts';
import type { Steps } from '../../src/stages/recognise/learnt/network.ts';
import { openLetters } from '../../src/stages/recognise/learnt/open-letters.ts';
import { after, START, type Place } from '../../src/stages/recognise/learnt/spelling.ts';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';
import { labelledLines } from './learnt/lines.ts';
import { smallTable } from './small-scan.ts';

const lexicon = openLexicon();
const CLASSES = LETTER_SIGNS.length + 1;

/** Steps at each of which these signs are as likely as said; the rest is no sign. */
function stepsOf(signs: readonly Readonly<Record<string, number>>[]): Steps {
  const costs = new Float32Array(signs.length * CLASSES).fill(30);
  signs.forEach((shares, step) => {
    const spoken = Object.values(shares).reduce((sum, share) => sum + share, 0);
    costs[step * CLASSES] = -Math.log(Math.max(1e-9, 1 - spoken));
    for (const [sign, share] of Object.entries(shares)) costs[step * CLASSES + LETTER_SIGNS.indexOf(sign) + 1] = -Math.log(share);
  });
  return { count: signs.length, classes: CLASSES, costs };
}

const french: Grammar<Place> = {
  start: START,
  after: (place, sign) => after(place, sign, lexicon),
  mayEnd: ({ isWhole }) => isWhole,
};

/** Where a text leads, letter by letter. */
const placeOf = (text: string): Place | null =>
  [...text].reduce<Place | null>((place, sign) => (place === null ? null : after(place, sign, lexicon)), START);

describe('the words of the language, letter by letter', () => {
  it.each(['nettoyage', 'Renforcement', 'SÉCURITÉ', "l'abattement", "d'accueil", 'sous-total', '(locataires)', 'TFPB'])(
    'lead through « %s »',
    (text) => {
      expect(placeOf(text)?.isWhole).toBe(true);
    },
  );

  it.each(['nettoyaqe', 'Rentforcement', "nettoy'age"])('do not lead through « %s »', (text) => {
    expect(placeOf(text)?.isWhole ?? false).toBe(false);
  });

  it('are not whole in the midst of one', () => {
    expect(placeOf('nettoy')?.isWhole).toBe(false);
    expect(placeOf('nettoy.')).toBeNull();
  });
});

describe('steps read as words of the language', () => {
  const steps = stepsOf([{ l: 0.9 }, { o: 0.6, c: 0.3 }, { q: 0.7, g: 0.2 }, { e: 0.8, c: 0.1 }]);

  it('say the likeliest one, as likely as its letters are', () => {
    expect(decode(steps, LETTER_SIGNS)[0]?.text).toBe('loqe');
    const [word] = decodeAs(french, steps, LETTER_SIGNS, 0, 4);
    expect(word?.text).toBe('loge');
    expect(Math.exp(-(word?.cost ?? 0))).toBeCloseTo(0.9 * 0.6 * 0.2 * 0.8, 3);
  });

  it('say nothing where no word can be', () => {
    expect(
      decodeAs(french, stepsOf([{ q: 0.95 }, { x: 0.95 }, { z: 0.95 }]), LETTER_SIGNS, 0, 3).filter(({ text }) => text.length > 1),
    ).toEqual([]);
  });
});

describe('the reader of letters', () => {
  const { read, knows } = openLetters(lexicon);

  it('reads the words of a worn scan, each where it stands', async () => {
    const lines = (await labelledLines(smallTable(), 5, 1600)).filter(({ text }) => /\p{L}{4}/u.test(text));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    let [wrong, letters] = [0, 0];
    for (const { text, picture } of lines) {
      const page = { width: picture.width, height: ROWS, data: Uint8Array.from(picture.data, (value) => 250 - Math.round(250 * value)) };
      const box = { x0: WHITE, x1: picture.width - WHITE, y0: WHITE, y1: ROWS - WHITE };
      const words = read(page, box);
      const said = words.map((word) => word.text).join(' ');
      const plain = text.replace(/[’‘]/gu, "'").replace(/[–—]/gu, '-');
      wrong += lettersApart(said, plain, plain.length);
      letters += plain.length;
      words.forEach((word, at) => {
        expect(word.box.x0).toBeGreaterThanOrEqual(words[at - 1]?.box.x1 ?? box.x0);
        expect(word.box.x1).toBeGreaterThan(word.box.x0);
      });
    }
    expect(wrong / letters).toBeLessThan(0.05);
  });

  it('knows words of the language and of programmes, whatever stands around them', () => {
    expect(["l'abattement", '(locataires,', 'QPV', 'Sous-total'].filter((word) => !knows(word))).toEqual([]);
    expect(['Schwetzec', '12 500', '-'].filter(knows)).toEqual([]);
  });

  it('says nothing of an empty line', () => {
    const page = { width: 200, height: 60, data: new Uint8Array(200 * 60).fill(250) };
    expect(read(page, { x0: 10, x1: 190, y0: 20, y1: 40 })).toEqual([]);
  });
});
