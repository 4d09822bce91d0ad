import { sha256Of } from '../src/files/hash-file.ts';
import { explainRejection } from '../src/model/errors.ts';
import type { Precision, RaisonRejet } from '../src/model/vocabulary.ts';
import type { DocumentToSave } from '../src/store/write.ts';

/** The document a rejected file leaves: nothing of what it holds, and one constat that says why. `id` is the document's in the store. */
export function rejectedDocument(
  id: string,
  nom: string,
  sha256: string | null,
  raison: RaisonRejet,
  precision: Precision | null = null,
): DocumentToSave {
  const { message, conseil } = explainRejection(raison, precision);
  return {
    sha256,
    pages: null,
    statut: 'rejete',
    raison,
    nature: null,
    convention: null,
    faits: [],
    programmes: [],
    corrections: [],
    constats: [
      {
        id: `${id.slice(0, 32)}-rejet`,
        code: 'document_rejete',
        gravite: 'erreur',
        message: `Le fichier « ${nom} » n'a pas été lu : ${message} ${conseil}`,
        programme: null,
        page: null,
        boite: null,
      },
    ],
  };
}

/** The store's id of a document: its bytes' hash, or for a file whose bytes could not be had, its path's. */
export function documentId(sha256: string | null, chemin: string): string {
  return sha256 ?? `chemin-${sha256Of(chemin)}`;
}
