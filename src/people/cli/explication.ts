import { writeFile } from 'node:fs/promises';
import { Decimal } from 'decimal.js';
import { explain, type Explanation } from '../../../pipelines/explain.ts';
import { formatEuros } from '../../french/amounts.ts';
import { formatDay } from '../../french/dates.ts';
import { journalValue } from '../../french/journal-value.ts';
import type { CorrectionExport } from '../../model/contract.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { systemReason } from '../../files/system-reason.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable } from './terminal.ts';
import { columnName, onOneLine, place, programmeName } from './wording.ts';
import { years } from '../report/format.ts';
import { RUBRIQUES, STATUTS_PROGRAMME, STATUTS_TOTAL } from '../statuts.ts';

interface ExplicationOptions extends CommonOptions {
  readonly image?: string;
}

/** `tfpb explication ID`: everything about one value. */
export const explication: Run<ExplicationOptions> = async ([id = ''], { terminal: { out, paint }, log, options }) => {
  const found = await explain(options.base, id);
  const title = (text: string): Promise<void> => out(`\n${paint.strong(text)}\n`);
  const line = (label: string, value: string | null): Promise<void> | undefined =>
    value === null ? undefined : out(`  ${label.padEnd(12)} ${printable(value)}\n`);

  await out(`${paint.strong(`${NAMES[found.sorte]} ${id}`)}\n`);
  await line('document', `${found.document.fichier} (SHA-256 ${found.document.sha256 ?? 'inconnu'})`);
  if (found.programme !== null) await line('programme', programmeName({ ...found.programme, fichier: found.document.fichier, page: null }));
  await line('place', place(found.page, found.boite === null ? null : [...found.boite]));
  await line('lu par', found.lu_par);
  for (const [label, value] of readingOf(found)) await line(label, value);

  await title('Lectures possibles');
  if (found.alternatives === null) await out("  Le fichier n'est plus à sa place, ou a changé : il ne peut pas être relu.\n");
  else if (found.alternatives.length === 0) await out('  Sans objet.\n');
  else for (const { lecture, cout } of found.alternatives) await out(`  ${printable(onOneLine(lecture))} (coût ${share(cout, 2)})\n`);

  if (found.raisons.length > 0) {
    await title('Raisons');
    for (const reason of found.raisons) await out(`  ${printable(reason)}\n`);
  }
  await title(SUMS[found.sorte]);
  if (found.equations.length === 0)
    await out(
      `  ${isValue(found) ? "Aucune : rien dans l'arithmétique du document ne confirme cette valeur." : found.sorte === 'constat' ? 'Aucun.' : 'Aucune.'}\n`,
    );
  for (const { total, prouve } of found.equations)
    await out(
      `  ${printable(total.libelle ?? `total sans libellé (${total.portee})`)}, page ${String(total.page)} : imprimé ${euros(total.declare)}, recalculé ${euros(total.recalcule)}, écart ${euros(total.ecart)}${prouve ? (found.sorte === 'montant' ? ' — le prouve' : ' — la prouve') : ''}\n`,
    );
  await title(found.sorte === 'programme' ? 'Constats du programme' : 'Constats à cet endroit');
  if (found.constats.length === 0) await out('  Aucun.\n');
  for (const { gravite, code, message } of found.constats) await out(`  ${gravite} [${code}] ${printable(message)}\n`);

  await title('Corrections');
  if (found.corrections.length === 0) await out('  Aucune.\n');
  for (const { numero, date, par, geste, avant, apres, motif, etat } of found.corrections) {
    const change = avant === null && apres === null ? '' : ` : ${journalValue(avant)} → ${journalValue(apres)}`;
    const state = etat === 'appliquee' ? '' : ` (${etat === 'annulee' ? 'annulée' : "ne s'applique plus"})`;
    const why = motif === null || motif === '' ? '' : `. Motif : ${motif}`;
    await out(
      `  n° ${String(numero)}, ${formatInstant(date)}, ${printable(par)} : ${GESTES[geste]}${printable(change)}${state}${printable(why)}\n`,
    );
  }

  if (options.image !== undefined) {
    if (found.picture === null)
      throw new CommandError(
        'image',
        "Il n'y a pas d'image de cet endroit : le fichier n'est plus à sa place, ou la valeur n'a pas de place.",
        EXIT.usage,
      );
    await writeFile(options.image, Buffer.from(found.picture.png, 'base64')).catch((error: unknown) => {
      throw new CommandError('image', `L'image « ${options.image ?? ''} » ne peut pas être écrite : ${systemReason(error)}.`, EXIT.usage);
    });
    log.say(`Image écrite : ${printable(options.image)}`);
  }
  return EXIT.done;
};

const NAMES = { montant: 'Montant', ligne: 'Ligne', total: 'Total', programme: 'Programme', constat: 'Constat' } as const;
const SUMS = {
  montant: 'Sommes dont il fait partie',
  ligne: 'Sommes dont elle fait partie',
  total: 'Sa somme',
  programme: 'Sommes du programme entier, et celles en écart',
  constat: 'Totaux imprimés à cet endroit',
} as const;

function isValue({ sorte }: Explanation): boolean {
  return sorte === 'montant' || sorte === 'ligne';
}

const GESTES: Readonly<Record<CorrectionExport['geste'], string>> = {
  corriger_montant: 'montant corrigé',
  corriger_texte: 'texte corrigé',
  corriger_action: 'rangée ailleurs',
  corriger_section: 'section corrigée',
  ajouter_ligne: 'ligne ajoutée',
  diviser_ligne: 'ligne divisée',
  reunir_lignes: 'lignes réunies',
  retirer_ligne: 'ligne retirée',
  corriger_total: 'total corrigé',
  changer_portee: 'portée du total changée',
  retirer_total: 'total retiré',
  corriger_entete: 'en-tête corrigé',
  verifier: 'vérification',
  annuler: 'correction annulée',
};

/** `28/11/2026 à 21:04 (temps universel)`. */
function formatInstant(date: string): string {
  return `${formatDay(date)} à ${date.slice(11, 16)} (temps universel)`;
}

const PAR = { somme_de_controle: 'par une somme de contrôle', relecture: 'par un lecteur' } as const;

function euros(amount: string | null): string {
  return amount === null ? '–' : formatEuros(new Decimal(amount));
}

/** `0,995`. */
function share(value: number, places: number): string {
  return value.toFixed(places).replace('.', ',');
}

function readingOf({
  montant,
  ligne,
  total,
  constat,
  regle,
  programme,
  sorte,
}: Explanation): readonly (readonly [string, string | null])[] {
  if (constat !== null)
    return [
      ['gravité', constat.gravite],
      ['code', constat.code],
      ['message', constat.message],
      ['règle', regle?.titre ?? null],
      ['source', regle?.source ?? null],
    ];
  if (sorte === 'programme' && programme !== null)
    return [
      ['statut', STATUTS_PROGRAMME[programme.statut]],
      ['lignes', String(programme.lignes.length)],
      ['totaux', String(programme.totaux.length)],
    ];
  if (total !== null)
    return [
      ['imprimé', euros(total.declare)],
      ['recalculé', euros(total.recalcule)],
      ['écart', euros(total.ecart)],
      ['statut', STATUTS_TOTAL[total.statut]],
      ['colonne', columnName(total.colonne)],
      ['libellé', total.libelle],
    ];
  const own: (readonly [string, string | null])[] =
    montant === null
      ? []
      : [
          ['texte', `« ${onOneLine(montant.texte)} »`],
          ['montant', euros(montant.montant)],
          ['colonne', columnName(montant.colonne)],
          ['rubrique', RUBRIQUES[montant.rubrique]],
          ['période', montant.periode === null ? null : years(montant.periode.debut, montant.periode.fin)],
          ['confiance', share(montant.confiance, 3)],
          ['corrigé', montant.corrige === null ? 'non' : `${PAR[montant.corrige.par]}, lu d'abord ${euros(montant.corrige.avant)}`],
        ];
  return ligne === null
    ? own
    : [
        ...own,
        ['ligne', `n° ${String(ligne.ordre)} : ${ligne.description ?? ligne.action_texte ?? ''}`],
        [
          'rangée en',
          `${ligne.action ?? (ligne.axe === null ? 'rien' : `axe ${String(ligne.axe)}`)}${ligne.confiance_action === null ? '' : ` (confiance ${share(ligne.confiance_action, 2)})`}`,
        ],
        ['référentiel', ligne.action_suggeree === null ? null : `la rangerait en ${ligne.action_suggeree}`],
      ];
}
