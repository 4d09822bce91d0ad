import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files worker processes start from, in sources (`.ts`) and as built (`.js`) alike. */
const extension = extname(fileURLToPath(import.meta.url));

export const DOCUMENT_WORKER = new URL(`./document-worker${extension}`, import.meta.url);
export const TABLES_WORKER = new URL(`./tables-worker${extension}`, import.meta.url);
export const PAGE_WORKER = new URL(`./page-worker${extension}`, import.meta.url);
export const PICTURES_WORKER = new URL(`./pictures-worker${extension}`, import.meta.url);
export const REVIEW_WORKER = new URL(`./review/document-view-worker${extension}`, import.meta.url);
