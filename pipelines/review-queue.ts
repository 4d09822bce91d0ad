import { fold } from '../src/french/text.ts';
import type { Gravite, StatutProgramme } from '../src/model/vocabulary.ts';
import type { QueueItem, ReviewQueue } from '../src/model/review.ts';
import type { Store } from '../src/store/open.ts';
import { reviewCandidates, type ReviewCandidate } from '../src/store/review-queue.ts';

/** What of the queue to show. Absent: everything that needs an eye. */
export interface QueueFilter {
  readonly statut?: readonly StatutProgramme[];
  /** Words of the landlord's, town's, quartier's or file's name, whatever case and accents. */
  readonly texte?: string;
  readonly bailleur?: string;
  readonly commune?: string;
  readonly annee?: number;
  /** With a constat at least this grave. */
  readonly gravite?: Gravite;
  /** Also programmes that need no eye any more: checked, or reconciled without doubt. */
  readonly tout?: boolean;
  /** Page of the list. Default: from 0, 100 of them. */
  readonly debut?: number;
  readonly limite?: number;
}

/** Seconds that a reader may need, by what there is to look at. Estimates: what takes time is finding the place and looking. */
const SECONDS = { programme: 20, montant_douteux: 6, ecart: 30, doute: 20, constat: 8, montant_non_prouve: 2 } as const;
const WORST: Readonly<Record<StatutProgramme, number>> = { a_relire: 3, ecart: 2, non_verifiable: 1, reconcilie: 0 };
const PAGE = 100;

/** What needs an eye, worst first, with how long it may take. */
export async function reviewQueue(store: Store, filter: QueueFilter = {}): Promise<ReviewQueue> {
  const wanted = (await reviewCandidates(store)).filter((candidate) => takes(filter, candidate));
  const waiting = wanted.filter(needsAnEye);
  const listed = (filter.tout === true ? wanted : waiting).map(itemOf).sort(byUrgency);
  const { debut = 0, limite = PAGE } = filter;
  const secondes = waiting.reduce((sum, candidate) => sum + secondsFor(candidate), 0);
  return {
    items: listed.slice(debut, debut + limite),
    nombre: listed.length,
    a_relire: waiting.length,
    verifies: wanted.filter(({ verifie_par }) => verifie_par !== null).length,
    secondes,
    phrase: phraseOf(waiting.length, secondes),
  };
}

/** Nobody has checked it, and its sums do not speak for all of it. */
function needsAnEye({ statut, verifie_par, montants_douteux }: ReviewCandidate): boolean {
  return verifie_par === null && (statut !== 'reconcilie' || montants_douteux > 0);
}

function secondsFor({ statut, doutes, montants, montants_douteux, totaux_en_ecart, erreurs, alertes }: ReviewCandidate): number {
  return (
    SECONDS.programme +
    montants_douteux * SECONDS.montant_douteux +
    totaux_en_ecart * SECONDS.ecart +
    doutes.length * SECONDS.doute +
    (erreurs + alertes) * SECONDS.constat +
    (statut === 'non_verifiable' ? montants * SECONDS.montant_non_prouve : 0)
  );
}

function itemOf(candidate: ReviewCandidate): QueueItem {
  const { verifie_par, verifie_date, code_insee: _codeInsee, ...rest } = candidate;
  return {
    ...rest,
    verifie: verifie_par === null ? null : { par: verifie_par, date: verifie_date ?? '' },
    secondes: secondsFor(candidate),
  };
}

/** Readings in doubt first, then contradictions; the more there is to look at the earlier; then by name, so that the order never wavers. */
function byUrgency(a: QueueItem, b: QueueItem): number {
  return (
    Number(a.verifie !== null) - Number(b.verifie !== null) ||
    WORST[b.statut] - WORST[a.statut] ||
    b.doutes.length - a.doutes.length ||
    b.erreurs - a.erreurs ||
    b.montants_douteux - a.montants_douteux ||
    b.alertes - a.alertes ||
    a.fichier.localeCompare(b.fichier, 'fr') ||
    a.programme.localeCompare(b.programme)
  );
}

function holds(text: string | null, words: string): boolean {
  const folded = fold(text ?? '');
  return fold(words)
    .split(' ')
    .every((word) => folded.includes(word));
}

function takes({ statut, texte, bailleur, commune, annee, gravite }: QueueFilter, candidate: ReviewCandidate): boolean {
  const { annee_debut, annee_fin } = candidate;
  const [first, last] = [annee_debut ?? annee_fin, annee_fin ?? annee_debut];
  const names = [candidate.fichier, candidate.bailleur, candidate.commune, candidate.quartier].filter((name) => name !== null).join(' ');
  return (
    (statut === undefined || statut.length === 0 || statut.includes(candidate.statut)) &&
    (texte === undefined || holds(names, texte)) &&
    (bailleur === undefined || holds(candidate.bailleur, bailleur)) &&
    (commune === undefined || candidate.code_insee === commune || holds(candidate.commune, commune)) &&
    (gravite === undefined || gravite === 'info' || candidate.erreurs + (gravite === 'alerte' ? candidate.alertes : 0) > 0) &&
    (annee === undefined || (first !== null && last !== null && first <= annee && annee <= last))
  );
}

const MINUTE = 60;
const HOUR = 60;
const LONG = 8;
const integers = new Intl.NumberFormat('fr-FR');

/** « 412 à relire, environ 3 h »: rounded as a person would say it. */
export function phraseOf(nombre: number, secondes: number): string {
  if (nombre === 0) return 'Rien à relire';
  const minutes = Math.max(1, Math.ceil(secondes / MINUTE));
  const halves = Math.round(minutes / (HOUR / 2));
  const hours = Math.floor(halves / 2);
  const inHours =
    hours >= LONG ? `${integers.format(Math.round(minutes / HOUR))} h` : halves % 2 === 0 ? `${String(hours)} h` : `${String(hours)} h 30`;
  const roundly = minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
  return `${integers.format(nombre)} à relire, environ ${roundly < HOUR ? `${String(roundly)} min` : inHours}`;
}
