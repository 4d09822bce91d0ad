import type { z } from 'zod';

/** Where a value of the export comes from. */
export type Source = 'fichier' | 'document' | 'referentiel' | 'officiel' | 'calcul';

/** What a person should know of a key of the export besides its type. French: it is printed in the codebook and in the published schemas. */
export interface FieldFacts {
  readonly description: string;
  readonly source: Source;
  readonly unite: string | null;
}

/**
 * Describes a key of the export once, for the JSON Schema, the table schemas and the codebook. `source` and `unite` stand in the JSON Schema as `x-source`
 * and `x-unite`.
 */
export function field<T extends z.ZodType>(schema: T, source: Source, description: string, unite: string | null = null): T {
  return schema.meta({ description, 'x-source': source, ...(unite === null ? {} : { 'x-unite': unite }) });
}

/** What {@link field} said; throws where a key of the export is not described. */
export function factsOf(schema: z.ZodType, name: string): FieldFacts {
  const { description, 'x-source': source, 'x-unite': unite } = schema.meta() ?? {};
  if (description === undefined || typeof source !== 'string') throw new Error(`${name} of the export is not described`);
  return { description, source: source as Source, unite: typeof unite === 'string' ? unite : null };
}
