/**
 * Words that programmes are made of: what their headings, columns and totals say and what axes and sections are called, as they are spelt, with the forms that
 * occur. What is lost where one of these is misread is a column, a total or a heading, not a word.
 */
const WORDS = `
  programme programmes actions action axe axes année années période exercice bilan calendrier convention annexe avenant tableau récapitulatif récapitulation synthèse
  commune communes ville quartier quartiers prioritaire prioritaires organisme bailleur bailleurs propriétaire gestionnaire logements logement nombre patrimoine
  agglomération intercommunalité département territoire
  dépense dépenses montant montants budget budgets coût coûts surcoût surcoûts financement financements abattement prévisionnel prévisionnelle prévisionnels prévisionnelles
  prévu prévue prévus prévues réalisé réalisée réalisés réalisées valorisé valorisée valorisés valorisées valorisation engagé engagée engagés engagées reporté reportée reportés
  reportées réaffecté réaffectée réaffectés estimé estimée estimés totale totales total totaux moyenne annuel annuelle annuels triennal biennal contrepartie subvention subventions
  description descriptif intitulé contenu nature indicateur indicateurs observations commentaires objectif objectifs rubrique désignation libellé modalités échéance
  général générale spécifique spécifiques renforcement moyens commun droit section sections hors
  présence personnel personnels proximité formation soutien entretien surentretien gestion déchets encombrants épaves tranquillité résidentielle concertation sensibilisation
  locataires animation social vivre ensemble petits travaux amélioration qualité service végétalisation gardiennage surveillance nettoyage parties communes médiation
  vidéosurveillance dégradations réparations équipements collecte ramassage enlèvement participation insertion sécurisation résidentialisation référent coordination
  association associations développement
  euros charges comprises office public habitat société anonyme coopérative résidence immobilière foncière municipale départementale intercommunale construction habitations
  régie métropole`;

export const PROGRAMME_WORDS: readonly string[] = [...new Set(WORDS.trim().split(/\s+/u))];
