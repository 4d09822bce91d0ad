import type { DocumentRule } from '../../rule.ts';
import { articleCgi } from './article-cgi.ts';
import { ligneRepetee } from './ligne-repetee.ts';
import { logements } from './logements.ts';
import { memeTexte } from './meme-texte.ts';
import { programmeNonReconnu } from './programme-non-reconnu.ts';
import { signataires } from './signataires.ts';
import { totalPartage } from './total-partage.ts';

/** Rules over all programmes and the legal text of a document, in the order of the report. */

export const DOCUMENT_RULES: readonly DocumentRule[] = [
  programmeNonReconnu,
  logements,
  ligneRepetee,
  memeTexte,
  signataires,
  articleCgi,
  totalPartage,
];
