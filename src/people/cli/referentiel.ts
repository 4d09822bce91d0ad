import { exemplesCsv, loadList } from '../../../pipelines/load-list.ts';
import { CATALOGUE, principles } from '../../../pipelines/audit-base.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { loadedLists } from '../../store/official-lists.ts';
import { openStore } from '../../store/open.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { counted } from './wording.ts';

const LISTS = { qpv: ['quartier', 'quartiers'], bailleurs: ['bailleur', 'bailleurs'], exemples: ['décision', 'décisions'] } as const;
const MOST_SHOWN = 20;

/** `tfpb referentiel charger FICHIER | etat | exemples | regles`. */
export const referentiel: Run = async ([what, ...files], { terminal: { out }, options: { base } }) => {
  switch (what) {
    case 'charger': {
      if (files.length === 0) throw new CommandError('usage', 'Il manque le fichier à charger. Voir : tfpb referentiel --help', EXIT.usage);
      for (const file of files) {
        const { liste, retenues, ecartees } = await loadList(base, file, new Date());
        await out(`${printable(file)} : ${counted(retenues, LISTS[liste][0], LISTS[liste][1])} (liste ${liste})\n`);
        for (const reason of ecartees.slice(0, MOST_SHOWN)) await out(`  écartée, ${printable(reason)}\n`);
        if (ecartees.length > MOST_SHOWN)
          await out(`  … et ${counted(ecartees.length - MOST_SHOWN, 'autre ligne écartée', 'autres lignes écartées')}\n`);
      }
      return EXIT.done;
    }
    case 'etat': {
      const store = await openStore(base, 'lecture');
      const lists = await loadedLists(store).finally(() => store.close());
      if (lists.length === 0) await out('Aucune liste chargée : les règles qui en ont besoin ne sont pas vérifiées.\n');
      for (const { liste, fichier, lignes, charge_le: when, empreinte } of lists)
        await out(
          `${liste} : ${printable(fichier)}, ${counted(lignes, 'ligne', 'lignes')}, le ${when.slice(0, 10)}, SHA-256 ${empreinte}\n`,
        );
      return EXIT.done;
    }
    case 'exemples':
      await out(await exemplesCsv(base));
      return EXIT.done;
    case 'regles':
      for (const { codes, titre, source, gravite } of CATALOGUE) {
        await out(`${titre} [${gravite}]\n    ${codes.length === 0 ? 'un code par principe :' : codes.join(', ')}\n    ${source}\n`);
        if (codes.length > 0) continue;
        for (const { code, phrase, source: chapter, gravite: level } of principles())
          await out(`      ${code} [${level}]\n          « ${phrase} » (${chapter})\n`);
      }
      return EXIT.done;
    default:
      throw new CommandError(
        'usage',
        `« ${printable(what ?? '')} » n'est pas connu : charger, etat, exemples ou regles. Voir : tfpb referentiel --help`,
        EXIT.usage,
      );
  }
};
