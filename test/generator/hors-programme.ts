import type { NatureDocument } from '../../src/model/vocabulary.ts';
import type { Block, Table } from '../typeset/model.ts';
import { formatAmount } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import { landscape } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { longConvention } from './long-convention.ts';
import { PORTRAIT, euros, paragraphs } from './non-programme.ts';
import type { NonProgramme } from './non-programme.ts';
import type { Random } from './random.ts';
import { ASSOCIATIONS, FIRMS, QUARTIERS, RESIDENCES, pickBailleur, pickCommune } from './wording/names.ts';

/** More documents that hold no programme, nearer to one than those of `non-programme.ts`: tables of actions, of abattements, of works. */

const STYLE: AmountStyle = { separator: ' ', decimals: 'none', suffix: ' €', headingUnit: '', step: 100, thousands: false, nothing: ['-'] };

const money = (cents: number): string => formatAmount(cents, STYLE);

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly amount?: boolean;
}

/** A ruled table with a row of totals under its columns of amounts. */
function totalled(columns: readonly Column[], rows: readonly (readonly (string | number)[])[], label: string): Table {
  const labels = columns.findIndex((column) => column.amount === true);
  const sum = (index: number): number => rows.reduce((all, row) => all + Number(row[index] ?? 0), 0);
  return {
    kind: 'table',
    columns: columns.map((column) => column.width),
    headerRows: 1,
    repeatHeader: true,
    border: 'all',
    padding: 2,
    size: 9,
    after: 8,
    rows: [
      { cells: columns.map(({ heading }) => ({ text: heading, bold: true, align: 'center' as const, background: '#dde3ea' })) },
      ...rows.map((row) => ({
        cells: row.map((cell) => (typeof cell === 'number' ? { text: money(cell), align: 'right' as const } : { text: cell })),
      })),
      {
        cells: [
          { text: label, colSpan: labels, bold: true },
          ...columns.slice(labels).map((column, index) => ({
            text: column.amount === true ? money(sum(labels + index)) : '',
            bold: true,
            align: 'right' as const,
          })),
        ],
      },
    ],
  };
}

function made(kind: string, nature: NatureDocument, blocks: readonly Block[], footer = '{page}'): NonProgramme {
  return { kind, nature, convention: null, parts: [{ page: PORTRAIT, blocks, footer }] };
}

const title = (text: string): Block => ({ kind: 'paragraph', text, bold: true, align: 'center', size: 14, after: 12 });

/** Grants of the contrat de ville to associations: actions with amounts and totals, but of no landlord. */
function grants(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2028);
  const actions = [
    'Accompagnement à la scolarité',
    'Ateliers sociolinguistiques',
    'Chantiers éducatifs',
    'Sorties familiales',
    'Médiation numérique',
    'Jardins partagés',
    'Tournois sportifs inter-quartiers',
    'Permanences d’accès aux droits',
    'Festival des cultures urbaines',
  ];
  const rows = random.sample(ASSOCIATIONS, random.int(7, 14)).map((name) => {
    const cost = random.int(20, 400) * 10_000;
    return [name, random.pick(actions), cost, Math.round((cost * 0.3) / 10_000) * 10_000, Math.round((cost * 0.4) / 10_000) * 10_000];
  });
  const columns = [
    { heading: 'Porteur', width: 42 },
    { heading: 'Action', width: 48 },
    { heading: 'Coût total', width: 26, amount: true },
    { heading: 'Ville', width: 26, amount: true },
    { heading: 'État', width: 26, amount: true },
  ];
  return made('subventions', 'autre', [
    title(`Contrat de ville de ${commune.nom}\nProgrammation ${year} – appel à projets associatif`),
    ...paragraphs(['Les subventions ci-dessous ont été retenues par le comité de pilotage du contrat de ville.']),
    totalled(columns, rows, 'TOTAL'),
  ]);
}

/** The abattement of every landlord by quartier, as attached to a délibération. */
function abattements(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2028);
  const rows = Array.from({ length: random.int(4, 9) }, () => {
    const base = random.int(40, 4000) * 10_000;
    return [pickBailleur(random, commune.nom), random.pick(QUARTIERS), String(random.int(12, 900)), base, (base * 3) / 10];
  });
  const columns = [
    { heading: 'Bailleur', width: 50 },
    { heading: 'Quartier prioritaire', width: 42 },
    { heading: 'Logements', width: 22 },
    { heading: 'Base TFPB', width: 27, amount: true },
    { heading: 'Montant abattement 30 %', width: 29, amount: true },
  ];
  return made('deliberation_abattements', 'deliberation', [
    title(`CONSEIL MUNICIPAL DE ${commune.nom.toUpperCase()}\nDélibération n° ${year}-${random.int(10, 160)}`),
    ...paragraphs([
      `Objet : abattement de la taxe foncière sur les propriétés bâties – année ${year}`,
      "Vu l'article 1388 bis du code général des impôts ;\nVu le contrat de ville ;",
      'Considérant le tableau récapitulatif des abattements consentis aux bailleurs sociaux :',
    ]),
    totalled(columns, rows, 'TOTAL'),
    ...paragraphs([
      "Le conseil municipal, après en avoir délibéré, à l'unanimité, PREND ACTE des montants ci-dessus et AUTORISE le maire à signer les avenants.",
    ]),
  ]);
}

/** A council's budget by function, wide and dry. */
function functionalBudget(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2028);
  const functions = [
    ['020', 'Administration générale'],
    ['11', 'Police municipale, tranquillité publique'],
    ['21', 'Enseignement du premier degré'],
    ['33', 'Action culturelle'],
    ['40', 'Sports'],
    ['51', 'Action sociale'],
    ['520', 'Politique de la ville'],
    ['70', 'Logement, habitat'],
    ['813', 'Propreté urbaine'],
    ['823', 'Espaces verts'],
    ['824', 'Autres opérations d’aménagement'],
  ];
  const rows = functions.map(([code = '', name = '']) => [code, name, ...[0, 1, 2].map(() => random.int(8, 4000) * 100_000)]);
  const columns = [
    { heading: 'Fonction', width: 18 },
    { heading: 'Libellé', width: 72 },
    { heading: `BP ${year - 1}`, width: 30, amount: true },
    { heading: `Réalisé ${year - 1}`, width: 30, amount: true },
    { heading: `BP ${year}`, width: 30, amount: true },
  ];
  const page = landscape(random);
  return {
    kind: 'budget_par_fonction',
    nature: 'autre',
    convention: null,
    parts: [
      {
        page,
        footer: `Budget ${year} – {page}/{pages}`,
        blocks: [
          title(`VILLE DE ${commune.nom.toUpperCase()}\nPrésentation croisée par fonction`),
          totalled(columns, rows, 'TOTAL DÉPENSES'),
        ],
      },
    ],
  };
}

/** The plan of works of a landlord: residences, works, years. */
function works(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2027);
  const kinds = [
    'Ravalement',
    'Réfection étanchéité',
    'Remplacement ascenseur',
    'Mise aux normes électriques',
    'Isolation thermique',
    'Chaufferie',
  ];
  const rows = random
    .sample(RESIDENCES, random.int(6, 12))
    .map((name) => [`Résidence ${name}`, random.pick(kinds), ...[0, 1, 2].map(() => random.int(20, 900) * 100_000)]);
  const columns = [
    { heading: 'Résidence', width: 45 },
    { heading: 'Nature des travaux', width: 47 },
    ...[0, 1, 2].map((offset) => ({ heading: String(year + offset), width: 26, amount: true })),
  ];
  return made('plan_de_travaux', 'autre', [
    title(`${pickBailleur(random, commune.nom)}\nPlan pluriannuel d'entretien ${year}-${year + 2} – agence de ${commune.nom}`),
    totalled(columns, rows, 'Total'),
  ]);
}

/** The settlement of recoverable charges. */
function charges(random: Random): NonProgramme {
  const items = [
    'Nettoyage des parties communes',
    'Espaces verts',
    'Eau froide',
    'Ascenseur',
    'Enlèvement des ordures ménagères',
    'Électricité des communs',
    'Gardiennage (75 %)',
  ];
  const rows = items.map((name) => [name, random.int(40, 900) * 10_000, random.int(40, 900) * 10_000]);
  const columns = [
    { heading: 'Nature de la charge', width: 90 },
    { heading: 'Provisions', width: 38, amount: true },
    { heading: 'Dépenses réelles', width: 38, amount: true },
  ];
  return made('regularisation_charges', 'autre', [
    title(`Décompte de régularisation des charges ${random.int(2018, 2026)}\nRésidence ${random.pick(RESIDENCES)}`),
    totalled(columns, rows, 'TOTAL'),
    ...paragraphs([
      'Le solde sera porté sur votre prochain avis d’échéance. Les justificatifs sont tenus à la disposition des locataires pendant six mois.',
    ]),
  ]);
}

/** A monthly invoice of a cleaning firm, several sites. */
function cleaningInvoice(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const rows = random
    .sample(RESIDENCES, random.int(4, 8))
    .map((name) => [`Nettoyage hebdomadaire – ${name}`, `${random.int(2, 9)} passages`, random.int(10, 120) * 1_000]);
  const columns = [
    { heading: 'Prestation', width: 90 },
    { heading: 'Quantité', width: 36 },
    { heading: 'Montant HT', width: 36, amount: true },
  ];
  return made('facture_nettoyage', 'autre', [
    { kind: 'paragraph', text: `${random.pick(FIRMS)}\nZone industrielle\n${commune.code} ${commune.nom}`, after: 14 },
    {
      kind: 'paragraph',
      text: `Facture n° F${random.int(2019, 2028)}-${random.int(100, 999)}\nClient : ${pickBailleur(random, commune.nom)}`,
      bold: true,
      after: 10,
    },
    totalled(columns, rows, 'Total HT'),
    ...paragraphs(['TVA 20 % en sus. Paiement à 30 jours.']),
  ]);
}

/** A letter that speaks of the programme and its amounts without holding it. */
function reminder(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const landlord = pickBailleur(random, commune.nom);
  const year = random.int(2019, 2028);
  return made('courrier_relance', 'autre', [
    { kind: 'paragraph', text: `Préfecture\nDirection départementale des territoires\nService habitat`, after: 14 },
    { kind: 'paragraph', text: `à\nMonsieur le directeur général\n${landlord}`, align: 'right', after: 14 },
    { kind: 'paragraph', text: `Objet : abattement de TFPB – bilan ${year - 1} et programme d'actions ${year}`, bold: true, after: 10 },
    ...paragraphs(
      [
        'Monsieur le directeur général,',
        `Sauf erreur de ma part, le bilan des actions menées en ${year - 1} dans le quartier ${random.pick(QUARTIERS)} à ${commune.nom} ne m'est pas parvenu.`,
        `Je vous rappelle que l'abattement dont vous bénéficiez est estimé à ${euros(random, 20_000, 300_000)}, et que le programme d'actions ${year - 1} prévoyait notamment :`,
      ],
      8,
    ),
    {
      kind: 'list',
      items: [
        `le renforcement du nettoyage, pour ${euros(random, 4_000, 40_000)} ;`,
        `la tranquillité résidentielle, pour ${euros(random, 4_000, 40_000)} ;`,
        'le soutien aux associations de locataires.',
      ],
      after: 8,
    },
    ...paragraphs(
      [`Je vous saurais gré de bien vouloir me transmettre ces éléments avant le 31 mai ${year}.`, 'Pour le préfet et par délégation'],
      8,
    ),
  ]);
}

/** Sheets that came out of the scanner's feeder without anything on them. */
function blank(random: Random): NonProgramme {
  const pages = random.int(1, 4);
  const blocks = Array.from({ length: pages }, (_, index): Block[] => [
    ...(index > 0 ? [{ kind: 'pageBreak' as const }] : []),
    { kind: 'spacer', height: 10 },
  ]);
  return { kind: 'pages_blanches', nature: 'autre', convention: null, parts: [{ page: PORTRAIT, blocks: blocks.flat() }] };
}

/** A long convention that announces a programme its annexes do not hold. */
function conventionAlone(random: Random): NonProgramme {
  const start = random.int(2016, 2027);
  let headings = pickHeadings(random, { debut: start, fin: start + random.int(1, 5) }, random.int(1, 3));
  while (headings.some((heading) => heading.logements === null)) headings = pickHeadings(random, { debut: start, fin: start + 2 }, 2);
  const convention = longConvention(random, headings, random.pick([3, 6, 12]));
  const annexe: Block[] = [
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: "Annexe 1 : programme d'actions\n(à compléter par le bailleur)", bold: true, align: 'center', size: 14 },
  ];
  const parts = convention.parts.map((part) => ({ ...part, blocks: random.chance(0.5) ? [...part.blocks, ...annexe] : part.blocks }));
  return { kind: 'convention_longue', nature: 'convention', convention: convention.truth, parts };
}

/** A document that holds no programme, of the harder kinds. */
export function pickHorsProgramme(random: Random): NonProgramme {
  return random.weighted<(source: Random) => NonProgramme>([
    [2, grants],
    [2, abattements],
    [1.5, functionalBudget],
    [1, works],
    [1, charges],
    [1, cleaningInvoice],
    [1.5, reminder],
    [1, blank],
    [2, conventionAlone],
  ])(random);
}
