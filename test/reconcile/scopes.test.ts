import { describe, expect, it } from 'vitest';
import { amount, classified, decided, documentOf, line, PREVU, programme, REALISE, scope, total } from '../support/programmes.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';

const LINES = [line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))];
const AXE = scope(['a'], { portee: 'axe', columnAmounts: ['a', 'b'] });
const WHOLE = scope(['a', 'b']);

describe('a scope chosen by arithmetic', () => {
  const result = decided(programme(LINES, [total('t', '500.00', AXE, [WHOLE, 1])]));

  it('is found', () => {
    expect(result.totals.map((each) => [each.scope.portee, each.statut, each.choseScope])).toEqual([['programme', 'conforme', true]]);
  });

  it('proves nothing and leaves the programme to be read again', () => {
    expect(result.lines.flatMap((each) => each.amounts.flatMap((own) => own.proofs))).toEqual([]);
    expect(result.statut).toBe('a_relire');
  });

  it('is not needed where the cheapest agrees', () => {
    const straight = decided(programme(LINES, [total('t', '300.00', AXE, [WHOLE, 1])]));
    expect(straight.totals[0]).toMatchObject({ choseScope: false });
    expect(straight.statut).toBe('reconcilie');
    expect(straight.lines[0]?.amounts[0]?.proofs).toEqual(['t']);
  });

  it('over the same lines chooses nothing', () => {
    const same = scope(['b', 'a'], { portee: 'section' });
    const named = decided(programme(LINES, [total('t', '500.00', WHOLE, [same, 1])]));
    expect(named.totals[0]?.choseScope).toBe(false);
  });

  it('that cannot be verified is no way out of one that disagrees', () => {
    const lines = [line('1', amount('a', '300.00'), amount('r', null, REALISE))];
    const empty = scope(['r'], { column: REALISE });
    const stuck = decided(programme(lines, [total('t', '999.00', scope(['a']), [empty, 1])]));
    expect(stuck.totals[0]?.statut).toBe('ecart');
    expect(stuck.statut).toBe('ecart');
  });

  it('disagrees under the cheapest where none agrees', () => {
    const wrong = decided(programme(LINES, [total('t', '700.00', AXE, [WHOLE, 1])]));
    expect(wrong.totals.map((each) => [each.scope.portee, each.statut])).toEqual([['axe', 'ecart']]);
  });
});

describe('totals that cannot be checked', () => {
  const dashes = [line('1', amount('a', null)), line('2', amount('b', null))];

  it('are so where their column has no amount at all', () => {
    const result = decided(programme(dashes, [total('t', '500.00', WHOLE)]));
    expect(result.totals[0]).toMatchObject({ statut: 'non_verifiable', recomputed: null, difference: null });
    expect(result.statut).toBe('non_verifiable');
  });

  it('are not where other lines of the column have amounts: nothing sums to zero', () => {
    const lines = [line('1', amount('a', null)), line('2', amount('b', '200.00'))];
    const [zero] = decided(programme(lines, [total('t', '0.00', AXE)])).totals;
    const [some] = decided(programme(lines, [total('t', '50.00', AXE)])).totals;
    expect(zero?.statut).toBe('conforme');
    expect(some?.statut).toBe('ecart');
    expect(some?.recomputed?.toFixed(2)).toBe('0.00');
  });

  it('a programme without any total is not verifiable', () => {
    expect(decided(programme(LINES, [])).statut).toBe('non_verifiable');
  });

  it('a total that is a dash after all is none', () => {
    expect(decided(programme(LINES, [total('t', null, WHOLE)])).totals).toEqual([]);
  });
});

describe('a total printed twice', () => {
  it('with the same figure counts once', () => {
    const result = decided(programme(LINES, [total('top', '500.00', WHOLE), total('foot', '500.00', WHOLE)]));
    expect(result.totals.map((each) => each.draft.id)).toEqual(['top']);
    expect(result.lines[0]?.amounts[0]?.proofs).toEqual(['top']);
  });

  it('of nothing, once without tax and once with it, is two totals', () => {
    const of = (taxe: 'ht' | 'ttc') =>
      scope([], { portee: 'axe', column: { ...PREVU, header: `Coût ${taxe}`, taxe }, columnAmounts: ['a'] });
    expect(decided(programme(LINES, [total('ht', '0.00', of('ht')), total('ttc', '0.00', of('ttc'))])).totals).toHaveLength(2);
    expect(decided(programme(LINES, [total('ht', '0.00', of('ht')), total('encore', '0.00', of('ht'))])).totals).toHaveLength(1);
  });

  it('with another figure counts twice: one of them is wrong', () => {
    const result = decided(programme(LINES, [total('top', '500.00', WHOLE), total('foot', '520.00', WHOLE)]));
    expect(result.totals.map((each) => each.statut)).toEqual(['conforme', 'ecart']);
    expect(result.statut).toBe('ecart');
  });

  it('of another column is another total', () => {
    const lines = [line('1', amount('a', '300.00'), amount('r', '300.00', REALISE))];
    const totals = [total('t', '300.00', scope(['a'])), total('u', '300.00', scope(['r'], { column: REALISE }))];
    expect(decided(programme(lines, totals)).totals).toHaveLength(2);
  });
});

describe('several understandings of the document', () => {
  const asTotal = programme(LINES, [total('t', '500.00', WHOLE)]);
  const asLine = programme([...LINES, line('3', amount('c', '500.00'))], []);

  it('the one that its sums fit is taken, though it looked dearer', () => {
    const wrong = programme([...LINES, line('3', amount('c', '40.00'))], [total('t', '500.00', scope(['a', 'b', 'c']))]);
    const right = programme(LINES, [total('u', '40.00', scope(['x'])), total('t', '500.00', WHOLE)].slice(1));
    const result = reconcile([
      { value: documentOf(wrong), cost: 0, because: [] },
      { value: documentOf(right), cost: 1.5, because: [] },
    ]);
    expect(result.programmes[0]?.lines).toHaveLength(2);
    expect(result.margin).toBe(2.5);
    expect(result.programmes[0]?.statut).toBe('reconcilie');
  });

  it('nearly as good leave it to be read again', () => {
    const result = reconcile([
      { value: documentOf(asTotal), cost: 0, because: [] },
      { value: documentOf(asLine), cost: 0.5, because: [] },
    ]);
    expect(result.programmes[0]?.statut).toBe('a_relire');
  });

  it('keep the key of the scope that was chosen', () => {
    const draft = programme(LINES, [total('t', '500.00', AXE, [WHOLE, 1])]);
    const value = { ...documentOf(), programmes: [{ ...classified(draft), cles: [['3', null]] }] };
    expect(reconcile([{ value, cost: 0, because: [] }]).programmes[0]?.totals[0]?.cle).toBeNull();
  });
});
