import { describe, expect, it } from 'vitest';
import { generate } from '../generator/index.ts';
import type { ProgrammeExport } from '../../src/model/contract.ts';
import { scoreDocument } from './score.ts';
import type { DocumentRead } from './score.ts';

const documents = generate(5, 60).filter((document) => document.layout !== 'non_programme');
const [sample] = documents.filter((document) => document.truth.programmes.length === 1 && document.planted.length === 0);
const [broken] = documents.filter((document) => document.planted.length > 0);
if (sample === undefined || broken === undefined) throw new Error('the seed gives no sample');

const clean: DocumentRead = sample.truth;
const first = clean.programmes[0];
if (first === undefined) throw new Error('the sample holds no programme');
const reading = (change: Partial<ProgrammeExport>): DocumentRead => ({ ...clean, programmes: [{ ...first, ...change }] });

describe('the score', () => {
  it('finds nothing to say of a perfect reading', () => {
    for (const { truth } of documents) expect(scoreDocument(truth, truth).differences).toEqual([]);
  });

  it('counts a perfect reading as perfect', () => {
    const { counts } = scoreDocument(clean, clean);
    expect(counts).toMatchObject({ programmes: 1, programmesFound: 1, programmesInvented: 0, perfect: 1, falseAlarms: 0, silent: 0 });
    expect(counts.amountsRight).toBe(counts.amounts);
    expect(counts.totalsRight).toBe(counts.totals);
  });

  it('does not mind which programme of a shared table carries the totals over all of them', () => {
    const [shared] = documents.filter(
      ({ truth }) => truth.programmes.length > 1 && truth.programmes[0]?.totaux.some((total) => total.id.includes('-a')) === true,
    );
    if (shared === undefined) throw new Error('the seed gives no shared table with totals over its quartiers');
    const over = (programme: ProgrammeExport): ProgrammeExport['totaux'] => programme.totaux.filter((total) => total.portee === 'autre');
    const own = (programme: ProgrammeExport): ProgrammeExport['totaux'] => programme.totaux.filter((total) => total.portee !== 'autre');
    const all = shared.truth.programmes.flatMap(over);
    const moved = (totals: ProgrammeExport['totaux']): DocumentRead => ({
      ...shared.truth,
      programmes: shared.truth.programmes.map((programme, index) => ({
        ...programme,
        totaux: [...own(programme), ...(index === 1 ? totals : [])],
      })),
    });
    expect(scoreDocument(shared.truth, moved(all)).differences).toEqual([]);
    expect(scoreDocument(shared.truth, moved([])).differences).not.toEqual([]);
    const perfect = scoreDocument(shared.truth, moved(all)).counts.perfect;
    expect(scoreDocument(shared.truth, moved([])).counts.perfect).toBe(perfect - 1);
  });

  it('calls a reading silent when it is reconciled without one of its amounts', () => {
    const { counts } = scoreDocument(clean, reading({ lignes: first.lignes.slice(1), statut: 'reconcilie' }));
    expect(counts.silent).toBe(1);
    expect(counts.amountsRight).toBeLessThan(counts.amounts);
    expect(counts.perfect).toBe(0);
  });

  it('wants value, rubrique and period of an amount', () => {
    const elsewhere = first.lignes.map((line) => ({
      ...line,
      montants: line.montants.map((amount) => ({ ...amount, rubrique: 'autre' as const })),
    }));
    const { counts } = scoreDocument(clean, reading({ lignes: elsewhere }));
    expect(counts.linesAligned).toBe(counts.lines);
    expect(counts.amountsRight).toBe(0);
    expect(counts.amountsExtra).toBe(counts.amounts);
  });

  it('pairs the other lines when one is missing', () => {
    const { counts } = scoreDocument(clean, reading({ lignes: first.lignes.filter((_, index) => index !== 1) }));
    expect(counts.linesAligned).toBe(counts.lines - 1);
    expect(counts.actionsRight).toBe(counts.lines - 1);
  });

  it('is not misled by capitals and accents in names, but wants the code', () => {
    const { counts } = scoreDocument(clean, reading({ commune: (first.commune ?? '').toUpperCase(), code_insee: '99999' }));
    expect(counts.header.commune).toBe(1);
    expect(counts.header.code_insee).toBe(0);
  });

  it('counts an alarm on a clean programme, and an error that was planted and not seen', () => {
    expect(scoreDocument(clean, reading({ statut: 'ecart' })).counts.falseAlarms).toBe(1);
    const blind = { ...broken.truth, programmes: broken.truth.programmes.map((each) => ({ ...each, statut: 'a_relire' as const })) };
    const { counts } = scoreDocument(broken.truth, blind);
    expect([counts.planted, counts.plantedFound]).toEqual([1, 0]);
  });

  it('counts invented and missed programmes', () => {
    const none: DocumentRead = { ...clean, programmes: [] };
    expect(scoreDocument(none, clean).counts.programmesInvented).toBe(1);
    const missed = scoreDocument(clean, none).counts;
    expect([missed.programmesFound, missed.amountsRight]).toEqual([0, 0]);
    expect(missed.amounts).toBeGreaterThan(0);
  });

  it('wants scope and status of a total', () => {
    const totaux = first.totaux.map((total) => ({ ...total, portee: 'autre' as const, cle: null }));
    const { counts } = scoreDocument(clean, reading({ totaux }));
    expect(counts.totalsRight).toBe(first.totaux.filter((total) => total.portee === 'autre').length);
  });
});
