import type { ConventionExport } from '../../src/model/contract.ts';
import type { Block } from '../typeset/model.ts';
import { pickCodeQp } from './heading.ts';
import type { NonProgramme } from './non-programme.ts';
import { PORTRAIT, paragraphs } from './non-programme.ts';
import type { Random } from './random.ts';
import { QUARTIERS, epciName, pickBailleur, pickCommune } from './wording/names.ts';
import { AXES, axeLabels } from './wording/referentiel.ts';

/** The name of an intercommunal body as a legal text writes it: official lists shorten the kind. */
function spelledEpci(name: string): string {
  return name
    .replace(/^CC /u, 'Communauté de communes ')
    .replace(/^CA /u, "Communauté d'agglomération ")
    .replace(/^CU /u, 'Communauté urbaine ')
    .replace(/ \([^)]*\)$/u, '');
}

/** A legal agreement: parties, quartiers, years, every axe listed, no action and no amount. */
export function convention(random: Random): NonProgramme {
  let commune = pickCommune(random);
  while (epciName(commune.code) === null) commune = pickCommune(random);
  const epci = spelledEpci(epciName(commune.code) ?? '');
  const bailleur = pickBailleur(random, commune.nom);
  const debut = random.int(2015, 2026);
  const fin = debut + random.int(2, 6);
  const amendment = random.chance(0.25);
  const withCodes = random.chance(0.75);
  const withDwellings = random.chance(0.8);
  const quartiers = random.sample(QUARTIERS, random.int(1, 4)).map((nom) => ({
    nom,
    code_qp: withCodes ? pickCodeQp(random, commune.departement) : null,
    nombre_logements: withDwellings ? random.int(4, 1900) : null,
  }));
  const truth: ConventionExport = { bailleur, epci, communes: [commune.nom], quartiers, annee_debut: debut, annee_fin: fin };
  const kind = amendment
    ? "Avenant à la convention d'utilisation de l'abattement de la TFPB"
    : "Convention d'utilisation de l'abattement de la Taxe Foncière sur les Propriétés Bâties (TFPB)";
  const names = quartiers.map((each) => each.nom).join(', ');
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${kind}\ndans les quartiers prioritaires de la politique de la ville`,
      bold: true,
      align: 'center',
      size: 14,
      after: 8,
    },
    { kind: 'paragraph', text: `${names}\nCommune de ${commune.nom}\n${debut}-${fin}`, align: 'center', bold: true, after: 12 },
    { kind: 'paragraph', text: 'Entre :', after: 4 },
    {
      kind: 'list',
      items: [
        `l'État, représenté par Madame la Préfète${random.chance(0.5) ? ', ou son représentant' : ''},`,
        `la ${epci.startsWith('Métropole') || epci.startsWith('Communauté') ? epci : `structure intercommunale ${epci}`}, représentée par son Président,`,
        `la Ville de ${commune.nom}, représentée par son Maire,`,
        `${bailleur}, représenté par son Directeur général, ci-après dénommé l'organisme HLM,`,
      ],
      after: 8,
    },
    ...paragraphs([
      "Vu l'article 1388 bis du code général des impôts ;\nVu le cadre national d'utilisation de l'abattement de TFPB et son avenant du 30 septembre 2021 ;",
      `Il est convenu ce qui suit :`,
      `Article 1 - Objet. La présente convention précise les modalités d'utilisation de l'abattement de 30 % pour la période ${debut}-${fin}.`,
    ]),
    { kind: 'paragraph', text: 'Article 2 - Identification du patrimoine concerné', bold: true, after: 4 },
    quartierTable(quartiers, random),
    { kind: 'paragraph', text: "Article 3 - Programme d'actions", bold: true, before: 6, after: 4 },
    ...paragraphs(['Les actions peuvent porter sur les axes suivants :'], 3),
    { kind: 'list', items: AXES.map((axe) => `${random.pick(axeLabels(axe.number, '2024'))} ;`), after: 6 },
    ...paragraphs([
      `L'organisme HLM transmet chaque année avant le 30 avril le programme prévisionnel et avant le 31 mai le bilan de l'année précédente.`,
      'Article 4 - Suivi. Un comité de pilotage se réunit au moins une fois par an. Les dépenses non engagées peuvent être reportées avec l’accord des signataires.',
      `Fait à ${commune.nom}, en 4 exemplaires, le ${random.int(2, 28)} décembre ${debut - 1}`,
    ]),
    {
      kind: 'table',
      columns: [85, 85],
      border: 'none',
      rows: [
        { cells: [{ text: 'Pour l’État' }, { text: `Pour ${bailleur}` }], minHeight: 18 },
        { cells: [{ text: `Pour la ville de ${commune.nom}` }, { text: `Pour la ${epci}` }], minHeight: 18 },
      ],
    },
  ];
  return {
    kind: amendment ? 'avenant' : 'convention',
    nature: amendment ? 'avenant' : 'convention',
    convention: truth,
    parts: [{ page: PORTRAIT, blocks, footer: random.chance(0.6) ? `Convention TFPB ${commune.nom} – page {page}` : '{page}' }],
  };
}

function quartierTable(quartiers: ConventionExport['quartiers'], random: Random): Block {
  const codes = quartiers.some((each) => each.code_qp !== null);
  const dwellings = quartiers.some((each) => each.nombre_logements !== null);
  const together = random.chance(0.4);
  const headings = [
    'Quartier prioritaire de la ville',
    ...(codes && !together ? ['Code QPV'] : []),
    ...(dwellings ? [random.pick(["Nombre de logements éligibles à l'ATFPB", 'Nombre de logements', 'Logements concernés'])] : []),
  ];
  const rows = quartiers.map((each) => [
    codes && together ? `${each.nom ?? ''} ${each.code_qp ?? ''}` : (each.nom ?? ''),
    ...(codes && !together ? [each.code_qp ?? ''] : []),
    ...(dwellings ? [String(each.nombre_logements ?? '')] : []),
  ]);
  return {
    kind: 'table',
    columns: headings.map(() => Math.floor(165 / headings.length)),
    headerRows: 1,
    border: 'all',
    after: 8,
    rows: [{ cells: headings.map((text) => ({ text, bold: true })) }, ...rows.map((row) => ({ cells: row.map((text) => ({ text })) }))],
  };
}
