import type { ProgrammeRule } from '../rule.ts';

/** A QPV code that the official numbering cannot hold: exported as printed, and said. */
export const codeQpImpossible: ProgrammeRule = (programme, index, { isPossibleCodeQp }) => {
  const { codeQp, place } = programme.heading;
  if (codeQp === null || isPossibleCodeQp(codeQp)) return [];
  return [
    {
      code: 'code_qp_impossible',
      gravite: 'alerte',
      message: `Le code de quartier « ${codeQp} » ne peut pas exister : il n'a ni la forme de 2015 (QP062057) ni celle de 2024 (QN06225M).`,
      programme: index,
      place,
    },
  ];
};
