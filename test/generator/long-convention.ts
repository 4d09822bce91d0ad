import type { ConventionExport } from '../../src/model/contract.ts';
import type { Block, Part, Table } from '../typeset/model.ts';
import type { HeadingContent } from './content.ts';
import { portrait } from './file-plan.ts';
import type { Random } from './random.ts';
import { AXES, axeLabels } from './wording/referentiel.ts';
import { ARTICLES, PARAGRAPHS } from './wording/prose.ts';
import { epciName } from './wording/names.ts';

/** A convention of many pages, whose annexes may hold the programme. */

export interface LongConvention {
  readonly truth: ConventionExport;
  readonly parts: readonly Part[];
}

/** The name of an intercommunal body in full. */
export function fullEpci(codeInsee: string): string | null {
  const name = epciName(codeInsee);
  if (name === null) return null;
  return name
    .replace(/^CC /u, 'Communauté de communes ')
    .replace(/^CA /u, "Communauté d'agglomération ")
    .replace(/^CU /u, 'Communauté urbaine ')
    .replace(/ \([^)]*\)$/u, '');
}

function plainTable(titles: readonly string[], rows: readonly (readonly string[])[], width: number): Table {
  return {
    kind: 'table',
    columns: titles.map(() => Math.floor(width / titles.length)),
    headerRows: 1,
    border: 'all',
    padding: 2,
    after: 8,
    rows: [{ cells: titles.map((text) => ({ text, bold: true })) }, ...rows.map((row) => ({ cells: row.map((text) => ({ text })) }))],
  };
}

function governance(width: number): Table {
  return plainTable(
    ['Instance', 'Composition', 'Fréquence'],
    [
      ['Comité de pilotage', 'Préfet, maire, président de l’intercommunalité, directeur général du bailleur', 'Une fois par an'],
      ['Comité technique', 'Délégué du préfet, chef de projet, responsable d’agence', 'Deux fois par an'],
      ['Groupe de suivi de proximité', 'Gardiens, médiateurs, services techniques, conseil citoyen', 'Chaque trimestre'],
    ],
    width,
  );
}

function indicators(width: number, random: Random): Table {
  return plainTable(
    ['Axe', 'Indicateurs de suivi', 'Valeur cible'],
    AXES.map((axe) => [
      random.pick(axeLabels(axe.number, '2021')),
      random.pick(['Nombre d’interventions', 'Nombre de locataires touchés', 'Taux de satisfaction', 'Délai moyen de traitement']),
      random.pick(['75 %', '120', 'à définir', '48 h', '+ 10 points', '3 par an']),
    ]),
    width,
  );
}

/** `pages`: about how many pages of text to write before the annexes. */
export function longConvention(random: Random, headings: readonly HeadingContent[], pages: number): LongConvention {
  const first = headings[0];
  if (first === undefined) throw new Error('a convention without quartier');
  const page = portrait(random);
  const width = 165;
  const epci = fullEpci(first.codeInsee);
  const debut = random.chance(0.5) ? first.years.debut : first.years.debut - random.int(0, 2);
  const fin = Math.max(first.years.fin, debut + random.int(2, 6));
  const fill = (text: string): string =>
    text
      .replaceAll('{v}', first.commune)
      .replaceAll('{b}', first.bailleur)
      .replaceAll('{e}', epci === null ? 'l’intercommunalité' : `la ${epci}`)
      .replaceAll('{a}', String(debut))
      .replaceAll('{z}', String(fin));
  const truth: ConventionExport = {
    bailleur: first.bailleur,
    epci,
    communes: [first.commune],
    quartiers: headings.map((heading) => ({ nom: heading.quartier, code_qp: heading.codeQp, nombre_logements: heading.logements })),
    annee_debut: debut,
    annee_fin: fin,
  };
  const codes = headings.some((heading) => heading.codeQp !== null);
  const estate = plainTable(
    ['Quartier prioritaire', ...(codes ? ['Code QPV'] : []), 'Nombre de logements'],
    headings.map((heading) => [heading.quartier, ...(codes ? [heading.codeQp ?? ''] : []), String(heading.logements ?? '')]),
    width,
  );
  const articles = random.sample(ARTICLES, Math.min(ARTICLES.length, Math.max(5, pages)));
  const perArticle = Math.max(2, Math.round((pages * 5) / articles.length));
  const blocks: Block[] = [
    { kind: 'spacer', height: 50 },
    {
      kind: 'paragraph',
      text: "Convention d'utilisation de l'abattement de la taxe foncière sur les propriétés bâties",
      bold: true,
      align: 'center',
      size: 18,
      after: 14,
    },
    {
      kind: 'paragraph',
      text: `${headings.map((heading) => heading.quartier).join(', ')}\nVille de ${first.commune}${first.homonym ? ` (${first.departement})` : ''}\n${debut}-${fin}`,
      align: 'center',
      size: 13,
      after: 12,
    },
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: 'Entre :', after: 4 },
    {
      kind: 'list',
      items: [
        "l'État, représenté par le préfet du département,",
        ...(epci === null ? [] : [`la ${epci}, représentée par son président,`]),
        `la ville de ${first.commune}, représentée par son maire,`,
        `${first.bailleur}, représenté par son directeur général, ci-après dénommé « le bailleur »,`,
      ],
      after: 8,
    },
    { kind: 'paragraph', text: `Il est convenu ce qui suit, pour la période ${debut}-${fin} :`, after: 10 },
  ];
  articles.forEach((title, index) => {
    blocks.push({
      kind: 'paragraph',
      text: `Article ${index + 1} – ${title}`,
      bold: true,
      size: 12,
      before: 8,
      after: 5,
      keepWithNext: true,
    });
    for (const text of random.sample(PARAGRAPHS, perArticle))
      blocks.push({ kind: 'paragraph', text: fill(text), align: 'justify', after: 6 });
    if (index === 1) blocks.push(estate);
    if (title.startsWith('Gouvernance')) blocks.push(governance(width));
    if (title.startsWith('Suivi')) blocks.push(indicators(width, random));
    if (title.startsWith('Orientations'))
      blocks.push({ kind: 'list', items: AXES.map((axe) => `${random.pick(axeLabels(axe.number, '2024'))} ;`), after: 6 });
  });
  blocks.push({ kind: 'paragraph', text: `Fait à ${first.commune}, le 12 décembre ${debut - 1}`, before: 14, after: 10 });
  return { truth, parts: [{ page, blocks, footer: random.chance(0.7) ? `Convention TFPB – ${first.commune} – page {page}` : '{page}' }] };
}
