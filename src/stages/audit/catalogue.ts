import { CORPUS_RULES } from './corpus/index.ts';
import type { RuleCard } from './rule.ts';
import { CHECKED_RULES } from './rules/checked/index.ts';
import { DOCUMENT_RULES } from './rules/document/index.ts';

const ARITHMETIC = 'Arithmétique du document';
const READING = 'Lecture du document par tfpb';

function card(codes: readonly string[], titre: string, source: string, gravite: RuleCard['gravite']): RuleCard {
  return { codes, titre, source, gravite };
}

/** What the reading itself finds, beside the rules. */
const READING_CARDS: readonly RuleCard[] = [
  card(['total_ecart'], 'Total égal à la somme de ses lignes', ARITHMETIC, 'erreur'),
  card(['total_arrondi'], "Total égal à la somme de ses lignes, à l'arrondi de l'unité près", ARITHMETIC, 'alerte'),
  card(['ligne_ecart'], 'Colonnes d’une ligne qui s’additionnent (hors taxes et TVA, années, parts, a + b)', ARITHMETIC, 'erreur'),
  card(['colonnes_en_desaccord'], 'Colonnes dont l’en-tête dit qu’elles s’additionnent', ARITHMETIC, 'alerte'),
  card(['ligne_arrondi'], "Colonnes d'une ligne qui s'additionnent, à l'arrondi près", ARITHMETIC, 'info'),
  card(
    ['total_non_verifiable', 'programme_non_verifiable', 'lignes_sans_total'],
    'Montants couverts par un total imprimé',
    ARITHMETIC,
    'info',
  ),
  card(['document_rejete'], 'Document lisible', READING, 'erreur'),
  card(['programme_a_relire', 'montant_non_rattache', 'montant_corrige', 'texte_reconnu'], 'Lecture sûre', READING, 'alerte'),
  card(
    ['montant_fourchette', 'montant_multiple', 'montant_formule', 'montant_texte', 'montant_raye', 'montant_coupe'],
    'Un seul montant par case',
    READING,
    'alerte',
  ),
  card(
    ['page_sans_texte', 'page_blanche', 'reconnaissance_echouee', 'texte_sans_unicode', 'page_illisible', 'caracteres_inconnus'],
    'Pages lisibles',
    READING,
    'alerte',
  ),
  card(['pieces_jointes', 'pieces_non_lues', 'formulaire_xfa'], 'Pièces jointes et formulaires lus', READING, 'alerte'),
  card(
    ['entete_incomplet', 'commune_inconnue'],
    'En-tête complet, commune du code officiel géographique',
    'Code officiel géographique (INSEE)',
    'alerte',
  ),
  card(['code_qp_impossible'], 'Code de quartier de forme possible', 'Décrets n° 2014-1750 et n° 2023-1314', 'alerte'),
  card(
    ['programme_verifie', 'correction_orpheline', 'corrections_divergentes'],
    'Relecture par une personne',
    'Journal des corrections',
    'alerte',
  ),
  card(['action_incertaine'], 'Ligne rattachée à une action', 'Référentiel national, juin 2024, tableau des axes et actions', 'info'),
  card(['regles_non_verifiables'], 'Règles vérifiables', 'Liste des règles de tfpb', 'info'),
];

/** Every rule there is, for the report and for `tfpb audit --regles`. */
export const CATALOGUE: readonly RuleCard[] = [...READING_CARDS, ...CHECKED_RULES, ...DOCUMENT_RULES, ...CORPUS_RULES];

/** The first rule that names a code speaks for it. */
const BY_CODE = new Map([...CATALOGUE].reverse().flatMap((rule) => rule.codes.map((code) => [code, rule] as const)));
const PRINCIPLES: RuleCard = CHECKED_RULES.find(({ codes }) => codes.length === 0) ?? READING_CARDS[0] ?? card([], '', '', 'info');

/** The card of a code; a principle of the référentiel says its own sentence and source in its message. */
export function cardOf(code: string): RuleCard {
  return BY_CODE.get(code) ?? PRINCIPLES;
}
