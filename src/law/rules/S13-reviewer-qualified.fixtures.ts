import type { PenaltyFacts, Reviewer } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const REVIEWER: Reviewer = { name: '审核人员甲', firstOn: day('2026-02-20'), qualification: 'A20231508000001' };
const by = (more: Partial<Reviewer>): Partial<PenaltyFacts> => ({ reviewers: [{ ...REVIEWER, ...more }] });

export const S13_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S13',
  trips: [
    { say: '新任审核人员没有资格', facts: by({ qualification: null }) },
    { say: '要求资格之日初次审核，没有资格', facts: by({ qualification: null, firstOn: day('2018-01-01') }) },
  ],
  clears: [
    { say: '登记了资格证号', facts: by({}) },
    { say: '要求资格前一日已经从事审核', facts: by({ qualification: null, firstOn: day('2017-12-31') }) },
    { say: '当场处罚不经法制审核', facts: { procedure: 'summary', reviewers: null, fineFen: 10_000 } },
  ],
  unknown: [
    { say: '来源没有载明审核人员', facts: { reviewers: null }, missing: '缺法制审核人员的法律职业资格' },
    { say: '不知道何时开始审核', facts: by({ qualification: null, firstOn: null }), missing: '缺初次从事法制审核的日期' },
  ],
};
