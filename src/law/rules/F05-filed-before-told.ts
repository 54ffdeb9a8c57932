import { cite } from '../citation.ts';
import { partNotJudged, type SupervisionRule } from '../rule.ts';
import type { CaseDecision, CaseProcedure, FirstNoticeFact } from './case-facts.ts';
import type { CoercionFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

/**
 * The yellow half of the rule, a measure before the filing with nothing after it, needs measures and their end: cases do not
 * hold them yet, and nothing is said to be lawful of them.
 */
export const filedBeforeTold: SupervisionRule<CaseProcedure & CaseDecision & FirstNoticeFact & CoercionFact> = {
  ...OF_A_CASE,
  id: 'F05',
  version: 2,
  title: '普通程序是否先立案，再告知、决定',
  cite: [cite('行政处罚法', 54)],
  severity: 'red',
  mode: 'A',
  conduct: 'procedure',
  asks: '除可以当场作出的处罚外，发现依法应当给予处罚的行为，必须全面、客观、公正地调查；符合立案标准的，应当及时立案。告知和决定不得早于立案。',
  check: ({ procedure, filedOn, decidedOn, firstNoticeOn, measures }) => {
    if (procedure !== 'ordinary') return null;
    if (filedOn === null) return decidedOn === null && firstNoticeOn === null ? ofMeasures(measures) : MISSING.filed;
    const early = [
      firstNoticeOn !== null && firstNoticeOn < filedOn ? `${firstNoticeOn}事先告知` : null,
      decidedOn !== null && decidedOn < filedOn ? `${decidedOn}作出决定` : null,
    ].filter((what) => what !== null);
    if (early.length === 0) return ofMeasures(measures);
    return {
      because: `${early.join('、')}，${filedOn}才立案`,
      facts: { 立案日期: filedOn, 早于立案: early.join('、') },
      clears: '更早的立案审批表，或者告知、决定日期有误的证明',
    };
  },
};

const ofMeasures = (measures: CoercionFact['measures']) => (measures?.length === 0 ? null : partNotJudged(MISSING.measures));
