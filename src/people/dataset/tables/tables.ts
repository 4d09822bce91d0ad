import {
  constatExportSchema,
  conventionExportSchema,
  correctionExportSchema,
  documentExportSchema,
  faitExportSchema,
  ligneExportSchema,
  montantExportSchema,
  programmeExportSchema,
  totalExportSchema,
} from '../../../model/contract.ts';
import { HORS_SOMME } from '../../../model/counted.ts';
import { HORS_SOMMES } from '../../../model/vocabulary.ts';
import type { ReadColumn } from './column.ts';
import { columnsOf } from './flatten.ts';

/** The flat tables of the dataset, in the order they are written. */
export const TABLE_NAMES = [
  'documents',
  'conventions',
  'programmes',
  'lignes',
  'montants',
  'totaux',
  'constats',
  'corrections',
  'faits',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A flat table: its columns come from the contract, after the keys that tie it to the others. */
export interface Table {
  readonly nom: TableName;
  readonly description: string;
  /** The column that tells one row from another. */
  readonly cle: string;
  readonly colonnes: readonly ReadColumn[];
}

/** A column that holds the key of what a row belongs to. */
function key(nom: string, description: string, reference: TableName | null): ReadColumn {
  return {
    nom,
    type: 'texte',
    rempli: true,
    valeurs: null,
    motif: null,
    minimum: null,
    maximum: null,
    description,
    unite: null,
    source: 'calcul',
    reference,
    read: (_row, owner) => owner,
  };
}

/** Told of the amounts of a programme together: no key of the contract. */
const HORS_SOMME_COLUMN: ReadColumn = {
  nom: 'hors_somme',
  type: 'texte',
  rempli: false,
  valeurs: HORS_SOMMES,
  motif: null,
  minimum: null,
  maximum: null,
  description: `Pourquoi le montant n'est à additionner avec aucun autre de sa rubrique ; vide quand il l'est. ${HORS_SOMMES.map((why) => `${why} : ${HORS_SOMME[why]}`).join(' ; ')}.`,
  unite: null,
  source: 'calcul',
  reference: null,
  read: ({ hors_somme }) => (typeof hors_somme === 'string' ? hors_somme : null),
};

export const TABLES: Readonly<Record<TableName, Table>> = {
  documents: {
    nom: 'documents',
    description: 'Un fichier, reconnu à ses octets et non à son nom. Un fichier rejeté y est aussi, avec la raison.',
    cle: 'id',
    colonnes: [
      key('id', "Identifiant du document : l'empreinte de ses octets, ou « chemin-… » quand ils n'ont pas pu être lus.", null),
      ...columnsOf(documentExportSchema, ['convention', 'programmes', 'constats', 'corrections', 'faits']),
    ],
  },
  conventions: {
    nom: 'conventions',
    description: "Ce que dit le texte d'une convention, une au plus par document.",
    cle: 'document',
    colonnes: [key('document', 'Document dont le texte est lu.', 'documents'), ...columnsOf(conventionExportSchema)],
  },
  programmes: {
    nom: 'programmes',
    description: "Un programme d'actions : un bailleur, un quartier, un en-tête.",
    cle: 'id',
    colonnes: [
      ...keyThen('document', 'Document qui contient le programme.', 'documents', columnsOf(programmeExportSchema, ['lignes', 'totaux'])),
    ],
  },
  lignes: {
    nom: 'lignes',
    description: 'Une ligne du tableau : ce que la page montre comme une rangée avec sa propre case de montant, remplie ou non.',
    cle: 'id',
    colonnes: [...keyThen('programme', 'Programme dont la ligne fait partie.', 'programmes', columnsOf(ligneExportSchema, ['montants']))],
  },
  montants: {
    nom: 'montants',
    description: "Une case de montant d'une ligne.",
    cle: 'id',
    colonnes: [...keyThen('ligne', 'Ligne dont le montant fait partie.', 'lignes', columnsOf(montantExportSchema)), HORS_SOMME_COLUMN],
  },
  totaux: {
    nom: 'totaux',
    description: "Un total que le document énonce, et ce qu'il vaut quand on le recalcule.",
    cle: 'id',
    colonnes: [...keyThen('programme', 'Programme dont le total fait partie.', 'programmes', columnsOf(totalExportSchema))],
  },
  faits: {
    nom: 'faits',
    description: 'Ce que dit la prose (convention, en-tête), chaque fait avec sa phrase.',
    cle: 'id',
    colonnes: [...keyThen('document', 'Document dont le texte est lu.', 'documents', columnsOf(faitExportSchema).map(toProgramme))],
  },
  corrections: {
    nom: 'corrections',
    description: 'Le journal des corrections des lecteurs : qui, quand, quoi, pourquoi. Les autres tables en tiennent compte.',
    cle: 'id',
    colonnes: [...keyThen('document', 'Document corrigé.', 'documents', columnsOf(correctionExportSchema).map(toProgramme))],
  },
  constats: {
    nom: 'constats',
    description: "Ce qu'un vérificateur doit regarder.",
    cle: 'id',
    colonnes: [...keyThen('document', 'Document où le constat est fait.', 'documents', columnsOf(constatExportSchema).map(toProgramme))],
  },
};

/** The row's own id first, then what it belongs to, then the rest. */
function keyThen(nom: string, description: string, reference: TableName, columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const [id, ...rest] = columns;
  return id === undefined ? [] : [id, key(nom, description, reference), ...rest];
}

function toProgramme(column: ReadColumn): ReadColumn {
  return column.nom === 'programme' ? { ...column, reference: 'programmes' } : column;
}
