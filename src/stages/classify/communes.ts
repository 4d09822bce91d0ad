/** Places, against the official list of communes. */
export { communeIn, type CommuneInText } from './communes-in-text.ts';
export { nearCommune } from './near-commune.ts';
export { findCommune, type CommuneFound, type CommuneHint } from './find-commune.ts';
