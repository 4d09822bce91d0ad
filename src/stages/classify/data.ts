import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { graviteSchema } from '../../model/vocabulary.ts';

/** The taxonomy is data: `data/referentiel-2024.json` (codes and wording) and `data/variantes.json` (other wordings,
 * vocabulary) and `data/principes.json` (what the référentiel says of where lines belong). */

const codeSchema = z.string().regex(/^[1-8]\.[1-5]$/u);
const axeNumberSchema = z.int().min(1).max(8);

export const referentielSchema = z.strictObject({
  version: z.string(),
  source: z.string(),
  axes: z
    .array(
      z.strictObject({
        numero: axeNumberSchema,
        libelle: z.string().min(1),
        actions: z.array(z.strictObject({ code: codeSchema, libelle: z.string().min(1) })).min(1),
      }),
    )
    .length(8),
});

const varianteSchema = z.strictObject({ texte: z.string().min(1), source: z.string() });
const termsSchema = z.array(z.string().min(1));

export const variantesSchema = z.strictObject({
  sources: z.record(z.string(), z.string()),
  axes: z.array(z.strictObject({ numero: axeNumberSchema, variantes: z.array(varianteSchema), indices: termsSchema })).length(8),
  actions: z.array(
    z.strictObject({
      code: codeSchema,
      variantes: z.array(varianteSchema),
      /** Terms by how much they say of the action: anywhere (`fort`, `moyen`, `faible`), or only among the actions of its axe (`dans_axe`). */
      fort: termsSchema,
      moyen: termsSchema,
      faible: termsSchema,
      dans_axe: termsSchema,
      /** A term of one list and one of the other, wherever they stand in the text: together they say as much as a `fort` one of two words. */
      ensemble: z.array(z.strictObject({ l_un: termsSchema, l_autre: termsSchema })),
    }),
  ),
  equivalences: z.record(z.string(), z.string()),
  /** What is no action, folded: how totals, headings and legal text begin, and what begins these where it stands alone; words a heading is made of; verbs of running prose; infinitives of
   * intentions (an aim, rarely a deed). */
  hors_action: z.strictObject({
    debuts: termsSchema,
    debuts_seuls: termsSchema,
    mots: termsSchema,
    intentions: termsSchema,
    /** What aims are about (`améliorer le cadre de vie`): an infinitive of these and nothing else is no deed. */
    abstraits: termsSchema,
  }),
  /** Words for somebody paid: what begins with one (`chargée d'insertion`) is about a post, whatever the post is about. */
  metiers: termsSchema,
  /** Words whose stem is that of a word of another meaning (`loge` and `logement`): each list is the forms of one word, kept apart under its first. */
  racines: z.array(termsSchema.min(1)),
  /** Phrases that are one word, of another sense than theirs (`mise en place` has no place): each list is the forms of one. */
  locutions: z.array(termsSchema.min(1)),
  /** Ordinary words that resemble a word of the vocabulary and must not be taken for a misspelling of it. */
  neutres: termsSchema,
});

/** Words of what such documents hold beside actions, by domain: accounts, heavy works, a town's own business, statistics, office prose. */
export const autresDomainesSchema = z.record(z.string(), z.strictObject({ fort: termsSchema, moyen: termsSchema }));

/** What a landlord does, and what is said of it. */
export const verbesSchema = z.strictObject({
  /** Infinitives of deeds, each with the noun that says the same (`nettoyer`: `nettoyage`); empty where its noun would say something else. */
  gestes: z.record(z.string(), z.string()),
  /** Other forms of those that are not conjugated as most are. */
  formes: z.record(z.string(), termsSchema),
  /** Infinitives of talk, and forms of irregular ones. */
  paroles: termsSchema,
  formes_paroles: termsSchema,
  /** What only talk is about where it is the subject of a sentence; who does in general what is agreed. */
  sujets: termsSchema,
  payeurs: termsSchema,
  /** Phrases of talk. */
  tournures: termsSchema,
  /** Nouns that say what is done, not to what (`réfection`): one alone names no action. */
  operations: termsSchema,
  /** Words that say when, where or how many, of any action. */
  remplissage: termsSchema,
});

/** A principle holds where one term of each group of `si` stands in the text and none of `sauf` or `sauf_texte`. */
export const principesSchema = z.strictObject({
  principes: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9_]+$/u),
      vers: codeSchema.nullable(),
      depuis: z.array(z.string().regex(/^[1-8](?:\.[1-5])?$/u)),
      si: z.array(termsSchema.min(1)).min(1),
      sauf: termsSchema,
      /** Folded text, for what no stem can say (`hors charges`: stop words carry the sense). */
      sauf_texte: termsSchema,
      phrase: z.string().min(1),
      source: z.string().min(1),
      gravite: graviteSchema,
    }),
  ),
});

/** Classes of words that tell what a text is, whatever it is about (`mesure`: what is counted; `nuisance`; `papier`…). */
export const signesSchema = z.strictObject({ classes: z.record(z.string(), termsSchema.min(1)) });

/** What was learnt from lines whose action is known; `npm run bench:mapping -- --apprendre` writes it. Natural units. */
export const poidsSchema = z.strictObject({
  origine: z.string(),
  /** By sign of a text: how much likelier it makes an action. */
  base: z.number(),
  signes: z.record(z.string(), z.number()),
  /** What makes an answer likelier right that only a line's words give. */
  surete: z.strictObject({
    base: z.number(),
    pesee: z.number(),
    mots: z.number(),
    vraisemblance: z.number(),
    texte_seul: z.number(),
    phrase: z.number(),
  }),
});

export type AutresDomaines = z.infer<typeof autresDomainesSchema>;
export type Poids = z.infer<typeof poidsSchema>;
export type Principes = z.infer<typeof principesSchema>;
export type Referentiel = z.infer<typeof referentielSchema>;
export type Signes = z.infer<typeof signesSchema>;
export type Variantes = z.infer<typeof variantesSchema>;
export type Verbes = z.infer<typeof verbesSchema>;

/** Everything the taxonomy is made of. */
export const DATA_FILES = [
  'referentiel-2024.json',
  'variantes.json',
  'principes.json',
  'autres-domaines.json',
  'verbes.json',
  'signes.json',
  'poids.json',
] as const;

/** Sources run from `src`, the build from `dist/src`: the data folder is the nearest one above. */
export function dataFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'data', name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`data/${name} is missing from the installation`);
    folder = parent;
  }
}

export function loadReferentiel(): Referentiel {
  return referentielSchema.parse(JSON.parse(readFileSync(dataFile('referentiel-2024.json'), 'utf8')));
}

/** Every axe and every action of the référentiel has its entry. */
export function loadVariantes(): Variantes {
  return variantesSchema.parse(JSON.parse(readFileSync(dataFile('variantes.json'), 'utf8')));
}

export function loadPrincipes(): Principes {
  return principesSchema.parse(JSON.parse(readFileSync(dataFile('principes.json'), 'utf8')));
}

export function loadAutresDomaines(): AutresDomaines {
  return autresDomainesSchema.parse(JSON.parse(readFileSync(dataFile('autres-domaines.json'), 'utf8')));
}

export function loadSignes(): Signes {
  return signesSchema.parse(JSON.parse(readFileSync(dataFile('signes.json'), 'utf8')));
}

export function loadPoids(): Poids {
  return poidsSchema.parse(JSON.parse(readFileSync(dataFile('poids.json'), 'utf8')));
}

export function loadVerbes(): Verbes {
  return verbesSchema.parse(JSON.parse(readFileSync(dataFile('verbes.json'), 'utf8')));
}
