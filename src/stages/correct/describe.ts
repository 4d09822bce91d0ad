import type { LigneExport, ProgrammeExport } from '../../model/contract.ts';
import type { Entete, Geste, LigneSaisie } from '../../model/correction.ts';
import type { Found } from './working-copy.ts';

/** What a correction changes and into what, as a person reads it in a list. */
export interface Change {
  readonly avant: string | null;
  readonly apres: string | null;
}

const LONGEST = 300;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** A line in a few words: what it is about, and its amounts. */
export function lineText({ action_texte, description, montants }: LigneSaisie | LigneExport): string {
  const words = description ?? action_texte ?? 'sans texte';
  const amounts = montants.map(({ montant }) => montant ?? '–');
  return shorten(amounts.length === 0 ? words : `${words} : ${amounts.join(', ')}`);
}

function actionText(axe: number | null, action: string | null): string | null {
  return action ?? (axe === null ? null : `axe ${String(axe)}`);
}

function headingText(programme: ProgrammeExport, valeurs: Entete, isAfter: boolean): string {
  return (Object.keys(valeurs) as (keyof Entete)[])
    .map((key) => `${key} : ${String((isAfter ? valeurs[key] : programme[key]) ?? 'vide')}`)
    .join(' ; ');
}

function scopeText(portee: string, cle: string | null, count: number): string {
  return `${portee}${cle === null ? '' : ` ${cle}`}, ${String(count)} montant${count > 1 ? 's' : ''}`;
}

const CHECKED = 'vérifié';
const UNCHECKED = 'non vérifié';

/** What a geste changes of what it is about. `others`: the lines joined to the target. */
export function changeOf(found: Found, geste: Geste, others: readonly LigneExport[] = []): Change {
  const { programme } = found;
  const ligne = found.sorte === 'ligne' || found.sorte === 'montant' ? found.ligne : null;
  switch (geste.type) {
    case 'corriger_montant':
      return { avant: found.sorte === 'montant' ? found.montant.montant : null, apres: geste.montant };
    case 'corriger_texte':
      return { avant: ligne?.[geste.champ] ?? null, apres: geste.texte };
    case 'corriger_action':
      return { avant: ligne === null ? null : actionText(ligne.axe, ligne.action), apres: actionText(geste.axe, geste.action) };
    case 'corriger_section':
      return { avant: ligne?.section ?? null, apres: geste.section };
    case 'ajouter_ligne':
      return { avant: null, apres: lineText(geste.ligne) };
    case 'diviser_ligne':
      return { avant: ligne === null ? null : lineText(ligne), apres: geste.parties.map((part) => lineText(part)).join(' | ') };
    case 'reunir_lignes': {
      const lines = programme.lignes.filter((each) => each === ligne || others.includes(each));
      return { avant: lines.map((each) => lineText(each)).join(' | '), apres: 'une seule ligne' };
    }
    case 'retirer_ligne':
      return { avant: ligne === null ? null : lineText(ligne), apres: null };
    case 'corriger_total':
      return { avant: found.sorte === 'total' ? found.total.declare : null, apres: geste.montant };
    case 'changer_portee':
      return {
        avant: found.sorte === 'total' ? scopeText(found.total.portee, found.total.cle, found.total.termes.length) : null,
        apres: scopeText(geste.portee, geste.cle, geste.termes.length),
      };
    case 'retirer_total':
      return { avant: found.sorte === 'total' ? `${found.total.libelle ?? 'sans libellé'} : ${found.total.declare}` : null, apres: null };
    case 'corriger_entete':
      return { avant: headingText(programme, geste.valeurs, false), apres: headingText(programme, geste.valeurs, true) };
    case 'verifier':
      return {
        avant: found.sorte !== 'programme' ? null : programme.verifie === null ? UNCHECKED : CHECKED,
        apres: geste.verifie ? CHECKED : UNCHECKED,
      };
    case 'annuler':
      return { avant: null, apres: null };
  }
}

/** What of its target a geste sets: two that set the same are told from two that go together. */
export function aspectOf(geste: Geste): string | null {
  switch (geste.type) {
    case 'corriger_texte':
      return `texte ${geste.champ}`;
    case 'corriger_entete':
      return `entete ${Object.keys(geste.valeurs).sort().join(' ')}`;
    case 'corriger_montant':
    case 'corriger_action':
    case 'corriger_section':
    case 'corriger_total':
    case 'changer_portee':
      return geste.type;
    default:
      return null;
  }
}
