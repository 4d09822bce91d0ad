import type { CellType, Column } from './tables/column.ts';
import { TABLES, type TableName } from './tables/tables.ts';

/** Types of Table Schema (https://specs.frictionlessdata.io/table-schema/). A list is JSON text, which is what its type `array` means. */
const TYPES: Readonly<Record<CellType, string>> = {
  texte: 'string',
  entier: 'integer',
  nombre: 'number',
  montant: 'number',
  liste: 'array',
};

/** The Table Schema of one table, as schema.data.gouv.fr reads it. A list of keys that is there must hold one. */
export function tableSchema(name: TableName, decimalMark: '.' | ','): Readonly<Record<string, unknown>> {
  const { colonnes, cle } = TABLES[name];
  const foreignKeys = colonnes
    .filter(({ reference }) => reference !== null)
    .map(({ nom, reference }) => ({
      fields: nom,
      reference: { resource: reference, fields: reference === null ? null : TABLES[reference as TableName].cle },
    }));
  return {
    fields: colonnes.map((column) => fieldOf(column, column.nom === cle, decimalMark)),
    primaryKey: cle,
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    missingValues: [''],
  };
}

function fieldOf(column: Column, isKey: boolean, decimalMark: '.' | ','): Readonly<Record<string, unknown>> {
  const { nom, type, description, unite } = column;
  const constraints = constraintsOf(column, isKey);
  return {
    name: nom,
    type: TYPES[type],
    ...(TYPES[type] === 'number' ? { decimalChar: decimalMark } : {}),
    description: unite === null ? description : `${description} Unité : ${unite}.`,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** A text that is never missing may still be empty, and CSV does not tell the two apart: only what cannot be empty is required. */
function constraintsOf(
  { type, rempli, valeurs, motif, minimum, maximum, reference }: Column,
  isKey: boolean,
): Readonly<Record<string, unknown>> {
  const isNeverEmpty = rempli && (type !== 'texte' || valeurs !== null || motif !== null || reference !== null || isKey);
  return {
    ...(isNeverEmpty ? { required: true } : {}),
    ...(isKey ? { unique: true } : {}),
    ...(valeurs === null ? {} : { enum: valeurs }),
    ...(motif === null || type !== 'texte' ? {} : { pattern: motif }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
  };
}
