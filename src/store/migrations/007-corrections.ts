/**
 * Version 7: readers' corrections. The journal is append-only; the tables of the contract always hold the corrected document, and `lectures` the reading as it was
 * before any correction, for documents that have some. What became of each correction, what totals sum and why a programme is in doubt are written with the document.
 */
export const corrections = `
ALTER TABLE programmes ADD COLUMN verifie_par TEXT;
ALTER TABLE programmes ADD COLUMN verifie_date TEXT;

CREATE TABLE doutes (
  programme TEXT NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  doute TEXT NOT NULL,
  PRIMARY KEY (programme, rang)
) STRICT, WITHOUT ROWID;

CREATE TABLE termes (
  total TEXT NOT NULL REFERENCES totaux (id) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  montant TEXT NOT NULL REFERENCES montants (id) ON DELETE CASCADE,
  PRIMARY KEY (total, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX termes_montant ON termes (montant);

CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  par TEXT NOT NULL,
  programme TEXT,
  cible_sorte TEXT NOT NULL,
  cible TEXT NOT NULL,
  geste TEXT NOT NULL,
  contenu TEXT NOT NULL,
  reperes TEXT NOT NULL,
  avant TEXT,
  apres TEXT,
  motif TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_document ON corrections (document, date, id);
CREATE TRIGGER corrections_en_ajout_seul BEFORE UPDATE ON corrections BEGIN
  SELECT RAISE(ABORT, 'une correction ne se change pas : elle s''annule par une autre');
END;

CREATE TABLE corrections_etats (
  correction TEXT PRIMARY KEY REFERENCES corrections (id) ON DELETE CASCADE,
  document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  numero INTEGER NOT NULL,
  programme TEXT,
  cible TEXT NOT NULL,
  etat TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_etats_document ON corrections_etats (document, numero);

CREATE TABLE lectures (
  document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  lecture TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW v_corrections AS
SELECT d.fichier, e.numero, c.date, c.par, c.geste, c.cible_sorte, c.avant, c.apres, c.motif, e.etat, p.bailleur, p.commune, p.quartier,
       c.id AS correction_id, e.cible AS cible_id, e.programme AS programme_id, c.document AS document_id
FROM corrections c JOIN documents d ON d.id = c.document
LEFT JOIN corrections_etats e ON e.correction = c.id LEFT JOIN programmes p ON p.id = e.programme;
`;
