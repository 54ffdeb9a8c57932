import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CrimeFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const crimeHandedOn: SupervisionRule<CaseDecision & CrimeFact> = {
  ...OF_A_CASE,
  id: 'T01',
  version: 2,
  title: '涉嫌犯罪的是否移送司法机关',
  cite: [cite('行政处罚法', 27), cite('行政处罚法', 82)],
  severity: 'red',
  mode: 'A',
  conduct: 'no-case',
  asks: '违法行为涉嫌犯罪的，行政机关应当及时将案件移送司法机关，依法追究刑事责任；不得以行政处罚代替。',
  check: ({ decidedOn, outcome, suspectedOn, transferredOn, crimeAsked }) => {
    if (transferredOn !== null || outcome !== 'penalty' || decidedOn === null) return null;
    // A punished conduct about which nobody asked may still be one: the sums of 立案追诉标准 stand in no register.
    if (suspectedOn === null) return crimeAsked ? null : MISSING.crimeStandard;
    return {
      because: `${suspectedOn}法制审核认为涉嫌犯罪应当移送，${decidedOn}作出处罚决定，没有移送`,
      facts: { 审核日期: suspectedOn, 处罚决定日期: decidedOn, 移送: '无' },
      clears: '移送书和司法机关的回执，或者审核意见已经更正的材料',
    };
  },
};
