import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentAttenduSchema } from './expected.ts';
import type { DocumentAttendu, LigneAttendue, ProgrammeAttendu, TotalAttendu } from './expected.ts';

const folder = new URL('../../samples/', import.meta.url);
const expectations = readdirSync(new URL('expected/', folder)).map((name) => ({
  name,
  value: documentAttenduSchema.parse(JSON.parse(readFileSync(new URL(`expected/${name}`, folder), 'utf8'))),
}));

const cents = (amount: string): number => Number(amount.replace('.', ''));

/** The sum of the lines that a total covers, told by its scope alone; null where the scope does not tell. */
function sumOf(programme: ProgrammeAttendu, total: TotalAttendu): number | null {
  if (total.portee === 'autre') return null;
  const covered: Record<'axe' | 'section' | 'programme', (ligne: LigneAttendue) => boolean> = {
    axe: ({ axe }) => String(axe) === total.cle,
    section: ({ section }) => section === total.cle,
    programme: () => true,
  };
  const inColumn = ({ colonne, rubrique, periode }: LigneAttendue['montants'][number]): boolean =>
    total.colonne === null ||
    (colonne === total.colonne && rubrique === total.rubrique && JSON.stringify(periode) === JSON.stringify(total.periode));
  const amounts = programme.lignes.map((ligne) => ({ ligne, montants: ligne.montants.filter(inColumn) }));
  if (!amounts.some(({ montants }) => montants.some(({ montant }) => montant !== null))) return null;
  return amounts
    .filter(({ ligne }) => covered[total.portee as 'axe' | 'section' | 'programme'](ligne))
    .flatMap(({ montants }) => montants)
    .reduce((sum, { montant }) => sum + (montant === null ? 0 : cents(montant)), 0);
}

function totals(document: DocumentAttendu, pick: (total: TotalAttendu) => boolean): string[] {
  return document.programmes.flatMap(({ totaux }) => totaux.filter(pick).map(({ declare }) => declare));
}

function expected(name: string): DocumentAttendu {
  const found = expectations.find((candidate) => candidate.name === `${name}.json`);
  if (found === undefined) throw new Error(`no expectation ${name}`);
  return found.value;
}

describe('the expected exports of the samples', () => {
  it('go with a sample each, under two producers', () => {
    const pdfs = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(expectations.map(({ value }) => value.fichier).sort()).toEqual(pdfs.sort());
    const names = new Set(pdfs.map((name) => name.replace(/-(?:navigateur|bureautique)\.pdf$/u, '')));
    expect(pdfs).toHaveLength(2 * names.size);
  });

  it.each(expectations)('$name: every total is the sum of its lines, or says by how much it is not', ({ value }) => {
    for (const programme of value.programmes) {
      for (const total of [...programme.totaux, ...programme.totaux_toleres]) {
        const sum = sumOf(programme, total);
        if (total.portee === 'autre') continue;
        expect(total.recalcule === null ? null : cents(total.recalcule), JSON.stringify(total)).toBe(sum);
        if (sum !== null) expect(cents(total.ecart ?? '')).toBe(cents(total.declare) - sum);
        expect(total.statut).toBe(sum === null ? 'non_verifiable' : sum === cents(total.declare) ? 'conforme' : 'ecart');
      }
      expect(programme.lignes.map(({ ordre }) => ordre)).toEqual(programme.lignes.map((_, index) => index + 1));
      expect(programme.statut).toBe(programme.totaux.some(({ statut }) => statut === 'ecart') ? 'ecart' : 'reconcilie');
    }
  });

  it.each(['navigateur', 'bureautique'])('state the totals of Lens (%s)', (producer) => {
    const lens = expected(`lens-2023-${producer}`);
    expect(totals(lens, ({ cle }) => cle === 'actions_specifiques')).toEqual(['195900.00', '54450.00', '5000.00']);
    expect(totals(lens, ({ cle }) => cle === 'droit_commun')).toEqual(['33568.00', '0.00', '28415.00']);
    expect(totals(lens, ({ portee }) => portee === 'programme')).toEqual(['229468.00', '54450.00', '33415.00']);
    expect(lens.programmes.map(({ lignes }) => lignes.length)).toEqual([25, 19, 14]);
  });

  it.each(['navigateur', 'bureautique'])('state the totals of Lillers (%s)', (producer) => {
    const lillers = expected(`lillers-2023-${producer}`);
    const closed = totals(lillers, ({ portee, statut }) => portee === 'programme' && statut === 'conforme');
    expect(closed).toEqual(['11535.00', '74659.00', '72000.00', '72000.00']);
    expect(lillers.programmes[0]?.lignes).toHaveLength(31);
  });

  it.each([
    ['chiffre', ['600.00']],
    ['interversion', ['7200.00']],
    ['ligne-manquante', ['4500.00', '4500.00', '4500.00', '4500.00']],
    ['ligne-double', ['-2600.00', '-2600.00', '-2600.00', '-2600.00']],
  ])('plant the fault "%s"', (fault, ecarts) => {
    for (const producer of ['navigateur', 'bureautique']) {
      const { programmes, constats } = expected(`word-portrait-${fault}-${producer}`);
      expect(programmes[0]?.totaux.filter(({ statut }) => statut === 'ecart').map(({ ecart }) => ecart)).toEqual(ecarts);
      expect(constats).toHaveLength(ecarts.length);
    }
  });
});
