import { z } from 'zod';
import { boiteSchema, montantStringSchema } from '../../../model/contract.ts';
import { factsOf, type FieldFacts } from '../../../model/field.ts';
import type { Cell, CellType, Column, ContractObject, ReadColumn } from './column.ts';

/** The edges of a box, in order: what they are called in the database too. */
const EDGES = [
  ['x0', 'bord gauche'],
  ['y0', 'bord haut'],
  ['x1', 'bord droit'],
  ['y1', 'bord bas'],
] as const;

/**
 * The columns of a flat table, from the contract's own definition of an object: a key is a column under its name; a box is four columns; an object of two or
 * three values has a column for each (`periode` → `periode_debut`, `periode_fin`); a list is one column of JSON text.
 *
 * @param except keys that are tables of their own.
 */
export function columnsOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  except: readonly (keyof Shape & string)[] = [],
): readonly ReadColumn[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !(except as readonly string[]).includes(name))
    .flatMap(([name, value]) => flatten(name, value as z.ZodType));
}

function flatten(name: string, schema: z.ZodType): ReadColumn[] {
  const facts = factsOf(schema, name);
  const { inner, rempli } = unwrap(schema);
  const value = (object: ContractObject): unknown => object[name];
  if (isBox(inner)) {
    return EDGES.map(([edge, side], index) => ({
      ...describe(edge, z.number(), { ...facts, description: `${facts.description.replace(/\.$/u, '')} : ${side}.` }, rempli),
      read: (object) => (value(object) as readonly number[] | null)?.[index] ?? null,
    }));
  }
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as Record<string, z.ZodType>).map(([part, of]) => {
      const unwrapped = unwrap(of);
      return {
        ...describe(
          `${name}_${part}`,
          unwrapped.inner,
          { ...facts, description: partDescription(facts.description, name, part) },
          rempli && unwrapped.rempli,
        ),
        read: (object) => ((value(object) as Record<string, Cell> | null) ?? {})[part] ?? null,
      };
    });
  }
  const column = describe(name, inner, facts, rempli);
  if (column.type !== 'liste') return [{ ...column, read: (object) => value(object) as Cell }];
  return [{ ...column, read: (object) => JSON.stringify(value(object)) }];
}

const PARTS: Readonly<Record<string, string>> = {
  periode_debut: 'première année.',
  periode_fin: 'dernière année.',
  corrige_par: 'somme_de_controle (une somme du document l’a fait préférer) ou relecture (une personne).',
  verifie_par: 'qui.',
  verifie_date: 'date et heure.',
  corrige_avant: "le montant d'avant, en euros.",
};

function partDescription(whole: string, name: string, part: string): string {
  const said = PARTS[`${name}_${part}`];
  if (said === undefined) throw new Error(`${name}.${part} of the export is not described`);
  return `${whole.replace(/\.$/u, '')} : ${said}`;
}

function describe(nom: string, schema: z.ZodType, facts: FieldFacts, rempli: boolean): Column {
  const numbers = schema instanceof z.ZodNumber ? schema : null;
  return {
    nom,
    type: typeOf(nom, schema),
    rempli,
    valeurs: schema instanceof z.ZodEnum ? schema.options.map(String) : null,
    motif: schema instanceof z.ZodString ? patternOf(schema) : null,
    minimum: bound(numbers?.minValue),
    maximum: bound(numbers?.maxValue),
    ...facts,
    reference: null,
  };
}

/** The limits of a double or of exact integers say nothing. */
function bound(value: number | null | undefined): number | null {
  return value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
}

function patternOf(schema: z.ZodString): string | null {
  const pattern = z.toJSONSchema(schema).pattern;
  return pattern ?? null;
}

function typeOf(name: string, schema: z.ZodType): CellType {
  if (schema instanceof z.ZodString && patternOf(schema) === patternOf(montantStringSchema)) return 'montant';
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return 'texte';
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'entier' : 'nombre';
  if (schema instanceof z.ZodArray) return 'liste';
  throw new Error(`${name} of the export has a type no table can show`);
}

/** A described schema is a copy: it is recognised by what it holds. */
function isBox(schema: z.ZodType): boolean {
  return schema instanceof z.ZodTuple && schema.def.items.length === boiteSchema.def.items.length;
}

function unwrap(schema: z.ZodType): { readonly inner: z.ZodType; readonly rempli: boolean } {
  return schema instanceof z.ZodNullable ? { inner: schema.unwrap() as z.ZodType, rempli: false } : { inner: schema, rempli: true };
}
