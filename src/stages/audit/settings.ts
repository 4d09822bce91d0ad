/** Thresholds that no text sets: choices of the product, said as such in each message that uses one. */
export interface AuditSettings {
  /** Share of one axe in a programme's spending (0…1). */
  readonly concentration: number;
  /** Spent above planned, as a share of planned (0…1), and in euros: both must be passed. */
  readonly depassement: number;
  readonly depassementEuros: number;
  /** How far what is valued may lie from the abattement (0…1). */
  readonly abattement: number;
}

/** What documents are audited with when they are read; an audit of the database may ask for others. */
export const DEFAULT_SETTINGS: AuditSettings = { concentration: 0.75, depassement: 0.2, depassementEuros: 1000, abattement: 0.25 };

/** Findings that hang on a setting. */
export const SETTING_CODES: ReadonlySet<string> = new Set([
  'concentration_axe',
  'realise_superieur',
  'abattement_depasse',
  'abattement_non_couvert',
]);

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** The settings in words. */
export function settingsInWords({ concentration, depassement, depassementEuros, abattement }: AuditSettings): readonly string[] {
  return [
    `concentration sur un axe à partir de ${percent(concentration)}`,
    `réalisé au-dessus du prévu de plus de ${percent(depassement)} et ${depassementEuros.toLocaleString('fr-FR')} €`,
    `valorisé ou engagé éloigné de l'abattement de plus de ${percent(abattement)}`,
  ];
}
