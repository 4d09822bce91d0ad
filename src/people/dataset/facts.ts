import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { productRoot, productVersion } from '../../product.ts';
import type { Filter } from './filter.ts';
import type { Profile } from './format.ts';
import type { Statistics } from './statistics.ts';

/** What is said of a dataset beside its data: nothing that changes while the database does not. */
export interface Facts {
  readonly version: string;
  readonly referentiel: { readonly version: string; readonly axes: ReadonlyMap<number, string> };
  readonly filter: Filter;
  readonly profile: Profile;
  readonly statistics: Statistics;
  /** Programmes left out because another file of the database holds the same one; `null` where they were not left out. */
  readonly leftOut: number | null;
}

const referentielSchema = z.object({ version: z.string(), axes: z.array(z.object({ numero: z.int(), libelle: z.string() })) });

export function factsOfDataset(filter: Filter, profile: Profile, statistics: Statistics, leftOut: number | null): Facts {
  const { version, axes } = referentielSchema.parse(JSON.parse(readFileSync(join(productRoot(), 'data', 'referentiel-2024.json'), 'utf8')));
  return {
    version: productVersion(),
    referentiel: { version, axes: new Map(axes.map(({ numero, libelle }) => [numero, libelle])) },
    filter,
    profile,
    statistics,
    leftOut,
  };
}
