import { Decimal } from 'decimal.js';
import { formatEuros } from '../../french/amounts.ts';
import type { LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../model/contract.ts';
import type { Correction, LigneSaisie, MontantSaisi } from '../../model/correction.ts';
import { READ_BY_PERSON } from './confidence.ts';
import { madeId } from './journal.ts';

/** Adding, dividing, joining and removing lines, and what becomes of the totals that cover them. Each changes the programme it is given. */

type Column = Pick<MontantExport, 'rubrique' | 'colonne' | 'periode'>;

function columnKey({ rubrique, colonne, periode }: Column): string {
  return [rubrique, colonne, periode?.debut, periode?.fin].join('|');
}

/** Another column of the same line may have the same heading: base and tax tell more. */
function cellKey(montant: MontantExport): string {
  return [columnKey(montant), montant.base, montant.taxe].join('|');
}

function amountOf(saisi: MontantSaisi, id: string): MontantExport {
  const { de: _de, ...column } = saisi;
  return {
    ...column,
    id,
    texte: saisi.montant === null ? '' : formatEuros(new Decimal(saisi.montant)),
    confiance: READ_BY_PERSON,
    preuves: [],
    corrige: { par: 'relecture', avant: null },
  };
}

function lineOf({ montants: _montants, ...saisie }: LigneSaisie, id: string, montants: MontantExport[]): LigneExport {
  return {
    ...saisie,
    id,
    ordre: 1,
    confiance_action: saisie.action === null ? null : READ_BY_PERSON,
    action_suggeree: null,
    taux: null,
    suites: [],
    montants,
  };
}

function renumber({ lignes }: ProgrammeExport): void {
  lignes.forEach((ligne, index) => {
    ligne.ordre = index + 1;
  });
}

function addPages(programme: ProgrammeExport, pages: readonly number[]): void {
  programme.pages = [...new Set([...programme.pages, ...pages])].sort((a, b) => a - b);
}

/** Whether a total's own column, or one of those it sums, is that of an amount; and whether it covers the line's axe, section or everything. */
function covers(programme: ProgrammeExport, total: TotalExport, ligne: LigneExport, montant: MontantExport): boolean {
  const summed = programme.lignes.flatMap((line) =>
    line.montants.filter(({ id }) => total.termes.includes(id)).map((amount) => ({ line, amount })),
  );
  const columns = summed.length === 0 ? [columnKey(total)] : summed.map(({ amount }) => columnKey(amount));
  if (!columns.includes(columnKey(montant))) return false;
  const inSection = summed.length === 0 || summed.some(({ line }) => line.section === ligne.section);
  switch (total.portee) {
    case 'programme':
      return true;
    case 'section':
      return total.cle === ligne.section;
    case 'axe':
      return ligne.axe !== null && total.cle === String(ligne.axe) && inSection;
    case 'autre':
      return false;
  }
}

function joinTotals(
  programme: ProgrammeExport,
  ligne: LigneExport,
  montants: readonly MontantExport[],
  chosen: readonly string[] | null,
): void {
  for (const total of programme.totaux) {
    const joining = montants.filter((montant) => (chosen === null ? covers(programme, total, ligne, montant) : chosen.includes(total.id)));
    total.termes = [...total.termes, ...joining.map(({ id }) => id)];
  }
}

/** Adds a line behind another, first when there is none. `chosen`: the totals that its amounts join; `null`: those that cover its place. */
export function addLine(
  programme: ProgrammeExport,
  correction: Correction,
  saisie: LigneSaisie,
  after: LigneExport | null,
  chosen: readonly string[] | null,
): void {
  const montants = saisie.montants.map((montant, index) => amountOf(montant, madeId(correction, 'montant', `0.${String(index)}`)));
  const ligne = lineOf(saisie, madeId(correction, 'ligne', '0'), montants);
  joinTotals(programme, ligne, montants, chosen);
  programme.lignes.splice(after === null ? 0 : programme.lignes.indexOf(after) + 1, 0, ligne);
  renumber(programme);
  addPages(programme, [saisie.page, ...saisie.montants.map(({ page }) => page)]);
}

/** Puts several lines in the place of one. Gives the ids of the amounts that a reader gave anew. `from`: the amount that a part's cell comes from; `totaux`: all of the document. */
export function divideLine(
  programme: ProgrammeExport,
  correction: Correction,
  divided: LigneExport,
  parts: readonly LigneSaisie[],
  from: (id: string) => MontantExport | null,
  totaux: readonly TotalExport[],
): readonly string[] {
  const heirs = new Map<string, string[]>();
  const given: string[] = [];
  const own: { readonly ligne: LigneExport; readonly montants: readonly MontantExport[] }[] = [];
  const lines = parts.map((part, rank) => {
    const anew: MontantExport[] = [];
    const montants = part.montants.map((saisi, index) => {
      const origin = saisi.de === null ? null : from(saisi.de);
      const made = amountOf(saisi, madeId(correction, 'montant', `${String(rank)}.${String(index)}`));
      if (origin === null) anew.push(made);
      const isFirst = origin !== null && !heirs.has(origin.id);
      const montant = isFirst ? { ...origin, montant: saisi.montant, corrige: correctedBy(origin, saisi.montant) } : made;
      if (origin !== null) heirs.set(origin.id, [...(heirs.get(origin.id) ?? []), montant.id]);
      if (origin?.id !== montant.id || origin.montant !== montant.montant) given.push(montant.id);
      return montant;
    });
    const isFirst = rank === 0;
    const ligne = lineOf(part, isFirst ? divided.id : madeId(correction, 'ligne', String(rank)), montants);
    if (isFirst) {
      ligne.taux = divided.taux;
      ligne.suites = divided.suites;
    }
    own.push({ ligne, montants: anew });
    return ligne;
  });
  for (const total of totaux)
    total.termes = total.termes.flatMap((id) => (divided.montants.some((montant) => montant.id === id) ? (heirs.get(id) ?? []) : [id]));
  for (const { ligne, montants } of own) joinTotals(programme, ligne, montants, null);
  programme.lignes.splice(programme.lignes.indexOf(divided), 1, ...lines);
  renumber(programme);
  addPages(
    programme,
    parts.map(({ page }) => page),
  );
  return given;
}

/** What is said of an amount that a reader gave: the value that the machine read stays known. */
export function correctedBy({ montant, corrige }: MontantExport, value: string | null): MontantExport['corrige'] {
  if (corrige?.par === 'relecture') return corrige;
  return value === montant ? corrige : { par: 'relecture', avant: montant };
}

function joined(texts: readonly (string | null)[]): string | null {
  const said = [...new Set(texts.filter((text) => text !== null && text !== ''))];
  return said.length === 0 ? null : said.join(' ');
}

/** Makes one line of several: the amounts stay, but for empty cells beside another of their column. `totaux`: all of the document. */
export function joinLines(
  programme: ProgrammeExport,
  kept: LigneExport,
  others: readonly LigneExport[],
  totaux: readonly TotalExport[],
): void {
  const all = programme.lignes.filter((ligne) => ligne === kept || others.includes(ligne));
  const first = <K extends 'section' | 'axe' | 'taux'>(key: K): LigneExport[K] =>
    kept[key] ?? all.find((ligne) => ligne[key] !== null)?.[key] ?? kept[key];
  const cells = all.flatMap(({ montants }) => montants);
  const montants = cells.filter((cell, index) => {
    if (cell.montant !== null) return true;
    const sisters = cells.filter((other) => cellKey(other) === cellKey(cell));
    return sisters.every(({ montant }) => montant === null) && cells.findIndex((other) => cellKey(other) === cellKey(cell)) === index;
  });
  const stays = new Set(montants.map(({ id }) => id));
  const gone = new Set(cells.filter(({ id }) => !stays.has(id)).map(({ id }) => id));
  const axe = first('axe');
  const filed = all.find(({ action }) => action !== null && axe !== null && action.startsWith(`${String(axe)}.`));
  Object.assign(kept, {
    axe_texte: joined(all.map(({ axe_texte }) => axe_texte)),
    action_texte: joined(all.map(({ action_texte }) => action_texte)),
    description: joined(all.map(({ description }) => description)),
    calendrier: joined(all.map(({ calendrier }) => calendrier)),
    section: first('section'),
    action: kept.action ?? filed?.action ?? null,
    confiance_action: kept.action === null ? (filed?.confiance_action ?? null) : kept.confiance_action,
    axe,
    taux: first('taux'),
    suites: [...kept.suites, ...others.flatMap(({ page, boite, suites }) => [{ page, boite }, ...suites])],
    montants,
  } satisfies Partial<LigneExport>);
  for (const total of totaux) total.termes = total.termes.filter((id) => !gone.has(id));
  programme.lignes = programme.lignes.filter((ligne) => !others.includes(ligne));
  renumber(programme);
}

/** Takes a line out; totals do not sum its amounts any more. `totaux`: all of the document. */
export function removeLine(programme: ProgrammeExport, removed: LigneExport, totaux: readonly TotalExport[]): void {
  const gone = new Set(removed.montants.map(({ id }) => id));
  for (const total of totaux) total.termes = total.termes.filter((id) => !gone.has(id));
  programme.lignes = programme.lignes.filter((ligne) => ligne !== removed);
  renumber(programme);
}
