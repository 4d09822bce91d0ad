/** The rows of the database, as the migrations create them; `docs/schema.md` says what each column means. Cents are read as text: see cents.ts. */

interface Boxed {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

interface DocumentRow {
  id: string;
  fichier: string;
  sha256: string | null;
  pages: number | null;
  statut: string;
  raison: string | null;
  nature: string | null;
  lu_par: string;
  precision: string | null;
  etapes: string | null;
}

interface ProgrammeRow {
  id: string;
  document: string;
  rang: number;
  nature: string;
  annee_debut: number | null;
  annee_fin: number | null;
  commune: string | null;
  code_insee: string | null;
  quartier: string | null;
  code_qp: string | null;
  bailleur: string | null;
  siren: string | null;
  nombre_logements: number | null;
  statut: string;
  verifie_par: string | null;
  verifie_date: string | null;
  /** See `identityOf`. */
  identite: string | null;
}

interface LigneRow extends Boxed {
  id: string;
  programme: string;
  rang: number;
  ordre: number;
  section: string | null;
  axe_texte: string | null;
  action_texte: string | null;
  description: string | null;
  calendrier: string | null;
  axe: number | null;
  action: string | null;
  confiance_action: number | null;
  action_suggeree: string | null;
  taux: string | null;
  page: number;
}

interface MontantRow extends Boxed {
  id: string;
  ligne: string;
  rang: number;
  rubrique: string;
  colonne: string;
  periode_debut: number | null;
  periode_fin: number | null;
  base: string | null;
  taxe: string | null;
  montant_centimes: bigint | null;
  texte: string;
  confiance: number;
  corrige_par: string | null;
  corrige_avant_centimes: bigint | null;
  hors_somme: string | null;
  page: number;
}

interface TotalRow extends Boxed {
  id: string;
  programme: string;
  rang: number;
  portee: string;
  cle: string | null;
  libelle: string | null;
  colonne: string;
  rubrique: string;
  periode_debut: number | null;
  periode_fin: number | null;
  declare_centimes: bigint;
  recalcule_centimes: bigint | null;
  ecart_centimes: bigint | null;
  statut: string;
  page: number;
}

interface ConstatRow {
  id: string;
  document: string;
  rang: number;
  code: string;
  gravite: string;
  message: string;
  programme: string | null;
  page: number | null;
  x0: number | null;
  y0: number | null;
  x1: number | null;
  y1: number | null;
}

interface FaitRow extends Boxed {
  id: string;
  document: string;
  rang: number;
  sujet: string;
  valeur: string;
  montant_centimes: bigint | null;
  nombre: number | null;
  date: string | null;
  periode_debut: number | null;
  periode_fin: number | null;
  phrase: string;
  programme: string | null;
  page: number;
}

export interface CorrectionRow {
  id: string;
  document: string;
  date: string;
  par: string;
  programme: string | null;
  cible_sorte: string;
  cible: string;
  geste: string;
  contenu: string;
  reperes: string;
  avant: string | null;
  apres: string | null;
  motif: string | null;
}

export interface Tables {
  doutes: { programme: string; rang: number; doute: string };
  termes: { total: string; rang: number; montant: string };
  corrections: CorrectionRow;
  corrections_etats: { correction: string; document: string; numero: number; programme: string | null; cible: string; etat: string };
  lectures: { document: string; lecture: string };
  faits: FaitRow;
  quartiers_officiels: { code_qp: string; rang: number; nom: string; code_insee: string; commune: string | null };
  bailleurs_officiels: { siren: string; nom: string };
  bailleurs_noms: { nom_plie: string; nom: string; siren: string };
  listes_chargees: { liste: string; fichier: string; empreinte: string; lignes: number; charge_le: string };
  exemples: { cle: string; action_texte: string | null; description: string | null; action: string | null; par: string; date: string };
  controles: {
    graine: number;
    rang: number;
    montant: string;
    strate: string;
    prouve: number;
    juste: number | null;
    par: string | null;
    juge_le: string | null;
  };
  documents: DocumentRow;
  noms: { document: string; rang: number; nom: string };
  fichiers: { chemin: string; document: string; empreinte: string };
  conventions: {
    document: string;
    bailleur: string | null;
    epci: string | null;
    annee_debut: number | null;
    annee_fin: number | null;
  };
  convention_communes: { document: string; rang: number; nom: string };
  convention_quartiers: {
    document: string;
    rang: number;
    nom: string | null;
    code_qp: string | null;
    nombre_logements: number | null;
  };
  programmes: ProgrammeRow;
  programme_pages: { programme: string; rang: number; page: number };
  lignes: LigneRow;
  suites: { ligne: string; rang: number; page: number } & Boxed;
  montants: MontantRow;
  totaux: TotalRow;
  preuves: { montant: string; rang: number; total: string };
  constats: ConstatRow;
  reconnaissances: { sha256: string; page: number; moteur: string; version: string; reglages: string; lecture: string };
}
