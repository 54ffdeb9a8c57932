import type { PenaltyFacts } from './facts.ts';
import { cited, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const AIR = '《大气污染防治法》第九十九条';

/** Act and decision on their days, with everything between them in time. */
function act(actOn: string | null, decidedOn: string, basis: string, lighterNewLaw: boolean | null = null): Partial<PenaltyFacts> {
  const on = day(decidedOn);
  return {
    actStartedOn: null,
    actEndedOn: actOn === null ? null : day(actOn),
    discoveredOn: actOn === null ? null : day(actOn),
    filedOn: null,
    decidedOn: on,
    served: { on },
    published: { on },
    recordFiled: { on },
    validUntil: null,
    publicUntil: null,
    citations: cited(basis),
    lighterNewLaw,
  };
}

export const D11_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'D11',
  trips: [
    { say: '9月1日的行为引用已废止的大气法', facts: act('2026-09-01', '2026-09-20', AIR) },
    { say: '废止当日的行为', facts: act('2026-08-15', '2026-09-20', AIR) },
    { say: '7月1日的行为，新法较轻而未适用', facts: act('2026-07-01', '2026-09-20', AIR, true) },
    { say: '施行前一日的行为引用法典，新法并不较轻', facts: act('2026-08-14', '2026-09-20', '《生态环境法典》第一千条', false) },
    { say: '所引条文不存在', facts: act('2026-03-01', '2026-03-20', '《大气污染防治法》第一百三十条') },
    { say: '处罚法引用了2017年修正的旧条文', facts: act('2026-03-01', '2026-03-20', `《行政处罚法》（2017年修正）第二十七条、${AIR}`) },
    { say: '处罚法没有第八十七条', facts: act('2026-03-01', '2026-03-20', `《行政处罚法》第八十七条、${AIR}`) },
  ],
  clears: [
    { say: '7月1日的行为引用大气法，新法不轻', facts: act('2026-07-01', '2026-09-20', AIR, false) },
    { say: '废止前一日的行为当日决定', facts: act('2026-08-14', '2026-08-14', AIR) },
    { say: '施行当日的行为引用法典', facts: act('2026-08-15', '2026-09-20', '《生态环境法典》第一千条') },
    { say: '施行前的行为，新法较轻而适用新法', facts: act('2026-07-01', '2026-09-20', '《生态环境法典》第一千条', true) },
    { say: '处罚法适用决定时的条文', facts: act('2021-07-01', '2021-07-20', '《行政处罚法》第八十六条、《海洋环境保护法》第九十条') },
    { say: '没有行为日期，所引法律两年前即已有效', facts: act(null, '2026-03-20', AIR) },
    { say: '条文数以内的最后一条', facts: act('2026-03-01', '2026-03-20', '《大气污染防治法》第一百二十九条') },
  ],
  unknown: [
    { say: '没有处罚依据', facts: { citations: null }, missing: '缺处罚依据' },
    { say: '7月1日的行为，决定时新法已施行', facts: act('2026-07-01', '2026-09-20', AIR), missing: '缺新旧法律处罚轻重的比较' },
    {
      say: '所引法律没有登记',
      facts: act('2026-03-01', '2026-03-20', '《食品安全法》第一百二十四条'),
      missing: '缺所引法律的施行和废止日期',
    },
    {
      say: '没有行为日期，所引法律两年内才施行',
      facts: act(null, '2026-09-20', '《生态环境法典》第一千条'),
      missing: '缺违法行为发生日期',
    },
    {
      say: '没有行为日期，所引法律没有登记',
      facts: act(null, '2026-03-20', '《食品安全法》第一百二十四条'),
      missing: '缺所引法律的施行和废止日期',
    },
  ],
};
