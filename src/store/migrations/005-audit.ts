/**
 * Version 5: what the audit needs beside what was read. Facts of the prose with their sentence; the lists a user loads (quartiers, landlords);
 * readers' decisions on where lines belong; amounts drawn at random and judged by a person.
 */
export const auditTables = `
CREATE TABLE faits (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  sujet TEXT NOT NULL,
  valeur TEXT NOT NULL,
  montant_centimes INTEGER,
  nombre INTEGER,
  date TEXT,
  periode_debut INTEGER,
  periode_fin INTEGER,
  phrase TEXT NOT NULL,
  programme TEXT REFERENCES programmes (id) ON DELETE CASCADE,
  page INTEGER NOT NULL,
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  UNIQUE (document, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX faits_programme ON faits (programme);

CREATE TABLE quartiers_officiels (
  code_qp TEXT NOT NULL,
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  code_insee TEXT NOT NULL,
  commune TEXT,
  PRIMARY KEY (code_qp, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE bailleurs_officiels (
  siren TEXT PRIMARY KEY,
  nom TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bailleurs_noms (
  nom_plie TEXT PRIMARY KEY,
  nom TEXT NOT NULL,
  siren TEXT NOT NULL REFERENCES bailleurs_officiels (siren) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE listes_chargees (
  liste TEXT PRIMARY KEY,
  fichier TEXT NOT NULL,
  empreinte TEXT NOT NULL,
  lignes INTEGER NOT NULL,
  charge_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exemples (
  cle TEXT PRIMARY KEY,
  action_texte TEXT,
  description TEXT,
  action TEXT,
  par TEXT NOT NULL,
  date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE controles (
  graine INTEGER NOT NULL,
  rang INTEGER NOT NULL,
  montant TEXT NOT NULL,
  strate TEXT NOT NULL,
  prouve INTEGER NOT NULL,
  juste INTEGER,
  par TEXT,
  juge_le TEXT,
  PRIMARY KEY (graine, rang)
) STRICT, WITHOUT ROWID;
`;
