import { cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import { penaltyNames, yuan } from '../penalty.ts';
import type { Doubt, RuleAnswer, SupervisionRule } from '../rule.ts';
import type { BasisFact, DecisionDay, FineFact, KindsFact, PartyFact, ProcedureFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { specialLawFor } from './special-laws.ts';
import { SUMMARY_LIMIT } from './summary-procedure.ts';

type Facts = DecisionDay & ProcedureFact & KindsFact & FineFact & PartyFact & BasisFact;
/** Before that day the limits were those of the earlier law. */
const IN_FORCE = localDate('2021-07-15');

export const summaryLimits: SupervisionRule<Facts> = {
  id: 'D08',
  version: 1,
  title: '当场处罚是否超出简易程序的种类和数额',
  cite: [cite('行政处罚法', 51)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'procedure',
  head: '8(7)',
  asks: '可以当场作出的处罚限于：对公民二百元以下、对法人或者其他组织三千元以下罚款，或者警告；法律另有规定的从其规定。',
  check: (facts) => {
    if (facts.procedure === null) return MISSING.procedure;
    if (facts.procedure !== 'summary') return null;
    if (facts.decidedOn < IN_FORCE) return MISSING.earlierLaw;
    const beyond = facts.kinds.filter((kind) => kind !== 'CF01' && kind !== 'CF03');
    if (beyond.length > 0) return otherKind(penaltyNames(beyond));
    if (facts.kindsUnclear || facts.kinds.length === 0) return MISSING.kinds;
    if (!facts.kinds.includes('CF03')) return null;
    return facts.fineFen === null ? MISSING.amount : judgeFine(facts, facts.fineFen);
  },
};

function otherKind(names: string): Doubt {
  return {
    because: `简易程序作出了“${names}”`,
    facts: { 程序: '简易程序', 处罚类别: names },
    clears: '实际适用普通程序的案卷，或者处罚类别录入有误的证明',
  };
}

function judgeFine(facts: Facts, fineFen: number): RuleAnswer {
  if (facts.citations === null || facts.citations.length === 0) return MISSING.basis;
  const special = specialLawFor(facts.citations, facts.decidedOn);
  if (special === 'not-loaded') return MISSING.specialLaw;
  if (special !== 'general' && special.onTheSpot !== null) return within(fineFen, special.onTheSpot.fineFen, '当事人');
  switch (facts.partyKind) {
    case 'person':
      return within(fineFen, SUMMARY_LIMIT.person, '公民');
    case 'organisation':
      return within(fineFen, SUMMARY_LIMIT.organisation, '法人或者其他组织');
    default:
      if (fineFen <= SUMMARY_LIMIT.person) return null;
      if (fineFen > SUMMARY_LIMIT.organisation) return within(fineFen, SUMMARY_LIMIT.organisation, '当事人');
      return facts.partyKind === null ? MISSING.partyKind : MISSING.soleTraderLimit;
  }
}

function within(fineFen: number, limit: number, whom: string): Doubt | null {
  if (fineFen <= limit) return null;
  return {
    because: `简易程序对${whom}罚款${yuan(fineFen)}，超过${yuan(limit)}`,
    facts: { 程序: '简易程序', 罚款金额: yuan(fineFen), 当场处罚限额: yuan(limit) },
    clears: '实际适用普通程序的案卷，或者法律另有规定的依据',
  };
}
