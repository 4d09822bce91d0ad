import { tellsAgreement } from '../../../../french/agreement.ts';
import { formatEuros } from '../../../../french/amounts.ts';
import { fold } from '../../../../french/text.ts';
import type { CheckedRule } from '../../rule.ts';
import { hasColumn, stated, sum } from '../../lines.ts';

/** Money carried over to another year, without a word of who agreed. */
export const reportSansAccord: CheckedRule = {
  codes: ['report_sans_accord'],
  titre: "Report sur l'année suivante accepté par les signataires",
  source:
    "Clause usuelle des conventions d'utilisation (report N+1 avec l'accord des partenaires) ; le référentiel de juin 2024 ne traite pas du report",
  gravite: 'alerte',
  check(programme, index, _reference, { faits }) {
    if (!hasColumn(programme, 'reporte')) return { missing: 'le programme ne montre aucun report' };
    const carried = programme.lines.flatMap((line) => stated(line, 'reporte')).filter(({ amount }) => amount.greaterThan(0));
    const totals = programme.totals.filter(
      ({ scope, declared }) => scope.portee === 'programme' && scope.column.rubrique === 'reporte' && declared.greaterThan(0),
    );
    const [first] = carried;
    const [stating] = totals;
    const place = first?.draft.place ?? stating?.draft.place;
    if (place === undefined) return [];
    const texts = [
      ...programme.lines.flatMap(({ draft }) => [draft.description, draft.calendrier]),
      ...programme.totals.map(({ draft }) => draft.label),
    ];
    if (texts.some((text) => text !== null && tellsAgreement(fold(text)))) return [];
    const isTold = faits.some(({ sujet, programme: of }) => sujet === 'accord_report' && (of === index || of === null));
    if (isTold) return [];
    const amounts = carried.length > 0 ? [sum(carried)] : totals.map(({ declared }) => declared);
    return [
      {
        code: 'report_sans_accord',
        gravite: 'alerte',
        message: `Report de ${amounts.map(formatEuros).join(', puis de ')} sans mention, dans le programme ni dans le texte, d'un accord des signataires ou du comité de pilotage.`,
        programme: index,
        place,
      },
    ];
  },
};
