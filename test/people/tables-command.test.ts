import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fichierTablesSchema } from '../../src/model/tables-contract.ts';
import { explicationHtml } from '../../src/people/tables/explication/render.ts';
import { tablesCsv, tablesCsvHeader } from '../../src/people/tables/tables-csv.ts';
import { protectedPdf, tinyPdf } from '../pipelines/tiny-pdf.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { runCli } from './run-cli.ts';

// Each command starts processes of its own from sources: slow on a busy machine, never long.
vi.setConfig({ testTimeout: 240_000 });

test('tables: one file gives an object, several an array, none an empty one; a file that cannot be read says why and the code is 1', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'vide'));
  writeFileSync(join(folder, 'a.pdf'), tinyPdf('Bonjour'));
  writeFileSync(join(folder, 'b.pdf'), protectedPdf('secret', 'Bonjour'));
  const one = await runCli(folder, 'tables', 'a.pdf');
  expect([one.code, one.err]).toEqual([0, '']);
  expect(fichierTablesSchema.parse(JSON.parse(one.out))).toMatchObject({
    fichier: 'a.pdf',
    raison: null,
    pages: [{ page: 1, largeur: 595, hauteur: 842 }],
  });

  const two = await runCli(folder, 'tables', 'a.pdf', 'b.pdf');
  expect(two.code).toBe(1);
  expect(two.err).toContain('b.pdf (chiffre)');
  expect(
    z
      .array(fichierTablesSchema)
      .parse(JSON.parse(two.out))
      .map(({ raison }) => raison),
  ).toEqual([null, 'chiffre']);

  const opened = await runCli(folder, 'tables', 'b.pdf', '--mot-de-passe', 'secret', '--format', 'html');
  expect([opened.code, opened.err]).toEqual([0, '']);
  expect(opened.out).toContain('data:image/png;base64,');
  expect(opened.out.trimEnd().endsWith('</html>')).toBe(true);

  expect((await runCli(folder, 'tables', 'vide')).out).toBe('[]\n');
});

test('CSV: a row a table row, spans in their first cell, formulas made harmless, quotes doubled', () => {
  const cell = (ligne: number, colonne: number, texte: string) => ({
    ligne,
    colonne,
    etendue_lignes: 1,
    etendue_colonnes: 1,
    texte,
    boite: [0, 0, 0, 0] as [number, number, number, number],
    confiance: 1,
  });
  const cells = [cell(0, 0, '=1+1'), cell(0, 2, 'dit "oui", non'), cell(1, 0, '- 500 €'), cell(1, 1, '-A1')];
  const table = { boite: [0, 0, 0, 0] as [number, number, number, number], lignes: 2, colonnes: 3, suite_de: null, cellules: cells };
  const page = { page: 4, largeur: 1, hauteur: 1, source: 'texte' as const, tables: [table] };
  expect(tablesCsvHeader(3)).toBe('fichier,page,table,ligne,colonne_1,colonne_2,colonne_3\r\n');
  expect(tablesCsv({ fichier: 'f.pdf', raison: null, pages: [page] })).toBe(
    `f.pdf,4,1,1,'=1+1,,"dit ""oui"", non"\r\nf.pdf,4,1,2,- 500 €,'-A1,\r\n`,
  );
});

test('tables --expliquer: columns with what told them, every scope of a total with its sum, in text, JSON and HTML', async () => {
  const folder = temporaryFolder();
  const sample = resolve('samples/word-portrait-interversion-navigateur.pdf');
  const json = await runCli(folder, 'tables', sample, '--expliquer', '--format', 'json');
  expect([json.code, json.err]).toEqual([0, '']);
  const { explication } = fichierTablesSchema.parse(JSON.parse(json.out));
  expect(explication?.colonnes.slice(0, 6).map(({ role, rubrique }) => rubrique ?? role)).toEqual([
    'action',
    'description',
    'calendrier',
    'prevu',
    'taux',
    'valorise',
  ]);
  const [programme] = explication?.programmes ?? [];
  expect(programme?.statut).toBe('ecart');
  const broken = programme?.totaux.find(({ libelle, statut }) => libelle === 'Sous-total axe 3' && statut === 'ecart');
  expect(broken?.perimetres[0]).toMatchObject({
    retenu: true,
    portee: 'axe',
    lignes: [4, 5, 6],
    somme: '31925.00',
    ecart: '7200.00',
    cout: 4,
  });
  expect(broken?.perimetres.filter(({ retenu }) => retenu)).toHaveLength(1);

  const text = await runCli(folder, 'tables', sample, '--expliquer');
  expect(text.out.replaceAll(/[\u00a0\u202f]/gu, ' ')).toContain('→ un axe, lignes 4 à 6, somme 31 925,00 €, écart 7 200,00 €');
  const html = await runCli(folder, 'tables', sample, '--expliquer', '--format', 'html');
  const details = /<details class="explication">.*<\/details>/su.exec(html.out)?.[0] ?? '';
  expect(details).toContain('Sous-total axe 3');
  expect(details.match(/<ul>/gu)?.length).toBe(details.match(/<\/ul>/gu)?.length);
  expect(details.match(/<li>/gu)?.length).toBe(details.match(/<\/li>/gu)?.length);

  expect(await runCli(folder, 'tables', sample, '--expliquer', '--format', 'csv')).toMatchObject({ code: 2, out: '' });
});

test('an explanation never writes what a document says as markup, and says when there is no programme', () => {
  const html = explicationHtml({
    nature: 'autre',
    indices: [],
    colonnes: [
      {
        page: 1,
        table: 0,
        colonne: 0,
        en_tete: '<script>alert(1)</script>',
        role: 'montant',
        rubrique: 'prevu',
        periode: null,
        base: null,
        taxe: null,
        unite: 'kilo',
        raison: 'r',
      },
    ],
    comprehensions: [],
    marge: null,
    marge_minimale: 0.75,
    programmes: [],
  });
  expect(html).not.toContain('<script');
  expect(html).toContain('en milliers');
  expect(html).toContain('Aucun programme');
});
