import { describe, expect, it } from 'vitest';
import type { AmountColumn, AmountDraft, ProgrammeDraft, Scope, TotalDraft } from '../../src/model/draft.ts';
import { codesOf, constatsOf, messageOf } from '../support/constats.ts';
import { amount, line, placeAt, PREVU, programme, scope, total } from '../support/programmes.ts';

function twoLines(stated: string, rest: Partial<Scope> = {}, column: AmountColumn = PREVU): ProgrammeDraft {
  const lines = [line('1', amount('a', '9300.50', column)), line('2', amount('b', '4267.50', column))];
  return programme(lines, [total('général', stated, scope(['a', 'b'], { column, ...rest }))]);
}

describe('a total that its lines do not give', () => {
  it('is an error, with the three figures as French writes them', () => {
    const [found, another] = constatsOf(twoLines('13658.00'));
    expect(another).toBeUndefined();
    expect(found).toMatchObject({ code: 'total_ecart', gravite: 'erreur', programme: 0, place: placeAt(9) });
    expect(found?.message).toBe(
      'Le total « Total général » déclare 13\u00a0658,00\u00a0€ ; ses 2 lignes donnent 13\u00a0568,00\u00a0€ : écart de 90,00\u00a0€.',
    );
  });

  it('shows a shortfall with its sign', () => {
    expect(messageOf(twoLines('13500.00'), 'total_ecart')).toContain('écart de -68,00 €');
  });

  it('counts only the lines that state an amount', () => {
    const lines = [line('1', amount('a', '100.00')), line('2', amount('b', null))];
    const draft = programme(lines, [total('x', '90.00', scope(['a', 'b']))]);
    expect(messageOf(draft, 'total_ecart')).toContain('sa seule ligne donne 100,00 €');
  });

  it('over lines without any amount says what they give', () => {
    const lines = [line('1', amount('a', '100.00')), line('2', amount('b', null))];
    const draft = programme(lines, [total('x', '90.00', scope(['b'], { portee: 'axe', columnAmounts: ['a', 'b'] }))]);
    expect(messageOf(draft, 'total_ecart')).toContain('ses lignes donnent 0,00 €');
  });

  it.each([
    [{ portee: 'section', section: 'droit_commun' } as const, 'Le total du renforcement de droit commun'],
    [{ portee: 'section', section: 'actions_specifiques' } as const, 'Le total des actions spécifiques'],
    [{ portee: 'programme' } as const, 'Le total du programme'],
    [{ portee: 'autre' } as const, 'Un total sans libellé'],
  ])('without label is named by what it covers: %o', (rest, name) => {
    const draft = twoLines('1.00', rest);
    const bare = { ...draft, totals: draft.totals.map((each) => ({ ...each, label: null })) };
    expect(messageOf(bare, 'total_ecart').startsWith(`${name} déclare`)).toBe(true);
  });

  it('is nothing to say of one that agrees', () => {
    expect(codesOf(twoLines('13568.00'))).toEqual([]);
  });
});

describe('a difference that rounding explains', () => {
  const KILO: AmountColumn = { ...PREVU, header: 'Dépense prévisionnelle (k€)', unit: 'kilo' };

  /** As the page prints it: `12,3` under a heading in k€. */
  function printed<T extends AmountDraft | TotalDraft>(draft: T, text: string): T {
    return { ...draft, readings: [{ ...draft.readings[0], text }] };
  }

  function inKilo(stated: string, text: string, lines: readonly [string, string] = ['12,3', '13,4']): ProgrammeDraft {
    const [a, b] = lines;
    const euros = (figure: string): string => `${String(Math.round(Number(figure.replace(',', '.')) * 1000))}.00`;
    const amounts = [line('1', printed(amount('a', euros(a), KILO), a)), line('2', printed(amount('b', euros(b), KILO), b))];
    return programme(amounts, [printed(total('général', stated, scope(['a', 'b'], { column: KILO })), text)]);
  }

  it('is an alert of its own where the figures are printed in k€', () => {
    const [found] = constatsOf(inKilo('25800.00', '25,8'));
    expect(found).toMatchObject({ code: 'total_arrondi', gravite: 'alerte' });
    expect(found?.message).toMatch(/écart de 100,00\s€, que l'arrondi de l'unité imprimée explique\.$/u);
  });

  it('is an error where it is larger than rounding can be', () => {
    expect(codesOf(inKilo('30000.00', '30'))).toEqual(['total_ecart']);
  });

  it('is measured by the digits that are printed', () => {
    expect(codesOf(inKilo('26000.00', '26', ['12', '13']))).toEqual(['total_arrondi']);
    expect(codesOf(inKilo('25890.00', '25,89', ['12,34', '13,45']))).toEqual(['total_ecart']);
  });

  it('is an error in euros, however small', () => {
    expect(codesOf(twoLines('13568.01'))).toEqual(['total_ecart']);
  });
});
