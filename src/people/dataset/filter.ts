import { fold } from '../../french/text.ts';
import type { DocumentExport, ProgrammeExport } from '../../model/contract.ts';
import type { StatutProgramme } from '../../model/vocabulary.ts';

/** What an export is limited to. Several values of one key: any of them; several keys: all of them. Empty: everything. */
export interface Filter {
  /** A year of the programme's period. */
  readonly annee?: readonly number[];
  /** Words of the landlord's name, whatever their case and accents, or its SIREN number. */
  readonly bailleur?: readonly string[];
  /** The commune's name, whatever its case and accents, or its INSEE code. */
  readonly commune?: readonly string[];
  /** An axe of the référentiel: lines of other axes are left out. */
  readonly axe?: readonly number[];
  readonly statut?: readonly StatutProgramme[];
}

/**
 * The part of a document that a filter asks for, `null` for nothing of it. Without a filter everything, rejected documents included. With one: the programmes
 * that match, with all their totals (what a total covers is the document's statement, so it stays whole, and so do the proofs), and the constats, corrections and
 * facts about them or about the whole document.
 */
export function select(document: DocumentExport, filter: Filter): DocumentExport | null {
  if (!isLimiting(filter)) return document;
  const programmes = document.programmes
    .filter((programme) => matches(programme, filter))
    .flatMap((programme) => withLinesOf(programme, filter.axe));
  return programmes.length === 0 ? null : withProgrammes(document, programmes);
}

/** The document with these of its programmes, and what is said of them or of the whole document. */
function withProgrammes(document: DocumentExport, programmes: readonly ProgrammeExport[]): DocumentExport {
  const kept = new Set(programmes.map(({ id }) => id));
  const isAbout = ({ programme }: { readonly programme: string | null }): boolean => programme === null || kept.has(programme);
  return {
    ...document,
    programmes: [...programmes],
    constats: document.constats.filter(isAbout),
    corrections: document.corrections.filter(isAbout),
    faits: document.faits.filter(isAbout),
  };
}

/** The document without these of its programmes: it stays, even with none left. */
export function without(document: DocumentExport, ids: ReadonlySet<string>): DocumentExport {
  const programmes = document.programmes.filter(({ id }) => !ids.has(id));
  return programmes.length === document.programmes.length ? document : withProgrammes(document, programmes);
}

export function isLimiting(filter: Filter): boolean {
  return Object.values(filter).some((values: readonly unknown[] | undefined) => values !== undefined && values.length > 0);
}

/** Words of the landlord's name, or its SIREN number. */
export function isOfBailleur({ siren, bailleur }: Pick<ProgrammeExport, 'siren' | 'bailleur'>, name: string): boolean {
  return name.replace(/\s/gu, '') === siren || holdsWords(bailleur ?? '', name);
}

/** The commune's name, or its INSEE code. */
export function isOfCommune({ code_insee: insee, commune }: Pick<ProgrammeExport, 'code_insee' | 'commune'>, name: string): boolean {
  return name === insee || (commune !== null && fold(commune) === fold(name));
}

function matches(programme: ProgrammeExport, { annee, bailleur, commune, statut }: Filter): boolean {
  return (
    any(annee, (year) => covers(programme, year)) &&
    any(bailleur, (name) => isOfBailleur(programme, name)) &&
    any(commune, (name) => isOfCommune(programme, name)) &&
    any(statut, (value) => value === programme.statut)
  );
}

function any<T>(values: readonly T[] | undefined, test: (value: T) => boolean): boolean {
  return values === undefined || values.length === 0 || values.some(test);
}

/** A programme that names one year only covers that one. */
function covers({ annee_debut, annee_fin }: ProgrammeExport, year: number): boolean {
  const first = annee_debut ?? annee_fin;
  const last = annee_fin ?? annee_debut;
  return first !== null && last !== null && first <= year && year <= last;
}

function holdsWords(text: string, words: string): boolean {
  const wanted = fold(words);
  return wanted !== '' && ` ${fold(text)} `.includes(` ${wanted} `);
}

function withLinesOf(programme: ProgrammeExport, axes: readonly number[] | undefined): ProgrammeExport[] {
  if (axes === undefined || axes.length === 0) return [programme];
  const lignes = programme.lignes.filter(({ axe }) => axe !== null && axes.includes(axe));
  return lignes.length === 0 ? [] : [{ ...programme, lignes }];
}
