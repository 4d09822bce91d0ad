import type { AmountDoubt } from '../../../model/draft.ts';
import type { ProgrammeRule } from '../rule.ts';

const KINDS: Readonly<Record<AmountDoubt, { readonly code: string; readonly why: string }>> = {
  fourchette: { code: 'montant_fourchette', why: "donne une fourchette : aucun montant n'est retenu" },
  plusieurs_montants: { code: 'montant_multiple', why: "contient plusieurs montants : aucun n'est retenu" },
  formule: { code: 'montant_formule', why: "contient un calcul sans résultat : aucun montant n'est retenu" },
  raye: { code: 'montant_raye', why: "est rayée : aucun montant n'est retenu" },
  coupe: { code: 'montant_coupe', why: "touche le bord de la page, qui en coupe sans doute la fin : aucun montant n'est retenu" },
  texte: { code: 'montant_texte', why: 'contient un texte et non un montant' },
};

/** A cell of a column of amounts that holds something else: no amount is made up from it. */
export const montantDouteux: ProgrammeRule = (programme, index) =>
  programme.lines.flatMap((line) =>
    line.amounts.flatMap((amount) => {
      const { doubt } = amount.draft;
      const counted = doubt === 'raye' && amount.amount !== null;
      if (doubt === null) return [];
      return [
        {
          code: KINDS[doubt].code,
          gravite: 'alerte' as const,
          message: `La case « ${amount.text.replace(/\s*\n\s*/gu, ' / ')} » ${counted ? 'est rayée, mais les totaux imprimés la comptent' : KINDS[doubt].why}.`,
          programme: index,
          place: amount.draft.place,
        },
      ];
    }),
  );
