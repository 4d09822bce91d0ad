import type { Precision, RaisonRejet } from './vocabulary.ts';

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

/** The reason each precision belongs to, and the sentences that take the place of the reason's own. */
export const PRECISIONS: Readonly<Record<Precision, { readonly raison: RaisonRejet; readonly message: string; readonly conseil: string }>> =
  {
    mot_de_passe_refuse: {
      raison: 'chiffre',
      message: "Le fichier est protégé et le mot de passe donné n'est pas le bon.",
      conseil: 'Vérifiez-le (majuscules, accents) et relancez, ou demandez un exemplaire non protégé.',
    },
    pas_un_fichier: {
      raison: 'illisible',
      message: "Ce nom ne désigne pas un fichier ordinaire (c'est un périphérique, un tube ou un autre objet du système).",
      conseil: 'Copiez le document dans un fichier.',
    },
    lien_casse: {
      raison: 'illisible',
      message: "Ce nom est un lien vers un fichier qui n'existe pas.",
      conseil: 'Rétablissez le fichier visé, ou supprimez le lien.',
    },
    dossier_illisible: {
      raison: 'illisible',
      message: "Le dossier ne peut pas être ouvert : rien de ce qu'il contient n'a été lu.",
      conseil: "Vérifiez les droits d'accès et le support.",
    },
    zip_illisible: {
      raison: 'corrompu',
      message: "L'archive ZIP, ou ce fichier de l'archive, est endommagé ou incomplet : il n'a pas été lu.",
      conseil: "Copiez l'archive de nouveau depuis l'original, ou décompressez-la et importez le dossier.",
    },
    zip_chiffre: {
      raison: 'chiffre',
      message: "Dans l'archive ZIP, le fichier est protégé par un mot de passe.",
      conseil: "Décompressez l'archive avec ce mot de passe et importez le dossier.",
    },
    zip_nom_interdit: {
      raison: 'illisible',
      message: "Dans l'archive ZIP, le nom du fichier sort de l'archive (« .. » ou chemin absolu) : il n'a pas été lu.",
      conseil: "Demandez l'origine de cette archive ; refaites-la si elle est saine.",
    },
    zip_bombe: {
      raison: 'trop_grand',
      message: "Dans l'archive ZIP, le fichier est compressé au-delà de ce qu'un document peut l'être.",
      conseil: "Vérifiez l'origine de cette archive, ou décompressez-la vous-même et importez le dossier.",
    },
    zip_methode: {
      raison: 'illisible',
      message: "Dans l'archive ZIP, le fichier est compressé par une méthode que tfpb ne connaît pas.",
      conseil: "Décompressez l'archive et importez le dossier.",
    },
    image_incomplete: {
      raison: 'tronque',
      message: "L'image est incomplète : sa fin manque.",
      conseil: "Copiez-la de nouveau depuis l'original, ou numérisez de nouveau le document.",
    },
    image_endommagee: {
      raison: 'corrompu',
      message: "L'image est endommagée : ce qu'elle annonce et ce qu'elle contient ne s'accordent pas.",
      conseil: 'Demandez un autre exemplaire, ou ouvrez-la et enregistrez-la en PDF.',
    },
    image_trop_grande: {
      raison: 'trop_grand',
      message: "L'image a plus de 150 millions de pixels : aucune page numérisée n'en a autant.",
      conseil: 'Réduisez-la, ou découpez-la en pages.',
    },
    image_inconnue: {
      raison: 'illisible',
      message: "L'image est codée d'une façon que tfpb ne sait pas lire.",
      conseil: 'Ouvrez-la et enregistrez-la en PDF, en PNG ou en JPEG.',
    },
  };

/** What to tell a user of a rejected file. */
export function explainRejection(raison: RaisonRejet, precision: Precision | null): { readonly message: string; readonly conseil: string } {
  return precision === null ? RAISONS[raison] : PRECISIONS[precision];
}

/** A document that could not be read. The run goes on; the document is stored as rejected. */
export class DocumentRejected extends Error {
  override readonly name = 'DocumentRejected';
  constructor(
    readonly raison: RaisonRejet,
    /** What the library said, for the log; never shown as the explanation. */
    readonly detail: string | null = null,
    readonly precision: Precision | null = null,
  ) {
    super(explainRejection(raison, precision).message);
  }
}

/** A rejection told by its precision, which knows its reason. */
export function rejectedFor(precision: Precision, detail: string | null = null): DocumentRejected {
  return new DocumentRejected(PRECISIONS[precision].raison, detail, precision);
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
