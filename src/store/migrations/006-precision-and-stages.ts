/**
 * What a rejection says beyond its reason, and which state of the stages made a reading: a version of the product whose stages are others reads it again.
 * Readings of before do not say, and so are read again once.
 */
export const precisionAndStages = `
ALTER TABLE documents ADD COLUMN precision TEXT;
ALTER TABLE documents ADD COLUMN etapes TEXT;
`;
