import { describe, expect, it } from 'vitest';
import type { AmountColumn, LineDraft } from '../../src/model/draft.ts';
import { amount, decided, line, PREVU, programme, REALISE, scope, total } from '../support/programmes.ts';

const figures = ['29680.02', '7232.25', '1500.00', '23153.00'];
const SUM = '61565.27';
const BARE: AmountColumn = { ...PREVU, header: '', sure: false };

const covered = [line('1', amount('a', '300.00')), line('2', amount('b', '200.00'))];
const proven = total('t', '500.00', scope(['a', 'b']));
const open = figures.map((figure, at) => line(`o${String(at)}`, amount(`o${String(at)}`, figure)));

function fragment(figure: string, column: AmountColumn): LineDraft {
  return { ...line('f', amount('f', figure, column)), actionText: 'NPNRU)', description: null };
}

describe('a total read as a line', () => {
  it('is seen by its sum, though the line carries words and its column has lost its heading', () => {
    const read = decided(programme([...covered, ...open, fragment(SUM, BARE)], [proven]));
    expect(read.statut).toBe('a_relire');
    expect(read.doubts).toContain('total_parmi_les_lignes');
  });

  it('is none where a total covers it together with those it would sum', () => {
    const ids = ['o0', 'o1', 'o2', 'o3', 'f'];
    const whole = total('w', '123130.54', scope(ids));
    expect(decided(programme([...open, fragment(SUM, PREVU)], [whole])).doubts).not.toContain('total_parmi_les_lignes');
  });

  it('is none where the line, sure of its action, is the first of another section', () => {
    const first = { ...line('f', amount('f', SUM)), section: 'droit_commun' as const };
    expect(decided(programme([...covered, ...open, first], [proven])).doubts).not.toContain('total_parmi_les_lignes');
  });

  it('is none where a total over it is too large by less: the error is another', () => {
    const over = (declared: string) =>
      programme([...open, fragment(SUM, PREVU)], [total('w', declared, scope(['o0', 'o1', 'o2', 'o3', 'f']))]);
    const blamed = decided(over('114130.54'));
    expect(blamed.doubts).toEqual([]);
    expect(blamed.statut).toBe('ecart');
    expect(decided(over('61565.27')).doubts).toContain('total_parmi_les_lignes');
  });

  it('is none where another column of the line is no sum of theirs', () => {
    const two = (id: string, planned: string, done: string) => line(id, amount(`${id}p`, planned), amount(`${id}r`, done, REALISE));
    const rows = [two('1', '300.00', '100.00'), two('2', '200.00', '100.00'), two('3', '100.00', '100.00')];
    const last = (planned: string, done: string) => ({ ...two('f', planned, done), actionText: 'NPNRU)', description: null });
    expect(decided(programme([...rows, last('600.00', '300.00')], [])).doubts).toContain('total_parmi_les_lignes');
    expect(decided(programme([...rows, last('600.00', '301.00')], [])).doubts).not.toContain('total_parmi_les_lignes');
  });

  it('is none where the amount is another', () => {
    expect(decided(programme([...covered, ...open, fragment('61565.28', PREVU)], [proven])).doubts).not.toContain('total_parmi_les_lignes');
  });
});

describe('an amount under no heading, proven by nothing', () => {
  it('keeps a programme whose other amounts are under headings and proven from being reconciled', () => {
    const stray = line('s', amount('s', '777.00', BARE));
    expect(decided(programme([...covered, stray], [proven])).statut).toBe('a_relire');
    expect(decided(programme([...covered, line('s', amount('s', '777.00'))], [proven])).statut).toBe('reconcilie');
  });
});
