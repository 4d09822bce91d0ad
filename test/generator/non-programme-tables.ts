import type { Block } from '../typeset/model.ts';
import type { NonProgramme } from './non-programme.ts';
import { PORTRAIT, paragraphs } from './non-programme.ts';
import { formatAmount } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import type { Random } from './random.ts';
import { FIRMS, RESIDENCES, pickBailleur, pickCommune } from './wording/names.ts';

/** Documents with tables of amounts and totals that are no programmes of actions. */

const STYLE: AmountStyle = { separator: ' ', decimals: ',', suffix: ' €', headingUnit: '', step: 1, thousands: false, nothing: ['-'] };

interface SumRow {
  readonly label: readonly string[];
  readonly cents: number;
}

function sumTable(
  headings: readonly string[],
  widths: readonly number[],
  rows: readonly SumRow[],
  totals: readonly (readonly [string, number])[],
): Block {
  const labels = headings.length - 1;
  return {
    kind: 'table',
    columns: widths,
    headerRows: 1,
    border: 'all',
    padding: 2,
    after: 8,
    rows: [
      { cells: headings.map((text) => ({ text, bold: true, align: 'center' as const, background: '#e7e6e6' })) },
      ...rows.map((row) => ({
        cells: [...row.label.map((text) => ({ text })), { text: formatAmount(row.cents, STYLE), align: 'right' as const }],
      })),
      ...totals.map(([label, cents]) => ({
        cells: [
          { text: label, colSpan: labels, bold: true, align: 'right' as const },
          { text: formatAmount(cents, STYLE), bold: true, align: 'right' as const },
        ],
      })),
    ],
  };
}

const total = (rows: readonly SumRow[]): number => rows.reduce((sum, row) => sum + row.cents, 0);

export function budget(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2028);
  const chapters = [
    ['011', 'Charges à caractère général'],
    ['012', 'Charges de personnel et frais assimilés'],
    ['014', 'Atténuations de produits'],
    ['65', 'Autres charges de gestion courante'],
    ['66', 'Charges financières'],
    ['67', 'Charges exceptionnelles'],
    ['73', 'Impôts et taxes (dont TFPB)'],
    ['74', 'Dotations et participations'],
  ];
  const rows = random.sample(chapters, 6).map((label) => ({ label, cents: random.int(10_000, 9_000_000) * 100 }));
  const programme = [
    'Gestion urbaine de proximité',
    'Politique de la ville',
    'Propreté urbaine',
    'Vidéoprotection',
    'Soutien aux associations',
  ].map((name) => ({
    label: [name, random.pick(['Fonctionnement', 'Investissement'])],
    cents: random.int(5_000, 400_000) * 100,
  }));
  return {
    kind: 'budget',
    nature: 'autre',
    convention: null,
    parts: [
      {
        page: PORTRAIT,
        footer: `Budget primitif ${year} – {page}/{pages}`,
        blocks: [
          { kind: 'paragraph', text: `Ville de ${commune.nom}\nBUDGET PRIMITIF ${year}`, bold: true, align: 'center', size: 14, after: 12 },
          { kind: 'paragraph', text: 'Section de fonctionnement', bold: true, after: 4 },
          sumTable(['Chapitre', 'Libellé', `Budget ${year}`], [25, 100, 45], rows, [['TOTAL', total(rows)]]),
          { kind: 'paragraph', text: 'Détail par politique publique', bold: true, after: 4 },
          sumTable(['Politique', 'Section', 'Crédits ouverts'], [80, 45, 45], programme, [['Total général', total(programme)]]),
          ...paragraphs([
            "L'abattement de TFPB consenti aux bailleurs sociaux en QPV représente une moindre recette compensée partiellement par l'État.",
          ]),
        ],
      },
    ],
  };
}

function commercial(random: Random, title: string): NonProgramme {
  const commune = pickCommune(random);
  const items = [
    'Nettoyage des halls d’entrée',
    'Enlèvement d’encombrants',
    'Effacement de tags',
    'Remplacement de vitrage',
    'Réparation de porte vandalisée',
    'Sortie de conteneurs',
    'Désinfection local vide-ordures',
  ];
  const rows = random.sample(items, random.int(3, 6)).map((name) => {
    const quantity = random.int(1, 24);
    const unit = random.int(1_500, 60_000);
    return { label: [name, `${random.pick(RESIDENCES)}`, String(quantity), formatAmount(unit, STYLE)], cents: quantity * unit };
  });
  const before = total(rows);
  const tax = Math.round(before * 0.2);
  return {
    kind: title.toLowerCase(),
    nature: 'autre',
    convention: null,
    parts: [
      {
        page: PORTRAIT,
        blocks: [
          { kind: 'paragraph', text: `${random.pick(FIRMS)}\nSIRET 512 345 678 00${random.int(10, 99)}`, bold: true, after: 10 },
          { kind: 'paragraph', text: `Client : ${pickBailleur(random, commune.nom)}\n${commune.nom}`, align: 'right', after: 10 },
          {
            kind: 'paragraph',
            text: `${title} n° ${random.int(1000, 9999)} du ${random.int(1, 28)}/0${random.int(1, 9)}/20${random.int(19, 28)}`,
            bold: true,
            size: 13,
            after: 8,
          },
          sumTable(['Désignation', 'Lieu', 'Qté', 'PU HT', 'Montant HT'], [60, 35, 15, 28, 32], rows, [
            ['Total HT', before],
            ['TVA 20 %', tax],
            ['Total TTC', before + tax],
          ]),
          ...paragraphs([
            'Règlement à 30 jours par virement. Pénalités de retard : 3 fois le taux légal. Indemnité forfaitaire de recouvrement : 40 €.',
          ]),
        ],
      },
    ],
  };
}

export const invoice = (random: Random): NonProgramme => commercial(random, 'FACTURE');
export const devis = (random: Random): NonProgramme => commercial(random, 'DEVIS');

/** Figures of an activity report: rents, vacancy, spending by residence. */
export function report(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2018, 2027);
  const rows = random
    .sample(RESIDENCES, 6)
    .map((name) => ({ label: [`Résidence ${name}`, `${random.int(12, 180)}`], cents: random.int(10_000, 900_000) * 100 }));
  return {
    kind: 'rapport',
    nature: 'autre',
    convention: null,
    parts: [
      {
        page: PORTRAIT,
        blocks: [
          { kind: 'paragraph', text: `${pickBailleur(random, commune.nom)} – Rapport d'activité ${year}`, bold: true, size: 14, after: 10 },
          ...paragraphs([
            `Le patrimoine situé à ${commune.nom} a fait l'objet d'importants travaux de réhabilitation. La vacance s'établit à ${random.int(1, 6)},${random.int(1, 9)} %.`,
          ]),
          sumTable(['Résidence', 'Logements', 'Quittancement annuel'], [80, 35, 50], rows, [['Total', total(rows)]]),
        ],
      },
    ],
  };
}
