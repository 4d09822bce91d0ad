/** What may be dropped on the page. */
export interface DropLimits {
  /** Of one file, in megabytes. */
  readonly fichierMo: number;
  /** Of the folder, in megabytes. */
  readonly dossierMo: number;
}

export const DROP_DEFAULTS: DropLimits = { fichierMo: 200, dossierMo: 20_000 };
