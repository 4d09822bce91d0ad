/** Pages read from their pictures, kept so that no page is ever recognised twice. */
export const reconnaissances = `
CREATE TABLE reconnaissances (
  sha256 TEXT NOT NULL,
  page INTEGER NOT NULL,
  moteur TEXT NOT NULL,
  version TEXT NOT NULL,
  reglages TEXT NOT NULL,
  lecture TEXT NOT NULL,
  PRIMARY KEY (sha256, page, moteur, version, reglages)
) STRICT, WITHOUT ROWID;
`;
