/**
 * Version 1 of the database: the tables of the export contract, under the same names. What differs from the JSON:
 * amounts are INTEGER cents (`montant` → `montant_centimes`), boxes are four columns, periods two, and `rang` keeps the order of a list.
 */
const box = (optional = false) => ['x0', 'y0', 'x1', 'y1'].map((edge) => `${edge} REAL${optional ? '' : ' NOT NULL'}`).join(', ');

export const initial = `
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  fichier TEXT NOT NULL,
  sha256 TEXT UNIQUE,
  pages INTEGER,
  statut TEXT NOT NULL CHECK (statut IN ('importe', 'rejete')),
  raison TEXT,
  nature TEXT,
  lu_par TEXT NOT NULL,
  CHECK ((statut = 'rejete') = (raison IS NOT NULL))
) STRICT;
CREATE INDEX documents_fichier ON documents (fichier, id);

CREATE TABLE noms (
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  PRIMARY KEY (document, nom)
) STRICT, WITHOUT ROWID;

CREATE TABLE fichiers (
  chemin TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  empreinte TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX fichiers_document ON fichiers (document);

CREATE TABLE conventions (
  document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  bailleur TEXT,
  epci TEXT,
  annee_debut INTEGER,
  annee_fin INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE convention_communes (
  document TEXT NOT NULL REFERENCES conventions (document) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  PRIMARY KEY (document, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE convention_quartiers (
  document TEXT NOT NULL REFERENCES conventions (document) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  nom TEXT,
  code_qp TEXT,
  nombre_logements INTEGER,
  PRIMARY KEY (document, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE programmes (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  nature TEXT NOT NULL,
  annee_debut INTEGER,
  annee_fin INTEGER,
  commune TEXT,
  code_insee TEXT,
  quartier TEXT,
  code_qp TEXT,
  bailleur TEXT,
  siren TEXT,
  nombre_logements INTEGER,
  statut TEXT NOT NULL,
  UNIQUE (document, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_pages (
  programme TEXT NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (programme, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE lignes (
  id TEXT PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  ordre INTEGER NOT NULL,
  section TEXT,
  axe_texte TEXT,
  action_texte TEXT,
  description TEXT,
  calendrier TEXT,
  axe INTEGER,
  action TEXT,
  confiance_action REAL,
  action_suggeree TEXT,
  taux TEXT,
  page INTEGER NOT NULL,
  ${box()},
  UNIQUE (programme, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX lignes_action ON lignes (axe, action);

CREATE TABLE suites (
  ligne TEXT NOT NULL REFERENCES lignes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  page INTEGER NOT NULL,
  ${box()},
  PRIMARY KEY (ligne, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE montants (
  id TEXT PRIMARY KEY,
  ligne TEXT NOT NULL REFERENCES lignes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  rubrique TEXT NOT NULL,
  colonne TEXT NOT NULL,
  periode_debut INTEGER,
  periode_fin INTEGER,
  base TEXT,
  taxe TEXT,
  montant_centimes INTEGER,
  texte TEXT NOT NULL,
  confiance REAL NOT NULL,
  corrige_par TEXT,
  corrige_avant_centimes INTEGER,
  page INTEGER NOT NULL,
  ${box()},
  UNIQUE (ligne, rang),
  CHECK ((periode_debut IS NULL) = (periode_fin IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE totaux (
  id TEXT PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  portee TEXT NOT NULL,
  cle TEXT,
  libelle TEXT,
  colonne TEXT NOT NULL,
  rubrique TEXT NOT NULL,
  periode_debut INTEGER,
  periode_fin INTEGER,
  declare_centimes INTEGER NOT NULL,
  recalcule_centimes INTEGER,
  ecart_centimes INTEGER,
  statut TEXT NOT NULL,
  page INTEGER NOT NULL,
  ${box()},
  UNIQUE (programme, rang),
  CHECK ((periode_debut IS NULL) = (periode_fin IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE preuves (
  montant TEXT NOT NULL REFERENCES montants (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  total TEXT NOT NULL REFERENCES totaux (id) ON DELETE CASCADE,
  PRIMARY KEY (montant, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX preuves_total ON preuves (total);

CREATE TABLE constats (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  code TEXT NOT NULL,
  gravite TEXT NOT NULL,
  message TEXT NOT NULL,
  programme TEXT REFERENCES programmes (id) ON DELETE CASCADE,
  page INTEGER,
  ${box(true)},
  UNIQUE (document, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX constats_programme ON constats (programme);

CREATE VIEW v_montants AS
SELECT d.fichier, p.bailleur, p.commune, p.code_insee, p.quartier, p.code_qp, p.annee_debut, p.annee_fin,
       l.section, l.axe, l.action, l.description, m.rubrique, m.periode_debut, m.periode_fin, m.base,
       m.montant_centimes / 100.0 AS montant, m.texte, m.confiance, p.statut AS statut_programme, m.page,
       m.id AS montant_id, l.id AS ligne_id, p.id AS programme_id, d.id AS document_id
FROM montants m
JOIN lignes l ON l.id = m.ligne
JOIN programmes p ON p.id = l.programme
JOIN documents d ON d.id = p.document;

CREATE VIEW v_ecarts AS
SELECT d.fichier, p.bailleur, p.commune, p.quartier, p.annee_debut, p.annee_fin, t.portee, t.cle, t.libelle, t.rubrique,
       t.declare_centimes / 100.0 AS declare, t.recalcule_centimes / 100.0 AS recalcule, t.ecart_centimes / 100.0 AS ecart,
       p.statut AS statut_programme, t.page, t.id AS total_id, p.id AS programme_id, d.id AS document_id
FROM totaux t
JOIN programmes p ON p.id = t.programme
JOIN documents d ON d.id = p.document
WHERE t.statut = 'ecart';

CREATE VIEW v_axes AS
SELECT p.bailleur, p.commune, m.periode_debut, m.periode_fin, m.rubrique, l.axe, count(m.montant_centimes) AS nombre_montants,
       sum(m.montant_centimes) / 100.0 AS montant
FROM montants m
JOIN lignes l ON l.id = m.ligne
JOIN programmes p ON p.id = l.programme
GROUP BY p.bailleur, p.commune, m.periode_debut, m.periode_fin, m.rubrique, l.axe;
`;
