import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSchema } from '../../src/model/contract.ts';
import { chromiumPath } from '../../src/people/report/chromium.ts';
import { runCli } from './run-cli.ts';

/** The commands of an auditor on two real samples: Lens, and the portrait whose total has a wrong figure. */
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tfpb-audit-'));
  mkdirSync(join(folder, 'archive'));
  for (const name of ['lens-2023-navigateur.pdf', 'word-portrait-chiffre-navigateur.pdf'])
    cpSync(join('samples', name), join(folder, 'archive', name));
  const { code } = await runCli(folder, 'import', 'archive', '--silencieux');
  expect(code).toBe(0);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const audit = (...args: readonly string[]) => runCli(folder, 'audit', ...args);

describe('tfpb audit', () => {
  it('puts the worst document first, with the rule and its source', async () => {
    const { out } = await audit();
    expect(out.indexOf('word-portrait-chiffre')).toBeLessThan(out.indexOf('lens-2023'));
    expect(out).toContain('[logements_implicites]');
    expect(out).toContain('Référentiel national, juin 2024');
    expect(out).toMatch(/informations de plus avec --gravite info/u);
  });

  it('filters by rule, gravity, landlord and year; --strict counts what is left', async () => {
    const rule = await audit('--regle', 'calcul_arrondi');
    expect(rule.out.match(/\[calcul_arrondi\]/gu)?.length).toBeGreaterThanOrEqual(5);
    expect(rule.out).not.toContain('[video_investissement]');
    expect((await audit('--gravite', 'erreur')).out).not.toContain('alerte  ');
    expect((await audit('--bailleur', 'PAS DE CALAIS', '--strict')).code).toBe(0);
    expect((await audit('--bailleur', 'foyers', '--strict')).code).toBe(1);
    expect((await audit('--gravite', 'grave')).code).toBe(2);
  });

  it('does not pass a mistyped rule or a landlord it has nothing of for a clean bill', async () => {
    const rule = await audit('--regle', 'total_ecrat', '--strict');
    expect([rule.code, rule.out]).toEqual([2, '']);
    expect(rule.err).toContain('Vouliez-vous dire total_ecart ?');
    // A written principle of the référentiel is a rule too, even where no document breaks it.
    expect((await audit('--regle', 'video_fonctionnement')).code).toBe(0);
    const year = await audit('--annee', '1999');
    expect([year.code, year.out]).toEqual([0, "Aucun programme de la base ne répond à --annee 1999 : rien n'a été contrôlé.\n"]);
    expect((await audit('--annee', '1999', '--strict')).code).toBe(2);
    const landlord = await audit('--bailleur', 'Pas de Calai habita', '--strict');
    expect([landlord.code, landlord.out]).toEqual([2, '']);
    expect(landlord.err).toContain('Vouliez-vous dire « PAS-DE-CALAIS HABITAT » ?');
  });

  it('writes a report that holds everything in itself, runs nothing, and can be made again', async () => {
    const { code, err } = await audit('--rapport', 'rapport.html');
    expect([code, err.includes('Rapport écrit')]).toEqual([0, true]);
    const html = readFileSync(join(folder, 'rapport.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|https?:\/\//u);
    expect(html.match(/data:image\/png;base64,/gu)?.length).toBeGreaterThan(15);
    // Every total that disagrees is set out with its sum, printed figure and difference.
    expect(html).toContain('600,00');
    expect(html).toContain('Écart (imprimé − recalculé)');
    const json = exportSchema.parse(JSON.parse((await runCli(folder, 'export')).out));
    for (const { sha256 } of json.documents) expect(html).toContain(sha256 ?? '?');
  });

  it('says what is wrong with the name of a report', async () => {
    expect((await audit('--rapport', 'rapport.docx')).code).toBe(2);
    expect((await audit('--rapport', 'nulle/part/rapport.html')).code).toBe(2);
    expect(existsSync(join(folder, 'rapport.docx'))).toBe(false);
  });

  it.skipIf(chromiumPath() === null)(
    'prints the report where there is a browser',
    async () => {
      const { code } = await audit('--rapport', 'rapport.pdf', '--bailleur', 'foyers');
      expect(code).toBe(0);
      expect(readFileSync(join(folder, 'rapport.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    },
    240_000,
  );
});

describe('tfpb explication', () => {
  it('tells an amount, its sums, the findings at its place, and draws it', async () => {
    const { documents } = exportSchema.parse(JSON.parse((await runCli(folder, 'export')).out));
    const lens = documents.find(({ fichier }) => fichier.startsWith('lens'));
    const amount = lens?.programmes[0]?.lignes.flatMap(({ montants }) => montants).find(({ montant }) => montant === '4400.00');
    const { code, out } = await runCli(folder, 'explication', amount?.id ?? '', '--image', 'endroit.png');
    expect(out).toMatch(/période +20\d\d\n/u);
    expect(code).toBe(0);
    for (const part of [
      '« 4 400 € »',
      'le prouve',
      '[calcul_arrondi]',
      'axe 7 écrit par le document',
      'coût 0,00',
      '4\u00a0400,00\u00a0€',
      'confiance    0,9',
    ])
      expect(out).toContain(part);
    expect(readFileSync(join(folder, 'endroit.png')).subarray(1, 4).toString()).toBe('PNG');
    const finding = lens?.constats.find((constat) => constat.code === 'logements_implicites');
    expect((await runCli(folder, 'explication', finding?.id ?? '')).out).toContain('33 logements');
    const wrong = documents.find(({ fichier }) => fichier.startsWith('word'));
    const whole = await runCli(folder, 'explication', wrong?.programmes[0]?.id ?? '');
    for (const part of ['Sommes du programme entier', 'imprimé 172\u00a0710,00\u00a0€', '[total_ecart]', 'en écart'])
      expect(whole.out).toContain(part);
    const ecart = wrong?.constats.find(({ code }) => code === 'total_ecart');
    expect((await runCli(folder, 'explication', ecart?.id ?? '')).out).toContain('TOTAL DU PROGRAMME, page 3 : imprimé 172');
  }, 240_000);

  it('knows no other id', async () => {
    expect((await runCli(folder, 'explication', 'ffff')).code).toBe(2);
    // One value at a time: a second id is not passed over in silence.
    const two = await runCli(folder, 'explication', 'ffff', 'eeee');
    expect([two.code, two.err.includes('arguments en trop')]).toEqual([2, true]);
  });
});

describe('tfpb controle', () => {
  it('draws the same sample again, keeps what was judged, and gives the rate with its interval', async () => {
    const sheet = await runCli(folder, 'controle', '--echantillon', '10', '--graine', '3', '--feuille', 'feuille.html');
    expect(sheet.code).toBe(0);
    expect(sheet.out).toContain('rien de jugé');
    expect(readFileSync(join(folder, 'feuille.html'), 'utf8').match(/data:image\/png/gu)).toHaveLength(10);
    const judged = await runCli(folder, 'controle', '--graine', '3', '--faux', '2', '--par', 'A. Martin');
    expect(judged.out).toContain('(1 sur 10 ; intervalle à 95 % : ');
    expect((await runCli(folder, 'controle', '--graine', '3')).out).toContain('jugé faux');
    expect((await runCli(folder, 'controle', '--graine', '3', '--faux', '99')).code).toBe(2);
    const both = await runCli(folder, 'controle', '--graine', '3', '--faux', '2', '--justes');
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('choisissez')]);
    const odd = await runCli(folder, 'controle', '--graine', '3', '--faux', 'deux');
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining("« deux » n'en est pas un")]);
  }, 240_000);
});

describe('tfpb referentiel', () => {
  const load = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return runCli(folder, 'referentiel', 'charger', name);
  };

  it('loads quartiers as published and landlords with checked SIRENs; the audit uses them', async () => {
    const quartiers = await load('qpv.csv', 'code_qp;lib_qp;insee_com;lib_com\nQN00391M;Rive Gauche;03185;Montluçon\nxx;faux;1;Y\n');
    expect(quartiers.out).toContain('1 quartier (liste qpv)');
    expect(quartiers.out).toContain('écartée, ligne 3 : « xx »');
    const bailleurs = await load(
      'bailleurs.csv',
      Buffer.from('Nom,SIREN,Autres noms\nPas-de-Calais Habitat,552 100 554,PDCH\nAutre é,123456789,\n', 'latin1'),
    );
    expect(bailleurs.out).toContain('1 bailleur');
    expect(bailleurs.out).toContain('est faux (clé)');
    expect((await audit()).out).not.toContain('aucune liste');
    const out = (await audit('--gravite', 'info')).out;
    expect(out).toContain('[quartier_autre_nom]');
    expect(out).toContain("« Les Foyers de la Vallée » n'est pas dans la liste chargée");
    expect(out).not.toContain("« PAS-DE-CALAIS HABITAT » n'est pas");
    expect((await runCli(folder, 'referentiel', 'etat')).out).toContain('qpv : qpv.csv, 1 ligne,');
  });

  it('knows lists by other headings, as a spreadsheet saves them', async () => {
    const rows = 'N° SIREN;Nom du bailleur;Sigle\n552100554;Pas-de-Calais Habitat;PDCH\n12345;Court;\n';
    const unicode = await load('bailleurs.txt', Buffer.from(`\ufeff${rows.replaceAll(';', '\t')}`, 'utf16le'));
    expect(unicode.out).toContain('1 bailleur (liste bailleurs)');
    expect(unicode.out).toContain('« 12345 » est faux (neuf chiffres sont attendus)');
    const quartiers = 'Code du QPV,Nom du QPV,Code commune,Nom de la commune\nQN00103M,La Forge,1283,Oyonnax\n';
    expect((await load('qpv-tableur.csv', quartiers)).out).toContain('1 quartier (liste qpv)');
    await load('bailleurs.csv', 'Nom,SIREN,Autres noms\nPas-de-Calais Habitat,552100554,PDCH\n');
    await load('qpv.csv', 'code_qp;lib_qp;insee_com;lib_com\nQN00391M;Rive Gauche;03185;Montluçon\n');
  });

  it('refuses what is no list, and keeps the last one', async () => {
    expect((await load('autre.csv', 'a;b\n1;2\n')).code).toBe(2);
    expect((await load('vide.csv', 'code_qp;lib_qp;insee_com\nxx;y;z\n')).code).toBe(2);
    expect((await runCli(folder, 'referentiel', 'etat')).out).toContain('qpv.csv');
    expect((await runCli(folder, 'referentiel', 'autre')).code).toBe(2);
  });

  it('learns readers’ decisions from a file: the same line is filed so at the next import, and the file comes back', async () => {
    const text = 'Poursuite sur 2023 avec 10 chantiers à répartir sur les 3 QPV';
    const lens = async () =>
      exportSchema
        .parse(JSON.parse((await runCli(folder, 'export')).out))
        .documents.flatMap(({ programmes }) => programmes.flatMap(({ lignes }) => lignes))
        .filter(({ description }) => description?.includes(text) ?? false);
    const [before] = await lens();
    expect(before?.action).toBe('7.2');
    const row = [before?.action_texte, before?.description, '7.4', 'A. Martin', '2026-11-25']
      .map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`)
      .join(';');
    expect((await load('decisions.csv', `action_texte;description;action;par;date\n${row}\n`)).out).toContain('1 décision');
    expect((await runCli(folder, 'referentiel', 'exemples')).out).toContain('7.4;A. Martin;2026-11-25');
    await runCli(folder, 'import', 'archive', '--refaire', '--silencieux');
    expect((await lens()).map(({ action }) => action)).toEqual(['7.4', '7.4']);
  }, 240_000);

  it('lists the rules with their source', async () => {
    const { out } = await runCli(folder, 'referentiel', 'regles');
    for (const part of [
      'video_investissement [alerte]',
      'concentration_axe',
      'programme_deux_versions',
      'total_ecart',
      'Référentiel national, juin 2024',
    ])
      expect(out).toContain(part);
  });
});
