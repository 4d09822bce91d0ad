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

export const DEFAULT_SETTINGS: AuditSettings = { concentration: 0.75, depassement: 0.2, depassementEuros: 1000, abattement: 0.25 };
