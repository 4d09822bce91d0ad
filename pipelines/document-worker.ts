import { sha256Of } from '../src/files/hash-file.ts';
import { readSource } from '../src/files/source.ts';
import type { Enclosed } from '../src/model/enclosed.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { readEnclosed } from '../src/stages/read/read-pages.ts';
import { serve } from '../src/workers/pool.ts';
import { documentJobSchema, type DocumentAnswer, type DocumentJob } from './document-job.ts';
import { understandDocument } from './read-document.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** The process that reads documents, one at a time, and may die of one: see the pool. */
ignoreStrayRejections();
serve(read, (job) => documentJobSchema.parse(job));

async function read({ chemin, zip, pieces, sha256, password, maxPages }: DocumentJob): Promise<DocumentAnswer> {
  const options = { ...(password === null ? {} : { password }), maxPages };
  let bytes: Uint8Array = await readSource({ path: Buffer.from(chemin, 'latin1'), zipped: zip === null ? null : { name: '', entry: zip } });
  for (const index of pieces) {
    const piece = (await readEnclosed(bytes, options)).pieces[index];
    if (piece === undefined) throw new DocumentRejected('modifie_pendant_lecture', 'the attachment is not there any more');
    bytes = piece.bytes;
  }
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  const { document, enclosed } = await understandDocument(bytes, { ...options, sha256 });
  return { document, pieces: piecesOf(enclosed) };
}

function piecesOf({ pieces }: Enclosed): DocumentAnswer['pieces'] {
  return pieces.flatMap(({ name, bytes, isPdf }, index) =>
    isPdf ? [{ nom: name, index, sha256: sha256Of(bytes), taille: bytes.length }] : [],
  );
}
