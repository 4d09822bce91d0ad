import { statutProgrammeSchema } from '../../model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { isLimiting, type Filter } from './filter.ts';
import type { CellType, Column } from './tables/column.ts';
import type { Source } from '../../model/field.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables/tables.ts';
import type { Statistics } from './statistics.ts';

/** What must be known to read the dataset, in French: the same sentences in `dictionnaire.md` and in the workbook. */

const TYPES: Readonly<Record<CellType, string>> = {
  texte: 'texte',
  entier: 'nombre entier',
  nombre: 'nombre',
  montant: 'montant, deux décimales',
  liste: 'liste (JSON)',
};

const SOURCES: Readonly<Record<Source, string>> = {
  fichier: 'le nom du fichier',
  document: 'lu sur le document',
  referentiel: 'référentiel national',
  officiel: 'code officiel géographique, ou lu sur le document',
  calcul: 'établi par tfpb',
};

/** What one column is, as a person reads it. */
export interface Entry {
  readonly table: string;
  readonly colonne: string;
  readonly sens: string;
  readonly type: string;
  readonly unite: string;
  readonly source: string;
  readonly valeurs: string;
  readonly remplie: string;
}

export const ENTRY_TITLES: Readonly<Record<keyof Entry, string>> = {
  table: 'table',
  colonne: 'colonne',
  sens: 'sens',
  type: 'type',
  unite: 'unité',
  source: "d'où elle vient",
  valeurs: 'valeurs admises',
  remplie: 'part remplie',
};

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const integers = new Intl.NumberFormat('fr-FR');

export function entries({ statistics }: Facts): Entry[] {
  return TABLE_NAMES.flatMap((table) =>
    TABLES[table].colonnes.map((column, index) => {
      const filled = statistics.filled(table, index);
      return {
        table,
        colonne: column.nom,
        sens: column.description,
        type: TYPES[column.type],
        unite: column.unite ?? '',
        source: SOURCES[column.source],
        valeurs: allowed(column),
        remplie: filled === null ? '' : percent.format(filled),
      };
    }),
  );
}

function allowed({ valeurs, minimum, maximum, reference }: Column): string {
  if (valeurs !== null) return valeurs.join(', ');
  if (reference !== null) return `${reference}.${TABLES[reference as keyof typeof TABLES].cle}`;
  if (minimum !== null) return maximum === null ? `${minimum} ou plus` : `de ${minimum} à ${maximum}`;
  return '';
}

/** What the dataset holds and what it was limited to, one fact a pair. */
export function contents({ version, referentiel, filter, statistics, leftOut }: Facts): (readonly [what: string, value: string])[] {
  const documents = statistics.rows('documents');
  const statuts = statutProgrammeSchema.options.map((statut) => `${statut} ${integers.format(statistics.programmes(statut))}`);
  return [
    ['Écrit par', `tfpb ${version}`],
    ['Axes et actions', `référentiel national, version ${referentiel.version}`],
    ['Critères', isLimiting(filter) ? filterText(filter) : 'aucun, toute la base'],
    ['Programmes en double', leftOut === null ? 'compris' : `laissés de côté : ${integers.format(leftOut)}`],
    ['Documents', `${integers.format(documents)}, dont rejetés ${integers.format(statistics.rejected)}`],
    ['Programmes', `${integers.format(statistics.rows('programmes'))} (${statuts.join(', ')})`],
    ...TABLE_NAMES.filter((name) => name !== 'documents' && name !== 'programmes').map(
      (name) => [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, counted(name, statistics)] as const,
    ),
  ];
}

/** Rows of the table of amounts are cells: those without an amount are told apart, or no other count would agree. */
function counted(name: TableName, statistics: Statistics): string {
  const rows = integers.format(statistics.rows(name));
  const empty = name === 'montants' ? statistics.emptyAmounts : 0;
  return empty === 0 ? rows : `${rows} cases, dont ${integers.format(empty)} sans montant`;
}

const FILTERS: Readonly<Record<keyof Filter, string>> = {
  annee: 'année',
  bailleur: 'bailleur',
  commune: 'commune',
  axe: 'axe',
  statut: 'statut',
};

function filterText(filter: Filter): string {
  return (Object.keys(FILTERS) as (keyof Filter)[])
    .filter((key) => (filter[key]?.length ?? 0) > 0)
    .map((key) => `${FILTERS[key]} ${(filter[key] ?? []).join(' ou ')}`)
    .join(' ; ');
}

/** How to read the values, whatever the format. */
export const CONVENTIONS: readonly string[] = [
  "Les montants sont en euros, exacts au centime. Un montant vide n'est pas zéro : la case porte un tiret, « néant » ou rien.",
  "Une cellule vide veut dire que le document ne le dit pas, ou que tfpb ne l'a pas trouvé.",
  'Les tables se joignent par leurs clés : programmes.document renvoie à documents.id, lignes.programme et totaux.programme à programmes.id, montants.ligne à lignes.id ; corrections.cible désigne un montant, une ligne, un total ou un programme.',
  'Les tables tiennent compte des corrections des lecteurs ; corrections en donne le journal, avec la valeur d’avant. totaux.termes donne les montants additionnés.',
  'Les places sur la page (x0, y0, x1, y1) sont en points (1/72 de pouce) depuis le coin en haut à gauche de la page telle qu’affichée ; les pages se comptent à partir de 1.',
  'Une liste est écrite en JSON : ["Lens","Liévin"], [1,2].',
  'Un montant est prouvé quand un total imprimé, refait à partir de ses lignes, tombe juste : preuves donne ces totaux.',
];

const LIMITS: readonly string[] = [
  "reconcilie dit que le document est d'accord avec lui-même, non que ses chiffres sont vrais ni que les dépenses ont eu lieu.",
  "N'additionnez ni des rubriques différentes (un montant prévu et le même, réalisé), ni des bases différentes (par an et pour toute la période), ni des montants hors taxes avec des montants toutes taxes comprises, ni les montants dont hors_somme est rempli : leur dépense est comptée dans une autre colonne de la ligne.",
  'Quand un document donne une colonne à chaque quartier, il y a un programme par quartier, et les lignes communes sont répétées.',
  'Une addition peut tomber juste par hasard : deux erreurs qui se compensent ne se voient pas.',
  "Les additions ne prouvent ni l'axe, ni l'action, ni la commune, ni le bailleur : fiez-vous à confiance_action et aux constats.",
];

const DOUBLES = 'même bailleur, même commune, même quartier, mêmes années et même nature, dans un autre fichier';

/** What the data does not say, the selection included. */
export function limits({ filter, leftOut }: Facts): readonly string[] {
  const doubles =
    leftOut === null
      ? `Un même programme peut se trouver dans plusieurs documents (${DOUBLES}) : ses montants y sont chaque fois.`
      : `Un programme présent plusieurs fois (${DOUBLES}) n'y est qu'une fois : le programme vérifié par un lecteur, sinon le mieux confirmé par ses totaux, sinon le premier. tfpb export --avec-doubles les garde tous.`;
  return [doubles, ...LIMITS, ...(isLimiting(filter) ? FILTER_NOTES : [])];
}

/** What a limited export leaves out. */
const FILTER_NOTES: readonly string[] = [
  "Ce qui ne répond pas aux critères n'y est pas, fichiers rejetés compris ; un programme dont l'année, le bailleur ou la commune n'a pas été trouvé non plus.",
  'Les totaux restent entiers : limité à un axe, un programme garde tous ses totaux, recalculés sur toutes ses lignes.',
];

const PROFILES = {
  'donnees-ouvertes': 'Les fichiers CSV sont en UTF-8, séparés par des virgules, avec un point décimal ; datapackage.json les décrit.',
  'excel-fr':
    'Les fichiers CSV sont en UTF-8 avec marque, séparés par des points-virgules, avec une virgule décimale ; datapackage.json les décrit.',
} as const;
const EXCEL =
  'En ouvrant un CSV, Excel change ce qui ressemble à un nombre ou à une date (une action « 2.1 », un code INSEE « 01004 ») : importez ces colonnes comme du texte, ou préférez --format xlsx.';
const NEUTRAL =
  "Dans les fichiers CSV, un texte qui commence par =, +, - ou @ est précédé d'une apostrophe, pour qu'un tableur ne l'exécute pas : ôtez-la pour retrouver le texte.";

/** `dictionnaire.md`. */
export function codebook(facts: Facts, format: string): string {
  const csv = format === 'csv' ? [PROFILES[facts.profile], NEUTRAL, EXCEL] : [];
  return (
    [
      '# Dictionnaire des données',
      "Programmes d'actions remis en contrepartie de l'abattement de taxe foncière (TFPB) dans les quartiers prioritaires.",
      list(contents(facts).map(([what, value]) => `${what} : ${value}`)),
      '## Comment lire',
      list([...CONVENTIONS, ...csv]),
      '## Limites',
      list(limits(facts)),
      ...TABLE_NAMES.flatMap((name) => [
        `## ${name}`,
        `${TABLES[name].description} ${integers.format(facts.statistics.rows(name))} dans ce jeu.`,
        columnTable(entries(facts).filter(({ table }) => table === name)),
      ]),
    ].join('\n\n') + '\n'
  );
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function columnTable(rows: readonly Entry[]): string {
  const keys = (Object.keys(ENTRY_TITLES) as (keyof Entry)[]).filter((key) => key !== 'table');
  return [
    `| ${keys.map((key) => ENTRY_TITLES[key]).join(' | ')} |`,
    `|${keys.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${keys.map((key) => (key === 'colonne' ? `\`${row[key]}\`` : row[key].replaceAll('|', '\\|'))).join(' | ')} |`),
  ].join('\n');
}
