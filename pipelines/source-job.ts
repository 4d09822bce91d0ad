import { z } from 'zod';
import { sha256Of } from '../src/files/hash-file.ts';
import { readSource, type Source } from '../src/files/source.ts';
import { DocumentRejected } from '../src/model/errors.ts';
import { asPdf } from '../src/stages/read/images/image-to-pdf.ts';
import { readEnclosed } from '../src/stages/read/read-pages.ts';

const count = z.int().min(0);

/** Where a worker process finds the bytes it is to read, and what they must be. */
export const sourceJobSchema = z.strictObject({
  /** The path's bytes, one character a byte (`latin1`): JSON has no bytes and a path need not be UTF-8. */
  chemin: z.string(),
  /** Where in that file, when it is a ZIP archive. */
  zip: z.strictObject({ offset: count, compressedSize: count, size: count, method: count, crc32: count }).nullable(),
  /** Which attachment of the PDF found so far, and which inside that. */
  pieces: z.array(count),
  /** Of the bytes the parent hashed; a worker that finds others says `modifie_pendant_lecture`. */
  sha256: z.string(),
  password: z.string().nullable(),
});
export type SourceJob = z.infer<typeof sourceJobSchema>;

export function sourceJobOf({ path, zipped, pieces }: Source, sha256: string, password: string | null): SourceJob {
  const zip = zipped === null ? null : zipped.entry;
  return { chemin: path.toString('latin1'), zip, pieces: pieces.map(({ index }) => index), sha256, password };
}

/** The bytes a worker was sent for, an image as a PDF. Throws a `DocumentRejected` when they cannot be had, or are not those the parent saw. */
export async function bytesOfJob({ chemin, zip, pieces, sha256, password }: SourceJob, maxPages: number): Promise<Uint8Array> {
  const options = { ...(password === null ? {} : { password }), maxPages };
  let bytes: Uint8Array = await readSource({ path: Buffer.from(chemin, 'latin1'), zipped: zip === null ? null : { name: '', entry: zip } });
  for (const index of pieces) {
    const piece = (await readEnclosed(bytes, options)).pieces[index];
    if (piece === undefined) throw new DocumentRejected('modifie_pendant_lecture', 'the attachment is not there any more');
    bytes = piece.bytes;
  }
  if (sha256Of(bytes) !== sha256) throw new DocumentRejected('modifie_pendant_lecture');
  return asPdf(bytes);
}
