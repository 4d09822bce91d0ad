import type { DocumentExport } from '../../src/model/contract.ts';
import type { NatureDocument } from '../../src/model/vocabulary.ts';
import type { Block, PageSetup, Part, Table } from '../typeset/model.ts';
import type { Random } from './random.ts';
import { ASSOCIATIONS, FIRMS, pickBailleur, pickCommune } from './wording/names.ts';
import { budget, devis, invoice, report } from './non-programme-tables.ts';
import { convention } from './convention.ts';
import { ACTIONS, AXES } from './wording/referentiel.ts';

export interface NonProgramme {
  readonly kind: string;
  readonly nature: NatureDocument;
  readonly convention: DocumentExport['convention'];
  readonly parts: readonly Part[];
}

export const PORTRAIT: PageSetup = { size: 'A4', orientation: 'portrait', margins: { top: 20, right: 20, bottom: 20, left: 20 } };

export function paragraphs(texts: readonly string[], after = 6): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text, align: text.includes('\n') ? 'left' : 'justify', after }));
}

const single = (kind: string, nature: NatureDocument, blocks: readonly Block[], footer?: string): NonProgramme => ({
  kind,
  nature,
  convention: null,
  parts: [{ page: PORTRAIT, blocks, ...(footer === undefined ? {} : { footer }) }],
});

export const euros = (random: Random, low: number, high: number): string =>
  `${String(random.int(low, high)).replaceAll(/\B(?=(\d{3})+$)/gu, ' ')} €`;

function deliberation(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const landlords = [0, 1, 2].map(() => ({ name: pickBailleur(random, commune.nom), amount: euros(random, 12_000, 380_000) }));
  const year = random.int(2018, 2028);
  return single('deliberation', 'deliberation', [
    {
      kind: 'paragraph',
      text: `VILLE DE ${commune.nom.toUpperCase()}\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL`,
      bold: true,
      align: 'center',
      size: 13,
      after: 10,
    },
    {
      kind: 'paragraph',
      text: `Séance du ${random.int(2, 28)} décembre ${year - 1}\nDélibération n° ${year - 1}-${random.int(10, 99)}`,
      after: 8,
    },
    {
      kind: 'paragraph',
      text: "Objet : Abattement de taxe foncière sur les propriétés bâties - approbation des conventions d'utilisation",
      bold: true,
      after: 8,
    },
    ...paragraphs([
      "Vu le code général des collectivités territoriales ;\nVu l'article 1388 bis du code général des impôts ;",
      `Considérant que les bailleurs sociaux bénéficient d'un abattement de 30 % de la TFPB en contrepartie d'un programme d'actions dans les quartiers prioritaires ;`,
      `Considérant que le montant de l'abattement s'élève, pour l'année ${year}, à :`,
    ]),
    { kind: 'list', items: landlords.map(({ name, amount }) => `Pour ${name} : ${amount}`), after: 6 },
    ...paragraphs([
      `Le manque à gagner pour la commune, après compensation de l'État à hauteur de 40 %, est estimé à ${euros(random, 40_000, 600_000)}.`,
      "Après en avoir délibéré, le conseil municipal, à l'unanimité :\n- APPROUVE les conventions d'utilisation de l'abattement de TFPB ;\n- AUTORISE Monsieur le Maire à les signer.",
    ]),
    ...(random.chance(0.5)
      ? [
          {
            kind: 'table',
            columns: [90, 60],
            headerRows: 1,
            border: 'all',
            rows: [
              {
                cells: [
                  { text: 'Bailleur', bold: true },
                  { text: `Abattement ${year}`, bold: true, align: 'right' },
                ],
              },
              ...landlords.map(({ name, amount }) => ({
                cells: [{ text: name }, { text: amount, align: 'right' as const }],
              })),
            ],
          } satisfies Table,
        ]
      : []),
  ]);
}

function letter(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const landlord = pickBailleur(random, commune.nom);
  const year = random.int(2019, 2028);
  return single('courrier', 'autre', [
    {
      kind: 'paragraph',
      text: `${landlord}\n${random.int(1, 90)} rue de la République\n${commune.code} ${commune.nom.toUpperCase()}`,
      after: 14,
    },
    { kind: 'paragraph', text: `Monsieur le Maire\nHôtel de ville`, align: 'right', after: 14 },
    { kind: 'paragraph', text: `${commune.nom}, le ${random.int(1, 28)} avril ${year}`, align: 'right', after: 10 },
    { kind: 'paragraph', text: "Objet : transmission du programme d'actions TFPB", bold: true, after: 10 },
    ...paragraphs(
      [
        'Monsieur le Maire,',
        `Vous voudrez bien trouver ci-joint le programme d'actions ${year} établi au titre de l'abattement de taxe foncière. Le montant total des actions s'élève à ${euros(random, 20_000, 250_000)} pour ${random.int(40, 1500)} logements.`,
        `Les actions de tranquillité résidentielle (${euros(random, 2_000, 40_000)}) et de sur-entretien (${euros(random, 2_000, 40_000)}) seront présentées lors du prochain comité de pilotage.`,
        "Je vous prie d'agréer, Monsieur le Maire, l'expression de ma considération distinguée.",
      ],
      8,
    ),
    { kind: 'paragraph', text: 'Le directeur général', align: 'right', before: 20 },
  ]);
}

function referentiel(random: Random): NonProgramme {
  const rows = AXES.flatMap((axe) => {
    const actions = ACTIONS.filter((action) => action.code.startsWith(String(axe.number)));
    return actions.map((action, index) => ({
      cells: [
        ...(index === 0 ? [{ text: `${axe.number}. ${axe.labels['2024'][0] ?? ''}`, rowSpan: actions.length, bold: true }] : []),
        { text: `${action.code} ${action.labels[0] ?? ''}` },
        {
          text: random.pick([
            'Dépenses réelles, factures',
            'Coût du poste au prorata du temps passé',
            'Surcoût constaté par rapport au patrimoine hors QPV',
            'Convention ou devis',
          ]),
        },
      ],
    }));
  });
  return single(
    'referentiel',
    'referentiel',
    [
      {
        kind: 'paragraph',
        text: "Référentiel national d'utilisation de l'abattement de TFPB\nRecensement des actions valorisables",
        bold: true,
        align: 'center',
        size: 14,
        after: 10,
      },
      ...paragraphs([
        "Le présent référentiel précise les actions pouvant être valorisées en contrepartie de l'abattement. Il est le fruit d'un travail partenarial entre l'État, les associations de collectivités et l'Union sociale pour l'habitat.",
        'La dépense totale est mentionnée ainsi que la dépense valorisée. Les charges récupérables ne peuvent être valorisées. Un plancher indicatif de 233 € par logement a été constaté entre 2016 et 2019.',
      ]),
      {
        kind: 'table',
        columns: [50, 75, 45],
        headerRows: 1,
        repeatHeader: true,
        border: 'all',
        size: 9,
        rows: [
          {
            cells: [
              { text: 'Axes', bold: true },
              { text: 'Actions valorisables', bold: true },
              { text: 'Justificatifs', bold: true },
            ],
          },
          ...rows,
        ],
      },
      ...paragraphs(['Exemple : pour 12 logements remis en état, (2 372 € - 2 252 €) x 12 = 1 440 €.'], 4),
    ],
    'Référentiel – page {page}',
  );
}

function minutes(random: Random): NonProgramme {
  const commune = pickCommune(random);
  const year = random.int(2019, 2028);
  return single('compte_rendu', 'autre', [
    {
      kind: 'paragraph',
      text: `COMITÉ DE PILOTAGE GUP – ${commune.nom}\nCompte rendu de la réunion du ${random.int(2, 28)} juin ${year}`,
      bold: true,
      size: 13,
      after: 10,
    },
    { kind: 'list', items: ['Présents : ville, État, bailleurs, conseil citoyen', `Excusée : ${random.pick(ASSOCIATIONS)}`], after: 6 },
    ...paragraphs([
      `1. Propreté : le prestataire ${random.pick(FIRMS)} intervient deux fois par semaine. Un renforcement du nettoyage est demandé pour 12 halls.`,
      `2. Tranquillité résidentielle : l'installation de caméras est chiffrée à ${euros(random, 8_000, 60_000)} ; décision reportée à l'automne.`,
      '3. Vivre ensemble : la fête des voisins a réuni 250 personnes.',
      `4. TFPB : le bilan ${year - 1} est attendu pour le 31 mai, le programme ${year} pour le 30 avril.`,
    ]),
  ]);
}

function almostBlank(random: Random): NonProgramme {
  const blocks: Block[] = random.chance(0.5)
    ? [
        { kind: 'spacer', height: 100 },
        {
          kind: 'paragraph',
          text: random.pick(['Annexe 1', 'Page laissée intentionnellement blanche', "Annexe 1 :\nProgramme d'actions"]),
          align: 'center',
          bold: true,
        },
      ]
    : [{ kind: 'spacer', height: 10 }];
  return single('page_vide', 'autre', blocks);
}

/** A document that holds no programme, however much it looks like one. */
export function pickNonProgramme(random: Random): NonProgramme {
  return random.weighted<(source: Random) => NonProgramme>([
    [4, convention],
    [2, deliberation],
    [2, budget],
    [1, invoice],
    [1, devis],
    [1.5, letter],
    [1.5, referentiel],
    [1, minutes],
    [1, report],
    [0.7, almostBlank],
  ])(random);
}
