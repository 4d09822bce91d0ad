import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemReason } from '../../src/files/system-reason.ts';
import { DROP_DEFAULTS, type DropLimits } from './drop-options.ts';

/** A file that was not taken. The message is French. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  constructor(
    readonly status: 400 | 413 | 507,
    message: string,
  ) {
    super(message);
  }
}

/** Where files dropped on the page are put before they are imported, and stay: the database knows documents by their path. */
export interface DropBox {
  readonly folder: string;
  /** Writes one file as it comes in. */
  take(name: string, bytes: AsyncIterable<Buffer>): Promise<{ readonly nom: string; readonly taille: number }>;
}

const LONGEST_NAME = 120;
/** A PDF, a ZIP archive, a JPEG, a PNG, a TIFF of either byte order, in `latin1`. */
const TAKEN: readonly RegExp[] = [/^%PDF-/u, /^PK\u0003\u0004/u, /^\u00ff\u00d8\u00ff/u, /^\u0089PNG/u, /^II\*\u0000/u, /^MM\u0000\*/u];
/** Producers may put a little before the mark of a PDF. */
const HEAD = 1024;

/**
 * The name a dropped file is kept under: the last part of what the browser says, letters, digits and a few marks only, never a path, never hidden. What the
 * page asks never chooses a folder.
 */
export function safeName(given: string): string {
  const base = given.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()'’-]/gu, '_')
    .replace(/^[. ]+/u, '')
    .trim();
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  const short = `${stem.slice(0, LONGEST_NAME)}${extension.slice(0, 10)}`.replace(/[. ]+$/u, '');
  // Windows keeps some names for itself.
  return short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(short) ? `document_${short}` : short;
}

export function openDropBox(base: string, limits: DropLimits = DROP_DEFAULTS): DropBox {
  const folder = `${resolve(base)}-depot`;
  return {
    folder,
    async take(name, bytes) {
      const nom = safeName(name);
      // A folder of its own for each file: two of the same name stay two.
      const own = join(folder, `${new Date().toISOString().slice(0, 10)}-${randomBytes(6).toString('hex')}`);
      try {
        if ((await sizeOf(folder)) > limits.dossierMo * 1e6)
          throw new UploadRefused(
            507,
            `Le dossier de dépôt dépasse ${String(limits.dossierMo)} Mo : videz-le de ce qui est déjà importé ailleurs.`,
          );
        await mkdir(own, { recursive: true });
        // Under another name until it is whole: an import that passes by must not take half a file.
        const draft = join(own, 'en-cours.partiel');
        const counted = limited(bytes, limits.fichierMo);
        await pipeline(counted.bytes, createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
        if (counted.taken() === 0) throw new UploadRefused(400, `« ${nom} » est vide.`);
        await rename(draft, join(own, nom));
        return { nom, taille: counted.taken() };
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        if (error instanceof UploadRefused) throw error;
        throw new UploadRefused(507, `« ${nom} » n’a pas pu être enregistré : ${systemReason(error)}.`);
      }
    },
  };
}

/** Ends as soon as it is too long, or nothing that an import reads. */
function limited(bytes: AsyncIterable<Buffer>, most: number): { readonly bytes: AsyncIterable<Buffer>; taken(): number } {
  let length = 0;
  let head = Buffer.alloc(0);
  const check = (): void => {
    if (!couldBeTaken(head)) throw new UploadRefused(400, 'Seuls les PDF, les images (JPEG, PNG, TIFF) et les archives ZIP sont acceptés.');
  };
  async function* parts(): AsyncGenerator<Buffer> {
    for await (const part of bytes) {
      const isHead = head.length < HEAD;
      if (isHead) head = Buffer.concat([head, part.subarray(0, HEAD - head.length)]);
      // In however many parts it comes, its beginning is looked at once it is all there.
      if (isHead && head.length === HEAD) check();
      length += part.length;
      if (length > most * 1e6) throw new UploadRefused(413, `Le fichier dépasse ${String(most)} Mo.`);
      yield part;
    }
    if (length > 0 && head.length < HEAD) check();
  }
  return { bytes: parts(), taken: () => length };
}

function couldBeTaken(head: Buffer): boolean {
  const text = head.toString('latin1');
  return TAKEN.some((mark) => mark.test(text)) || text.includes('%PDF-');
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let size = 0;
  for (const entry of entries) if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  return size;
}
