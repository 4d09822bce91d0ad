import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Decimal } from 'decimal.js';
import { control, type Control, type ControlItem, type ErrorRate } from '../../../pipelines/control-sample.ts';
import { formatEuros } from '../../french/amounts.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import { systemReason } from '../../files/system-reason.ts';
import type { CommonOptions } from './common-options.ts';
import type { Context, Run } from './context.ts';
import { printable } from './terminal.ts';
import { counted, onOneLine } from './wording.ts';

interface ControleOptions extends CommonOptions {
  readonly echantillon: number;
  readonly graine?: number;
  readonly feuille?: string;
  readonly faux?: string;
  readonly justes?: true;
  readonly par?: string;
}

const percents = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** `tfpb controle`: draws a sample, shows it (on paper or one by one), keeps yes and no, says the error rate. */
export const controle: Run<ControleOptions> = async (_paths, context) => {
  const { terminal, log, options } = context;
  const { base, echantillon, feuille } = options;
  const graine = options.graine ?? Math.floor(Math.random() * 1_000_000) + 1;
  const par = options.par ?? userName();
  const date = new Date();
  const asked = { base, echantillon, graine, par, date };
  let drawn = await control({ ...asked, images: feuille !== undefined });
  if (drawn.items.length === 0) {
    await terminal.out('La base ne contient aucun montant : rien à contrôler.\n');
    return EXIT.done;
  }
  if (feuille !== undefined) {
    const { controlSheet } = await import('../report/control-sheet.ts');
    await writeFile(feuille, controlSheet(graine, drawn.items)).catch((error: unknown) => {
      throw new CommandError('feuille', `La feuille « ${feuille} » ne peut pas être écrite : ${systemReason(error)}.`, EXIT.usage);
    });
    log.say(`Feuille de contrôle écrite : ${printable(feuille)}`);
  }
  const answers =
    answersOf(options, drawn) ?? (process.stdin.isTTY === true && feuille === undefined ? await ask(drawn.items, context) : null);
  if (answers !== null) drawn = await control({ ...asked, jugements: answers, images: false });
  if (answers === null && feuille === undefined) for (const item of drawn.items) await terminal.out(`${itemText(item)}\n`);
  await terminal.out(reportText(drawn));
  const left = drawn.items.filter(({ juste }) => juste === null).length;
  if (left > 0)
    log.say(
      `${counted(left, 'montant reste', 'montants restent')} à juger. Pour noter : tfpb controle --graine ${String(graine)} --faux 3,17 (les numéros faux ; les autres sont justes), ou --justes.`,
    );
  return EXIT.done;
};

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'inconnu';
  }
}

/** `--faux 3,17`: these are wrong, the others right; `--justes`: all are right. */
function answersOf({ faux, justes }: ControleOptions, { items }: Control): ReadonlyMap<number, boolean> | null {
  if (faux === undefined && justes === undefined) return null;
  if (faux !== undefined && justes === true)
    throw new CommandError(
      'usage',
      '--justes dit que tous les montants sont justes, --faux que certains sont faux : choisissez l’un des deux.',
      EXIT.usage,
    );
  const parts = (faux ?? '').split(/[\s,;]+/u).filter((part) => part !== '');
  const odd = faux === undefined ? undefined : parts.length === 0 ? faux : parts.find((part) => !/^\d+$/u.test(part));
  if (odd !== undefined)
    throw new CommandError(
      'usage',
      `--faux attend des numéros de montants, « ${printable(odd)} » n'en est pas un. Exemple : --faux 3,17`,
      EXIT.usage,
    );
  const wrong = new Set(parts.map(Number));
  const unknown = [...wrong].find((rang) => !items.some((item) => item.rang === rang));
  if (unknown !== undefined) throw new CommandError('controle', `Le tirage n'a pas de montant numéro ${String(unknown)}.`, EXIT.usage);
  return new Map(items.map(({ rang }) => [rang, !wrong.has(rang)]));
}

async function ask(items: readonly ControlItem[], { terminal, signal }: Context<ControleOptions>): Promise<ReadonlyMap<number, boolean>> {
  const answers = new Map<number, boolean>();
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (const item of items.filter(({ juste }) => juste === null)) {
      if (signal.aborted) break;
      await terminal.out(`${itemText(item)}\n`);
      const answer = (await lines.question('Juste ? (o)ui, (n)on, (p)asser, (q)uitter : ', { signal })).trim().toLowerCase();
      if (answer.startsWith('q')) break;
      if (answer.startsWith('o')) answers.set(item.rang, true);
      if (answer.startsWith('n')) answers.set(item.rang, false);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    lines.close();
  }
  return answers;
}

function itemText({ rang, valeur, texte, fichier, page, ligne, colonne, strate, prouve, juste }: ControlItem): string {
  const verdict = juste === null ? '' : juste ? ' — jugé juste' : ' — jugé faux';
  const label = (ligne ?? 'sans libellé').slice(0, 90);
  return `${String(rang).padStart(3)}. ${formatEuros(new Decimal(valeur))} (« ${printable(onOneLine(texte))} »)${verdict}\n     ${printable(label)} ; ${colonne === '' ? 'colonne sans en-tête' : `colonne « ${printable(colonne)} »`}\n     ${printable(fichier)}, page ${String(page)} [${strate}${prouve ? ', prouvé' : ''}]`;
}

function rateText(rate: ErrorRate | null): string {
  if (rate === null) return 'rien de jugé';
  return `${percents.format(rate.taux)} de faux (${String(rate.faux)} sur ${String(rate.juges)} ; intervalle à 95 % : ${percents.format(rate.bas)} à ${percents.format(rate.haut)})`;
}

function reportText({ graine, report }: Control): string {
  const lines = report.strates.map(
    ({ strate, part, taux }) => `  ${strate.padEnd(10)} ${percents.format(part)} de la base : ${rateText(taux)}`,
  );
  return `Tirage ${String(graine)}\n${lines.join('\n')}\n  ensemble   ${rateText(report.ensemble)}\n  prouvés    ${rateText(report.prouves)}\n`;
}
