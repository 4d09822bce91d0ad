import type { Enclosed, Piece } from '../../model/enclosed.ts';
import type { Constat } from '../../model/reconciled.ts';

/** Names told of one by one. */
const MOST_NAMES = 5;

/** What a PDF holds beside its pages: read apart, or not read, but never passed over in silence. */
export function auditEnclosed({ pieces, isDynamicForm }: Enclosed): readonly Constat[] {
  const [pdfs, others] = [pieces.filter(({ isPdf }) => isPdf), pieces.filter(({ isPdf }) => !isPdf)];
  const found: Pick<Constat, 'code' | 'gravite' | 'message'>[] = [];
  if (isDynamicForm) {
    const message =
      "Le document est un formulaire XFA, que seul le lecteur d'Adobe affiche : ses pages n'en montrent pas le contenu, qui n'est pas dans la base. Ouvrez-le avec Adobe Reader et imprimez-le en PDF.";
    found.push({ code: 'formulaire_xfa', gravite: 'alerte', message });
  }
  if (pdfs.length > 0) {
    const what = pdfs.length === 1 ? 'un PDF joint, importé à part' : `${String(pdfs.length)} PDF joints, importés à part`;
    found.push({ code: 'pieces_jointes', gravite: 'info', message: `Le document contient ${what} : ${names(pdfs)}.` });
  }
  if (others.length > 0) {
    const what =
      others.length === 1
        ? "un fichier joint qui n'est pas un PDF et n'a pas été lu"
        : `${String(others.length)} fichiers joints qui ne sont pas des PDF et n'ont pas été lus`;
    found.push({ code: 'pieces_non_lues', gravite: 'alerte', message: `Le document contient ${what} : ${names(others)}.` });
  }
  return found.map((constat) => ({ ...constat, programme: null, place: null }));
}

function names(pieces: readonly Piece[]): string {
  const shown = pieces.slice(0, MOST_NAMES).map(({ name }) => `« ${name} »`);
  return `${shown.join(', ')}${pieces.length > MOST_NAMES ? '…' : ''}`;
}
