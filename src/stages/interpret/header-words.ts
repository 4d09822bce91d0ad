import { fold } from '../../french/text.ts';

/**
 * The words that French table headers are made of. A cell whose words are nearly all among them is a header; a cell of the body uses
 * some of them among many others ("Actions d'insertion (chantiers jeunes)").
 */
const HEADER_WORDS = new Set(
  `axe axes thematique thematiques theme themes domaine domaines champ intervention orientation orientations objectif objectifs enjeu enjeux
  action actions intitule intitules libelle libelles operation operations mesure mesures projet projets nature type types
  description descriptif descriptifs contenu detail details detaillee detaille modalites precisions presentation mise oeuvre prevue prevues
  prevu prevus realisee realisees engagee engagees envisagee envisagees proposee proposees retenue retenues menee menees associee associees specifique specifiques
  calendrier calendriers echeance echeances echeancier planning date dates delai delais duree trimestre
  montant montants depense depenses cout couts budget budgets somme sommes total totaux previsionnel previsionnelle previsionnels
  previsionnelles previonnelle estimation estime estimee estimatif estimative estimes valorise valorisee valorises valorisees valorisation realise realises reel reelle
  effectif effective execute executee consomme consommee engage engages mandate programme programmee programmation abattement tfpb atfpb taxe fonciere surcout surcouts
  reporte reportee reporter report reaffecte reaffectee reaffectation biennal biennale annuel annuelle annuels annuelles moyen moyenne moyens
  financement financements financeur financeurs bailleur bailleurs organisme hlm autre autres cofinancement cofinancements participation subvention
  subventions part ecart ecarts difference solde reste charge taux pourcentage
  commentaire commentaires observation observations remarque remarques justificatif justificatifs indicateur indicateurs evaluation resultat resultats suivi bilan etat avancement
  partenaire partenaires porteur porteurs pilote pilotes responsable responsables prestataire prestataires public cible publics lieu localisation adresse site sites residence residences quartier quartiers qpv
  unite unites quantite nombre nb numero num code ref reference n annee annees an ans periode exercice base titre b c avec non contrepartie
  gestion droit commun renforcement euros euro eur k keur keuros ht ttc hors tva section categorie rubrique poste postes ligne lignes
  totale totales globale global globaux prioritaire prioritaires concerne concernes concernee concernees principal principale principaux strategique strategiques operationnel operationnelle operationnels
  attendu attendus attendue attendues net nette brut brute mobilise mobilises humains temporalite periodicite frequence financier financiere financiers imputable valorisable valorisables eligible eligibles affecte affectee
  contribution contributions apport apports credit credits inscrit inscrits definitif definitive initial initiale revise revisee annonce pluriannuel pluriannuelle trimestriel triennal triennale sous numeros rang designation designations
  logement logements logts prime abattement finance financee convention montants`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words that any text has: they speak for neither side. */
const LINKS = new Set('a au aux ce ces dans de des du d en et hors l la le les leur leurs ou par pour sans ses son sur un une'.split(' '));

/** Share (0…1) of the words of a text that belong to headers; numbers, years and signs count for neither side. 0 for a text without words. */
export function headerShare(text: string): number {
  const words = fold(text)
    .split(' ')
    .filter((word) => /[a-z]/u.test(word) && !LINKS.has(word));
  if (words.length === 0) return 0;
  return words.filter((word) => HEADER_WORDS.has(word)).length / words.length;
}

/** What a column of text or figures holds. */
export type ColumnKind =
  'axe' | 'action' | 'description' | 'calendrier' | 'taux' | 'numero' | 'quantite' | 'tick_specifique' | 'tick_droit_commun' | 'montant';

interface Pattern {
  readonly kind: ColumnKind;
  readonly when: RegExp;
  readonly unless?: RegExp;
}

const MONEY =
  /\b(montants?|depenses?|couts?|budgets?|sommes?|valorise\w*|valorisations?|previsionnel\w*|previonnel\w*|realise\w*|engage\w*|abattement|surcouts?|subventions?|financements?|cofinancements?|participations?|ecarts?|difference|solde|reste a charge|report\w*|reaffecte\w*|euros?|keuros?|ttc|prevus?|estimations?|total|estime\w*)\b|€/u;

/** In order: the first that fits decides. Matched against the folded header path. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'tick_specifique', when: /^(renforcement )?actions? specifiques?( \d)?$/u },
  { kind: 'tick_droit_commun', when: /^(renforcement )?(des )?(actions? |moyens )?(de )?(gestion )?(de )?droit commun( \d)?$/u },
  { kind: 'taux', when: /\b(taux|pourcentage|quotite)\b|^%$|^% /u },
  { kind: 'numero', when: /^(n|no|num|numero|ref|reference|code|n action|n d action|n axe|code action|numero d action|ligne|n ligne)$/u },
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
export function columnKind(header: string): ColumnKind | null {
  const folded = fold(header);
  if (header.includes('%') && !/\b(montants?|depenses?|couts?)\b/u.test(folded)) return 'taux';
  const text = header.includes('€') ? `${folded} €` : header.includes('%') && !/\w/u.test(folded) ? '%' : folded;
  for (const { kind, when, unless } of PATTERNS) {
    if (when.test(text) && !(unless?.test(text) ?? false)) return kind;
  }
  return null;
}
