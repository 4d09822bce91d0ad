import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { AmountDoubt, Heading, ProgrammeDraft } from '../../src/model/draft.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import { codesOf, constatsOf, constatsOfDocument, messageOf } from '../support/constats.ts';
import {
  amount,
  CLASSIFIED,
  classified,
  documentOf,
  HEADING,
  line,
  placeAt,
  PREVU,
  programme,
  scope,
  total,
} from '../support/programmes.ts';

const LINES = [line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))];
const LINES_SUM = new Decimal(500);
const TOTAL = total('général', '500.00', scope(['a', 'b']));
const SOUND = programme(LINES, [TOTAL]);

function withHeading(heading: Partial<Heading>): ProgrammeDraft {
  return { ...SOUND, heading: { ...HEADING, ...heading } };
}

it('a sound programme gives nothing to look at', () => {
  expect(constatsOf(SOUND)).toEqual([]);
});

it('a page that looks like a programme though none was read there is told with its place', () => {
  const place = placeAt(4);
  const document = { ...reconcile([{ value: { ...documentOf(), unreadPages: [place] }, cost: 0, because: [] }]) };
  expect(constatsOfDocument(document)).toMatchObject([{ code: 'programme_non_reconnu', gravite: 'alerte', programme: null, place }]);
});

describe('totals that cannot be checked', () => {
  const lines = [line('1', amount('a', null)), line('2', amount('b', null))];

  it('are told with their figure', () => {
    const draft = programme(lines, [total('général', '1500.00', scope(['a', 'b']))]);
    expect(messageOf(draft, 'total_non_verifiable')).toBe(
      'Le total « Total général » déclare 1 500,00 €, mais aucune ligne ne porte de montant dans sa colonne : il ne peut pas être vérifié.',
    );
    expect(codesOf(draft)).toContain('programme_non_verifiable');
  });

  it('a programme without totals says that nothing is proven, where its heading stands', () => {
    const [found, another] = constatsOf(programme(LINES, []));
    expect(another).toBeUndefined();
    expect(found).toMatchObject({ code: 'programme_non_verifiable', gravite: 'info', place: HEADING.place });
  });

  it('lines outside every total are counted', () => {
    const one = programme([...LINES, line('3', amount('c', '40.00'))], [TOTAL]);
    const two = programme([...LINES, line('3', amount('c', '40.00')), line('4', amount('d', '9.00'))], [TOTAL]);
    expect(messageOf(one, 'lignes_sans_total')).toBe("Une ligne n'est couverte par aucun total imprimé : son montant n'est pas prouvé.");
    expect(messageOf(two, 'lignes_sans_total')).toContain('2 lignes ne sont couvertes par aucun total imprimé');
  });

  it('lines without amount need no total', () => {
    expect(codesOf(programme([...LINES, line('3', amount('c', null))], [TOTAL]))).toEqual([]);
  });
});

describe('cells that hold no single amount', () => {
  it('printed on several lines are told on one', () => {
    const cell = {
      ...amount('c', null, PREVU, 'plusieurs_montants'),
      readings: [{ text: '500 €\n700 €', amount: null, cost: 0 }] as const,
    };
    const draft = programme([...LINES, line('3', cell)], [TOTAL]);
    expect(messageOf(draft, 'montant_multiple')).toBe("La case « 500 € / 700 € » contient plusieurs montants : aucun n'est retenu.");
  });

  it.each<readonly [AmountDoubt, string]>([
    ['fourchette', 'montant_fourchette'],
    ['plusieurs_montants', 'montant_multiple'],
    ['formule', 'montant_formule'],
    ['texte', 'montant_texte'],
  ])('%s is told with what stands in the cell', (doubt, code) => {
    const cell = { ...amount('c', null, PREVU, doubt), readings: [{ text: 'voir 500 / 700 €', amount: null, cost: 0 }] as const };
    const draft = programme([...LINES, line('3', cell)], [TOTAL]);
    expect(constatsOf(draft).find((constat) => constat.code === code)).toMatchObject({ gravite: 'alerte', place: cell.place });
    expect(messageOf(draft, code)).toContain('« voir 500 / 700 € »');
  });

  it('an amount outside every column is told where it stands', () => {
    const draft = { ...SOUND, unread: [{ text: '1 350 €', place: placeAt(4) }] };
    expect(constatsOf(draft)).toMatchObject([
      { code: 'programme_a_relire' },
      { code: 'montant_non_rattache', gravite: 'alerte', place: placeAt(4) },
    ]);
    expect(messageOf(draft, 'montant_non_rattache')).toContain('« 1 350 € »');
  });

  it('a corrected reading is told with both figures', () => {
    const misread = amount('a', [
      ['1380.00', 0],
      ['1300.00', 1],
    ]);
    const draft = programme([line('1', misread), line('2', amount('b', '200.00'))], [total('x', '1500.00', scope(['a', 'b']))]);
    expect(messageOf(draft, 'montant_corrige')).toBe(
      "Lu d'abord 1 380,00 €, retenu 1 300,00 € : le total « Total x » : 1 300,00 € + 200,00 € = 1 500,00 €.",
    );
    expect(constatsOf(draft).find(({ code }) => code === 'montant_corrige')).toMatchObject({ gravite: 'info', place: misread.place });
  });

  it('a total that the sums made read otherwise is told with the sum', () => {
    const sum = total('x', '900.00', scope(['a', 'b']));
    const [first] = sum.readings;
    const misread = { ...sum, readings: [first, { ...first, text: '500 €', amount: LINES_SUM, cost: 1 }] as const };
    expect(messageOf(programme(LINES, [misread]), 'montant_corrige')).toContain(
      "Lu d'abord 900,00 €, retenu 500,00 € : le total « Total x » : 300,00 € + 200,00 € = 500,00 €.",
    );
  });
});

describe('headings', () => {
  it('with an impossible code of a quartier', () => {
    expect(constatsOf(withHeading({ codeQp: 'QP999999' }))).toMatchObject([{ code: 'code_qp_impossible', gravite: 'alerte' }]);
    expect(messageOf(withHeading({ codeQp: 'QP999999' }), 'code_qp_impossible')).toContain('« QP999999 »');
    expect(codesOf(withHeading({ codeQp: null }))).toEqual([]);
  });

  it('that leave something out say what', () => {
    expect(messageOf(withHeading({ bailleur: null, periode: null }), 'entete_incomplet')).toBe(
      "L'en-tête du programme ne dit pas : le bailleur, l'année.",
    );
  });

  it('need the quartier’s name or its code, not both', () => {
    expect(codesOf(withHeading({ quartier: null }))).toEqual([]);
    expect(messageOf(withHeading({ quartier: null, codeQp: null }), 'entete_incomplet')).toContain('le quartier');
  });

  it('with a commune that is not in the official code', () => {
    expect(messageOf(withHeading({ commune: 'Trifouillis', codeInsee: null }), 'commune_inconnue')).toContain('« Trifouillis »');
    expect(codesOf(withHeading({ commune: null, codeInsee: null }))).toEqual(['entete_incomplet']);
  });
});

describe('lines that no action fits', () => {
  const unfiled = (draft: ProgrammeDraft) =>
    constatsOfDocument(
      reconcile([
        {
          value: { ...documentOf(), programmes: [classified(draft, { ...CLASSIFIED, action: null, confidence: null })] },
          cost: 0,
          because: [],
        },
      ]),
    );

  it('are told one by one, by their wording', () => {
    const found = unfiled(SOUND);
    expect(found.map((constat) => [constat.code, constat.gravite])).toEqual([
      ['action_incertaine', 'info'],
      ['action_incertaine', 'info'],
    ]);
    expect(found[0]?.message).toContain('« Renforcement nettoyage »');
  });

  it('are cut where they are long', () => {
    const long = programme(
      [{ ...line('1', amount('a', '500.00')), actionText: 'Reprise des peintures '.repeat(20) }],
      [total('x', '500.00', scope(['a']))],
    );
    expect(unfiled(long)[0]?.message.length).toBeLessThan(180);
    expect(unfiled(long)[0]?.message).toContain('…');
  });
});

describe('a document of several programmes', () => {
  it('each finding names its own', () => {
    const document = reconcile([{ value: documentOf(SOUND, withHeading({ bailleur: null })), cost: 0, because: [] }]);
    expect(constatsOfDocument(document).map((constat) => constat.programme)).toEqual([1]);
  });
});
