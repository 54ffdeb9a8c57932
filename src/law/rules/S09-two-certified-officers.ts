import { cite } from '../citation.ts';
import type { RuleAnswer, SupervisionRule } from '../rule.ts';
import type { BasisFact, CertificateAnswer, DecisionDay, FineFact, OfficerOnCase, OfficersFact, ProcedureFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { specialLawFor } from './special-laws.ts';

type Facts = DecisionDay & OfficersFact & ProcedureFact & FineFact & BasisFact;

export const twoCertifiedOfficers: SupervisionRule<Facts> = {
  id: 'S09',
  version: 1,
  title: '执法人员是否不少于两人并持有当日有效的行政执法证',
  cite: [cite('行政处罚法', 42), cite('实施细则', 8, undefined, 5)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(5)',
  asks: '行政处罚由具有行政执法资格的执法人员实施，执法人员不得少于两人，法律另有规定的除外；辅助人员不计入。',
  check: (facts) => {
    if (facts.officers === null) return MISSING.officers;
    const valid = count(facts.officers, 'valid');
    if (valid >= 2) return null;
    const unstated = count(facts.officers, 'unstated');
    const unchecked = count(facts.officers, 'unchecked');
    if (valid + unstated + unchecked >= 2) return unchecked > 0 ? MISSING.certificates : MISSING.certificateNumbers;
    return fewerThanTwo(facts, facts.officers, valid);
  },
};

/** One person on two lines is one officer. */
function count(officers: readonly OfficerOnCase[], certificate: CertificateAnswer): number {
  return new Set(officers.filter((o) => o.certificate === certificate).map((o) => o.key)).size;
}

function fewerThanTwo(facts: Facts, officers: readonly OfficerOnCase[], valid: number): RuleAnswer {
  // Whether a law lets one officer act alone can matter only where one valid certificate is there.
  const unknownLaw = facts.citations === null || facts.citations.length === 0;
  if (unknownLaw && valid === 1 && facts.procedure !== 'ordinary') return MISSING.basis;
  const special = specialLawFor(facts.citations ?? [], facts.decidedOn);
  if (special === 'not-loaded') return MISSING.specialLaw;
  if (special !== 'general' && special.oneOfficer !== null && valid === 1 && facts.procedure !== 'ordinary') {
    return MISSING.onTheSpotConditions;
  }
  const named = new Set(officers.map((o) => o.key)).size;
  return {
    because: `载明执法人员${named}人，其中持决定当日有效行政执法证的${valid}人，不足两人`,
    facts: { 处罚决定日期: facts.decidedOn, 载明执法人员: `${named}人`, 持有效证件: `${valid}人` },
    clears: '另一名执法人员当日有效的行政执法证，或者法律规定可以由一人实施的依据',
  };
}
