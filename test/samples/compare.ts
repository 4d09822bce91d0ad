import type { DocumentExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import type { DocumentAttendu, LigneAttendue, MontantAttendu, ProgrammeAttendu, TotalAttendu } from './expected.ts';

/** What a reading must say to be compared: the export of a document without the names of its file. */
export type DocumentLu = Pick<DocumentExport, 'nature' | 'pages' | 'convention' | 'programmes' | 'constats'>;

/** The same words whatever the line ends were: a hyphen at the end of a line may or may not have kept a space. */
function mots(texte: string | null): string | null {
  return texte === null
    ? null
    : texte.normalize('NFC').replaceAll(/[’‘]/gu, "'").replaceAll(/\s+/gu, ' ').replaceAll(/ ?- ?/gu, '-').trim();
}

/** The same name whatever the capitals, accents and hyphens. */
function nom(texte: string | null): string | null {
  return texte === null
    ? null
    : texte
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase();
}

/** A heading of a group may or may not carry the number of its axe. */
function sansNumero(texte: string | null): string | null {
  return texte === null ? null : texte.replace(/^(?:Axe )?\d+ ?[:.)-]? ?/u, '');
}

function squeeze(texte: string): string {
  return texte.normalize('NFC').replaceAll(/\s+/gu, '');
}

class Differences {
  readonly list: string[] = [];

  same(where: string, what: string, expected: unknown, actual: unknown): void {
    const left = JSON.stringify(expected);
    const right = JSON.stringify(actual);
    if (left !== right) this.list.push(`${where}: ${what} should be ${left}, is ${right}`);
  }

  add(where: string, what: string): void {
    this.list.push(`${where}: ${what}`);
  }
}

function montantLu(montant: MontantExport | MontantAttendu): object {
  const { rubrique, periode, base, taxe, texte, page } = montant;
  return { montant: montant.montant, texte: squeeze(texte), rubrique, periode, base, taxe, page };
}

function compareMontants(out: Differences, where: string, expected: LigneAttendue, actual: LigneExport): void {
  const printed = actual.montants.filter(({ montant, texte }) => montant !== null || texte.trim() !== '');
  out.same(where, 'montants', expected.montants.map(montantLu), printed.map(montantLu));
  for (const [index, montant] of expected.montants.entries()) {
    const colonne = printed[index]?.colonne ?? '';
    if (!(mots(colonne) ?? '').includes(mots(montant.colonne) ?? ''))
      out.same(where, `colonne of ${montant.texte}`, montant.colonne, colonne);
  }
}

function compareLigne(out: Differences, where: string, expected: LigneAttendue, actual: LigneExport): void {
  out.same(where, 'section', expected.section, actual.section);
  out.same(where, 'axe_texte', sansNumero(mots(expected.axe_texte)), sansNumero(mots(actual.axe_texte)));
  out.same(where, 'action_texte', mots(expected.action_texte), mots(actual.action_texte));
  out.same(where, 'description', mots(expected.description), mots(actual.description));
  out.same(where, 'calendrier', mots(expected.calendrier), mots(actual.calendrier));
  out.same(where, 'axe', expected.axe, actual.axe);
  out.same(where, 'action', expected.action, actual.action);
  out.same(where, 'taux', expected.taux, actual.taux);
  out.same(where, 'page', expected.page, actual.page);
  compareMontants(out, where, expected, actual);
}

function lineName(ligne: LigneAttendue | LigneExport): string {
  const texts = ligne.montants.map(({ texte }) => texte).filter((texte) => texte.trim() !== '');
  return `${mots(ligne.action_texte) ?? ''} | ${mots(ligne.description) ?? ''} | ${texts.join(' ')}`.slice(0, 120);
}

function compareLignes(out: Differences, where: string, expected: ProgrammeAttendu, actual: ProgrammeExport): void {
  if (expected.lignes.length !== actual.lignes.length) {
    out.same(where, 'number of lines', expected.lignes.length, actual.lignes.length);
    const names = { expected: expected.lignes.map(lineName), actual: actual.lignes.map(lineName) };
    for (const name of names.expected.filter((candidate) => !names.actual.includes(candidate))) out.add(where, `line not found: ${name}`);
    for (const name of names.actual.filter((candidate) => !names.expected.includes(candidate))) out.add(where, `line not there: ${name}`);
    return;
  }
  for (const [index, ligne] of expected.lignes.entries()) {
    const read = actual.lignes[index];
    if (read !== undefined) compareLigne(out, `${where}, line ${ligne.ordre} (${lineName(ligne).slice(0, 50)})`, ligne, read);
  }
}

/** What makes two mentions the same stated total. */
function sameTotal(expected: TotalAttendu, actual: TotalExport): boolean {
  return (
    expected.portee === actual.portee &&
    expected.cle === actual.cle &&
    expected.declare === actual.declare &&
    (expected.rubrique === null ||
      (expected.rubrique === actual.rubrique && JSON.stringify(expected.periode) === JSON.stringify(actual.periode))) &&
    (expected.colonne === null || (mots(actual.colonne) ?? '').includes(mots(expected.colonne) ?? ''))
  );
}

function totalName(total: TotalAttendu | TotalExport): string {
  const { portee, cle, declare, rubrique, statut, page } = total;
  return `${portee} ${cle ?? ''} ${rubrique ?? ''} ${declare} (${statut}, p. ${page}, ${JSON.stringify(total.libelle)})`;
}

function libelleAccepte(expected: TotalAttendu, actual: TotalExport): boolean {
  const names = Array.isArray(expected.libelle) ? expected.libelle : [expected.libelle];
  return names.some((name) => mots(name) === mots(actual.libelle));
}

function compareTotaux(out: Differences, where: string, expected: ProgrammeAttendu, actual: ProgrammeExport): void {
  const left = [...actual.totaux];
  const take = (total: TotalAttendu): TotalExport | undefined => {
    const index = left.findIndex((candidate) => sameTotal(total, candidate));
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  for (const total of expected.totaux) {
    const read = take(total);
    if (read === undefined) {
      out.add(where, `total not found: ${totalName(total)}`);
      continue;
    }
    const place = `${where}, total ${totalName(total)}`;
    out.same(place, 'recalcule', total.recalcule, read.recalcule);
    out.same(place, 'ecart', total.ecart, read.ecart);
    out.same(place, 'statut', total.statut, read.statut);
    if (!libelleAccepte(total, read)) out.same(place, 'libelle', total.libelle, read.libelle);
    if (!Array.isArray(total.libelle)) out.same(place, 'page', total.page, read.page);
  }
  for (const total of expected.totaux_toleres) take(total);
  for (const total of left) out.add(where, `total not there: ${totalName(total)}`);
}

function compareProgramme(out: Differences, expected: ProgrammeAttendu, actual: ProgrammeExport): void {
  const where = expected.quartier ?? 'programme';
  for (const key of [
    'nature',
    'annee_debut',
    'annee_fin',
    'commune',
    'code_insee',
    'code_qp',
    'siren',
    'nombre_logements',
    'pages',
    'statut',
  ] as const) {
    out.same(where, key, expected[key], actual[key]);
  }
  out.same(where, 'quartier', nom(expected.quartier), nom(actual.quartier));
  out.same(where, 'bailleur', nom(expected.bailleur), nom(actual.bailleur));
  compareLignes(out, where, expected, actual);
  compareTotaux(out, where, expected, actual);
}

function compareConvention(out: Differences, expected: DocumentAttendu['convention'], actual: DocumentLu['convention']): void {
  const folded = (convention: DocumentAttendu['convention']): object | null =>
    convention === null
      ? null
      : {
          ...convention,
          bailleur: nom(convention.bailleur),
          epci: nom(convention.epci),
          quartiers: convention.quartiers.map((quartier) => ({ ...quartier, nom: nom(quartier.nom) })),
        };
  out.same('convention', 'content', folded(expected), folded(actual));
}

/** Errors are findings about contradicting figures: as many as the totals that disagree, and none on a clean document. */
function compareConstats(out: Differences, expected: DocumentAttendu, actual: DocumentLu): void {
  const errors = actual.constats.filter(({ gravite }) => gravite === 'erreur');
  const list = (constats: readonly { readonly code: string; readonly page: number | null }[]): string[] =>
    constats.map(({ code, page }) => `${code} p. ${page ?? '?'}`).sort();
  out.same('constats', 'errors', list(expected.constats), list(errors));
}

/** Every way in which a reading departs from the truth, one sentence each; empty when it does not. */
export function differences(expected: DocumentAttendu, actual: DocumentLu): string[] {
  const out = new Differences();
  out.same('document', 'nature', expected.nature, actual.nature);
  out.same('document', 'pages', expected.pages, actual.pages);
  compareConvention(out, expected.convention, actual.convention);
  const found = actual.programmes.map(({ quartier }) => quartier);
  if (expected.programmes.length !== actual.programmes.length) {
    out.same(
      'document',
      'programmes',
      expected.programmes.map(({ quartier }) => quartier),
      found,
    );
  } else {
    for (const [index, programme] of expected.programmes.entries()) {
      const read = actual.programmes[index];
      if (read !== undefined) compareProgramme(out, programme, read);
    }
  }
  compareConstats(out, expected, actual);
  return out.list;
}
