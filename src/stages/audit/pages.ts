import type { Page, PageDefect } from '../../model/page.ts';
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
    // Read again from the picture, an old layer's words are not used.
    if (page.source !== 'mixte' || page.lay !== undefined) return [];
    const message =
      'Le texte de la page est une couche de reconnaissance posée sur une image : ses montants peuvent différer de ce qui est imprimé.';
    return [{ code: 'texte_reconnu', gravite: 'alerte', message, programme: null, place }];
  });
}
