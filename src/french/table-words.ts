import { fold } from './text.ts';

/**
 * The words that French table headers are made of. A cell whose words are nearly all among them is a header; a cell of the body uses
 * some of them among many others ("Actions d'insertion (chantiers jeunes)").
 */
export const TABLE_WORDS: readonly string[] = [
  ...new Set(
    `axe axes thematique thematiques theme themes domaine domaines champ intervention orientation orientations objectif objectifs enjeu enjeux
  action actions intitule intitules libelle libelles operation operations mesure mesures projet projets nature type types
  description descriptif descriptifs contenu detail details detaillee detaille modalites precisions presentation mise oeuvre prevue prevues
  prevu prevus realisee realisees engagee engagees envisagee envisagees proposee proposees retenue retenues menee menees associee associees specifique specifiques
  calendrier calendriers echeance echeances echeancier planning date dates delai delais duree trimestre
  montant montants depense depenses cout couts budget budgets somme sommes total totaux previsionnel previsionnelle previsionnels prevision previsions
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
  pourquoi comment quoi quand combien
  debit debits compte comptes comptable comptables analytique imputation ecriture ecritures piece
  logement logements logts prime abattement finance financee convention montants`
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ),
];
const tableWords = new Set(TABLE_WORDS);

/** Words that any text has: they speak for neither side. */
const LINK_WORDS = new Set(
  'a au aux ce ces dans de des du d en et hors l la le les leur leurs ou par pour sans ses son sur un une'.split(' '),
);

/** Whether table headers are made of this word (folded: lower case, no accents). */
export function isTableWord(word: string): boolean {
  return tableWords.has(word);
}

/** Whether this word (folded) stands in any text. */
export function isLinkWord(word: string): boolean {
  return LINK_WORDS.has(word);
}

/** Share (0…1) of the words of a text that headers are made of; numbers, years and signs count for neither side. 0 for a text without words. */
export function tableWordShare(text: string): number {
  const words = fold(text)
    .split(' ')
    .filter((word) => /[a-z]/u.test(word) && !isLinkWord(word));
  return words.length === 0 ? 0 : words.filter(isTableWord).length / words.length;
}
