import type { CheckedRule } from '../../rule.ts';
import { abattement } from './abattement.ts';
import { apresContrat } from './apres-contrat.ts';
import { calcul } from './calcul.ts';
import { codeQp } from './code-qp.ts';
import { concentrationAxe } from './concentration-axe.ts';
import { identiteReport } from './identite-report.ts';
import { mediateursDeuxFois } from './mediateurs-deux-fois.ts';
import { principes } from './principes.ts';
import { realiseSuperieur } from './realise-superieur.ts';
import { renforcement } from './renforcement.ts';
import { reportSansAccord } from './report-sans-accord.ts';
import { surcoutUnitaire } from './surcout-unitaire.ts';
import { tauxIncoherent } from './taux-incoherent.ts';
import { totalDouble } from './total-double.ts';
import { valoriseSuperieur } from './valorise-superieur.ts';

/** Rules that say when they cannot be checked, in the order of the report. */
export const CHECKED_RULES: readonly CheckedRule[] = [
  totalDouble,
  identiteReport,
  valoriseSuperieur,
  tauxIncoherent,
  realiseSuperieur,
  reportSansAccord,
  concentrationAxe,
  abattement,
  principes,
  mediateursDeuxFois,
  apresContrat,
  renforcement,
  calcul,
  surcoutUnitaire,
  codeQp,
];
