import { describe, expect, it } from 'vitest';
import type { DocumentExport, LigneExport, ProgrammeExport } from '../../src/model/contract.ts';
import { proposals } from '../../src/stages/audit/corpus/bailleur-officiel.ts';
import type { OfficialLists } from '../../src/stages/audit/corpus/corpus.ts';
import { auditCorpus, CORPUS_RULES, uncheckedCorpus } from '../../src/stages/audit/corpus/index.ts';
import { sameQuartier } from '../../src/stages/audit/corpus/quartier-officiel.ts';
import { ligneExport, montantExport } from '../support/exported-lines.ts';

const NO_LISTS: OfficialLists = { quartiers: null, bailleurs: null };

function ligne(action: string, description: string, rubrique: 'prevu' | 'realise', montant: string): LigneExport {
  return ligneExport({
    id: description,
    description,
    axe: Number(action.slice(0, 1)),
    action,
    montants: [montantExport({ id: 'm', rubrique, montant, texte: montant })],
  });
}

function document(name: string, lignes: readonly LigneExport[], rest: Partial<ProgrammeExport> = {}): DocumentExport {
  const programme: ProgrammeExport = {
    id: name,
    nature: 'previsionnel',
    annee_debut: 2024,
    annee_fin: 2024,
    commune: 'Oyonnax',
    code_insee: '01283',
    quartier: 'La Forge',
    code_qp: 'QN00103M',
    bailleur: 'Bugey Habitat',
    siren: null,
    nombre_logements: 100,
    pages: [1],
    lignes: [...lignes],
    totaux: [],
    statut: 'reconcilie',
    doutes: [],
    verifie: null,
    ...rest,
  };
  return {
    fichier: `${name}.pdf`,
    noms: [`${name}.pdf`],
    sha256: name,
    pages: 1,
    statut: 'importe',
    raison: null,
    nature: 'programme',
    convention: null,
    faits: [],
    programmes: [programme],
    constats: [],
    corrections: [],
  };
}

function found(documents: readonly DocumentExport[], lists: OfficialLists = NO_LISTS): string[] {
  return auditCorpus(documents, lists).map(({ code }) => code);
}

const messages = (documents: readonly DocumentExport[], lists: OfficialLists = NO_LISTS): string =>
  auditCorpus(documents, lists)
    .map(({ message }) => message.replaceAll(/[\u00a0\u202f]/gu, ' '))
    .join('\n');

const HALLS = 'Nettoyage renforcé des halls';

describe('one programme in several files', () => {
  const first = document('a', [ligne('3.1', HALLS, 'prevu', '100.00')]);

  it('is told as a double when it says the same, as another version when it does not', () => {
    expect(found([first, document('b', [ligne('3.1', HALLS, 'prevu', '100.00')])])).toEqual(['programme_en_double']);
    const other = [first, document('b', [ligne('3.1', HALLS, 'prevu', '150.00')])];
    expect(found(other)).toEqual(['programme_deux_versions']);
    expect(messages(other)).toContain('« a.pdf » (page 1) : 1 ligne pour 100,00 €, ici 1 pour 150,00 €');
  });

  it('is another programme with another year, quartier or landlord', () => {
    for (const rest of [{ annee_debut: 2025, annee_fin: 2025 }, { code_qp: 'QN00102M' }, { bailleur: 'Ain Habitat' }])
      expect(found([first, document('b', [ligne('3.1', HALLS, 'prevu', '100.00')], rest)])).toEqual([]);
  });
});

describe('what was planned and what was spent', () => {
  const planned = document('plan', [
    ligne('3.1', HALLS, 'prevu', '1000.00'),
    ligne('7.1', 'Fête de quartier', 'prevu', '500.00'),
    ligne('8.1', 'Pose de bancs', 'prevu', '300.00'),
  ]);
  const spent = document(
    'bilan',
    [
      ligne('3.1', 'Nettoyage renforcé des halls et coursives', 'realise', '1600.00'),
      ligne('7.1', 'Fête de quartier', 'realise', '520.00'),
    ],
    { nature: 'bilan' },
  );

  it('lists what differs and what is missing, with both figures', () => {
    expect(found([planned, spent])).toEqual(['bilan_different', 'prevu_sans_bilan']);
    const text = messages([planned, spent]);
    expect(text).toContain('1 000,00 € prévus (« plan.pdf », page 1), 1 600,00 € réalisés, +60 %');
    expect(text).toContain("« Pose de bancs », 300,00 € prévus (« plan.pdf », page 1), n'est pas au bilan");
  });

  it('lists what was spent without being planned', () => {
    const bilan = document(
      'bilan',
      [ligne('7.1', 'Fête de quartier', 'realise', '520.00'), ligne('2.1', 'Formation au tri', 'realise', '2500.00')],
      { nature: 'bilan' },
    );
    const plan = document('plan', [ligne('7.1', 'Fête de quartier', 'prevu', '500.00')]);
    expect(found([plan, bilan])).toEqual(['bilan_non_prevu']);
    expect(messages([plan, bilan])).toContain("« Formation au tri », 2 500,00 € au bilan, n'était pas prévu (« plan.pdf »)");
  });

  it('says nothing where they agree', () => {
    expect(
      found([
        document('plan', [ligne('7.1', 'Fête de quartier', 'prevu', '500.00')]),
        document('bilan', [ligne('7.1', 'Fête de quartier', 'realise', '520.00')], { nature: 'bilan' }),
      ]),
    ).toEqual([]);
  });
});

describe('official quartiers', () => {
  const lists: OfficialLists = {
    bailleurs: null,
    quartiers: new Map([['QN00103M', { code: 'QN00103M', nom: 'La Forge - Plaine', communes: [{ codeInsee: '01283', nom: 'Oyonnax' }] }]]),
  };
  const lines = [ligne('3.1', HALLS, 'prevu', '1.00')];

  it.each([
    [{}, []],
    [{ code_qp: 'QN00999M' }, ['code_qp_inconnu']],
    [{ quartier: 'Les Étangs' }, ['quartier_autre_nom']],
    [{ commune: 'Bourg-en-Bresse', code_insee: '01053' }, ['quartier_autre_commune']],
    [{ code_qp: 'QP001003' }, []],
  ])('%j', (rest, codes) => {
    expect(found([document('a', lines, rest)], lists)).toEqual(codes);
  });

  it('nothing is said without a list', () => {
    expect(found([document('a', lines, { code_qp: 'QN00999M' })])).toEqual([]);
  });

  it('names are the same within each other, not by their first word alone', () => {
    expect(sameQuartier('GRANDE RESIDENCE', 'Grande Résidence - Sellier')).toBe(true);
    expect(sameQuartier('Quartier de la Forge', 'La Forge')).toBe(true);
    expect(sameQuartier('Résidence des Lilas', 'Résidence des Ormes')).toBe(false);
  });
});

describe('landlords of a list', () => {
  const lists: OfficialLists = {
    quartiers: null,
    bailleurs: new Map([['bugey habitat oph', { siren: '552100554', nom: 'Bugey Habitat OPH' }]]),
  };

  it('a spelling that is not there is told, with the likeliest name, and never merged', () => {
    const text = messages([document('a', [])], lists);
    expect(text).toContain("« Bugey Habitat » n'est pas dans la liste chargée. Serait-ce « Bugey Habitat OPH » (SIREN 552100554) ?");
    expect(found([document('a', [], { bailleur: 'BUGEY HABITAT O.P.H' })], lists)).toEqual(['bailleur_inconnu']);
    expect(found([document('a', [], { bailleur: 'Bugey habitat OPH' })], lists)).toEqual([]);
  });

  it('no name is proposed that shares little', () => {
    expect(proposals('Immobilière du Rhin', [{ nom: 'Bugey Habitat' }])).toEqual([]);
  });
});

describe('spending per dwelling', () => {
  const usual = Array.from({ length: 10 }, (_, index) =>
    document(`d${String(index)}`, [ligne('3.1', HALLS, 'prevu', String(15000 + 300 * index) + '.00')], {
      code_qp: null,
      quartier: `Q${String(index)}`,
    }),
  );

  it('far from the others is told with the median and the number compared', () => {
    const far = document('far', [ligne('3.1', HALLS, 'prevu', '90000.00')], { code_qp: null, quartier: 'Loin' });
    expect(found([...usual, far])).toEqual(['par_logement_atypique']);
    expect(messages([...usual, far])).toContain('900 € par logement, loin de la médiane de 165 €');
    expect(messages([...usual, far])).toContain('n = 11');
    expect(found(usual)).toEqual([]);
  });

  it('is not told among too few, and versions of one programme count once', () => {
    const far = document('far', [ligne('3.1', HALLS, 'prevu', '90000.00')], { quartier: 'Loin' });
    expect(found([...usual.slice(0, 3), far])).toEqual([]);
    const copies = Array.from({ length: 10 }, (_, index) => document(`c${String(index)}`, [ligne('3.1', HALLS, 'prevu', '15000.00')]));
    expect(found([...copies, far]).filter((code) => code === 'par_logement_atypique')).toEqual([]);
  });
});

describe('rules over the base that lack their data', () => {
  const one = document('a', [ligne('3.1', HALLS, 'prevu', '100.00')]);
  const lists: OfficialLists = {
    quartiers: new Map([['QN00103M', { code: 'QN00103M', nom: 'La Forge', communes: [] }]]),
    bailleurs: new Map([['bugey habitat', { siren: '552100554', nom: 'Bugey Habitat' }]]),
  };

  it('say what is missing', () => {
    const said = uncheckedCorpus([one], NO_LISTS).join('\n');
    for (const part of [
      'aucun programme de la base n’a dans un document son prévisionnel et dans un autre son bilan',
      'aucune liste de quartiers n’est chargée',
      'aucune liste de bailleurs n’est chargée',
      'avec un nombre de logements et des dépenses : 1, il en faut 8',
    ])
      expect(said).toContain(part);
    expect(uncheckedCorpus([], NO_LISTS)).toEqual([]);
  });

  it('say nothing of what they can judge', () => {
    expect(uncheckedCorpus([one], lists).join('\n')).not.toContain('liste');
    const old = document('b', [], { code_qp: 'QP001003', bailleur: null });
    const said = uncheckedCorpus([one, old], lists).join('\n');
    expect(said).toContain('1 code est d’une autre génération que la liste chargée, comme « QP001003 »');
    expect(said).toContain('1 programme ne dit pas de quel bailleur, quartier et année il est');
  });
});

it('each rule over the base says where it is written', () => {
  for (const { codes, source } of CORPUS_RULES) {
    expect(codes.length).toBeGreaterThan(0);
    expect(source.length).toBeGreaterThan(10);
  }
});
