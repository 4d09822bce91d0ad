import { describe, expect, it } from 'vitest';
import { applyCorrections } from '../../pipelines/correct-document.ts';
import type { DocumentExport, ProgrammeExport } from '../../src/model/contract.ts';
import type { Demande } from '../../src/model/correction.ts';
import { amount, line, programme, REALISE, scope, total } from '../support/programmes.ts';
import { amountsOf, check, corrected, documentOf, entryOf, journalOf, linesOf, onLine, only, setAmount, undo } from './support.ts';

/** 1 000 + 2 000 + 700 under a total of 3 500: one figure was read wrong, or the document is. */
function misread(): DocumentExport {
  return documentOf(
    programme(
      [line('a', amount('m-a', '1000.00')), line('b', amount('m-b', '2000.00')), line('c', amount('m-c', '700.00'))],
      [total('t', '3500.00', scope(['m-a', 'm-b', 'm-c']))],
    ),
  );
}

function codes({ constats }: DocumentExport): readonly string[] {
  return constats.map(({ code }) => code);
}

function first(document: DocumentExport): ProgrammeExport {
  return only(document.programmes);
}

function onTotal(document: DocumentExport, geste: Demande['geste']): Omit<Demande, 'motif'> {
  return { cible: { sorte: 'total', id: only(first(document).totaux).id }, geste };
}

function cell(document: DocumentExport, index: number) {
  const montant = amountsOf(first(document))[index];
  if (montant === undefined) throw new Error('no such cell');
  return montant;
}

describe('an amount read wrong', () => {
  it('corrected, makes the total agree: the programme is reconciled, the finding is gone, the amounts are proven, and what was read stays known', () => {
    const reading = misread();
    expect([first(reading).statut, codes(reading).includes('total_ecart')]).toEqual(['ecart', true]);
    const after = corrected(reading, setAmount(cell(reading, 2).id, '500.00'));
    expect(first(after)).toMatchObject({ statut: 'reconcilie', totaux: [{ recalcule: '3500.00', ecart: '0.00', statut: 'conforme' }] });
    expect(codes(after)).not.toContain('total_ecart');
    expect(cell(after, 2)).toMatchObject({
      montant: '500.00',
      texte: '700.00 €',
      corrige: { par: 'relecture', avant: '700.00' },
      preuves: [only(first(after).totaux).id],
    });
    expect(amountsOf(first(after)).every(({ confiance }) => confiance >= 0.99)).toBe(true);
    expect(after.corrections).toMatchObject([
      { numero: 1, geste: 'corriger_montant', avant: '700.00', apres: '500.00', par: 'Léa', etat: 'appliquee' },
    ]);
  });

  it('keeps what the machine read first through several corrections', () => {
    const reading = misread();
    const { id } = cell(reading, 2);
    const after = corrected(reading, setAmount(id, '600.00'), setAmount(id, '500.00'));
    expect(cell(after, 2).corrige).toEqual({ par: 'relecture', avant: '700.00' });
    expect(after.corrections.map(({ avant, apres }) => [avant, apres])).toEqual([
      ['700.00', '600.00'],
      ['600.00', '500.00'],
    ]);
  });

  it('corrected so that a total that agreed does so no more: the programme is in contradiction, and the finding says so with the new figures', () => {
    const reading = documentOf(programme([line('a', amount('m-a', '1000.00'))], [total('t', '1000.00', scope(['m-a']))]));
    expect(first(reading).statut).toBe('reconcilie');
    const after = corrected(reading, setAmount(cell(reading, 0).id, '900.00'));
    expect(first(after).statut).toBe('ecart');
    expect(cell(after, 0).preuves).toEqual([]);
    const finding = after.constats.find(({ code }) => code === 'total_ecart');
    expect([finding?.gravite, finding?.message]).toEqual(['erreur', expect.stringContaining('900,00')]);
  });

  it('emptied, counts for nothing; a column without any amount left cannot be verified', () => {
    const reading = documentOf(programme([line('a', amount('m-a', '1000.00'))], [total('t', '1000.00', scope(['m-a']))]));
    const after = corrected(reading, setAmount(cell(reading, 0).id, null));
    expect(first(after)).toMatchObject({ statut: 'non_verifiable', totaux: [{ recalcule: null, ecart: null, statut: 'non_verifiable' }] });
    expect(cell(after, 0).corrige).toEqual({ par: 'relecture', avant: '1000.00' });
  });
});

describe('a reading in doubt', () => {
  const doubtful = (): DocumentExport =>
    documentOf(
      programme(
        [line('a', amount('m-a', '1000.00')), line('b', amount('m-b', null, undefined, 'plusieurs_montants'))],
        [total('t', '3000.00', scope(['m-a', 'm-b']))],
      ),
    );

  it('is in doubt no more once the cell is corrected and the sums agree', () => {
    const reading = doubtful();
    expect(first(reading)).toMatchObject({ statut: 'a_relire', doutes: ['cases_illisibles'] });
    const after = corrected(reading, setAmount(cell(reading, 0).id, '1000.00'), setAmount(cell(reading, 1).id, '2000.00'));
    expect(first(after)).toMatchObject({ statut: 'reconcilie', doutes: [] });
    expect(codes(after).filter((code) => /a_relire|multiple|total_ecart/u.test(code))).toEqual([]);
  });

  it('confirmed by a reader, is the document’s own contradiction', () => {
    const reading = doubtful();
    const after = corrected(reading, check(first(reading)));
    expect(first(after)).toMatchObject({ statut: 'ecart', doutes: [], verifie: { par: 'Léa' } });
    const by = new Map(after.constats.map(({ code, gravite }) => [code, gravite]));
    expect([by.get('montant_multiple'), by.get('total_ecart'), by.get('programme_verifie'), by.has('programme_a_relire')]).toEqual([
      'info',
      'erreur',
      'info',
      false,
    ]);
  });

  it('stays in doubt while another of its cells is unread', () => {
    const reading = doubtful();
    const after = corrected(reading, onTotal(reading, { type: 'corriger_total', montant: '1000.00' }));
    expect(first(after)).toMatchObject({ statut: 'a_relire', doutes: ['cases_illisibles'], totaux: [{ statut: 'conforme' }] });
  });

  it('is lifted by a check of the programme where nothing else can answer it, and comes back when the check is taken back', () => {
    const reading = documentOf(
      programme(
        [line('a', amount('m-a', '100.00')), line('b', amount('m-b', '50.00'))],
        [total('t', '100.00', scope(['m-a', 'm-b']), [scope(['m-a'], { portee: 'autre' }), 0.5])],
      ),
    );
    expect(first(reading).doutes).toContain('perimetre_choisi_par_la_somme');
    const journal = journalOf(reading, check(first(reading)));
    expect(first(applyCorrections(reading, journal))).toMatchObject({ statut: 'reconcilie', doutes: [] });
    const back = [...journal, entryOf(reading, journal, check(first(reading), false))];
    expect(first(applyCorrections(reading, back))).toMatchObject({ statut: 'a_relire', doutes: first(reading).doutes, verifie: null });
  });

  it('a total whose scope the sum chose proves nothing until a reader chooses it', () => {
    const reading = documentOf(
      programme(
        [line('a', amount('m-a', '100.00')), line('b', amount('m-b', '50.00'))],
        [total('t', '100.00', scope(['m-a', 'm-b']), [scope(['m-a'], { portee: 'autre' }), 0.5])],
      ),
    );
    const { id } = cell(reading, 0);
    expect(cell(corrected(reading, setAmount(cell(reading, 1).id, '60.00')), 0).preuves).toEqual([]);
    const after = corrected(reading, onTotal(reading, { type: 'changer_portee', portee: 'autre', cle: null, termes: [id] }));
    expect([cell(after, 0).preuves.length, first(after).statut]).toEqual([1, 'reconcilie']);
  });
});

describe('lines', () => {
  const saisie = (montant: string, rubrique: 'prevu' | 'realise' = 'prevu') => ({
    section: null,
    axe_texte: null,
    action_texte: null,
    description: 'Ligne du lecteur',
    calendrier: null,
    axe: 3,
    action: '3.1',
    page: 1,
    boite: [50, 300, 500, 320] as [number, number, number, number],
    montants: [
      {
        de: null as string | null,
        rubrique,
        colonne: rubrique === 'prevu' ? 'Dépense prévisionnelle' : REALISE.header,
        periode: { debut: 2026, fin: 2026 },
        base: null,
        taxe: null,
        montant,
        page: 1,
        boite: [400, 300, 500, 320] as [number, number, number, number],
      },
    ],
  });
  const short = (): DocumentExport =>
    documentOf(
      programme([line('a', amount('m-a', '1000.00')), line('b', amount('m-b', '2000.00'))], [total('t', '3500.00', scope(['m-a', 'm-b']))]),
    );
  const add = (document: DocumentExport, montant: string, rubrique?: 'realise'): Omit<Demande, 'motif'> => ({
    cible: { sorte: 'programme', id: first(document).id },
    geste: { type: 'ajouter_ligne', apres: only(linesOf(document)).id, ligne: saisie(montant, rubrique), totaux: null },
  });

  it('added, joins the totals of its column and no other', () => {
    const reading = short();
    const after = corrected(reading, add(reading, '500.00'));
    expect(first(after)).toMatchObject({ statut: 'reconcilie', totaux: [{ recalcule: '3500.00' }] });
    expect(linesOf(after).map(({ ordre, description }) => [ordre, description])).toEqual([
      [1, 'Travaux a'],
      [2, 'Ligne du lecteur'],
      [3, 'Travaux b'],
    ]);
    expect(first(corrected(reading, add(reading, '500.00', 'realise'))).totaux).toMatchObject([{ recalcule: '3000.00', statut: 'ecart' }]);
  });

  it('divided, its amounts stand for the one they come from in every sum', () => {
    const reading = short();
    const [a] = linesOf(reading);
    const de = cell(reading, 0).id;
    const part = (montant: string) => ({ ...saisie(montant), montants: saisie(montant).montants.map((one) => ({ ...one, de })) });
    const after = corrected(reading, onLine(a?.id ?? '', { type: 'diviser_ligne', parties: [part('900.00'), part('600.00')] }));
    expect(first(after)).toMatchObject({ statut: 'reconcilie', totaux: [{ recalcule: '3500.00' }] });
    expect(linesOf(after)).toHaveLength(3);
    expect(linesOf(after)[0]?.id).toBe(a?.id);
  });

  it('joined, keep all that they say; the sums stay as they are', () => {
    const reading = short();
    const [a, b] = linesOf(reading);
    const after = corrected(reading, onLine(a?.id ?? '', { type: 'reunir_lignes', autres: [b?.id ?? ''] }));
    expect(linesOf(after)).toMatchObject([
      { description: 'Travaux a Travaux b', ordre: 1, montants: [{ montant: '1000.00' }, { montant: '2000.00' }] },
    ]);
    expect(first(after).totaux).toMatchObject([{ recalcule: '3000.00' }]);
  });

  it('removed, is summed no more; a later correction of it, made by someone else, is listed as an orphan, with a finding', () => {
    const reading = short();
    const [a] = linesOf(reading);
    const removal = entryOf(reading, [], onLine(a?.id ?? '', { type: 'retirer_ligne' }));
    const blind = entryOf(reading, [], setAmount(cell(reading, 0).id, '5.00'), 'Omar');
    const after = applyCorrections(reading, [removal, blind]);
    expect(first(after).totaux).toMatchObject([{ recalcule: '2000.00' }]);
    expect(after.corrections.map(({ etat }) => etat)).toEqual(['appliquee', 'orpheline']);
    expect(after.constats.find(({ code }) => code === 'correction_orpheline')).toMatchObject({
      gravite: 'alerte',
      message: expect.stringContaining('Omar') as string,
    });
  });

  it('what was done to a line that a cancelled addition made is cancelled with it, and comes back with it', () => {
    const reading = short();
    const addition = journalOf(reading, add(reading, '400.00'));
    const made = linesOf(applyCorrections(reading, addition))[1];
    const both = [...addition, entryOf(reading, addition, setAmount(made?.montants[0]?.id ?? '', '500.00'))];
    const undone = [...both, entryOf(reading, both, undo(only(addition)))];
    expect(applyCorrections(reading, undone).corrections.map(({ etat }) => etat)).toEqual(['annulee', 'annulee', 'appliquee']);
    const again = [...undone, entryOf(reading, undone, undo(undone[2] ?? only(undone)))];
    expect(first(applyCorrections(reading, again))).toMatchObject({ statut: 'reconcilie', totaux: [{ recalcule: '3500.00' }] });
  });
});

describe('another reading of the same bytes', () => {
  /** The same page, one row more read above: every cell has another id, and its place. */
  const lineAt = (id: string, figure: string, row: number) => {
    const place = { page: 1, box: [50, 60 + 20 * row, 500, 80 + 20 * row] as const };
    return { ...line(id, { ...amount(`m-${id}`, figure), place }), place };
  };
  const before = (): DocumentExport =>
    documentOf(programme([lineAt('r1', '1000.00', 1), lineAt('r2', '700.00', 2)], [total('t', '1500.00', scope(['m-r1', 'm-r2']))]));

  it('corrections find their place again, whatever ids are there now', () => {
    const journal = journalOf(before(), setAmount(cell(before(), 1).id, '500.00'));
    const shifted = documentOf(
      programme(
        [lineAt('r0', '10.00', 0), lineAt('r1x', '1000.00', 1), lineAt('r3', '700.00', 2)],
        [total('t', '1510.00', scope(['m-r0', 'm-r1x', 'm-r3']))],
      ),
    );
    const after = applyCorrections(shifted, journal);
    expect(amountsOf(first(after)).map(({ montant }) => montant)).toEqual(['10.00', '1000.00', '500.00']);
    expect(first(after).statut).toBe('reconcilie');
    expect(after.corrections).toMatchObject([{ etat: 'appliquee', cible: cell(shifted, 2).id }]);
  });

  it('a line that a reader added and that is now read by itself does not count twice', () => {
    const reading = before();
    const place = { page: 1, boite: [50, 120, 500, 140] as [number, number, number, number] };
    const column = {
      rubrique: 'prevu',
      colonne: 'Dépense prévisionnelle',
      periode: { debut: 2026, fin: 2026 },
      base: null,
      taxe: null,
    } as const;
    const texts = {
      section: null,
      axe_texte: null,
      action_texte: null,
      description: 'Troisième',
      calendrier: null,
      axe: null,
      action: null,
    };
    const ligne = { ...texts, ...place, montants: [{ de: null, ...column, montant: '300.00', ...place }] };
    const journal = journalOf(reading, {
      cible: { sorte: 'programme', id: first(reading).id },
      geste: { type: 'ajouter_ligne', apres: null, ligne, totaux: null },
    });
    expect(only(first(applyCorrections(reading, journal)).totaux).recalcule).toBe('2000.00');
    const better = documentOf(
      programme(
        [lineAt('r1', '1000.00', 1), lineAt('r2', '700.00', 2), lineAt('r3', '300.00', 3)],
        [total('t', '2000.00', scope(['m-r1', 'm-r2', 'm-r3']))],
      ),
    );
    const after = applyCorrections(better, journal);
    expect([linesOf(after).length, only(first(after).totaux).recalcule, after.corrections[0]?.etat]).toEqual([3, '2000.00', 'orpheline']);
  });

  it('a line to be divided that is read otherwise now is left alone', () => {
    const reading = before();
    const [, second] = linesOf(reading);
    const removal = journalOf(reading, onLine(second?.id ?? '', { type: 'retirer_ligne' }));
    const other = documentOf(
      programme([lineAt('r1', '1000.00', 1), lineAt('r2', '500.00', 2)], [total('t', '1500.00', scope(['m-r1', 'm-r2']))]),
    );
    const after = applyCorrections(other, removal);
    expect([linesOf(after).length, first(after).statut, after.corrections[0]?.etat]).toEqual([2, 'reconcilie', 'orpheline']);
  });

  it('an id that now names a cell elsewhere is not followed', () => {
    const journal = journalOf(before(), setAmount(cell(before(), 1).id, '500.00'));
    // r2 is now the third row; what stood in the second is r9.
    const renamed = documentOf(
      programme(
        [lineAt('r1', '1000.00', 1), lineAt('r9', '700.00', 2), lineAt('r2', '80.00', 3)],
        [total('t', '1580.00', scope(['m-r1', 'm-r9', 'm-r2']))],
      ),
    );
    expect(amountsOf(first(applyCorrections(renamed, journal))).map(({ montant }) => montant)).toEqual(['1000.00', '500.00', '80.00']);
  });

  it('a check does not hold for figures that nobody has seen', () => {
    const reading = documentOf(programme([lineAt('r1', '1000.00', 1)], [total('t', '1000.00', scope(['m-r1']))]));
    const journal = journalOf(reading, check(first(reading)));
    const other = documentOf(programme([lineAt('r1', '7000.00', 1)], [total('t', '7000.00', scope(['m-r1']))]));
    const after = applyCorrections(other, journal);
    expect([first(after).verifie, after.corrections[0]?.etat]).toEqual([null, 'orpheline']);
    expect(codes(after)).toContain('correction_orpheline');
  });

  it('two readers who decided differently without seeing each other: the later counts, and a finding names both', () => {
    const reading = before();
    const { id } = cell(reading, 1);
    const after = applyCorrections(reading, [
      entryOf(reading, [], setAmount(id, '400.00'), 'Léa'),
      entryOf(reading, [], setAmount(id, '500.00'), 'Omar'),
    ]);
    expect(cell(after, 1).montant).toBe('500.00');
    expect(after.constats.find(({ code }) => code === 'corrections_divergentes')?.message).toMatch(/Léa 400,00.€.*Omar 500,00.€/u);
    expect(codes(corrected(reading, setAmount(id, '400.00'), setAmount(id, '500.00')))).not.toContain('corrections_divergentes');
  });
});
