import { readFileSync } from 'node:fs';
import { FAUTES, PORTRAIT } from './content/portrait.ts';
import { lensDocument } from './layout/lens.ts';
import { lillersDocument } from './layout/lillers.ts';
import { enEuros, portraitDocument, sansUnite } from './layout/portrait.ts';
import type { StylePortrait } from './layout/portrait.ts';
import { proseDocument } from './layout/prose.ts';
import type { Sample, Verite } from './sample.ts';
import { programmes } from './sample.ts';
import { VERITE_LENS } from './truth/lens.ts';
import { VERITE_LILLERS } from './truth/lillers.ts';
import { verite } from './truth/portrait.ts';

const MARGINS = { top: 10, right: 12, bottom: 12, left: 12 };

const LENS: readonly Sample[] = [
  {
    nom: 'lens-2023',
    producer: 'browser',
    document: lensDocument({
      font: 'Liberation Sans',
      size: 8.8,
      padding: 2.3,
      columns: [10, 44, 76, 104, 38],
      band: '#d9d9d9',
      heading: 'table',
      gap: 17,
      margins: MARGINS,
      footer: '{page}',
    }),
    verite: programmes(...VERITE_LENS),
  },
  {
    nom: 'lens-2023',
    producer: 'sheet',
    document: lensDocument({
      font: 'Carlito',
      size: 9.3,
      padding: 1.5,
      columns: [10, 46, 74, 104, 38],
      band: '#dce6f1',
      heading: 'tabs',
      gap: 4,
      margins: MARGINS,
      footer: '{page}',
    }),
    verite: programmes(...VERITE_LENS),
  },
];

const LILLERS: readonly Sample[] = [
  {
    nom: 'lillers-2023',
    producer: 'browser',
    document: lillersDocument({
      font: 'Liberation Sans',
      size: 7.5,
      padding: 1.6,
      head: '#d9d9d9',
      subtotal: '#efefef',
      turned: true,
      axeBesideSubtotal: true,
    }),
    verite: programmes(VERITE_LILLERS),
  },
  {
    nom: 'lillers-2023',
    producer: 'sheet',
    document: lillersDocument({
      font: 'Carlito',
      size: 8,
      padding: 1.2,
      head: '#b8cce4',
      subtotal: '#dce6f1',
      turned: false,
      axeBesideSubtotal: false,
    }),
    verite: programmes(VERITE_LILLERS),
  },
];

const PORTRAIT_STYLES: readonly { readonly producer: 'browser' | 'office'; readonly style: StylePortrait }[] = [
  {
    producer: 'browser',
    style: {
      font: 'Carlito',
      size: 10,
      padding: 2.5,
      head: '#deeaf6',
      subtotal: '#f2f2f2',
      titleColor: '#1f4e79',
      heading: 'table',
      ecrit: enEuros,
      neant: 'néant',
    },
  },
  {
    producer: 'office',
    style: {
      font: 'Liberation Serif',
      size: 10,
      padding: 2,
      head: '#d9d9d9',
      subtotal: '#f2f2f2',
      titleColor: '#000000',
      heading: 'paragraphs',
      ecrit: sansUnite,
      neant: '-',
    },
  },
];

const PORTRAITS: readonly Sample[] = Object.entries({ 'word-portrait': PORTRAIT, ...FAUTES }).flatMap(([nom, programme]) =>
  PORTRAIT_STYLES.map(({ producer, style }) => ({
    nom: nom.startsWith('word-portrait') ? nom : `word-portrait-${nom}`,
    producer,
    document: portraitDocument(programme, style),
    verite: programmes(verite(programme, style)),
  })),
);

const LOURCHES: Verite = {
  nature: 'convention',
  convention: {
    bailleur: 'Partenord Habitat',
    epci: 'La Porte du Hainaut',
    communes: ['Lourches'],
    quartiers: [
      { nom: 'Gambetta', code_qp: 'QN05954M', nombre_logements: 9 },
      { nom: 'Schneider', code_qp: 'QN05952M', nombre_logements: 6 },
    ],
    annee_debut: 2025,
    annee_fin: 2030,
  },
  programmes: [],
};

const REFERENTIEL: Verite = { nature: 'referentiel', convention: null, programmes: [] };

const WIDE = { top: 20, right: 22, bottom: 20, left: 22 };
const NARROW = { top: 16, right: 16, bottom: 18, left: 18 };

const PROSE: readonly Sample[] = [
  { nom: 'lourches-convention', texte: 'lourches.md', titre: "Convention d'utilisation de l'ATFPB - Lourches", verite: LOURCHES },
  {
    nom: 'referentiel-2024',
    texte: 'referentiel.md',
    titre: "Référentiel national d'utilisation de l'abattement de TFPB",
    verite: REFERENTIEL,
  },
].flatMap(({ nom, texte, titre, verite }): Sample[] => {
  const text = readFileSync(new URL(`content/${texte}`, import.meta.url), 'utf8');
  const common = { titre, footer: '{page}' };
  return [
    {
      nom,
      producer: 'browser',
      document: proseDocument(text, {
        ...common,
        font: 'Carlito',
        size: 10.5,
        color: '#1f3864',
        head: '#d9e2f3',
        margins: NARROW,
        marker: '•',
      }),
      verite,
    },
    {
      nom,
      producer: 'office',
      document: proseDocument(text, {
        ...common,
        font: 'Liberation Serif',
        size: 11,
        color: '#000000',
        head: '#e7e6e6',
        margins: WIDE,
        marker: '-',
      }),
      verite,
    },
  ];
});

/** Every sample, in the order of their names. */
export const SAMPLES: readonly Sample[] = [...LENS, ...LILLERS, ...PORTRAITS, ...PROSE];
