import type { Block } from '../typeset/model.ts';
import type { HeadingContent } from './content.ts';
import { headingBlocks } from './heading-blocks.ts';
import type { HeadingForm } from './heading-blocks.ts';
import { formatCount, pickHeadingHabits } from './heading.ts';
import type { HeadingHabits } from './heading.ts';
import type { Random } from './random.ts';

/** The prose around the tables of a programme written in a word processor. */
export interface WordPaper {
  readonly title: string;
  readonly form: HeadingForm | 'sentence';
  readonly heading: HeadingHabits;
  readonly intro: number;
  readonly signatures: boolean;
}

export function pickWordPaper(random: Random, bilan: boolean): WordPaper {
  return {
    title: bilan
      ? random.pick(["Bilan du programme d'actions – Abattement de TFPB", 'BILAN TFPB', "Bilan de l'utilisation de l'abattement TFPB"])
      : random.pick([
          "Programme d'actions – Abattement de la TFPB",
          "PROGRAMME D'ACTIONS TFPB",
          "Convention d'utilisation de l'abattement de TFPB\nAnnexe : programme d'actions",
          "Programme d'actions prévisionnel dans le cadre de l'abattement TFPB",
          'Plan d’actions en contrepartie de l’abattement de la taxe foncière sur les propriétés bâties',
        ]),
    form: random.weighted<HeadingForm | 'sentence'>([
      [4, 'paragraphs'],
      [3, 'grid'],
      [2, 'tabs'],
      [1, 'inline'],
      [1.2, 'sentence'],
    ]),
    heading: pickHeadingHabits(random, random.int(2018, 2028)),
    intro: random.weighted([
      [4, 0],
      [3, 1],
      [2, 2],
      [1, 4],
    ]),
    signatures: random.chance(0.35),
  };
}

const INTRO: readonly string[] = [
  "L'article 1388 bis du code général des impôts prévoit un abattement de 30 % de la base d'imposition à la taxe foncière sur les propriétés bâties pour les logements situés en quartier prioritaire de la politique de la ville.",
  "En contrepartie de cet abattement, l'organisme s'engage à mettre en œuvre les actions décrites ci-dessous, définies à partir du diagnostic en marchant réalisé avec les habitants et les services de la ville.",
  'Les dépenses indiquées correspondent aux coûts réellement supportés par le bailleur, hors charges récupérables.',
  "Le programme fera l'objet d'un bilan annuel transmis aux signataires et présenté en comité de pilotage.",
  "Pour mémoire, l'avantage fiscal lié à l'abattement est estimé à 86 450 € par an, soit 233 € par logement.",
  'Les priorités retenues portent sur la propreté des parties communes, la tranquillité résidentielle et le lien social.',
];

function sentence(heading: HeadingContent, years: string, random: Random): Block {
  const town = heading.homonym && heading.codeQp === null ? `${heading.commune} (${heading.departement})` : heading.commune;
  const code = heading.codeQp === null ? '' : ` (${heading.codeQp})`;
  const period = years.length === 4 ? `de l'année ${years}` : `de la période ${years}`;
  const dwellings = heading.logements === null ? '' : ` Le patrimoine concerné compte ${formatCount(heading.logements, random)} logements.`;
  const text = random.pick([
    `Le présent programme d'actions est établi par ${heading.bailleur} pour le quartier prioritaire ${heading.quartier}${code} de la ville de ${town}, au titre ${period}.${dwellings}`,
    `Bailleur : ${heading.bailleur}. Programme relatif au quartier ${heading.quartier}${code}, commune de ${town}, au titre ${period}.${dwellings}`,
  ]);
  return { kind: 'paragraph', text, align: 'justify', after: 8 };
}

export function openingBlocks(
  heading: HeadingContent,
  paper: WordPaper,
  years: string,
  layout: { readonly width: number; readonly size: number },
  random: Random,
): Block[] {
  const blocks: Block[] = [{ kind: 'paragraph', text: paper.title, bold: true, align: 'center', size: layout.size + 5, after: 10 }];
  if (random.chance(0.3)) blocks.push({ kind: 'paragraph', text: years, bold: true, align: 'center', size: layout.size + 2, after: 8 });
  if (paper.form === 'sentence') blocks.push(sentence(heading, years, random));
  else blocks.push(...headingBlocks(paper.form, heading, paper.heading, layout, random));
  for (const text of random.sample(INTRO, paper.intro))
    blocks.push({ kind: 'paragraph', text, align: random.pick(['justify', 'left']), after: 5 });
  return blocks;
}

export function closingBlocks(heading: HeadingContent, paper: WordPaper, random: Random): Block[] {
  if (!paper.signatures) return [];
  const who = [
    `Pour ${heading.bailleur},\nle directeur général`,
    `Pour la ville de ${heading.commune},\nle maire`,
    'Pour l’État,\nle préfet',
  ];
  return [
    {
      kind: 'paragraph',
      text: `Fait à ${heading.commune}, le ${random.int(2, 28)} ${random.pick(['mars', 'avril', 'décembre'])} ${heading.years.debut}`,
      before: 14,
      after: 10,
    },
    { kind: 'table', columns: [58, 58, 58], rows: [{ cells: who.map((text) => ({ text })), minHeight: 20 }], border: 'none', padding: 2 },
  ];
}
