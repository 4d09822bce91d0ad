import type { UnknownName } from '../../../pipelines/unknown-names.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { printable } from './terminal.ts';

/** So few names can all be told. */
const FEW = 8;

const quoted = (names: readonly string[]): string => names.map((name) => `« ${printable(name)} »`).join(', ');

function sentence({ critere, valeur, proches, connus }: UnknownName): string {
  const none = `Aucun programme de la base n'a ${critere === 'bailleur' ? 'le bailleur' : 'la commune'} « ${printable(valeur)} ».`;
  if (proches.length > 0) return `${none} Vouliez-vous dire ${quoted(proches).replace(/, (?=[^,]*$)/u, ' ou ')} ?`;
  const which = critere === 'bailleur' ? 'bailleurs' : 'communes';
  if (connus.length === 0) return `${none} Aucun n'a de ${critere} connu${critere === 'bailleur' ? '' : 'e'}.`;
  return connus.length <= FEW ? `${none} Les ${which} de la base : ${quoted(connus)}.` : none;
}

/** A name that nothing has is a command mistyped: better said than answered with nothing. */
export function refuseUnknownNames(unknown: readonly UnknownName[]): void {
  if (unknown.length > 0) throw new CommandError('usage', unknown.map(sentence).join('\n'), EXIT.usage);
}
