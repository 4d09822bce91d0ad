import type { ProgrammeOverview } from '../../store/summary.ts';
import type { StatutProgramme } from '../../model/vocabulary.ts';

const integers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12 345` as the French write it. */
export function number(value: number): string {
  return integers.format(value);
}

/** `1 ligne`, `0 ligne`, `2 lignes`: French counts from two. */
export function counted(value: number, singular: string, plural: string): string {
  return `${number(value)} ${Math.abs(value) < 2 ? singular : plural}`;
}

/** `3,2 s`, `4 min 05 s`, `2 h 10 min`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${tenths.format(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
  return `${number(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Of a time to come, no more than can be known: `40 s`, `9 min`, `2 h 10 min`. */
export function roughly(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 55) return `${number(Math.max(5, Math.ceil(seconds / 5) * 5))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${number(minutes)} min` : duration(minutes * 60_000);
}

const STATUTS: Readonly<Record<StatutProgramme, readonly [singular: string, plural: string]>> = {
  reconcilie: ['réconcilié', 'réconciliés'],
  ecart: ['en écart', 'en écart'],
  a_relire: ['à relire', 'à relire'],
  non_verifiable: ['non vérifiable', 'non vérifiables'],
};

/** `3 réconciliés, 1 à relire`: the statuts that occur. */
export function statuts(programmes: Readonly<Record<StatutProgramme, number>>): string {
  return (Object.keys(STATUTS) as StatutProgramme[])
    .filter((statut) => programmes[statut] > 0)
    .map((statut) => counted(programmes[statut], ...STATUTS[statut]))
    .join(', ');
}

/** Where on the printed page: `page 2, à 12,3 cm du haut et 4,5 cm de la gauche`. */
export function place(page: number | null, boite: readonly [number, number, number, number] | null): string {
  if (page === null) return 'document entier';
  if (boite === null) return `page ${page}`;
  return `page ${page}, à ${centimetres(boite[1])} cm du haut et ${centimetres(boite[0])} cm de la gauche`;
}

function centimetres(points: number): string {
  return tenths.format((points / 72) * 2.54);
}

/** What tells one programme from another: `Lens, Grande Résidence, Pas-de-Calais Habitat, 2023`. */
export function programmeName({ commune, quartier, bailleur, annee_debut, annee_fin }: ProgrammeOverview): string {
  const years = annee_debut === annee_fin || annee_fin === null ? annee_debut : `${annee_debut ?? '?'}-${annee_fin}`;
  const parts = [commune, quartier, bailleur, years].filter((part) => part !== null);
  return parts.length === 0 ? 'programme sans en-tête' : parts.join(', ');
}

/** What stands over a column of amounts, where anything does. */
export function columnName(colonne: string): string {
  return colonne === '' ? 'sans en-tête' : colonne;
}

/** An argument quoted for a shell where it needs to be, so that a command shown can be pasted. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `1,2 Mo`, `340 ko`. */
export function size(bytes: number): string {
  return bytes >= 1e6 ? `${tenths.format(bytes / 1e6)} Mo` : `${number(Math.ceil(bytes / 1000))} ko`;
}

/** What a cell prints on several lines, on one: figures apart, a currency or a word behind what stands above it. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*(?=[-−(]?\d)/gu, ' / ').replace(/\s*\n\s*/gu, ' ');
}
