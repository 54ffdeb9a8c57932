import type { CaseProcessFacts } from './case-facts.ts';
import { TOLD } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const asked = (on: string, decided: string | null, penaltyOn: string): Partial<CaseProcessFacts> => ({
  recusals: [{ no: 1, askedOn: day(on), decidedOn: dayOf(decided) }],
  decidedOn: day(penaltyOn),
  notice: { ...TOLD, waivedOn: day('2026-03-02') },
});

export const S11_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'S11',
  trips: [
    { say: '3月2日申请，没有决定，3月10日作出处罚决定', facts: asked('2026-03-02', null, '2026-03-10') },
    { say: '承办人与当事人有近亲属关系，没有回避', facts: { related: [{ name: '甲', why: '近亲属关系' }] } },
    { say: '决定以后才决定回避', facts: asked('2026-03-02', '2026-03-11', '2026-03-10') },
  ],
  clears: [
    { say: '3月4日驳回，3月10日决定', facts: asked('2026-03-02', '2026-03-04', '2026-03-10') },
    { say: '决定当日决定回避', facts: asked('2026-03-02', '2026-03-10', '2026-03-10') },
    { say: '还没有作出决定', facts: { ...asked('2026-03-02', null, '2026-03-10'), decidedOn: null } },
  ],
  unknown: [
    {
      say: '回避申请都已决定，没有人申报与当事人的关系',
      facts: { ...asked('2026-03-02', '2026-03-04', '2026-03-10'), related: null },
      missing: '缺执法人员与当事人关系的申报',
    },
  ],
};
