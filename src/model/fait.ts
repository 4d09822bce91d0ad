import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Place } from './geometry.ts';
import type { Periode } from './vocabulary.ts';

/** What a fact of the legal text, or of a heading, is about. */
export const SUJETS = [
  'partie',
  'duree',
  'signature',
  'deliberation',
  'echeance',
  'logements',
  'abattement',
  'accord_report',
  'clause_report',
  'clause_fongibilite',
  'article_cgi',
] as const;
export const sujetSchema = z.enum(SUJETS);
export type Sujet = z.infer<typeof sujetSchema>;

/** One thing the prose says, with the sentence that says it. */
export interface Fait {
  readonly sujet: Sujet;
  /** As a person would note it: `30 avril`, `41`, `8535`, `Partenord Habitat`. */
  readonly valeur: string;
  /** Euros, for `abattement`. */
  readonly montant: Decimal | null;
  /** For `logements`. */
  readonly nombre: number | null;
  /** ISO, for `signature`, `deliberation` and an `echeance` of one year. */
  readonly date: string | null;
  /** The years it is about. */
  readonly periode: Periode | null;
  /** The whole sentence, as read. */
  readonly phrase: string;
  readonly place: Place;
  /** Index of the programme it is told of: whose quartier it names, else on whose pages alone it stands; dwellings also of the only one there is. */
  readonly programme: number | null;
}
