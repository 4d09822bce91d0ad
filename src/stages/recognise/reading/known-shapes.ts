/** Letters that are figures misread, and the other way round, where the shape of a code says which it must be. */
const AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  C: '0',
  I: '1',
  l: '1',
  i: '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
};
const AS_LETTER: Readonly<Record<string, string>> = { '1': 'I', l: 'I', i: 'I', '0': 'O', o: 'O', '8': 'B', '5': 'S' };

const FIGURE = '[0-9OoQDCIliSsBZz]';
/** Codes of priority neighbourhoods: QP and six figures (2015), QN, five figures and a letter (2024); the tail of the Q is soon lost, or its ring read twice. */
const CODE_QP = new RegExp(`^(\\W*)([OC0]?[QO0][PN])([G68]?${FIGURE}{4,5}|[0OoQD]2A${FIGURE}{2})([0-9A-Zlio])(\\W*)$`, 'u');
/** They begin with a département of three figures, the first of which is a 0 but overseas. */
const NOUGHT = /^[GOoQDC68]/u;

/** The letter that ends a code of 2024, where it is a mere stroke: without it there is no code. */
const STROKE = new RegExp(`(?<=^\\W*[QO0]N${FIGURE}{5})[|!]{1,2}(?=\\W*$)`, 'u');

/** One sign read twice, once as a figure and once as a letter, makes a code of six figures too long. */
const TWICE = /0[OoQD]|[OoQD]0|1[Il]|[Il]1|5S|S5|8B|B8/u;
const TOO_LONG = new RegExp(`^\\W*[QO0][PN]${FIGURE}{6}[0-9A-Zlio]\\W*$`, 'u');

/** What « HLM » is taken for: no French word has these letters. */
const HLM = /(?<!\p{L})H[iI1|!]([mM])(?!\p{L})/gu;

/** What « QPV » is taken for, whose Q loses its tail or gets another ring for it. */
const QPV = /^(\W*)(?:[O0]|Q[O0]|[O0]Q)PV(\W*)$/u;

/** What « TFPB » is taken for, one letter of which lost or got a stroke: no French word has these letters. */
const TFPB = /^([^\p{L}\d]*)(?:[TI1|]FP[BSE8R]|TF[FR][B8]|TFP[IP]?3|T[PE]P[B8])([^\p{L}\d]*)$/u;

/** The départements of Corsica are 2A and 2B: their letter stands where others have the last figure. */
function isCorsican(figures: string, at: number): boolean {
  return at === 2 && /^[0OoQD]2[AB]/u.test(figures);
}

const WHOLE_CODE = /^\W*(?:QP(?:\d{6}|2[AB]\d{4})|QN\d{5}\p{Lu}|QN0?2[AB]\d{2}\p{Lu})\W*$/u;
/** Some letters of their shape and at least four figures. */
const LIKE_CODE = /^\W*[QO0C]\S?(?=(?:\D*\d){4})[\dA-Za-z]{5,8}\W*$/u;

/** Whether a word is a code of a priority neighbourhood as printed. */
export const isCode = (word: string): boolean => WHOLE_CODE.test(word);
/** Whether it may be one that was misread. */
export const isLikeCode = (word: string): boolean => LIKE_CODE.test(word) && /\p{L}/u.test(word);

/** A word put right where it can only be a code of a known shape, « HLM », « QPV » or « TFPB ». */
export function knownShape(word: string): string {
  const text = word
    .replace(HLM, (_, last: string) => (last === 'm' ? 'Hlm' : 'HLM'))
    .replace(QPV, '$1QPV$2')
    .replace(TFPB, '$1TFPB$2');
  const lettered = text.replace(STROKE, 'I');
  const match = CODE_QP.exec(TOO_LONG.test(lettered) ? lettered.replace(TWICE, (signs) => signs.replace(/\D/u, '')) : lettered);
  if (match === null) return text;
  const [, before = '', kind = '', seen = '', last = '', after = ''] = match;
  const figures = seen.replace(NOUGHT, '0');
  if (figures.length !== 5) return text;
  const digits = [...figures].map((each, at) => (isCorsican(figures, at) ? each : (AS_DIGIT[each] ?? each))).join('');
  const end = kind.endsWith('P') ? (AS_DIGIT[last] ?? last) : (AS_LETTER[last] ?? last);
  return before + 'Q' + kind.slice(-1) + digits + end + after;
}
