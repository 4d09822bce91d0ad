import { wordText, type Page, type PageDefect } from '../../model/page.ts';
import type { Constat } from '../../model/reconciled.ts';

const DEFECTS: Readonly<Record<PageDefect, { readonly gravite: Constat['gravite']; readonly message: string }>> = {
  page_sans_texte: {
    gravite: 'alerte',
    message:
      "La page ne contient aucun texte lisible : photo, plan, écriture manuscrite ou image trop mauvaise. Rien de ce qu'elle montre n'est dans la base.",
  },
  page_blanche: { gravite: 'info', message: 'La page est blanche.' },
  reconnaissance_echouee: {
    gravite: 'alerte',
    message:
      "La page est une image et sa lecture a échoué (délai, mémoire ou panne) : rien de ce qu'elle montre n'est dans la base. Relancez avec --refaire : seules les pages manquantes seront relues.",
  },
  texte_sans_unicode: {
    gravite: 'alerte',
    message:
      "Les caractères de la page ne peuvent pas être reconnus (police sans table de correspondance) : rien de ce qu'elle montre n'est dans la base.",
  },
  page_illisible: {
    gravite: 'alerte',
    message: "La page est endommagée et n'a pas pu être lue : rien de ce qu'elle montre n'est dans la base.",
  },
};

/** Pages that gave no words, and pages whose words come from an old layer of recognised text: never passed over in silence. */
export function auditPages(pages: readonly Page[]): readonly Constat[] {
  return pages.flatMap((page): Constat[] => {
    const place = { page: page.number, box: [0, 0, page.width, page.height] as const };
    if (page.defect !== null) return [{ code: page.defect, ...DEFECTS[page.defect], programme: null, place }];
    return [...unknownCharacters(page), ...oldRecognition(page)].map((constat) => ({ ...constat, programme: null, place }));
  });
}

type PageConstat = Pick<Constat, 'code' | 'gravite' | 'message'>;

/** Words the page shows with characters that their font gives no meaning. */
function unknownCharacters({ words }: Page): readonly PageConstat[] {
  const unknown = words.map(wordText).filter((text) => text.includes('\ufffd')).length;
  if (unknown === 0) return [];
  const [subject, pronoun] =
    unknown === 1
      ? ['Un mot de la page contient', 'il y est écrit']
      : [`${String(unknown)} mots de la page contiennent`, 'ils y sont écrits'];
  const message = `${subject} des caractères que leur police ne permet pas de reconnaître ; ${pronoun} « \ufffd » : comparez avec ce que montre la page.`;
  return [{ code: 'caracteres_inconnus', gravite: 'alerte', message }];
}

/** An old layer of recognised text that was used; read again from the picture, its words are not. */
function oldRecognition({ source, lay }: Page): readonly PageConstat[] {
  if (source !== 'mixte' || lay !== undefined) return [];
  const message =
    'Le texte de la page est une couche de reconnaissance posée sur une image : ses montants peuvent différer de ce qui est imprimé.';
  return [{ code: 'texte_reconnu', gravite: 'alerte', message }];
}
