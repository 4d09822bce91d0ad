import type { LigneExport, MontantExport } from '../../model/contract.ts';
import type { Correction, LigneSaisie } from '../../model/correction.ts';
import { READ_BY_PERSON } from './confidence.ts';
import { addLine, correctedBy, divideLine, joinLines, removeLine } from './lines.ts';
import { digestOf, isSamePlace, lineDigest, type Finder } from './reperes.ts';
import { idOf, type Found, type WorkingCopy } from './working-copy.ts';

/** What came of applying one correction. `found` is `null` when what it is about, or all that it needs, is not there: it is an orphan. */
export interface Applied {
  readonly found: Found | null;
}

const ORPHAN: Applied = { found: null };

/** Applies one correction to the copy. Nothing changes when its target is not there. */
export function applyGeste(copy: WorkingCopy, finder: Finder, correction: Correction): Applied {
  const { cible, geste, reperes } = correction;
  const found = finder.find(cible.sorte, cible.id, reperes);
  if (found === null) return ORPHAN;
  const { programme } = found;
  const line = (id: string): LigneExport | null => {
    const other = finder.find('ligne', id, reperes);
    return other?.sorte === 'ligne' && other.programme === programme ? other.ligne : null;
  };
  /** A line as it was seen when it was decided to divide, join or remove it. */
  const asSeen = (id: string): LigneExport | null => {
    const there = line(id);
    const seen = reperes.find((repere) => repere.sorte === 'ligne' && repere.id === id)?.valeur ?? null;
    return there !== null && (seen === null || seen === lineDigest(there)) ? there : null;
  };
  const amount = (id: string): MontantExport | null => {
    const other = finder.find('montant', id, reperes);
    return other?.sorte === 'montant' ? other.montant : null;
  };
  const totals = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      const other = finder.find('total', id, reperes);
      return other?.sorte === 'total' && other.programme === programme ? [other.total.id] : [];
    });
  const touched = (): Applied => {
    copy.touched.add(programme.id);
    return { found };
  };

  switch (geste.type) {
    case 'corriger_montant': {
      if (found.sorte !== 'montant') return ORPHAN;
      const { montant } = found;
      montant.corrige = correctedBy(montant, geste.montant);
      montant.montant = geste.montant;
      copy.settled.add(montant.id);
      return touched();
    }
    case 'corriger_texte': {
      if (found.sorte !== 'ligne') return ORPHAN;
      found.ligne[geste.champ] = geste.texte === null || geste.texte.trim() === '' ? null : geste.texte.trim();
      return touched();
    }
    case 'corriger_action': {
      if (found.sorte !== 'ligne') return ORPHAN;
      const { ligne } = found;
      ligne.action = geste.action;
      ligne.axe = geste.action === null ? geste.axe : Number(geste.action.charAt(0));
      ligne.confiance_action = geste.action === null ? null : READ_BY_PERSON;
      if (ligne.action_suggeree === geste.action) ligne.action_suggeree = null;
      return touched();
    }
    case 'corriger_section': {
      if (found.sorte !== 'ligne') return ORPHAN;
      found.ligne.section = geste.section;
      return touched();
    }
    case 'ajouter_ligne': {
      if (isReadNow(copy, correction, geste.ligne)) return ORPHAN;
      const after = geste.apres === null ? null : line(geste.apres);
      // Without the line it was to follow, it goes last: its place in the list matters less than its amounts.
      addLine(
        programme,
        correction,
        geste.ligne,
        after ?? (geste.apres === null ? null : (programme.lignes.at(-1) ?? null)),
        geste.totaux === null ? null : totals(geste.totaux),
      );
      return touched();
    }
    case 'diviser_ligne': {
      if (found.sorte !== 'ligne' || asSeen(cible.id) === null) return ORPHAN;
      const { ligne } = found;
      const own = (id: string): MontantExport | null => {
        const montant = amount(id);
        return montant !== null && ligne.montants.includes(montant) ? montant : null;
      };
      for (const id of divideLine(programme, correction, ligne, geste.parties, own, copy.totals())) copy.settled.add(id);
      return touched();
    }
    case 'reunir_lignes': {
      if (found.sorte !== 'ligne' || asSeen(cible.id) === null) return ORPHAN;
      const others = geste.autres.map(asSeen);
      if (others.some((other) => other === null || other === found.ligne)) return ORPHAN;
      joinLines(
        programme,
        found.ligne,
        others.filter((other) => other !== null),
        copy.totals(),
      );
      return touched();
    }
    case 'retirer_ligne': {
      if (found.sorte !== 'ligne' || asSeen(cible.id) === null) return ORPHAN;
      removeLine(programme, found.ligne, copy.totals());
      return touched();
    }
    case 'corriger_total': {
      if (found.sorte !== 'total') return ORPHAN;
      found.total.declare = geste.montant;
      copy.settled.add(found.total.id);
      return touched();
    }
    case 'changer_portee': {
      if (found.sorte !== 'total') return ORPHAN;
      const terms = geste.termes.map(amount);
      if (terms.some((term) => term === null)) return ORPHAN;
      const { total } = found;
      total.portee = geste.portee;
      total.cle = geste.cle;
      total.termes = [...new Set(terms.flatMap((term) => (term === null ? [] : [term.id])))];
      copy.rescoped.add(total.id);
      copy.settled.add(total.id);
      return touched();
    }
    case 'retirer_total': {
      if (found.sorte !== 'total') return ORPHAN;
      programme.totaux = programme.totaux.filter((total) => total !== found.total);
      return touched();
    }
    case 'corriger_entete': {
      const valeurs = Object.fromEntries(Object.entries(geste.valeurs).filter(([, value]) => value !== undefined));
      Object.assign(programme, valeurs, 'commune' in valeurs && !('code_insee' in valeurs) ? { code_insee: null } : {});
      return touched();
    }
    case 'verifier':
      return check(copy, correction, found, geste.verifie) ? touched() : ORPHAN;
    case 'annuler':
      return { found };
  }
}

/** Whether a line that a reader added is now read by itself: there is one at its place that was not there when it was added. It must not count twice. */
function isReadNow(copy: WorkingCopy, { reperes }: Correction, added: LigneSaisie): boolean {
  const seen = reperes.filter(({ sorte }) => sorte === 'ligne');
  return copy.reading.programmes.some(({ lignes }) =>
    lignes.some((ligne) => isSamePlace(ligne, added) && !seen.some((repere) => isSamePlace(ligne, repere))),
  );
}

/** What a person looked at is checked as long as it says what it said then: another reading is to be looked at again. */
function check(copy: WorkingCopy, { par, date, reperes, cible }: Correction, found: Found, isChecked: boolean): boolean {
  const seen = reperes.find(({ sorte, id }) => sorte === cible.sorte && id === cible.id)?.valeur ?? null;
  const settle = (id: string): void => {
    if (isChecked) copy.settled.add(id);
    else copy.settled.delete(id);
  };
  switch (found.sorte) {
    case 'programme':
      if (isChecked && seen !== null && seen !== digestOf(found.programme)) return false;
      found.programme.verifie = isChecked ? { par, date } : null;
      return true;
    case 'ligne': {
      const amounts = new Map(reperes.filter(({ sorte }) => sorte === 'montant').map(({ id, valeur }) => [id, valeur]));
      const isOther = ({ id, montant }: MontantExport): boolean => amounts.size > 0 && amounts.get(id) !== montant;
      if (isChecked && found.ligne.montants.some(isOther)) return false;
      for (const { id } of found.ligne.montants) settle(id);
      return true;
    }
    case 'montant':
      if (isChecked && seen !== found.montant.montant) return false;
      settle(found.montant.id);
      return true;
    case 'total':
      if (isChecked && seen !== found.total.declare) return false;
      settle(idOf(found));
      return true;
  }
}
