import type { RaisonRejet } from './vocabulary.ts';

/** Exit codes of the command, as published in the contract. */
export const EXIT = { done: 0, doneWithRejects: 1, usage: 2, database: 3, locked: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a user reads for each reason to reject a file: what happened, then what to do next. French, one sentence each. */
export const RAISONS: Readonly<Record<RaisonRejet, { readonly message: string; readonly conseil: string }>> = {
  pas_un_pdf: { message: "Le fichier n'est pas un PDF.", conseil: 'Vérifiez son origine ou convertissez-le en PDF.' },
  vide: { message: 'Le fichier est vide (0 octet).', conseil: "Copiez-le de nouveau depuis l'original." },
  tronque: { message: 'Le fichier est incomplet : sa fin manque.', conseil: "Copiez-le de nouveau depuis l'original." },
  corrompu: { message: 'Le fichier est endommagé.', conseil: 'Demandez un autre exemplaire, ou ouvrez-le et réenregistrez-le en PDF.' },
  chiffre: {
    message: 'Le fichier est protégé par un mot de passe.',
    conseil: 'Relancez avec --mot-de-passe, ou demandez un exemplaire non protégé.',
  },
  sans_page: { message: 'Le fichier ne contient aucune page.', conseil: "Vérifiez l'original." },
  trop_de_pages: { message: 'Le fichier dépasse le nombre de pages admis.', conseil: 'Découpez-le, ou relancez avec --pages-max.' },
  trop_grand: { message: 'Le fichier dépasse la taille admise.', conseil: 'Découpez-le ou réduisez-le.' },
  illisible: { message: 'Le fichier ne peut pas être ouvert.', conseil: "Vérifiez les droits d'accès et le support." },
  modifie_pendant_lecture: { message: 'Le fichier a changé pendant sa lecture.', conseil: 'Relancez quand la copie est terminée.' },
  memoire_depassee: {
    message: 'La lecture du fichier a dépassé la mémoire admise.',
    conseil: 'Relancez avec --memoire-max plus grand, ou découpez le fichier.',
  },
  delai_depasse: {
    message: 'La lecture du fichier a dépassé le temps admis.',
    conseil: 'Relancez avec --delai-max plus grand, ou découpez le fichier.',
  },
  erreur_interne: {
    message: 'Le fichier a provoqué une erreur imprévue du programme.',
    conseil: 'Signalez ce fichier aux auteurs de tfpb.',
  },
};

/** A document that could not be read. The run goes on; the document is stored as rejected. */
export class DocumentRejected extends Error {
  override readonly name = 'DocumentRejected';
  constructor(
    readonly raison: RaisonRejet,
    /** What the library said, for the log; never shown as the explanation. */
    readonly detail: string | null = null,
  ) {
    super(RAISONS[raison].message);
  }
}

/** An error that ends the command: a stable code, a French message, and the exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly code: string,
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
  }
}
