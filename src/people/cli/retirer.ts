import { resolve } from 'node:path';
import { CommandError, EXIT } from '../../model/errors.ts';
import { acquireImportLock } from '../../store/lock.ts';
import { findDocuments, removeDocuments, type Target } from '../../store/maintenance/remove.ts';
import { openStore, type Store } from '../../store/open.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { counted } from './wording.ts';

interface RetirerOptions extends CommonOptions {
  readonly confirmer?: true;
}

/** `tfpb retirer`: removes documents, or says which it would remove. A word that names no document, or several, removes nothing at all. */
export const retirer: Run<RetirerOptions> = async (words, { terminal, log, options: { base, confirmer } }) => {
  const store = await openStore(base, 'lecture');
  const targets = await allTargets(store, words).finally(() => store.close());
  for (const target of targets) await terminal.out(`${targetText(target)}\n`);
  if (confirmer !== true) {
    log.say('Rien n’est retiré : ajoutez --confirmer pour retirer ce qui est listé.');
    return EXIT.done;
  }
  const lock = await acquireImportLock(base);
  try {
    await removeDocuments(
      base,
      targets.map(({ id }) => id),
    );
  } finally {
    lock.release();
  }
  for (const { id, fichier } of targets) log.event('info', 'retire', { document: id, fichier });
  log.say(
    `${counted(targets.length, 'document retiré', 'documents retirés')}. Un import du dossier où le fichier se trouve encore le lirait de nouveau ; ` +
      'les sauvegardes et les exports déjà faits le contiennent toujours.',
  );
  return EXIT.done;
};

async function allTargets(store: Store, words: readonly string[]): Promise<readonly Target[]> {
  const found = new Map<string, Target>();
  for (const word of words) {
    const [target, ...others] = await findDocuments(store, word, resolve(word));
    if (target === undefined) throw new CommandError('document_inconnu', `Aucun document de la base ne répond à « ${word} ».`, EXIT.usage);
    if (others.length > 0) {
      const all = [target, ...others].map(({ id, fichier }) => `${fichier} (${id.slice(0, 16)})`);
      throw new CommandError(
        'document_ambigu',
        `Plusieurs documents répondent à « ${word} » : ${all.join(', ')}. Désignez-les par le début de leur empreinte.`,
        EXIT.usage,
      );
    }
    found.set(target.id, target);
  }
  return [...found.values()];
}

function targetText({ id, fichier, statut, programmes, lignes, constats }: Target): string {
  const holds =
    statut === 'rejete'
      ? 'rejeté'
      : [counted(programmes, 'programme', 'programmes'), counted(lignes, 'ligne', 'lignes'), counted(constats, 'constat', 'constats')].join(
          ', ',
        );
  return `${printable(fichier)}  ${id.slice(0, 16)}  ${holds}`;
}
