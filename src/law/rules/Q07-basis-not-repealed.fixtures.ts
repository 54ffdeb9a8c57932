import type { PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function decided(decidedOn: string, basis: string): Partial<PenaltyFacts> {
  const on = day(decidedOn);
  return {
    actStartedOn: null,
    actEndedOn: null,
    filedOn: null,
    decidedOn: on,
    served: { on },
    published: { on },
    recordFiled: { on },
    validUntil: null,
    publicUntil: null,
    citations: cited(basis),
  };
}

export const Q07_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'Q07',
  trips: [
    { say: '2026年8月15日以后引用噪声法', facts: decided('2026-09-01', '《噪声污染防治法》第八十二条') },
    { say: '废止当日的决定', facts: decided('2026-08-15', '《噪声污染防治法》第八十二条') },
    { say: '引用2022年已废止的环境噪声污染防治法', facts: decided('2022-06-05', '《环境噪声污染防治法》第五十八条') },
    { say: '引用多部法律，其中一部已废止', facts: decided('2026-09-01', '《行政处罚法》第二十八条、水污染防治法第八十三条') },
    { say: '只写简称', facts: decided('2026-09-01', '《固废法》第一百零二条') },
  ],
  clears: [
    { say: '引用法典', facts: decided('2026-09-01', '《生态环境法典》第一千条') },
    { say: '废止前一日的决定', facts: decided('2026-08-14', '《噪声污染防治法》第八十二条') },
    { say: '行为日期已知的由D11判断', facts: { ...decided('2026-09-01', '《噪声污染防治法》第八十二条'), actEndedOn: day('2026-07-01') } },
  ],
  unknown: [
    { say: '没有处罚依据', facts: { citations: null }, missing: '缺处罚依据' },
    { say: '所引法律没有登记', facts: decided('2026-09-01', '《食品安全法》第一百二十四条'), missing: '缺所引法律的施行和废止日期' },
  ],
};
