import type { TotalExport } from './contract.ts';

/** Whether a total is off its lines, whoever is to blame: in a programme to be read again that is no `ecart`, which is held against the document. */
export function disagrees({ ecart }: Pick<TotalExport, 'ecart'>): boolean {
  return ecart !== null && Number(ecart) !== 0;
}
