import { remember } from '../../french/remember.ts';
import { tableWordShare } from '../../french/table-words.ts';
import { fold } from '../../french/text.ts';

/** Share (0…1) of the words of a text that belong to headers. */
export const headerShare: (text: string) => number = remember(tableWordShare);

/** What a column of text or figures holds. */
export type ColumnKind =
  'axe' | 'action' | 'description' | 'calendrier' | 'taux' | 'numero' | 'quantite' | 'tick_specifique' | 'tick_droit_commun' | 'montant';

interface Pattern {
  readonly kind: ColumnKind;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

const MONEY =
  /\b(montants?|depenses?|couts?|budgets?|sommes?|valorise\w*|valorisations?|previsions?|previsionnel\w*|previonnel\w*|realise\w*|engage\w*|abattement|surcouts?|subventions?|financements?|cofinancements?|participations?|ecarts?|difference|solde|reste a charge|report\w*|reaffecte\w*|euros?|keuros?|ttc|prevus?|estimations?|total|estime\w*|debits?)\b|€/u;

/** In order: the first that fits decides. Matched against the folded header path. */
const PATTERNS: readonly Pattern[] = [
  // A sheet that asks: "Pourquoi ?", "Avec qui ?", "Combien ?".
  { kind: 'description', when: /^(?:pourquoi|comment|quoi|ou|qui|(?:avec|pour|par) qui)(?: faire)?$/u },
  { kind: 'calendrier', when: /^quand$/u },
  { kind: 'montant', when: /^(?:combien|pour combien|a quel (?:prix|cout))$/u },
  { kind: 'tick_specifique', when: /^(renforcement )?actions? specifiques?( \d)?$/u },
  { kind: 'tick_droit_commun', when: /^(renforcement )?(des )?(actions? |moyens )?(de )?(gestion )?(de )?droit commun( \d)?$/u },
  { kind: 'taux', when: /\b(taux|pourcentage|quotite)\b|^%$|^% /u },
  {
    kind: 'numero',
    when: /^(n|no|num|numero|ref|reference|code|n action|n d action|n axe|code action|numero d action|ligne|n ligne|(?:n |numero )?(?:de )?comptes?(?: comptables?| general)?|imputation(?: comptable| budgetaire| analytique)?|(?:code|section|axe) analytique|analytique|(?:n |numero )?(?:de )?(?:pieces?|ecriture))$/u,
  },
  {
    kind: 'calendrier',
    when: /\b(calendriers?|echeances?|echeancier|planning|delais?|trimestres?|dates?|duree)\b/u,
    unless: /\bactions?\b|\bcontenu\b|\bdescripti/u,
  },
  {
    kind: 'quantite',
    when: /\b(quantites?|prix unitaire|etp|nombre|nb|logements|logts|unites?)\b/u,
    unless: /\b(montants?|depenses?|couts?)\b/u,
  },
  {
    kind: 'description',
    when: /\b(descriptions?|descriptifs?|contenus?|details?|detaillee?|modalites|precisions|commentaires?|observations?|remarques?|indicateurs?|partenaires?|partenariats?|porteurs?|pilotes?|prestataires?|objectifs?|resultats?|localisation|lieux?|sites?|residences?|publics?|justificatifs?|etat d avancement|evaluation|calendriers? et actions|actions associees|mise en oeuvre|consistance|presentation)\b/u,
    unless: /\b(montants?|depenses?|couts?|euros)\b/u,
  },
  { kind: 'montant', when: /\b(montants?|depenses?|couts?|budgets?|sommes?|surcouts?)\b|€/u },
  { kind: 'montant', when: MONEY, unless: /\b(actions?|axes?)\b(?! (reportee|engagee|realisee))(?!.*\b(valorise\w*|financements?)\b)/u },
  { kind: 'axe', when: /\b(axes?|thematiques?|themes?|domaines?|champs?|orientations?)\b/u, unless: /\bactions?\b/u },
  { kind: 'action', when: /\b(actions?|intitules?|libelles?|operations?|mesures?|projets?|postes?|natures?|designations?|types?)\b/u },
];

/** The kind of column that a header path names; `null` when its words say nothing. */
export const columnKind: (header: string) => ColumnKind | null = remember((header) => {
  const folded = fold(header);
  if (header.includes('%') && !/\b(montants?|depenses?|couts?)\b/u.test(folded)) return 'taux';
  const text = header.includes('€') ? `${folded} €` : header.includes('%') && !/\w/u.test(folded) ? '%' : folded;
  for (const { kind, when, unless } of PATTERNS) {
    if (when.test(text) && !(unless?.test(text) ?? false)) return kind;
  }
  return null;
});

/** "2024", "2022-2024": a heading of amounts by year. */
export function isYears(text: string): boolean {
  return /^\W*20\d\d(?:\W+20\d\d)?\W*$/u.test(text);
}
