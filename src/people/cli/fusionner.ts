import { EXIT } from '../../model/errors.ts';
import { mergeBases } from '../../../pipelines/merge-bases.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { counted } from './wording.ts';

/** `tfpb fusionner`: what other bases hold comes into this one; conflicts are results, so they are printed. */
export const fusionner: Run = async (others, { terminal, log, options: { base } }) => {
  for (const other of others) {
    const { ajoutes, remplaces, communs, conflits, corriges, divergences } = await mergeBases(base, other);
    log.say(
      `${printable(other)} : ${counted(ajoutes, 'document ajouté', 'documents ajoutés')}, ` +
        `${counted(communs, 'déjà là', 'déjà là')}` +
        (remplaces === 0
          ? '.'
          : `, ${counted(remplaces, 'rejeté ici et lu là-bas : lecture reprise', 'rejetés ici et lus là-bas : lectures reprises')}.`),
    );
    for (const { id, fichier, garde, ecarte } of conflits) {
      await terminal.out(
        `${printable(fichier)}  ${id.slice(0, 16)}  deux lectures différentes : celle de la base reste (tfpb ${garde}), celle de ${printable(other)} est écartée (tfpb ${ecarte})\n`,
      );
    }
    if (conflits.length > 0) log.say('Pour les relire avec la version présente : tfpb import FICHIER --refaire');
    if (corriges > 0) log.say(`Corrections de ${printable(other)} reprises : ${counted(corriges, 'document', 'documents')}.`);
    for (const { fichier, message } of divergences) await terminal.out(`${printable(fichier)}  ${printable(message)}\n`);
    log.event('info', 'fusion', { base, autre: other, ajoutes, remplaces, communs, conflits, corriges, divergences: divergences.length });
  }
  return EXIT.done;
};
