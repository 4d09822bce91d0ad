/** What the system refused, in French, by its error code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "l'accès est refusé",
  EPERM: "l'accès est refusé",
  EROFS: 'le support est en lecture seule',
  ENOENT: "le dossier n'existe pas",
  ENOTDIR: "un élément du chemin n'est pas un dossier",
  EISDIR: "c'est un dossier",
  EEXIST: 'un fichier porte déjà ce nom',
  ENOSPC: 'le disque est plein',
  EDQUOT: "l'espace qui vous est alloué est plein",
  EFBIG: 'le fichier dépasse la taille admise par le système',
  EIO: "le support a une erreur de lecture ou d'écriture",
  EMFILE: 'trop de fichiers sont ouverts',
  ENFILE: 'trop de fichiers sont ouverts',
  EBUSY: 'un autre programme le tient',
  ETXTBSY: 'un autre programme le tient',
  ENAMETOOLONG: 'le nom est trop long',
  ELOOP: 'les liens tournent en rond',
};

/** Why the system refused to open, read or write, in words for a message: never its English text. An unknown reason is its code. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) return 'raison inconnue';
  return REASONS[code] ?? `erreur ${code}`;
}
