import type { LigneExport, ProgrammeExport } from '../../model/contract.ts';
import { CIBLES_DU_GESTE, type Correction, type Demande, type Entete, type Repere } from '../../model/correction.ts';
import { changeOf, type Change } from './describe.ts';
import { cancelled } from './journal.ts';
import { Finder, isSamePlace, repereOf } from './reperes.ts';
import { idOf, WorkingCopy, type CorrectableDocument, type Found } from './working-copy.ts';

/** What a demand becomes in the journal: what it is about, where that stands, and what it changes. */
export interface Prepared extends Change {
  readonly demande: Demande;
  readonly programme: string | null;
  readonly reperes: readonly Repere[];
}

export type Refusal = { readonly code: 'cible_inconnue' | 'geste_refuse'; readonly message: string };

function refuse(code: Refusal['code'], message: string): Refusal {
  return { code, message };
}

const GONE = "Ce qui est à corriger n'est plus dans le document : relisez-le, puis recommencez.";

/** Looks a demand through against the document as it stands: every id it names must be there. */
export function prepare(current: CorrectableDocument, journal: readonly Correction[], asked: Demande): Prepared | Refusal {
  const { geste } = asked;
  const earlier = geste.type === 'annuler' ? journal.find(({ id }) => id === geste.correction) : undefined;
  if (geste.type === 'annuler') return cancel(current, journal, asked, earlier);
  if (!CIBLES_DU_GESTE[geste.type].includes(asked.cible.sorte))
    return refuse('geste_refuse', 'Cette correction ne va pas avec ce qui est désigné.');
  const finder = new Finder(new WorkingCopy(current));
  const found = finder.find(asked.cible.sorte, asked.cible.id, []);
  if (found === null) return refuse('cible_inconnue', GONE);
  const named = namedBy(asked, found).map(({ sorte, id }) => finder.find(sorte, id, []));
  // Only what a total sums may be of another programme: one over all quartiers does.
  const missing = named.some((other) => other === null || (other.programme !== found.programme && geste.type !== 'changer_portee'));
  if (missing) return refuse('cible_inconnue', GONE);
  const others = named.flatMap((other) => (other?.sorte === 'ligne' ? [other.ligne] : []));
  const message = wrong(asked, found, others);
  if (message !== null) return refuse('geste_refuse', message);
  return {
    demande: asked,
    programme: found.programme.id,
    reperes: [found, ...named.filter((other) => other !== null)].map(repereOf),
    ...changeOf(found, geste, others),
  };
}

/** Everything else in the document that a demand names, and what it must find again to hold. */
function namedBy({ geste }: Demande, found: Found): readonly { readonly sorte: Found['sorte']; readonly id: string }[] {
  const all = (sorte: Found['sorte'], ids: readonly string[]): { sorte: Found['sorte']; id: string }[] => ids.map((id) => ({ sorte, id }));
  switch (geste.type) {
    case 'ajouter_ligne':
      return [
        ...all('ligne', geste.apres === null ? [] : [geste.apres]),
        ...all('total', geste.totaux ?? []),
        // What stands there already: a line that stands there later, and did not now, is the one that was added.
        ...all(
          'ligne',
          found.programme.lignes.filter((ligne) => isSamePlace(ligne, geste.ligne)).map(({ id }) => id),
        ),
      ];
    case 'reunir_lignes':
      return all('ligne', geste.autres);
    case 'changer_portee':
      return all('montant', geste.termes);
    case 'diviser_ligne':
      return all(
        'montant',
        geste.parties.flatMap(({ montants }) => montants.flatMap(({ de }) => (de === null ? [] : [de]))),
      );
    case 'verifier':
      return found.sorte === 'ligne'
        ? all(
            'montant',
            found.ligne.montants.map(({ id }) => id),
          )
        : [];
    default:
      return [];
  }
}

function filesWell(axe: number | null, action: string | null): boolean {
  return action === null || (axe !== null && action.startsWith(`${String(axe)}.`));
}

/** Why a geste makes no sense where it is asked for, in French; `null` when it does. */
function wrong({ geste }: Demande, found: Found, others: readonly LigneExport[]): string | null {
  const axeMessage = "L'action n'appartient pas à cet axe.";
  switch (geste.type) {
    case 'corriger_action':
      return filesWell(geste.axe, geste.action) ? null : axeMessage;
    case 'ajouter_ligne':
      if (geste.ligne.montants.some(({ de }) => de !== null)) return 'Les montants d’une ligne ajoutée ne viennent d’aucune autre.';
      return filesWell(geste.ligne.axe, geste.ligne.action) ? null : axeMessage;
    case 'diviser_ligne': {
      if (!geste.parties.every(({ axe, action }) => filesWell(axe, action))) return axeMessage;
      const own = new Set(found.sorte === 'ligne' ? found.ligne.montants.map(({ id }) => id) : []);
      const isForeign = geste.parties.some(({ montants }) => montants.some(({ de }) => de !== null && !own.has(de)));
      return isForeign ? 'Une ligne ne se divise qu’en ses propres montants.' : null;
    }
    case 'reunir_lignes':
      return others.some((other) => idOf(found) === other.id) ? 'Une ligne ne se réunit pas à elle-même.' : null;
    case 'corriger_entete':
      return headingMessage(found.programme, geste.valeurs);
    default:
      return null;
  }
}

function headingMessage(programme: ProgrammeExport, valeurs: Entete): string | null {
  if (Object.keys(valeurs).length === 0) return "Rien n'est à corriger dans l'en-tête.";
  const { annee_debut = programme.annee_debut, annee_fin = programme.annee_fin } = valeurs;
  return annee_debut !== null && annee_fin !== null && annee_fin < annee_debut ? 'La dernière année précède la première.' : null;
}

function cancel(
  current: CorrectableDocument,
  journal: readonly Correction[],
  asked: Demande,
  earlier: Correction | undefined,
): Prepared | Refusal {
  if (earlier === undefined) return refuse('cible_inconnue', "La correction à annuler n'est pas dans le journal de ce document.");
  if (cancelled(journal).has(earlier.id)) return refuse('geste_refuse', 'Cette correction est déjà annulée.');
  const state = current.corrections.find(({ id }) => id === earlier.id);
  return {
    demande: { ...asked, cible: earlier.cible },
    programme: state?.programme ?? earlier.programme,
    reperes: earlier.reperes,
    avant: earlier.apres,
    apres: earlier.avant,
  };
}
